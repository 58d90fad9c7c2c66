import WeirAgreement
import WeirFacts
import WeirLedger

extension Service: AgreementUseCases {
    public func agreements() async throws -> [AgreementVersion] {
        let ledger = workspace.ledger
        return try await onDisk { try ledger.agreements() }
    }

    public func agreement(version: Int) async throws -> AgreementVersion {
        guard let found = try await agreements().first(where: { $0.version == version }) else {
            throw ServiceError(.notFound, "there is no version \(version) of the agreement")
        }
        return found
    }

    public func agreementText(version: Int) async throws -> [UInt8] {
        let ledger = workspace.ledger
        return try await onDisk { try ledger.agreementBytes(version: version) }
    }

    public func agreementInForce() async throws -> AgreementVersion? {
        let (ledger, now) = (workspace.ledger, clock())
        return try await onDisk { try ledger.agreementInForce(at: now) }
    }

    public func propose(_ text: [UInt8], lists: [String: [UInt8]], by name: String) async throws -> (
        AgreementVersion, isNew: Bool
    ) {
        let name = try AccessDesk.name(name)
        let (workspace, now) = (workspace, clock())
        return try await onDisk { try workspace.propose(text, lists: lists, by: name, now: now) }
    }

    public func sign(version: Int, side: SigningSide, by name: String) async throws -> AgreementVersion {
        let name = try AccessDesk.name(name)
        let (workspace, now, definitions) = (workspace, clock(), definitions)
        let signed = try await onDisk {
            let signed = try workspace.sign(version: version, side: side, by: name, now: now)
            definitions.refresh(now: now)
            return signed
        }
        qualifier?.nudge()
        return signed
    }

    public func difference(from old: Int, to new: Int) async throws -> AgreementDifference {
        let (before, after) = (try await agreement(version: old), try await agreement(version: new))
        let workspace = workspace
        return try await onDisk {
            AgreementDifference(
                from: try workspace.agreement(before).agreement, to: try workspace.agreement(after).agreement)
        }
    }
}

extension Workspace {
    /// Stores a text, and the lists it pins, as a proposal.
    /// - Parameter lists: by the path that the text gives them.
    /// - Throws: `AppError.badAgreement` with every mistake where the text has any.
    func propose(_ text: [UInt8], lists: [String: [UInt8]], by name: String, now: Instant) throws -> (
        AgreementVersion, isNew: Bool
    ) {
        let reading = AgreementReader.read(text, file: "agreement.yaml") { lists[$0] }
        guard let agreement = reading.agreement else {
            throw AppError(.badAgreement, reading.problems.map(\.description).joined(separator: "\n"))
        }
        let pinned = agreement.lists.compactMap(\.file).compactMap { file in
            lists[file.path].map { (path: file.path, bytes: $0) }
        }
        let (version, isNew) = try ledger.propose(
            bytes: text, sha256: reading.sha256, lists: pinned, by: name, now: now)
        return (version, isNew)
    }
}
