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
    /// The same where it is there already; otherwise it is begun, and `nil`.
    func overviewAtHand() async throws -> Overview?
    /// The same with the market as companies were known at the end of a past day.
    func overview(marketAsOf day: CivilDay) async throws -> Overview
    /// The same with coverage as it was on a past day.
    func overview(coverageAsOf day: CivilDay) async throws -> Overview
    /// The same with the history that the lab tries on ending on a past day, and nothing known of what came after.
    func overview(historyUntil day: CivilDay) async throws -> Overview
    /// Who was qualified on a day, by the agreement in force today and what had been done by then.
    func qualified(asOf day: CivilDay) async throws -> Qualified
    /// What definitions with these thresholds would have done; `nil` before the first engagement.
    func trials(of values: [TrialValues], in overview: Overview) async throws -> [Trial]?

    func agreementDraft() async throws -> AgreementDraft?
    func readDraft(_ text: [UInt8], isSaved: Bool) async throws -> AgreementDraft
    /// Keeps a text as the draft.
    /// - Parameter revision: of the draft that it was made from; another one meanwhile is a conflict. `nil`: whatever.
    func keepDraft(_ text: [UInt8], over revision: String?) async throws
    func draftText(with changes: [(path: String, value: String)]) async throws -> [UInt8]
    func keepDraft(with values: TrialValues) async throws
    /// The values of the draft as a form has them.
    /// - Parameters:
    ///   - typed: what somebody typed, by path; what is not among it stays as it is.
    ///   - added: entries for lists and groups, by their paths.
    ///   - removed: names, or numbers from 1, of the entries that go, by the paths of their lists and groups.
    func draftForm(
        _ typed: [String: String], adding added: [String: AddedRow], removing removed: [String: Set<String>]
    ) async throws -> DraftForm?
    func proposeDraft(by name: String) async throws -> AgreementVersion
    func trial(ofDraft draft: AgreementDraft) async throws -> Trial?
    /// The clauses of a version, as people read them.
    func agreementClauses(version: Int) async throws -> [AgreementEnglish.Clause]
}

extension Service: ViewUseCases {
    public func today() async throws -> CivilDay {
        definitions.now.use?.days.day(of: clock()) ?? clock().utcDay
    }

    public func agreementClauses(version: Int) async throws -> [AgreementEnglish.Clause] {
        let found = try await agreement(version: version)
        let workspace = workspace
        return try await onDisk { AgreementEnglish.clauses(of: try workspace.agreement(found).agreement) }
    }
}
