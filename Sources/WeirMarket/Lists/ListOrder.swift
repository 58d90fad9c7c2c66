import WeirAgreement
import WeirFacts

/// What was ordered of a list vendor, a publisher or an SDR: how many people, where, in which part of the buying group.
///
/// As a CSV file it has the columns `company, domain, country, role, functions, levels, title_keywords, quantity,
/// required, price`, and `note` for whatever the buyer wants to say. See ``ListOrder/read(headers:rows:group:currency:)``.
public struct ListOrder: Hashable, Sendable {
    /// One line. What it leaves open asks nothing.
    public struct Line: Hashable, Sendable {
        /// The company ordered; with `domain` both `nil` for any company of the target market.
        public var company: String?
        public var domain: String?
        /// With a company it tells namesakes apart; without one, only companies of this country.
        public var country: String?
        /// Numbers of roles of the buying group, any of which will do.
        public var roles: [Int]
        /// Numbers of functions, any of which will do.
        public var functions: [Int]
        /// Numbers of levels, any of which will do.
        public var levels: [Int]
        /// Words, one of which must stand in the title; where `roles` are given, these decide, and the words only help
        /// the vendor to search.
        public var titleKeywords: [String]
        /// How many people; 1 or more.
        public var quantity: Int
        /// Fields that each line must carry, by their canonical names (`EvidenceField`).
        public var required: [String]
        /// For each accepted line.
        public var price: Money?
        public var note: String?

        public init(
            company: String? = nil, domain: String? = nil, country: String? = nil, roles: [Int] = [],
            functions: [Int] = [], levels: [Int] = [], titleKeywords: [String] = [], quantity: Int,
            required: [String] = [], price: Money? = nil, note: String? = nil
        ) {
            self.company = company
            self.domain = domain
            self.country = country
            self.roles = roles
            self.functions = functions
            self.levels = levels
            self.titleKeywords = titleKeywords
            self.quantity = quantity
            self.required = required.map(EvidenceField.canonical)
            self.price = price
            self.note = note
        }

        /// Whether any company of the target market will do.
        public var isForAnyTarget: Bool { company == nil && domain == nil }

        /// Whether the title decides.
        var asksOfTitle: Bool {
            !(roles.isEmpty && functions.isEmpty && levels.isEmpty && titleKeywords.isEmpty)
        }
    }

    public var lines: [Line]

    public init(lines: [Line]) { self.lines = lines }

    /// People ordered over all lines.
    public var quantity: Int { lines.reduce(0) { $0 + $1.quantity } }
}

/// What is wrong with an order's file: where, and how to mend it.
public struct OrderProblem: Hashable, Sendable, CustomStringConvertible {
    /// Line of the file, the header being 1.
    public var row: Int
    /// `nil` for the row as a whole.
    public var column: String?
    public var message: String

    public var description: String { "row \(row)" + (column.map { ", column \($0)" } ?? "") + ": \(message)" }
}

extension ListOrder {
    static let columns = [
        "company", "domain", "country", "role", "functions", "levels", "title_keywords", "quantity", "required",
        "price",
        "note",
    ]

    /// The order as CSV, which `read` takes back.
    public func csv(_ group: BuyingGroup) -> String {
        func names(_ numbers: [Int], _ all: [String]) -> String {
            numbers.map { all.indices.contains($0) ? all[$0] : "\($0)" }.joined(separator: "; ")
        }
        let header = CSVText.line(ListOrder.columns)
        return lines.reduce(into: header) { text, line in
            text += CSVText.line([
                line.company ?? "", line.domain ?? "", line.country ?? "",
                names(line.roles, group.roles.map(\.name)), names(line.functions, group.functions.map(\.name)),
                names(line.levels, group.levels.map(\.name)), line.titleKeywords.joined(separator: "; "),
                "\(line.quantity)", line.required.joined(separator: "; "), line.price?.description ?? "",
                line.note ?? "",
            ])
        }
    }

    /// One line in words: `2 × champion at Example Bank plc (title with marketing or brand), 45 EUR each`.
    public static func words(_ line: Line, _ group: BuyingGroup) -> String {
        var who: [String] = []
        if !line.roles.isEmpty { who.append(Words.list(line.roles.map { group.roles[$0].name }, "or")) }
        if !line.levels.isEmpty { who.append(Words.list(line.levels.map { group.levels[$0].name }, "or")) }
        if !line.functions.isEmpty {
            who.append("in " + Words.list(line.functions.map { group.functions[$0].name }, "or"))
        }
        var text = "\(Words.count(line.quantity)) × " + (who.isEmpty ? "person" : who.joined(separator: " "))
        if line.isForAnyTarget {
            text += " at any target account" + (line.country.map { " in \($0)" } ?? "")
        } else {
            text += " at \(line.company ?? line.domain ?? "")"
            if line.company != nil, let domain = line.domain { text += " (\(domain))" }
        }
        if !line.titleKeywords.isEmpty { text += ", title with \(Words.list(line.titleKeywords, "or"))" }
        if !line.required.isEmpty { text += ", with \(Words.list(line.required))" }
        if let price = line.price { text += ", \(Words.money(price)) each" }
        return text
    }
}
