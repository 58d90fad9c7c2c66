import WeirAgreement
import WeirFacts
import WeirLedger

/// Proposing and signing: how a text comes into force.
extension Workspace {
    /// Stores a file's exact bytes, and the lists it pins, as a proposal.
    /// - Throws: `AppError.badAgreement` with every mistake where the file has any.
    public func propose(_ path: String, by name: String, now: Instant) throws -> (AgreementVersion, isNew: Bool) {
        let bytes = try Files.read(path, limit: AgreementInUse.readLimit)
        let reading = AgreementInUse.read(bytes, from: path)
        guard let agreement = reading.agreement else {
            throw AppError(.badAgreement, reading.problems.map(\.description).joined(separator: "\n"))
        }
        let lists = try agreement.lists.compactMap(\.file).map { file in
            (path: file.path, bytes: try Files.read(AgreementInUse.beside(path, file.path)))
        }
        let (version, isNew) = try ledger.propose(
            bytes: bytes, sha256: reading.sha256, lists: lists, by: name, now: now)
        return (version, isNew)
    }

    /// Signs a version; the latest one where none is named.
    public func sign(version: Int?, side: SigningSide, by name: String, now: Instant) throws -> AgreementVersion {
        guard let number = try version ?? ledger.agreements().last?.version else {
            throw AppError(.notFound, "nothing has been proposed here yet: weir agreement propose FILE")
        }
        return try ledger.sign(version: number, side: side, by: name, now: now)
    }
}
