import WeirFacts

/// Stock and flow of the accounts through the stages, for any period: what came in, what moved on, what fell out.
public struct Waterfall: Hashable, Sendable {
    /// What a number of the waterfall counts.
    public enum Count: String, Hashable, Sendable, CaseIterable {
        /// In the stage when the period began, and at its end.
        case opening, closing
        /// Came to the stage in the period.
        case entered
        /// Of those that were there or came: moved on, or fell out, in the period.
        case advanced, lost
        /// Of those that came in the period: reached the next stage by its end.
        case converted
    }

    public struct Row: Hashable, Sendable {
        public var stage: WaterfallStage
        public var opening: Int
        public var entered: Int
        public var advanced: Int
        public var lost: Int
        public var closing: Int
        /// Of the entrants of the period, those that reached the next stage by its end; `nil` for the last stage.
        public var conversion: Share?
        /// Days from this stage to the next, of those; `nil` where there are none.
        public var medianDays: Int?
    }

    public var from: CivilDay
    public var to: CivilDay
    public var rows: [Row]

    /// - Precondition: `from` ≤ `to`.
    public init(_ journeys: [AccountJourney], from: CivilDay, to: CivilDay) {
        self.from = from
        self.to = to
        rows = WaterfallStage.allCases.map { stage in
            let counts = Count.allCases.map { count in
                journeys.count { Waterfall.has($0, count, stage, from: from, to: to) }
            }
            let days = journeys.filter { Waterfall.has($0, .converted, stage, from: from, to: to) }
                .compactMap { Waterfall.days($0, stage) }
            return Row(
                stage: stage, opening: counts[0], entered: counts[2], advanced: counts[3], lost: counts[4],
                closing: counts[1], conversion: stage.next == nil ? nil : Share(counts[5], of: counts[2]),
                medianDays: DayDistribution(days, limit: 3650).median)
        }
    }

    /// Whether an account is among those that a number counts: so that every number opens its own list.
    public static func has(
        _ journey: AccountJourney, _ count: Count, _ stage: WaterfallStage, from: CivilDay, to: CivilDay
    ) -> Bool {
        let arrival = journey.arrival(stage)
        switch count {
        case .opening: return journey.stage(on: from.advanced(by: -1)) == stage
        case .closing: return journey.stage(on: to) == stage
        case .entered: return arrival.map { $0 >= from && $0 <= to } ?? false
        case .advanced:
            guard let next = stage.next.flatMap(journey.arrival) else { return false }
            return next >= from && next <= to
        case .lost:
            guard let lost = journey.lostDay, lost >= from, lost <= to else { return false }
            return journey.stage(on: lost.advanced(by: -1)) == stage || arrival == lost
        case .converted:
            guard let arrival, arrival >= from, arrival <= to else { return false }
            return stage.next.flatMap(journey.arrival).map { $0 <= to } ?? false
        }
    }

    private static func days(_ journey: AccountJourney, _ stage: WaterfallStage) -> Int? {
        guard let arrival = journey.arrival(stage), let next = stage.next.flatMap(journey.arrival) else { return nil }
        return max(0, arrival.distance(to: next))
    }
}

extension BacktestInput {
    /// The ways of all accounts that were ever qualified, in the order of the accounts.
    public var journeys: [AccountJourney] {
        let spells = Dictionary(grouping: accountSpells, by: \.accountID)
        let answers = Dictionary(grouping: dispositions, by: \.accountID)
        let deals = Dictionary(grouping: opportunities, by: \.accountID)
        return accounts.compactMap { account in
            guard let own = spells[account.id] else { return nil }
            return AccountJourney(
                account, spells: own, answers: answers[account.id] ?? [], opportunities: deals[account.id] ?? [])
        }
    }
}
