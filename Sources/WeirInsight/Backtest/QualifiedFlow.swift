import WeirFacts

/// How many entered and left, and how many were in: for accounts or for buyers.
public struct QualifiedFlow: Hashable, Sendable {
    /// In when the period began.
    public var opening: Int
    /// Spells that began in the period.
    public var entered: Int
    /// Different accounts or buyers among them.
    public var enteredDistinct: Int
    public var left: Int
    public var leftDistinct: Int
    /// In at the end of the period. INVARIANT: opening + entered − left.
    public var closing: Int
}

/// A week, Monday to Sunday, of the period.
public struct FlowWeek: Hashable, Sendable {
    public var monday: CivilDay
    /// Whether the period covers only a part of it.
    public var isPartial: Bool
    public var accountsEntered: Int
    public var accountsLeft: Int
    /// Qualified accounts at the week's end.
    public var accountStock: Int
    public var buyersEntered: Int
    public var buyersLeft: Int
    public var buyerStock: Int
    /// Follow-ups the teams can do that week; `nil` without teams.
    public var capacity: Int?

    /// Newly qualified buyers beyond what the teams can follow up.
    public var overCapacity: Int { max(0, buyersEntered - (capacity ?? .max)) }
}

/// Entries and exits of the period, week by week, against the teams' capacity.
public struct BacktestFlow: Hashable, Sendable {
    public var accounts: QualifiedFlow
    public var buyers: QualifiedFlow
    public var weeks: [FlowWeek]

    public var weeksOverCapacity: [FlowWeek] { weeks.filter { $0.overCapacity > 0 } }
    public var hasCapacity: Bool { weeks.contains { $0.capacity != nil } }

    init(_ timeline: BacktestTimeline) {
        let input = timeline.input
        let accountStays = BacktestFlow.accountStays(timeline)
        let buyerStays = BacktestFlow.buyerStays(timeline)
        accounts = QualifiedFlow(accountStays, from: input.from)
        buyers = QualifiedFlow(buyerStays, from: input.from)
        let mondays = stride(from: input.from.startOfWeek, through: input.to, by: 7)
        weeks = mondays.map { monday in
            FlowWeek(
                monday: monday, isPartial: monday < input.from || monday.advanced(by: 6) > input.to,
                accountsEntered: 0, accountsLeft: 0, accountStock: 0, buyersEntered: 0, buyersLeft: 0, buyerStock: 0,
                capacity: input.capacity?.inWeek(of: monday))
        }
        for stay in accountStays {
            if let week = week(of: stay.entered, since: input.from) { weeks[week].accountsEntered += 1 }
            if let week = stay.left.flatMap({ self.week(of: $0, since: input.from) }) { weeks[week].accountsLeft += 1 }
        }
        for stay in buyerStays {
            if let week = week(of: stay.entered, since: input.from) { weeks[week].buyersEntered += 1 }
            if let week = stay.left.flatMap({ self.week(of: $0, since: input.from) }) { weeks[week].buyersLeft += 1 }
        }
        sumStocks()
    }

    static func accountStays(_ timeline: BacktestTimeline) -> [Stay] {
        timeline.histories.flatMap { history in
            history.spells.map { Stay(id: $0.accountID, entered: $0.entered, left: $0.left) }
        }
    }

    static func buyerStays(_ timeline: BacktestTimeline) -> [Stay] {
        let last = timeline.input.to
        return timeline.input.buyerSpells.filter { $0.entered <= last }.map {
            Stay(id: $0.buyerID, entered: $0.entered, left: $0.left.flatMap { $0 <= last ? $0 : nil })
        }
    }

    private func week(of day: CivilDay, since from: CivilDay) -> Int? {
        day < from ? nil : from.startOfWeek.distance(to: day) / 7
    }

    private mutating func sumStocks() {
        var accountStock = accounts.opening
        var buyerStock = buyers.opening
        for week in weeks.indices {
            accountStock += weeks[week].accountsEntered - weeks[week].accountsLeft
            buyerStock += weeks[week].buyersEntered - weeks[week].buyersLeft
            weeks[week].accountStock = accountStock
            weeks[week].buyerStock = buyerStock
        }
    }
}

/// A spell of an account or a buyer alike.
struct Stay {
    var id: String
    var entered: CivilDay
    var left: CivilDay?
}

extension QualifiedFlow {
    init(_ stays: [Stay], from: CivilDay) {
        let entries = stays.filter { $0.entered >= from }
        let exits = stays.filter { ($0.left ?? .max) >= from && $0.left != nil }
        opening = stays.count { $0.entered < from && ($0.left ?? .max) >= from }
        entered = entries.count
        enteredDistinct = Set(entries.map(\.id)).count
        left = exits.count
        leftDistinct = Set(exits.map(\.id)).count
        closing = stays.count { $0.left == nil }
    }
}
