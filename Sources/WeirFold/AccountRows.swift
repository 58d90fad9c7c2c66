/// The facts of one account as columns: its engagements sorted by day, then by order of recording, and between them
/// the *notes* that its fit or a buyer's persona changed.
///
/// Borrowed from whoever keeps the columns, arrays or a mapped file. Numbers above 65,535 are kept in two halves, so
/// that an engagement takes eight bytes in all but the largest accounts.
public struct AccountRows: ~Escapable {
    /// Days after `firstDay`.
    public let days: Span<UInt16>
    /// Low half of the buyer's number in the account.
    public let buyers: Span<UInt16>
    /// High half of the buyer's number; empty where it is 0 throughout.
    public let buyersHigh: Span<UInt16>
    public let signals: Span<UInt16>
    /// Low half of the content's number plus one; 0 is none.
    public let contents: Span<UInt16>
    /// High half of the same; empty where it is 0 throughout.
    public let contentsHigh: Span<UInt16>
    /// With whom contents were shared, in order of engagement: its place, then the buyer.
    public let shares: Span<UInt32>
    /// Four words a note, see ``History/Note``: the engagement that it stands before, the day, the buyer, the value.
    public let notes: Span<UInt32>
    /// How many buyers the account has: one more than the highest number.
    public let buyerCount: Int
    /// Day 0 of the days, from 1970-01-01.
    public let firstDay: Int32
    /// Number of the account's first profile; its notes count on from there.
    public let firstProfile: Int

    /// - Precondition: the columns of engagements are equally long, or empty where that is said; every buyer is below
    ///   `buyerCount`, which reading checks again.
    @_lifetime(
        copy days, copy buyers, copy buyersHigh, copy signals, copy contents, copy contentsHigh, copy shares,
        copy notes)
    public init(
        days: Span<UInt16>, buyers: Span<UInt16>, buyersHigh: Span<UInt16>, signals: Span<UInt16>,
        contents: Span<UInt16>, contentsHigh: Span<UInt16>, shares: Span<UInt32>, notes: Span<UInt32>,
        buyerCount: Int, firstDay: Int32, firstProfile: Int = 0
    ) {
        precondition(buyers.count == days.count && signals.count == days.count && contents.count == days.count)
        precondition(buyersHigh.isEmpty || buyersHigh.count == days.count)
        precondition(contentsHigh.isEmpty || contentsHigh.count == days.count)
        precondition(shares.count % 2 == 0 && notes.count % History.Note.words == 0)
        self.days = days
        self.buyers = buyers
        self.buyersHigh = buyersHigh
        self.signals = signals
        self.contents = contents
        self.contentsHigh = contentsHigh
        self.shares = shares
        self.notes = notes
        self.buyerCount = buyerCount
        self.firstDay = firstDay
        self.firstProfile = firstProfile
    }

    public var engagementCount: Int { days.count }
    public var noteCount: Int { notes.count / History.Note.words }

    /// A note; the value of one of the account's own is the profile's number among all.
    public func note(_ number: Int) -> History.Note {
        let first = number * History.Note.words
        let buyer = notes[first + 2]
        let base = buyer == History.Note.account ? UInt32(truncatingIfNeeded: firstProfile) : 0
        return History.Note(
            before: notes[first], day: UInt16(truncatingIfNeeded: notes[first + 1]), buyer: buyer,
            value: notes[first + 3] &+ base)
    }

    /// Number of the buyer of an engagement.
    @inline(__always)
    public func buyer(_ row: Int) -> Int {
        buyersHigh.isEmpty ? Int(buyers[row]) : Int(buyers[row]) | Int(buyersHigh[row]) << 16
    }

    /// Number of the content of an engagement plus one; 0 is none.
    @inline(__always)
    public func content(_ row: Int) -> Int {
        contentsHigh.isEmpty ? Int(contents[row]) : Int(contents[row]) | Int(contentsHigh[row]) << 16
    }

    /// The buyer with whom an engagement's content was shared, found by halving.
    public func sharedWith(_ row: Int) -> Int? {
        var low = 0
        var high = shares.count / 2
        while low < high {
            let middle = (low + high) / 2
            if Int(shares[middle * 2]) < row { low = middle + 1 } else { high = middle }
        }
        guard low < shares.count / 2, Int(shares[low * 2]) == row else { return nil }
        return Int(shares[low * 2 + 1])
    }

    /// Day of the account's first fact, from 1970-01-01; `nil` without facts.
    var firstFactDay: Int32? {
        let engaged = days.isEmpty ? nil : firstDay + Int32(days[0])
        guard noteCount > 0 else { return engaged }
        let noted = firstDay + Int32(note(0).day)
        return engaged.map { min($0, noted) } ?? noted
    }

    /// The first engagement after a day, found by halving; the number of engagements if none is.
    /// - Parameter day: from 1970-01-01.
    func firstEngagement(after day: Int32) -> Int {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if firstDay + Int32(days[middle]) <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Many accounts' facts, kept somewhere as columns.
///
/// Nothing in them depends on an agreement: signals, titles and company profiles are numbers whose meaning under one
/// agreement a ``Reading`` gives. So one history serves every draft.
public protocol HistoryColumns: Sendable {
    /// Day 0 of the day columns, from 1970-01-01.
    var firstDay: Int32 { get }
    var accountCount: Int { get }
    var engagementCount: Int { get }

    func engagementCount(of account: Int) -> Int

    /// The numbers of the profiles that an account has had, among all profiles; `nil` where only its notes tell.
    func profiles(of account: Int) -> Range<Int>?

    /// Lends the facts of an account, by its number from 0.
    func withAccount<Result>(_ account: Int, _ body: (borrowing AccountRows) throws -> Result) rethrows -> Result
}

extension HistoryColumns {
    public func profiles(of account: Int) -> Range<Int>? { nil }
}
