import WeirFacts

/// What Marketing and Sales agreed: every definition that decides who is handed over, when and why.
///
/// The text that both sides sign is YAML (`docs/agreement.md`); this is the same content, read and checked. A value
/// of this type is always a sound agreement: the only door in is `AgreementReader`.
/// Points, scores and weights are thousandths; durations of the fold are whole days.
public struct Agreement: Hashable, Sendable {
    public var name: String
    public var solution: String?
    /// IANA name; civil days are counted here.
    public var timeZone: String
    public var fiscalYearStarts: MonthDay
    /// Attributes beyond the standard ones, in the order written.
    public var declaredAttributes: [AttributeDeclaration]
    public var lists: [CompanyList]
    public var market: MarketDefinition
    public var buyingGroup: BuyingGroup
    public var categories: [Category]
    public var signals: [Signal]
    public var engagedAtMilli: Int64
    public var breadthMilli: UInt32
    public var echo: Echo?
    public var qualifiedAccount: QualifiedAccount
    public var qualifiedBuyer: QualifiedBuyer
    public var salesQualified: SalesQualified?
    public var gate: InboundGate?
    public var handOff: HandOff
    public var attribution: Attribution?

    public init(
        name: String, solution: String? = nil, timeZone: String, fiscalYearStarts: MonthDay = .january1,
        declaredAttributes: [AttributeDeclaration] = [], lists: [CompanyList] = [], market: MarketDefinition,
        buyingGroup: BuyingGroup, categories: [Category], signals: [Signal], engagedAtMilli: Int64,
        breadthMilli: UInt32 = 0, echo: Echo? = nil, qualifiedAccount: QualifiedAccount,
        qualifiedBuyer: QualifiedBuyer, salesQualified: SalesQualified? = nil, gate: InboundGate? = nil,
        handOff: HandOff = HandOff(), attribution: Attribution? = nil
    ) {
        self.name = name
        self.solution = solution
        self.timeZone = timeZone
        self.fiscalYearStarts = fiscalYearStarts
        self.declaredAttributes = declaredAttributes
        self.lists = lists
        self.market = market
        self.buyingGroup = buyingGroup
        self.categories = categories
        self.signals = signals
        self.engagedAtMilli = engagedAtMilli
        self.breadthMilli = breadthMilli
        self.echo = echo
        self.qualifiedAccount = qualifiedAccount
        self.qualifiedBuyer = qualifiedBuyer
        self.salesQualified = salesQualified
        self.gate = gate
        self.handOff = handOff
        self.attribution = attribution
    }
}

/// A day of every year: when the fiscal year starts.
public struct MonthDay: Hashable, Sendable {
    public var month: Int
    public var day: Int

    public init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }

    public static let january1 = MonthDay(month: 1, day: 1)
}

/// An attribute of companies and its type.
public struct AttributeDeclaration: Hashable, Sendable {
    public var name: String
    public var type: AttributeType

    public init(name: String, type: AttributeType) {
        self.name = name
        self.type = type
    }

    /// The attributes that need no declaration.
    public static let standard: [AttributeDeclaration] = [
        .init(name: "name", type: .text), .init(name: "domain", type: .text), .init(name: "industry", type: .text),
        .init(name: "country", type: .text), .init(name: "region", type: .text), .init(name: "city", type: .text),
        .init(name: "employees", type: .number), .init(name: "revenue", type: .number),
        .init(name: "founded", type: .number), .init(name: "parent", type: .text), .init(name: "tags", type: .set),
    ]
}

/// A list of companies by domain or name.
public struct CompanyList: Hashable, Sendable {
    public var name: String
    public var entries: [String]
    /// Set when the list stands in a file of its own; `entries` are then its lines once it was loaded.
    public var file: ExternalList?

    public init(name: String, entries: [String], file: ExternalList? = nil) {
        self.name = name
        self.entries = entries
        self.file = file
    }
}

/// A list kept beside the agreement, pinned by its hash, so that both sides sign it too.
public struct ExternalList: Hashable, Sendable {
    public var path: String
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    public var sha256: String

    public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
