/// The facts of many accounts as columns: engagements sorted by account, then day, then order of recording, and
/// between them the *notes* that a fit or a persona changed.
///
/// Nothing here depends on an agreement: signals, titles and company profiles are numbers whose meaning under one
/// agreement a ``Reading`` gives. So one history serves every draft.
public struct History: Sendable {
    /// A change of an account's profile or of a buyer's title.
    public struct Note: Hashable, Sendable {
        /// The engagement of the account, counted from its first, that this note stands before.
        public var before: UInt32
        /// Days after ``History/firstDay``.
        public var day: UInt16
        /// The buyer, or ``Note/account``.
        public var buyer: UInt32
        /// A title's number; for the account, a profile's.
        public var value: UInt32

        public static let account = UInt32.max

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

    /// Day 0 of the day columns, from 1970-01-01.
    public var firstDay: Int32
    /// Where each account's engagements begin; one more entry than accounts.
    public var engagementStarts: [Int] = [0]
    /// Where each account's notes begin; one more entry than accounts.
    public var noteStarts: [Int] = [0]
    public var days: [UInt16] = []
    public var buyers: [UInt32] = []
    public var signals: [UInt16] = []
    /// Place in `exchanges` plus one; 0 where the engagement had no content.
    public var exchangeNumbers: [UInt32] = []
    public var exchanges: [Exchange] = []
    public var notes: [Note] = []

    public init(firstDay: Int32) {
        self.firstDay = firstDay
    }

    public var accountCount: Int { engagementStarts.count - 1 }
    public var engagementCount: Int { days.count }

    /// Appends an engagement to the account being built.
    public mutating func append(day: UInt16, buyer: UInt32, signal: UInt16, exchange: Exchange? = nil) {
        days.append(day)
        buyers.append(buyer)
        signals.append(signal)
        if let exchange {
            exchanges.append(exchange)
            exchangeNumbers.append(UInt32(exchanges.count))
        } else {
            exchangeNumbers.append(0)
        }
    }

    /// Appends a note to the account being built; it takes effect before the next engagement appended.
    public mutating func appendNote(day: UInt16, buyer: UInt32, value: UInt32) {
        let before = days.count - (engagementStarts.last ?? 0)
        notes.append(Note(before: UInt32(before), day: day, buyer: buyer, value: value))
    }

    /// Closes the account being built.
    public mutating func endAccount() {
        engagementStarts.append(days.count)
        noteStarts.append(notes.count)
    }
}

/// What a history's numbers mean under one agreement.
public struct Reading: Sendable {
    public struct Persona: Hashable, Sendable {
        public var role: Int?
        public var level: Int?

        public init(role: Int?, level: Int?) {
            self.role = role
            self.level = level
        }
    }

    public struct Fit: Hashable, Sendable {
        public var pointsMilli: Int64
        public var tier: Int

        public init(pointsMilli: Int64, tier: Int) {
            self.pointsMilli = pointsMilli
            self.tier = tier
        }
    }

    /// By the history's signal number: the agreement's; `nil` where the agreement does not know it.
    public var signals: [Int?]
    /// By title number.
    public var personas: [Persona]
    /// By profile number.
    public var fits: [Fit]

    public init(signals: [Int?], personas: [Persona], fits: [Fit]) {
        self.signals = signals
        self.personas = personas
        self.fits = fits
    }
}
