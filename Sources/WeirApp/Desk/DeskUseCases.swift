import WeirDesk
import WeirFacts
import WeirLedger

/// The desk, for whoever works at it: what lies there, what may be done with it, and what flows through.
public protocol DeskUseCases: Sendable {
    /// Open hand-offs, the least time left first.
    func inbox(_ filter: InboxFilter, _ page: PageRequest) async throws -> Page<InboxEntry>
    /// Everything somebody needs who is about to follow up.
    func handOff(_ id: String) async throws -> HandOffView
    /// Does something with a hand-off.
    /// - Parameters:
    ///   - name: who does it.
    ///   - version: the one they saw; `nil` whatever it is.
    /// - Throws: `changed`, with who was faster, when and what, where it is another by now; `conflict` for what does not
    ///   fit its state; `invalid` for a missing or unknown reason.
    func act(_ move: HandOffMove, on id: String, by name: String, seen version: Int?) async throws -> HandOffView
    /// What waits, what was released, and who holds what.
    func deskFlow() async throws -> DeskFlow
    /// How much somebody has been given today, of how much they can follow up; `nil` for whoever is in no team.
    func dayLoad(of member: String) async throws -> (given: Int, capacity: Int)?
    /// The campaigns that are planned, as they are kept for the forecast of the pages.
    func campaignCalendar() async throws -> CampaignCalendar
    /// Keeps another calendar.
    /// - Throws: `invalid` with the line that is no campaign.
    func keepCampaigns(_ text: String) async throws
    /// The next weeks, with campaigns that are planned.
    /// - Throws: `conflict` where history is too thin for a number.
    func deskForecast(_ campaigns: [PlannedCampaign], weeks: Int) async throws -> DeskForecast
    /// Who was in which stage, and who came and went, in a span of days.
    /// - Parameters:
    ///   - from: `nil` is thirty days before the last.
    ///   - to: `nil` is today, in the agreement's time zone.
    func waterfall(from: CivilDay?, to: CivilDay?) async throws -> StageWaterfall
    /// Who is behind a number of it.
    func stageList(_ question: StageQuestion, from offset: Int, limit: Int) async throws -> StageList
    /// What both sides promised about a span of days, and what became of it.
    func promises(from: CivilDay, to: CivilDay) async throws -> PromiseBook
    /// The same lines with the names of people and companies.
    func named(_ lines: [PromiseBook.Line]) async throws -> [PromiseBook.Line]
    /// Moves between stages after a place in the feed.
    func stageMoves(after id: Int64, limit: Int, buyer: String?) async throws -> [StageMoveView]
    /// The same, and then every new one as it is made, until the reader stops. Those made by another process come within a
    /// minute.
    func stageMoveStream(after id: Int64) -> AsyncThrowingStream<StageMoveView, any Error>
    /// Takes in somebody whom Sales found: matched with who and what is known, and a lead from now on, for whom the same
    /// definition counts as for everybody else. Who is known further on the way stays there.
    /// - Parameter name: who found them.
    /// - Throws: `conflict` for somebody who must not be contacted; `invalid` without an e-mail address.
    func addLead(_ lead: SalesLead, by name: String) async throws -> AddedLead
    func deskTeams() async throws -> [DeskTeamView]
    /// Somebody joins, comes back, leaves or goes away.
    func changeTeam(_ team: String, _ change: TeamChange, by name: String) async throws -> DeskTeamView
    /// Nobody may contact the buyer any more.
    func suppress(buyer: String, because reason: String, by name: String) async throws
    /// Lets time pass at once, rather than within the minute.
    /// - Returns: how many things happened.
    func deskTick() async throws -> Int
}

/// Which hand-offs an inbox shows.
public struct InboxFilter: Hashable, Sendable {
    /// Only this member's.
    public var owner: String?
    /// Only this team's.
    public var team: String?
    /// Those too that are snoozed.
    public var includesSnoozed: Bool

    public init(owner: String? = nil, team: String? = nil, includesSnoozed: Bool = false) {
        self.owner = owner
        self.team = team
        self.includesSnoozed = includesSnoozed
    }
}

/// What a person does with a hand-off.
public enum HandOffMove: Hashable, Sendable {
    case accept
    case reject(reason: String)
    /// Without a day, after as many days as the agreement says.
    case recycle(reason: String, until: CivilDay?)
    case snooze(until: Instant)
    /// Sales is in touch already: joins another hand-off.
    case alreadyWorking(into: String)
    case reassign(to: String)
    /// Talked with the buyer, both ways.
    case contacted
    case confirm(BANTEntry)
    case salesQualify
    case pause(ServicePromise.Milestone, PauseReason)
    case resume(ServicePromise.Milestone)
}

/// What was learned about one letter of BANT.
public struct BANTEntry: Hashable, Sendable {
    public var letter: String
    public var verdict: BANTAnswer.Verdict
    public var value: String
    /// The buyer (`buy_7`) or the name of who said so.
    public var saidBy: String?
    public var surePermille: Int
    public var evidence: String

    public init(
        letter: String, verdict: BANTAnswer.Verdict, value: String, saidBy: String?, surePermille: Int,
        evidence: String
    ) {
        self.letter = letter
        self.verdict = verdict
        self.value = value
        self.saidBy = saidBy
        self.surePermille = surePermille
        self.evidence = evidence
    }
}

/// What happens to a team: to one of its members, or to the hours of single days.
public enum TeamChange: Hashable, Sendable {
    case joins(name: String, capacity: Int)
    case leaves(name: String)
    case isAway(name: String, Leave)
    /// Other hours than usual, or none.
    case works([SpecialDay])
    case worksAsUsual(on: [CivilDay])
    /// Closed on the whole days of a calendar file's text, from today to the end of the third year after.
    case closesBy(calendarFile: String)
}
