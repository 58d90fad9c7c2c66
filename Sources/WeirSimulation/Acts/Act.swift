/// The kinds of act people do in the simulated world, named as Northwind's agreement names them.
public enum WorldSignal: UInt8, Hashable, Sendable, CaseIterable {
    case pageViewed, pricingViewed, contentDownloaded, contentRead, contentShared
    case webinarAttended, eventMet, emailReplied, meetingHeld, unsubscribed, demoRequested

    /// The name in the agreement and in the files.
    public var name: String {
        switch self {
        case .pageViewed: "page_viewed"
        case .pricingViewed: "pricing_viewed"
        case .contentDownloaded: "content_downloaded"
        case .contentRead: "content_read"
        case .contentShared: "content_shared"
        case .webinarAttended: "webinar_attended"
        case .eventMet: "event_met"
        case .emailReplied: "email_replied"
        case .meetingHeld: "meeting_held"
        case .unsubscribed: "unsubscribed"
        case .demoRequested: "demo_requested"
        }
    }
}

/// The way by which an act came about.
public enum WorldChannel: UInt8, Hashable, Sendable, CaseIterable {
    case organic, direct, referral, email, paidSearch, paidSocial, syndication, webinar, event, sales

    /// The name in the files.
    public var name: String {
        switch self {
        case .organic: "organic"
        case .direct: "direct"
        case .referral: "referral"
        case .email: "email"
        case .paidSearch: "paid_search"
        case .paidSocial: "paid_social"
        case .syndication: "content_syndication"
        case .webinar: "webinar"
        case .event: "event"
        case .sales: "sales"
        }
    }
}

/// How much a row says about who acted.
enum Identity: UInt8 {
    /// The buyer's id and the account's.
    case known
    /// The buyer's e-mail address, nothing else.
    case emailOnly
    /// A visitor from the company's network.
    case domainOnly
    /// A visitor whom a vendor placed at the account.
    case accountOnly
    /// An id that is in no list of buyers.
    case stranger
}

/// What is true of an act and cannot be read from its row.
enum Automation: UInt8 {
    case none, linkScanner, crawler
}

/// One act, in 32 bytes, before it is written as a row.
struct Act {
    /// Number of the act in its account, from 1: the second half of its message id.
    var sequence: UInt32
    /// Day of the window, from 0, in UTC.
    var day: Int32
    /// Second of that day in UTC.
    var second: UInt32
    /// The share that this act answers, by its number, and who shared; 0 for none.
    var echoOf: UInt32 = 0
    var sharedBy: UInt16 = Act.nobody
    var buyer: UInt16
    /// Place of the colleague in the buying group; `nobody` if not a share.
    var sharedWith: UInt16 = Act.nobody
    var campaign: UInt16 = Campaign.none
    var content: UInt8 = Content.none
    var signal: WorldSignal
    var channel: WorldChannel = .direct
    var identity: Identity = .known
    var automation: Automation = .none

    static let nobody = UInt16.max
}

/// What people read: assets first, then pages of the web site.
enum Content {
    static let none = UInt8.max

    static let assets: [String] = {
        let topics = ["attribution", "pipeline", "forecast", "data-quality", "abm", "reporting", "privacy", "roi"]
        let kinds = ["guide", "white-paper", "case-study", "checklist", "benchmark", "buyers-guide"]
        return topics.flatMap { topic in kinds.map { "\(topic)-\($0)" } }
    }()
    /// Assets that belong together follow one another in groups of this size.
    static let assetsPerTopic = 6
    static let topics = 8

    static let pages = [
        "/", "/product", "/product/attribution", "/product/forecast", "/solutions/banking", "/solutions/insurance",
        "/solutions/software", "/customers", "/blog/pipeline-reviews", "/blog/quarter-end", "/docs/getting-started",
        "/about", "/careers", "/careers/data-engineer", "/pricing",
    ]
    static let ordinaryPages = 12
    static let careers = UInt8(48 + 12)
    static let pricing = UInt8(48 + 14)

    static let names: [String] = assets + pages
    /// 48 assets and 15 pages: a number, because every row asks.
    static let count = 63

    static func page(_ place: Int) -> UInt8 { UInt8(48 + place) }
}
