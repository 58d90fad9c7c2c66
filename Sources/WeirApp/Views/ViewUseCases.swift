import WeirAgreement
import WeirFacts
import WeirInsight
import WeirLedger

/// What the pages of the application read beside what the API gives.
public protocol ViewUseCases: Sendable {
    /// Today in the agreement's time zone; in UTC before there is one.
    func today() async throws -> CivilDay
    func accountList(_ request: AccountListRequest) async throws -> AccountListPart
    func portrait(of account: String, asOf day: CivilDay?, seesPeople: Bool, timelineFrom from: Int) async throws
        -> AccountPortrait
    /// Every account at once under the agreement in force.
    /// - Throws: ``ServiceError`` with `noAgreement` before there is one.
    func overview() async throws -> Overview
    /// What definitions with these thresholds would have done; `nil` before the first engagement.
    func trials(of values: [TrialValues]) async throws -> [Trial]?

    func agreementDraft() async throws -> AgreementDraft?
    func readDraft(_ text: [UInt8], isSaved: Bool) async throws -> AgreementDraft
    func keepDraft(_ text: [UInt8]) async throws
    func draftText(with changes: [(path: String, value: String)]) async throws -> [UInt8]
    func keepDraft(with values: TrialValues) async throws
    func proposeDraft(by name: String) async throws -> AgreementVersion
    func trial(ofDraft draft: AgreementDraft) async throws -> Trial?
    /// The clauses of a version, as people read them.
    func agreementClauses(version: Int) async throws -> [AgreementEnglish.Clause]
}

extension Service: ViewUseCases {
    public func today() async throws -> CivilDay {
        definitions.now.use?.days.day(of: clock()) ?? CivilDay(number: Int32(clock().milliseconds / 86_400_000))
    }

    public func agreementClauses(version: Int) async throws -> [AgreementEnglish.Clause] {
        let found = try await agreement(version: version)
        let workspace = workspace
        return try await onDisk { AgreementEnglish.clauses(of: try workspace.agreement(found).agreement) }
    }
}
