/// The facts of many accounts as columns in memory.
public struct History: HistoryColumns {
    /// A change of an account's profile or of a buyer's title.
    public struct Note: Hashable, Sendable {
        /// The engagement of the account, counted from its first, that this note stands before.
        public var before: UInt32
        /// Days after the history's first day.
        public var day: UInt16
        /// The buyer, or ``Note/account``.
        public var buyer: UInt32
        /// A title's number; for the account, a profile's.
        public var value: UInt32

        public static let account = UInt32.max
        /// How many words of 32 bits a note takes in columns.
        public static let words = 4

        public init(before: UInt32, day: UInt16, buyer: UInt32, value: UInt32) {
            self.before = before
            self.day = day
            self.buyer = buyer
            self.value = value
        }
    }

    /// What an engagement was about: an asset, and the buyer it was shared with.
    public struct Exchange: Hashable, Sendable {
        public var content: UInt32
        /// `none` where it was shared with nobody.
        public var sharedWith: UInt32

        public static let none = UInt32.max

        public init(content: UInt32, sharedWith: UInt32 = Exchange.none) {
            self.content = content
            self.sharedWith = sharedWith
        }
    }

    /// Where an account's parts end, and what its columns hold.
    private struct Bounds {
        var engagements = 0
        var notes = 0
        var shares = 0
        var buyerCount = 0
        var hasManyBuyers = false
        var hasManyContents = false
    }

    /// Day 0 of the day columns, from 1970-01-01.
    public var firstDay: Int32
    /// One more than accounts; the first is where the first account begins.
    private var bounds: [Bounds] = [Bounds()]
    private var building = Bounds()
    private var days: [UInt16] = []
    private var buyers: [UInt16] = []
    private var buyersHigh: [UInt16] = []
    private var signals: [UInt16] = []
    private var contents: [UInt16] = []
    private var contentsHigh: [UInt16] = []
    private var shares: [UInt32] = []
    private var notes: [UInt32] = []

    public init(firstDay: Int32) {
        self.firstDay = firstDay
    }

    public var accountCount: Int { bounds.count - 1 }
    public var engagementCount: Int { days.count }

    public func engagementCount(of account: Int) -> Int {
        bounds[account + 1].engagements - bounds[account].engagements
    }

    /// Appends an engagement to the account being built.
    /// - Precondition: `content` is below 2^32 − 1.
    public mutating func append(day: UInt16, buyer: UInt32, signal: UInt16, exchange: Exchange? = nil) {
        if let exchange, exchange.sharedWith != Exchange.none {
            shares.append(UInt32(days.count - (bounds.last?.engagements ?? 0)))
            shares.append(exchange.sharedWith)
        }
        let content = exchange.map { $0.content + 1 } ?? 0
        days.append(day)
        signals.append(signal)
        buyers.append(UInt16(truncatingIfNeeded: buyer))
        buyersHigh.append(UInt16(buyer >> 16))
        contents.append(UInt16(truncatingIfNeeded: content))
        contentsHigh.append(UInt16(content >> 16))
        building.hasManyContents = building.hasManyContents || content >> 16 != 0
        meet(buyer)
        if let exchange, exchange.sharedWith != Exchange.none { meet(exchange.sharedWith) }
    }

    /// Appends a note to the account being built; it takes effect before the next engagement appended.
    public mutating func appendNote(day: UInt16, buyer: UInt32, value: UInt32) {
        notes.append(UInt32(days.count - (bounds.last?.engagements ?? 0)))
        notes.append(UInt32(day))
        notes.append(buyer)
        notes.append(value)
        if buyer != Note.account { meet(buyer) }
    }

    private mutating func meet(_ buyer: UInt32) {
        building.buyerCount = max(building.buyerCount, Int(buyer) + 1)
        building.hasManyBuyers = building.hasManyBuyers || buyer >> 16 != 0
    }

    /// Closes the account being built.
    public mutating func endAccount() {
        building.engagements = days.count
        building.notes = notes.count
        building.shares = shares.count
        bounds.append(building)
        building = Bounds()
    }

    public func withAccount<Result>(_ account: Int, _ body: (borrowing AccountRows) throws -> Result) rethrows
        -> Result
    {
        let from = bounds[account]
        let to = bounds[account + 1]
        let rows = from.engagements..<to.engagements
        let none = 0..<0
        return try body(
            AccountRows(
                days: days.span.extracting(rows), buyers: buyers.span.extracting(rows),
                buyersHigh: buyersHigh.span.extracting(to.hasManyBuyers ? rows : none),
                signals: signals.span.extracting(rows), contents: contents.span.extracting(rows),
                contentsHigh: contentsHigh.span.extracting(to.hasManyContents ? rows : none),
                shares: shares.span.extracting(from.shares..<to.shares),
                notes: notes.span.extracting(from.notes..<to.notes), buyerCount: to.buyerCount, firstDay: firstDay))
    }
}
