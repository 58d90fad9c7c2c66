import WeirApp
import WeirDesk
import WeirFacts

extension StubHouse: DeskUseCases {
    func inbox(_ filter: InboxFilter, _ page: PageRequest) async throws -> Page<InboxEntry> {
        Page(items: [], next: nil)
    }

    func handOff(_ id: String) async throws -> HandOffView { throw StubHouse.missing(id) }

    func act(_ move: HandOffMove, on id: String, by name: String, seen version: Int?) async throws -> HandOffView {
        throw StubHouse.missing(id)
    }

    func deskFlow() async throws -> DeskFlow { throw StubHouse.noAgreement }

    func campaignCalendar() async throws -> CampaignCalendar { CampaignCalendar(text: "", campaigns: []) }
    func keepCampaigns(_ text: String) async throws {}
    func deskForecast(_ campaigns: [PlannedCampaign], weeks: Int) async throws -> DeskForecast {
        throw StubHouse.noAgreement
    }

    func waterfall(from: CivilDay?, to: CivilDay?) async throws -> StageWaterfall { throw StubHouse.noAgreement }
    func stageList(_ question: StageQuestion, from offset: Int, limit: Int) async throws -> StageList {
        throw StubHouse.noAgreement
    }
    func promises(from: CivilDay, to: CivilDay) async throws -> PromiseBook { throw StubHouse.noAgreement }
    func dayLoad(of member: String) async throws -> (given: Int, capacity: Int)? { nil }
    func named(_ lines: [PromiseBook.Line]) async throws -> [PromiseBook.Line] { lines }
    func stageMoves(after id: Int64, limit: Int, buyer: String?) async throws -> [StageMoveView] { [] }
    func stageMoveStream(after id: Int64) -> AsyncThrowingStream<StageMoveView, any Error> {
        AsyncThrowingStream { $0.finish() }
    }

    func addLead(_ lead: SalesLead, by name: String) async throws -> AddedLead { throw StubHouse.noAgreement }

    func deskTeams() async throws -> [DeskTeamView] { [] }

    func changeTeam(_ team: String, _ change: TeamChange, by name: String) async throws -> DeskTeamView {
        throw StubHouse.missing(team)
    }

    func suppress(buyer: String, because reason: String, by name: String) async throws {
        throw StubHouse.missing(buyer)
    }

    func deskTick() async throws -> Int { 0 }
}
