import Foundation
import WeirAgreement
import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

/// An agreement ready to be applied, and under which title: the version in force, or an unsigned draft.
public struct AgreementInUse: Sendable {
    public let agreement: Agreement
    public let sha256: String
    /// How reports name it: `Northwind demand agreement, version 3 (5f2a9c81)`.
    public let title: String
    /// Stands on every page of what an unsigned draft decided; `nil` for the version in force.
    public let banner: String?
    public let rules: CompiledRules
    public let market: CompiledMarket
    public let titles: TitleReader
    /// The inbound gate, its lists compiled.
    public let gate: CompiledGate
    public let days: ZonedDays

    init(_ reading: AgreementReading, file: String, name: (Agreement, String) -> String, banner: String?) throws {
        guard let agreement = reading.agreement else {
            let problems = reading.problems.map(\.description).joined(separator: "\n")
            throw AppError(.badAgreement, problems)
        }
        self.agreement = agreement
        sha256 = reading.sha256
        title = name(agreement, String(reading.sha256.prefix(8)))
        self.banner = banner
        rules = try CompiledRules(agreement.foldRules())
        market = try CompiledMarket(agreement)
        titles = TitleReader(agreement.buyingGroup, below: .shipped)
        gate = CompiledGate(agreement.gate, lists: agreement.lists, market: market)
        guard let days = ZonedDays(timeZone: agreement.timeZone) else {
            throw AppError(.badAgreement, "\(file): the time zone \(agreement.timeZone) is not known on this machine")
        }
        self.days = days
    }

    /// An agreement from a file, whether signed or not.
    public static func draft(_ path: String) throws -> AgreementInUse {
        try draft(try read(path), file: path)
    }

    static func draft(_ reading: AgreementReading, file: String) throws -> AgreementInUse {
        try AgreementInUse(
            reading, file: file, name: { "\($0.name), draft \($1)" },
            banner: "UNSIGNED DRAFT: \(URL(filePath: file).lastPathComponent)")
    }

    /// Reads and checks a file; lists kept in files of their own are looked for beside it.
    public static func read(_ path: String) throws(AppError) -> AgreementReading {
        read(try Files.read(path, limit: readLimit), from: path)
    }

    static func read(_ bytes: [UInt8], from path: String) -> AgreementReading {
        AgreementReader.read(bytes, file: path) { list in try? Files.read(beside(path, list)) }
    }

    /// One byte more than an agreement may have, so that the reader can say that it is too large.
    static let readLimit = (1 << 20) + 1

    /// A path given relative to another file.
    static func beside(_ path: String, _ other: String) -> String {
        other.hasPrefix("/") ? other : URL(filePath: path).deletingLastPathComponent().appending(path: other).path
    }
}

extension Workspace {
    /// The version that both sides signed last.
    /// - Throws: `AppError.noAgreement`, saying what to do, where there is none.
    public func agreementInForce(at now: Instant) throws -> AgreementInUse {
        guard let version = try ledger.agreementInForce(at: now) else {
            throw AppError(.noAgreement, try whatIsMissing())
        }
        return try agreement(version)
    }

    /// A version that was proposed, in force or not.
    func agreement(_ version: AgreementVersion, banner: String? = nil) throws -> AgreementInUse {
        let bytes = try ledger.agreementBytes(version: version.version)
        let name = "agreement version \(version.version)"
        let reading = AgreementReader.read(bytes, file: name) { path in
            try? ledger.agreementList(of: version.sha256, path: path)
        }
        return try AgreementInUse(
            reading, file: name, name: { "\($0.name), version \(version.version) (\($1))" }, banner: banner)
    }

    /// The version in force, or the draft in a file where one is named. A file with the very bytes in force is that
    /// version, not a draft.
    public func agreement(draft: String?, at now: Instant) throws -> AgreementInUse {
        guard let draft else { return try agreementInForce(at: now) }
        return try agreement(AgreementInUse.draft(draft), at: now)
    }

    /// A draft, or the version in force where its text is that very version's.
    func agreement(_ draft: AgreementInUse, at now: Instant) throws -> AgreementInUse {
        let isInForce = try ledger.agreementInForce(at: now)?.sha256 == draft.sha256
        return isInForce ? try agreementInForce(at: now) : draft
    }

    /// The draft where one is named, or else the version in force, if there is one.
    public func agreementIfAny(draft: String?, at now: Instant) throws -> AgreementInUse? {
        do {
            return try agreement(draft: draft, at: now)
        } catch let error as AppError where error.code == .noAgreement {
            return nil
        }
    }

    private func whatIsMissing() throws -> String {
        let versions = try ledger.agreements()
        guard let last = versions.last else {
            return """
                no agreement has been proposed here, so nothing can be decided. Write one (weir agreement check FILE), \
                then weir agreement propose FILE and have both sides sign it; or try a draft with --draft FILE
                """
        }
        let missing = SigningSide.allCases.filter { side in !last.signatures.contains { $0.side == side } }
        let sides = missing.map(\.rawValue).joined(separator: " and ")
        return """
            version \(last.version) is not in force: \(sides) still \(missing.count == 1 ? "has" : "have") to sign it \
            (weir agreement sign --as \(missing.first?.rawValue ?? "sales") --by NAME); or try it with --draft FILE
            """
    }
}
