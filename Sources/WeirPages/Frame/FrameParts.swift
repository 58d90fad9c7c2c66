import WeirFacts

/// Where the page's style and script lie. Addresses carry a hash, so that browsers may keep them for ever.
public struct FrameAssets: Hashable, Sendable {
    public var stylesheet: HTMLAddress
    public var script: HTMLAddress
    /// `nil` where the program was built without htmx; every page works without it.
    public var htmx: HTMLAddress?

    public init(stylesheet: HTMLAddress, script: HTMLAddress, htmx: HTMLAddress? = nil) {
        self.stylesheet = stylesheet
        self.script = script
        self.htmx = htmx
    }
}

/// Who reads the page.
public struct FrameVisitor: Hashable, Sendable {
    public var name: String
    /// `marketing operations`.
    public var roleWords: String
    /// Goes into every form as `csrf`.
    public var csrf: String
    /// What stands in the rail: what the role uses.
    public var rooms: [Room]

    public init(name: String, roleWords: String, csrf: String, rooms: [Room]) {
        self.name = name
        self.roleWords = roleWords
        self.csrf = csrf
        self.rooms = rooms
    }

    /// The hidden field that proves that a form came from this person's page.
    public var csrfField: HTMLElement { input(.type(.hidden), .name("csrf"), .value(csrf)) }
}

/// The agreement in force, for the bar.
public struct FrameAgreement: Hashable, Sendable {
    public var version: Int
    /// Who signed; `nil` while that side has not.
    public var marketing: String?
    public var sales: String?

    public init(version: Int, marketing: String?, sales: String?) {
        self.version = version
        self.marketing = marketing
        self.sales = sales
    }
}

/// A key of the page, for its help.
public struct KeyHint: Hashable, Sendable {
    public var key: String
    public var words: String

    public init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }
}

public enum Theme: String, Hashable, Sendable, CaseIterable { case auto, light, dark }

/// The day that a page is read as of.
public struct FrameTime: Hashable, Sendable {
    public var today: CivilDay
    /// `nil`: as of today.
    public var asOf: CivilDay?
    /// The page's own path and query, which the choice of a day keeps.
    public var path: String
    public var query: [(name: String, value: String)]

    public init(today: CivilDay, asOf: CivilDay?, path: String, query: [(name: String, value: String)]) {
        self.today = today
        self.asOf = asOf
        self.path = path
        self.query = query
    }

    public static func == (left: FrameTime, right: FrameTime) -> Bool {
        left.today == right.today && left.asOf == right.asOf && left.path == right.path
            && left.query.elementsEqual(right.query) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(today)
        hasher.combine(asOf)
        hasher.combine(path)
    }
}
