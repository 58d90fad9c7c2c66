import WeirAgreement
import WeirFacts

/// What Marketing delivered in one week, Monday to Sunday in the agreement's zone.
public struct MarketingWeek: Hashable, Sendable {
    /// Its Monday.
    public var week: CivilDay
    public var qualified: Int
    /// Of those qualified in this week, how many Sales accepted and refused so far.
    public var accepted: Int
    public var rejected: Int
    /// Those who went before Sales decided: their time ran out, or they fit no longer.
    public var gone: Int

    public init(week: CivilDay, qualified: Int = 0, accepted: Int = 0, rejected: Int = 0, gone: Int = 0) {
        self.week = week
        self.qualified = qualified
        self.accepted = accepted
        self.rejected = rejected
        self.gone = gone
    }
}

/// Whether Marketing kept its word, measured as strictly as Sales is.
public struct MarketingVerdict: Hashable, Sendable {
    public enum Standing: String, Hashable, Sendable {
        /// The week is not over, or nobody has decided yet, and the promise may still be kept.
        case due
        case kept
        case missed
        case notPromised = "not_promised"
    }

    public var week: CivilDay
    public var volume: Standing
    public var acceptance: Standing
    /// Accepted of those decided, permille; `nil` where nobody has decided.
    public var acceptedPermille: Int?
}

extension ServiceLevels.Marketing {
    /// Judges one week.
    /// - Parameter today: the civil day on which the question is asked.
    public func verdict(on week: MarketingWeek, today: CivilDay) -> MarketingVerdict {
        let isOver = week.week.distance(to: today) >= 7
        let decided = week.accepted + week.rejected
        return MarketingVerdict(
            week: week.week, volume: volume(week.qualified, isOver),
            acceptance: acceptance(week, decided: decided, isOver: isOver && decided + week.gone >= week.qualified),
            acceptedPermille: decided == 0 ? nil : week.accepted * 1000 / decided)
    }

    private func volume(_ qualified: Int, _ isOver: Bool) -> MarketingVerdict.Standing {
        guard qualifiedPerWeekAtLeast != nil || qualifiedPerWeekAtMost != nil else { return .notPromised }
        // Too many cannot be taken back, so that is missed at once.
        if let most = qualifiedPerWeekAtMost, qualified > most { return .missed }
        guard isOver else { return .due }
        return qualified >= qualifiedPerWeekAtLeast ?? 0 ? .kept : .missed
    }

    /// Judged when nobody of the week is left to decide about: until then early refusals would weigh too much.
    private func acceptance(_ week: MarketingWeek, decided: Int, isOver: Bool) -> MarketingVerdict.Standing {
        guard let least = acceptanceAtLeastPermille else { return .notPromised }
        guard isOver, decided > 0 else { return .due }
        return week.accepted * 1000 >= decided * least ? .kept : .missed
    }
}
