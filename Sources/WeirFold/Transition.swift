/// A change of status: an account or a buyer became qualified, or stopped being so.
public struct Transition: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        case account
        /// Number of the buyer in its account.
        case buyer(Int)
    }

    public enum Change: Hashable, Sendable { case entered, left }

    /// Civil day, from 1970-01-01.
    public var day: Int32
    /// Position of the fact after which it happened, as the caller numbers facts; `nil` at a day's start.
    public var fact: Int?
    public var subject: Subject
    public var change: Change
    /// The account's score or the buyer's engagement at that moment, millipoints.
    public var scoreMilli: Int64
    /// An account that entered: a raised hand let it in, the gate alone would not have.
    public var byRaisedHand: Bool

    public init(
        day: Int32, fact: Int?, subject: Subject, change: Change, scoreMilli: Int64, byRaisedHand: Bool = false
    ) {
        self.day = day
        self.fact = fact
        self.subject = subject
        self.change = change
        self.scoreMilli = scoreMilli
        self.byRaisedHand = byRaisedHand
    }
}
