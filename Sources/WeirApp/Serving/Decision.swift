import WeirFacts

/// A change of status as it was decided. Decisions are never rewritten: what a late fact changes is decided anew.
public struct Decision: Hashable, Sendable {
    public enum Change: String, Hashable, Sendable { case entered, left }

    /// Why it was decided then.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// A fact, named in ``Decision/fact``.
        case fact
        /// A day began.
        case day
        /// A fact about a day that had been decided already, or about who belongs to whom.
        case late
        /// Another agreement came into force.
        case agreement
        /// Facts were imported.
        case imported = "import"
    }

    /// Place in the feed, from 1, without gaps.
    public var id: Int64
    /// `acc_7`.
    public var account: String
    /// `buy_7`; `nil` where it is about the account.
    public var buyer: String?
    public var change: Change
    /// The account's score or the buyer's engagement at that moment, millipoints.
    public var scoreMilli: Int64
    /// The civil day it holds from, in the agreement's time zone.
    public var day: CivilDay
    public var cause: Cause
    /// Place of the fact in the ledger.
    public var fact: Int64?
    public var agreementVersion: Int
    public var decidedAt: Instant

    package init(
        id: Int64, account: String, buyer: String?, change: Change, scoreMilli: Int64, day: CivilDay, cause: Cause,
        fact: Int64?, agreementVersion: Int, decidedAt: Instant
    ) {
        self.id = id
        self.account = account
        self.buyer = buyer
        self.change = change
        self.scoreMilli = scoreMilli
        self.day = day
        self.cause = cause
        self.fact = fact
        self.agreementVersion = agreementVersion
        self.decidedAt = decidedAt
    }
}
