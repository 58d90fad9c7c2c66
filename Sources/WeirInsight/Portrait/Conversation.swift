import WeirFacts

/// Content that somebody shared with a colleague, and whether the colleague read it.
public struct ConversationShare: Hashable, Sendable {
    public var day: CivilDay
    public var sharer: String
    public var reader: String
    public var content: String?
    /// The day it was read; `nil` while it was not.
    public var readDay: CivilDay?
    /// To somebody more senior.
    public var isUpward: Bool

    public init(
        day: CivilDay, sharer: String, reader: String, content: String?, readDay: CivilDay?, isUpward: Bool
    ) {
        self.day = day
        self.sharer = sharer
        self.reader = reader
        self.content = content
        self.readDay = readDay
        self.isUpward = isUpward
    }
}

/// Something that happened at an account.
public struct TimelineEntry: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case engagement, share, raisedHand, entered, left, deal }

    public var day: CivilDay
    public var kind: Kind
    /// In a sentence: `Dana Ruiz, VP Marketing: whitepaper, “Pricing guide”`.
    public var words: String

    public init(day: CivilDay, kind: Kind, words: String) {
        self.day = day
        self.kind = kind
        self.words = words
    }
}
