import WeirFacts

/// Why a line of a list is not accepted.
public struct LineReason: Hashable, Sendable, Codable {
    /// In the order in which they lead: the company first, then the person, the address, the papers.
    public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// The cells stand under the wrong headings; nothing else of the line can be judged then.
        case movedColumns = "moved_columns"
        /// The company is known, and not in the target market.
        case outsideTarget = "outside_target"
        /// Too little is known of the company to tell.
        case targetNotTold = "target_not_told"
        case companyUnknown = "company_unknown"
        /// A target, but not among what was ordered.
        case notOrdered = "not_ordered"
        case unreadableTitle = "unreadable_title"
        case wrongFunction = "wrong_function"
        case wrongLevel = "wrong_level"
        case wrongRole = "wrong_role"
        /// The title has none of the words ordered.
        case wrongTitle = "wrong_title"
        case duplicate
        case knownBuyer = "known_buyer"
        case disposableMail = "disposable_mail"
        case freeMail = "free_mail"
        case roleAddress = "role_address"
        case undeliverable
        case missingEvidence = "missing_evidence"
        case overQuantity = "over_quantity"
    }

    public var code: Code
    /// In plain words, for the vendor to read.
    public var sentence: String

    public init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}

extension LineReason.Code {
    /// As a heading of a report.
    public var inWords: String {
        switch self {
        case .movedColumns: "columns of the line are moved"
        case .outsideTarget: "company outside the target market"
        case .targetNotTold: "too little known of the company"
        case .companyUnknown: "company not known"
        case .notOrdered: "company not ordered"
        case .unreadableTitle: "title says neither function nor level"
        case .wrongFunction: "wrong function"
        case .wrongLevel: "wrong level"
        case .wrongRole: "wrong role"
        case .wrongTitle: "title without the words ordered"
        case .duplicate: "duplicate within the list"
        case .knownBuyer: "person known already"
        case .disposableMail: "throw-away address"
        case .freeMail: "private address"
        case .roleAddress: "a department's address"
        case .undeliverable: "address cannot be delivered to"
        case .missingEvidence: "evidence missing"
        case .overQuantity: "more than ordered"
        }
    }
}

/// What was decided of one line.
public struct LineVerdict: Hashable, Sendable {
    /// Line of the vendor's file.
    public var line: Int
    /// Every reason, the leading one first; none for an accepted line.
    public var reasons: [LineReason]
    /// Number of the order's line it counts for, from 0; of a rejected one, that it came closest to.
    public var orderLine: Int?
    /// The company, where it is sure which one is meant.
    public var company: CompanyCandidate?
    /// Number of the role by the title.
    public var role: Int?
    /// What it costs: the order line's price, if it is accepted.
    public var price: Money?

    public var isAccepted: Bool { reasons.isEmpty }
}
