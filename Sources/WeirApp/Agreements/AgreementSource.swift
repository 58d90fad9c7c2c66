import Foundation
import WeirAgreement
import WeirFacts

/// An agreement's text and the lists it names, so that it can be read again with other values in it.
public struct AgreementSource: Sendable {
    public let bytes: [UInt8]
    /// The file's name, or `agreement version 3`, for the places of mistakes.
    public let file: String
    let isDraft: Bool
    let loadList: @Sendable (String) -> [UInt8]?

    /// The text, or another in its place.
    func reading(_ bytes: [UInt8]) -> AgreementReading {
        AgreementReader.read(bytes, file: file, loadList: loadList)
    }

    /// - Throws: `AppError.badAgreement` with every mistake.
    func agreement() throws(AppError) -> Agreement {
        let reading = reading(bytes)
        guard let agreement = reading.agreement else {
            throw AppError(.badAgreement, reading.problems.map(\.description).joined(separator: "\n"))
        }
        return agreement
    }
}

extension Workspace {
    /// The text of the draft in a file, or of the version in force.
    public func agreementSource(draft: String?, at now: Instant) throws -> AgreementSource {
        if let draft {
            let bytes = try Files.read(draft, limit: AgreementInUse.readLimit)
            return AgreementSource(bytes: bytes, file: draft, isDraft: true) { list in
                try? Files.read(AgreementInUse.beside(draft, list))
            }
        }
        guard let version = try ledger.agreementInForce(at: now) else {
            // Says what is missing.
            _ = try agreementInForce(at: now)
            throw AppError(.noAgreement, "no agreement is in force")
        }
        let ledger = ledger
        return AgreementSource(
            bytes: try ledger.agreementBytes(version: version.version), file: "agreement version \(version.version)",
            isDraft: false
        ) { path in
            try? ledger.agreementList(of: version.sha256, path: path)
        }
    }

    /// An agreement's text, applied. A draft with the very bytes in force is that version.
    public func agreement(_ source: AgreementSource, at now: Instant) throws -> AgreementInUse {
        guard source.isDraft else { return try agreementInForce(at: now) }
        return try agreement(AgreementInUse.draft(source.reading(source.bytes), file: source.file), at: now)
    }
}
