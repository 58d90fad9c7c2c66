import WeirAgreement
import WeirApp
import WeirFacts
import WeirInsight
import WeirLedger

/// No accounts and no agreement: what pages show of an empty house.
extension StubHouse: ViewUseCases {
    private static let none = ServiceError(.noAgreement, "no agreement is in force")

    func today() async throws -> CivilDay {
        if let holdUp = state.withLock({ $0.holdUp }) { for await _ in holdUp {} }
        return CivilDay(number: 20_000)
    }
    func accountList(_ request: AccountListRequest) async throws -> AccountListPart {
        AccountListPart(accounts: [], next: nil, allCount: 0, qualifiedCount: 0, tiers: [])
    }
    func portrait(
        of account: String, asOf day: CivilDay?, seesPeople: Bool, timelineFrom from: Int
    ) async throws -> AccountPortrait { throw StubHouse.missing(account) }
    func overview() async throws -> Overview { throw StubHouse.none }
    func overviewAtHand() async throws -> Overview? { nil }
    func overview(marketAsOf day: CivilDay) async throws -> Overview { throw StubHouse.none }
    func overview(coverageAsOf day: CivilDay) async throws -> Overview { throw StubHouse.none }
    func overview(historyUntil day: CivilDay) async throws -> Overview { throw StubHouse.none }
    func qualified(asOf day: CivilDay) async throws -> Qualified { throw StubHouse.none }
    func draftForm(
        _ typed: [String: String], adding: [String: AddedRow], removing: [String: Set<String>]
    ) async throws -> DraftForm? { nil }
    func trials(of values: [TrialValues], in overview: Overview) async throws -> [Trial]? { nil }
    func agreementDraft() async throws -> AgreementDraft? { nil }
    func readDraft(_ text: [UInt8], isSaved: Bool) async throws -> AgreementDraft { throw StubHouse.none }
    func keepDraft(_ text: [UInt8], over revision: String?) async throws {}
    func draftText(with changes: [(path: String, value: String)]) async throws -> [UInt8] { [] }
    func keepDraft(with values: TrialValues) async throws {}
    func proposeDraft(by name: String) async throws -> AgreementVersion { throw StubHouse.none }
    func trial(ofDraft draft: AgreementDraft) async throws -> Trial? { nil }
    func agreementClauses(version: Int) async throws -> [AgreementEnglish.Clause] { [] }
}
