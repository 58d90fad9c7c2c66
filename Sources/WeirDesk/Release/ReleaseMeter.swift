import WeirAgreement
import WeirFacts

/// The weir of one team: how many more may be handed over now.
///
/// A member's load on a day is the work they still hold unanswered in the morning and what they were given since. A
/// buyer is handed over only while some member's load is below their capacity, the team's load below the team's, and
/// no faster than the open hours of the day pass. Raised hands pass at once, and count in the load.
public struct ReleaseMeter: Hashable, Sendable {
    /// What one member holds and got on the meter's day.
    public struct Load: Hashable, Sendable, Codable {
        /// Unanswered when the day began.
        public var carried = 0
        /// Handed over by the meter.
        public var released = 0
        /// Raised hands, work of others, and what was given by hand.
        public var besides = 0

        public init(carried: Int = 0, released: Int = 0, besides: Int = 0) {
            self.carried = carried
            self.released = released
            self.besides = besides
        }

        public var total: Int { carried + released + besides }
    }

    public private(set) var day: CivilDay
    public private(set) var loads: [String: Load] = [:]
    /// In the order of release.
    public private(set) var waiting: [WaitingBuyer] = []
    /// The same by name, so that their places need not be searched for.
    private var named: [String: WaitingBuyer] = [:]
    private var order: [ReleaseRule.Order]

    public init(order: [ReleaseRule.Order], day: CivilDay) {
        self.order = order
        self.day = day
    }

    /// A meter as it stood.
    init(order: [ReleaseRule.Order], day: CivilDay, loads: [String: Load], waiting: [WaitingBuyer]) {
        self.init(order: order, day: day)
        self.loads = loads
        self.waiting = waiting.sorted { $0.precedes($1, order: order) }
        for buyer in waiting { named[buyer.buyer] = buyer }
    }

    /// Who waits under a name.
    subscript(buyer: String) -> WaitingBuyer? { named[buyer] }

    /// Goes back to where it stood on its day.
    mutating func stand(at day: CivilDay, _ loads: [String: Load]) {
        (self.day, self.loads) = (day, loads)
    }

    /// Another order counts from now on.
    mutating func reorder(_ order: [ReleaseRule.Order]) {
        self.order = order
        waiting.sort { $0.precedes($1, order: order) }
    }

    /// Begins a day.
    /// - Parameter carried: unanswered hand-offs by member.
    mutating func begin(_ day: CivilDay, carried: [String: Int]) {
        self.day = day
        loads = carried.mapValues { Load(carried: $0) }
    }

    /// Puts a buyer in their place.
    mutating func enqueue(_ buyer: WaitingBuyer) {
        waiting.insert(buyer, at: index(of: buyer))
        named[buyer.buyer] = buyer
    }

    mutating func remove(_ buyer: String) -> WaitingBuyer? {
        named.removeValue(forKey: buyer).map { waiting.remove(at: index(of: $0)) }
    }

    /// Where a buyer waits, or would.
    private func index(of buyer: WaitingBuyer) -> Int {
        var (low, high) = (0, waiting.count)
        while low < high {
            let middle = (low + high) / 2
            if waiting[middle].precedes(buyer, order: order) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func count(_ member: String, released: Bool) {
        if released {
            loads[member, default: Load()].released += 1
        } else {
            loads[member, default: Load()].besides += 1
        }
    }

    /// How many the team may get on a day, all present members counted, at quarter's end fewer.
    public static func limit(_ roster: Roster, on day: CivilDay, permille: Int) -> Int {
        roster.capacity(on: day) * permille / 1000
    }

    /// How many more may be handed over now.
    ///
    /// - Parameters:
    ///   - openMillis: open time of the day until now; `dayMillis`: of the whole day. The first is handed over when the
    ///     day opens, the last when there is time left to follow it up: of `r`, the `k`th when `(k − 1) ÷ r` of the
    ///     first three quarters of the day have passed.
    public func allowance(roster: Roster, permille: Int, openMillis: Int64, dayMillis: Int64) -> Int {
        let room = room(roster, permille)
        guard dayMillis > 0, room > 0 else { return 0 }
        let byNow = min(room, room * openMillis * 4 / (dayMillis * 3) + 1)
        return Int(max(byNow - released, 0))
    }

    /// How much of the day's open time has passed when one more may be handed over; `nil`: not on this day.
    func openMillisForNext(roster: Roster, permille: Int, dayMillis: Int64) -> Int64? {
        let room = room(roster, permille)
        guard dayMillis > 0, released < room else { return nil }
        return (released * dayMillis * 3 + room * 4 - 1) / (room * 4)
    }

    /// What the meter may hand over on its day.
    private func room(_ roster: Roster, _ permille: Int) -> Int64 {
        let held = loads.values.reduce(0) { $0 + $1.carried + $1.besides }
        return Int64(max(ReleaseMeter.limit(roster, on: day, permille: permille) - held, 0))
    }

    private var released: Int64 { Int64(loads.values.reduce(0) { $0 + $1.released }) }

    /// Whether a member can take one more on the meter's day.
    public func hasRoom(_ member: TeamMember) -> Bool {
        (loads[member.name]?.total ?? 0) < member.capacity(on: day)
    }

    /// The place of a buyer who waits, from 1; `nil` if they do not wait here.
    public func place(of buyer: String) -> Int? { named[buyer].map { index(of: $0) + 1 } }

    /// The day on which the buyer at a place is expected to be handed over, if nobody better comes and all work is
    /// answered in time; `nil` if not within a year.
    ///
    /// - Parameter limit: what the team may get on a day.
    public func expectedDay(place: Int, limit: (CivilDay) -> Int) -> CivilDay? {
        var left = place - max(limit(day) - loads.values.reduce(0) { $0 + $1.total }, 0)
        var next = day
        for _ in 0..<366 where left > 0 {
            next = next.advanced(by: 1)
            left -= limit(next)
        }
        return left > 0 ? nil : next
    }
}
