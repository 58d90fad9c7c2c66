/// Why an act is thought to be a program's.
public struct AutomationVerdict: Hashable, Sendable {
    /// Stable names; they never change their meaning.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The browser names itself a robot or a tool.
        case robot = "robot"
        /// The browser says that a program drives it.
        case driven = "driven_by_program"
        case clickedTooSoon = "clicked_too_soon"
        case clickedManyLinks = "clicked_many_links"
        case tooFast = "too_fast"
    }

    public var reason: Reason
    /// For people: what was seen.
    public var sentence: String

    public init(_ reason: Reason, _ sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}

/// What the judge says of one event.
public struct Judgement: Hashable, Sendable {
    /// `nil`: a person's, as far as can be seen.
    public var verdict: AutomationVerdict?
    /// Message ids of events that passed before, and are now seen to be part of the same program's doing. The verdict
    /// that holds for them.
    public var alsoAutomated: [String]
    public var alsoVerdict: AutomationVerdict?

    public init(
        verdict: AutomationVerdict? = nil, alsoAutomated: [String] = [], alsoVerdict: AutomationVerdict? = nil
    ) {
        self.verdict = verdict
        self.alsoAutomated = alsoAutomated
        self.alsoVerdict = alsoVerdict
    }
}

/// From where on an act is no person's.
public struct AutomationLimits: Hashable, Sendable {
    /// Clicks so soon after their mail was sent are a mail filter's. Milliseconds.
    public var clickAfterSendingMillis: Int64
    /// So many different links of one mail…
    public var linksAtOnce: Int
    /// …within so short a time are a mail filter's. Milliseconds.
    public var linksWithinMillis: Int64
    /// So many acts in a browser…
    public var actsAtOnce: Int
    /// …within so short a time are a program's. Milliseconds.
    public var actsWithinMillis: Int64
    /// How many people the judge remembers; each takes about a kilobyte at most.
    public var peopleRemembered: Int

    public init(
        clickAfterSendingMillis: Int64 = 10_000, linksAtOnce: Int = 3, linksWithinMillis: Int64 = 5000,
        actsAtOnce: Int = 20, actsWithinMillis: Int64 = 10_000, peopleRemembered: Int = 50_000
    ) {
        self.clickAfterSendingMillis = clickAfterSendingMillis
        self.linksAtOnce = linksAtOnce
        self.linksWithinMillis = linksWithinMillis
        self.actsAtOnce = actsAtOnce
        self.actsWithinMillis = actsWithinMillis
        self.peopleRemembered = peopleRemembered
    }
}
