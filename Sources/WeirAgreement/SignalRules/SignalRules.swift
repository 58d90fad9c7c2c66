import WeirFacts

/// Which tracked events are which signals of an agreement, as `signals.yaml` of a workspace says it.
///
/// The first rule that fits an event decides. A value of this type is always sound and fits the agreement it was read
/// with; the only door in is ``SignalRulesReader``.
public struct SignalRules: Hashable, Sendable {
    public var rules: [SignalRule]

    public init(rules: [SignalRule] = []) {
        self.rules = rules
    }
}

/// One rule: what an event must be, and what it then is.
public struct SignalRule: Hashable, Sendable {
    /// The kinds of call that a rule may name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case identify, group, track, page, screen, alias
    }

    public enum Outcome: Hashable, Sendable {
        /// The signal's name in the agreement.
        case signal(String)
        /// Worth nothing on purpose; the text says why.
        case ignored(String)
    }

    /// Line of the file, from 1.
    public var line: Int
    /// Any of them; where empty, see ``takenKinds``.
    public var kinds: [Kind]
    /// Names of a track call, any of them; `*` stands for anything.
    public var events: [String]
    /// Names of a page or screen, any of them; `*` stands for anything.
    public var names: [String]
    /// Patterns of a page's path, any of them; `*` stands for anything but a slash, `**` for anything.
    public var paths: [String]
    /// All of them.
    public var properties: [PropertyTest]
    public var outcome: Outcome
    public var content: ValueSource?
    public var sharedWith: ValueSource?
    public var campaign: ValueSource?
    public var channel: ValueSource?

    public init(
        line: Int = 0, kinds: [Kind] = [], events: [String] = [], names: [String] = [], paths: [String] = [],
        properties: [PropertyTest] = [], outcome: Outcome, content: ValueSource? = nil, sharedWith: ValueSource? = nil,
        campaign: ValueSource? = nil, channel: ValueSource? = nil
    ) {
        self.line = line
        self.kinds = kinds
        self.events = events
        self.names = names
        self.paths = paths
        self.properties = properties
        self.outcome = outcome
        self.content = content
        self.sharedWith = sharedWith
        self.campaign = campaign
        self.channel = channel
    }

    /// The kinds of call it takes: those it names; else track calls where it names events, pages and screens where it
    /// names those or their paths, and all three where it names none.
    public var takenKinds: [Kind] {
        if !kinds.isEmpty { return kinds }
        if !events.isEmpty { return [.track] }
        return names.isEmpty && paths.isEmpty ? [.track, .page, .screen] : [.page, .screen]
    }
}

/// What a property of an event must be.
public struct PropertyTest: Hashable, Sendable {
    public enum Condition: Hashable, Sendable {
        /// Any of them, whatever their case.
        case oneOf([String])
        /// `*` stands for anything.
        case pattern(String)
        case atLeast(FixedNumber)
        case atMost(FixedNumber)
        case isPresent(Bool)
    }

    /// The property, or the way to it through nested ones: `form.id`.
    public var path: String
    public var condition: Condition

    public init(path: String, condition: Condition) {
        self.path = path
        self.condition = condition
    }
}

/// Where a detail of an engagement comes from.
public enum ValueSource: Hashable, Sendable {
    /// The same for every event of the rule.
    case fixed(String)
    case property(String)
    case trait(String)
    case page(PageField)
    case campaign(CampaignField)
    case name

    public enum PageField: String, Hashable, Sendable, CaseIterable { case path, url, title, referrer }
    public enum CampaignField: String, Hashable, Sendable, CaseIterable { case name, source, medium, term, content }
}
