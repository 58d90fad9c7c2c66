import WeirFacts

/// A campaign that is planned, and the responses it is expected to bring, spread evenly over its days.
public struct PlannedCampaign: Hashable, Sendable {
    public var name: String
    public var from: CivilDay
    public var to: CivilDay
    public var responses: Int

    public init(name: String, from: CivilDay, to: CivilDay, responses: Int) {
        self.name = name
        self.from = from
        self.to = to
        self.responses = responses
    }
}

/// What history says about how responses become qualified buyers.
public struct ConversionHistory: Hashable, Sendable {
    /// Responses to earlier campaigns, and how many of those people qualified.
    public var responses: Int
    public var qualified: Int
    /// Of those who qualified, how many did so on the day of their response, a day later, and so on.
    public var byLagDays: [Int]
    /// Days of history without any campaign's doing, and how many qualified on them.
    public var quietDays: Int
    public var quietQualified: Int

    public init(responses: Int, qualified: Int, byLagDays: [Int], quietDays: Int, quietQualified: Int) {
        self.responses = responses
        self.qualified = qualified
        self.byLagDays = byLagDays
        self.quietDays = quietDays
        self.quietQualified = quietQualified
    }
}

/// What one week will bring, as far as can be said. Buyers are counted in thousandths.
public struct ForecastWeek: Hashable, Sendable {
    /// Its Monday, or the first day asked for.
    public var from: CivilDay
    public var expectedMilli: Int64
    /// 95 weeks of 100 such weeks lie between these.
    public var lowMilli: Int64
    public var highMilli: Int64
    /// Follow-ups that the teams can do.
    public var capacity: Int
    /// How much more is expected than can be followed up this week; less than one buyer is none.
    public var overflowMilli: Int64
    /// What then waits at the week's end, weeks before included.
    public var waitingMilli: Int64
    /// Part of the expected that each campaign brings, in the order of the plan; the rest comes by itself.
    public var byCampaignMilli: [Int64]

    /// Even a poor week of its kind overflows.
    public var isCertain: Bool { lowMilli > Int64(capacity) * 1000 }
}

/// Something that would end an overflow. It is shown, never done by itself.
public enum ForecastProposal: Hashable, Sendable {
    /// Let through only so many of 1000 that qualify today: a higher bar.
    case raiseBar(weekFrom: CivilDay, keepPermille: Int)
    /// Begin this campaign so many days later, where there is room for it.
    case moveCampaign(name: String, byDays: Int)
}

extension ForecastProposal {
    /// In words.
    public var words: String {
        switch self {
        case .raiseBar(let week, let keep):
            "raise the bar in the week from \(week): let through \(keep) of 1000 that qualify today"
        case .moveCampaign(let name, let days): "begin “\(name)” \(days) days later"
        }
    }
}
