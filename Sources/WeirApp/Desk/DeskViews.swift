import WeirDesk
import WeirFacts

/// Whom a hand-off is about.
public struct BuyerLabel: Hashable, Sendable {
    /// `buy_7`.
    public var id: String
    public var name: String?
    public var title: String?
    public var email: String?
    /// `acc_7`.
    public var account: String
    public var accountName: String?
}

/// A hand-off as an inbox shows it.
public struct InboxEntry: Hashable, Sendable {
    /// `hof_7`.
    public var id: String
    public var buyer: BuyerLabel
    public var team: String
    public var owner: String
    /// `offered` or `accepted` while it is open.
    public var state: String
    public var raisedHand: Bool
    public var offeredAt: Instant
    /// The promise that is due next; `nil` where none runs.
    public var next: PromiseView?
    /// Accepted, and nobody talked with the buyer within the agreed time.
    public var isGhost: Bool
    public var snoozedUntil: Instant?
    /// To be given back with a move, so that nobody overwrites what they have not seen.
    public var version: Int
}

/// One promise about a hand-off and how it stands.
public struct PromiseView: Hashable, Sendable {
    public var milestone: ServicePromise.Milestone
    public var within: String
    public var standing: ClockReading.Standing
    public var dueAt: Instant
    /// Time left of the promise's own kind; below zero: so much too late.
    public var leftMillis: Int64
    /// Whether `leftMillis` counts open hours only.
    public var isBusinessTime: Bool
    public var businessMillis: Int64
    public var wallMillis: Int64
}

/// Everything somebody needs who is about to follow up.
public struct HandOffView: Hashable, Sendable {
    public var entry: InboxEntry
    public var stage: String
    /// The evidence in words, the strongest first.
    public var whyNow: [String]
    /// What to do and say first.
    public var firstStep: String?
    /// What others in the account did, in words.
    public var conversation: [String]
    public var bant: [BANTView]
    /// What is missing before the buyer is sales-qualified; empty: nothing.
    public var missing: [String]
    public var promises: [PromiseView]
    public var moves: [AllowedMove]
    public var changes: [HandOffChange]
    /// Who had it before, first to last.
    public var handledBy: [String]
    /// Earlier hand-offs of the same buyer, with what became of them.
    public var earlier: [String]
}

/// What is known of one letter.
public struct BANTView: Hashable, Sendable {
    public var letter: String
    /// `nil`: not asked yet.
    public var verdict: String?
    public var value: String?
    public var saidBy: String?
    public var recordedBy: String?
    public var at: Instant?
    public var surePermille: Int?
    public var evidence: String?
    public var isConfirmed: Bool
    /// Those who say otherwise, in words.
    public var conflicts: [String]
    /// The agreement asks for it.
    public var isRequired: Bool
}

/// A move that is open now, with what it needs.
public struct AllowedMove: Hashable, Sendable {
    public var name: String
    /// Reasons or names to choose from; empty where it needs none.
    public var choices: [String]
    /// Why it cannot be done yet; `nil` where it can.
    public var blockedBy: String?
}

public struct HandOffChange: Hashable, Sendable {
    public var by: String
    public var isPerson: Bool
    public var at: Instant
    public var what: String
}

/// What flows through the desk now.
public struct DeskFlow: Hashable, Sendable {
    public var at: Instant
    public var teams: [TeamFlow]
    /// Qualified buyers whom no routing rule fits, the first of them.
    public var withoutTeam: [BuyerLabel]
    /// All of them.
    public var withoutTeamCount: Int
    /// The last weeks of Marketing's promises, newest first.
    public var marketing: [MarketingWeekView]
}

public struct TeamFlow: Hashable, Sendable {
    public var name: String
    public var day: CivilDay
    public var timeZone: String
    public var isOpen: Bool
    /// Follow-ups that the members present can do today, at a period's end fewer.
    public var capacity: Int
    /// What the slow-down leaves, permille.
    public var capacityPermille: Int
    /// Handed over by the meter today.
    public var released: Int
    /// Raised hands and others' work today.
    public var besides: Int
    /// Unanswered since before today.
    public var carried: Int
    public var open: Int
    public var pastDue: Int
    public var members: [MemberFlow]
    /// Since when all who wait have been qualified, in the order of release.
    public var waitingSince: [Instant]
    /// The first of them.
    public var waiting: [WaitingView]

    public var waitingCount: Int { waitingSince.count }
}

public struct MemberFlow: Hashable, Sendable {
    public var name: String
    public var hasLeft: Bool
    /// Today's.
    public var capacity: Int
    public var presencePermille: Int
    public var carried: Int
    public var released: Int
    public var besides: Int
    public var open: Int
    public var pastDue: Int
    public var ghosts: Int
    /// Millionths of a buyer that are owed to them.
    public var balanceMicro: Int64
}

public struct WaitingView: Hashable, Sendable {
    /// From 1.
    public var place: Int
    public var buyer: BuyerLabel
    public var raisedHand: Bool
    public var tier: String
    public var scoreMilli: Int64
    public var qualifiedAt: Instant
    public var expected: CivilDay?
    public var expiresAt: Instant?
}

public struct MarketingWeekView: Hashable, Sendable {
    public var week: CivilDay
    public var qualified: Int
    public var accepted: Int
    public var rejected: Int
    public var verdict: MarketingVerdict
}

public struct DeskForecast: Hashable, Sendable {
    public var from: CivilDay
    public var waiting: Int
    public var history: ConversionHistory
    public var campaigns: [PlannedCampaign]
    public var weeks: [ForecastWeek]
    public var proposals: [ForecastProposal]
}

public struct StageMoveView: Hashable, Sendable {
    /// Place in the feed, from 1, without gaps.
    public var id: Int64
    public var buyer: String
    public var from: String
    public var to: String
    public var at: Instant
    public var stayedMillis: Int64
    public var by: String
    public var isPerson: Bool
    public var reason: String?
    /// Hash of the agreement's text.
    public var agreement: String
    public var facts: [Int64]
}

public struct DeskTeamView: Hashable, Sendable {
    public var name: String
    public var timeZone: String
    public var members: [TeamMember]
    /// From today on.
    public var specialDays: [SpecialDay]
}
