import WeirAgreement
import WeirFacts

/// What a vendor delivered against what was ordered.
public struct ListReport: Hashable, Sendable, Encodable {
    /// How often a reason was given.
    public struct ReasonCount: Hashable, Sendable, Encodable {
        public var code: LineReason.Code
        /// Lines that it leads on; these sum to the lines rejected.
        public var leading: Int
        /// Lines that have it at all.
        public var all: Int
        /// The first lines that it leads on, in words.
        public var examples: [String]
    }

    /// A line of the order.
    public struct OrderLine: Hashable, Sendable, Encodable {
        /// From 1.
        public var number: Int
        public var inWords: String
        public var ordered: Int
        public var accepted: Int
        /// Still to come.
        public var open: Int { ordered - accepted }
        /// `nil` where the order names no price.
        public var price: String?
        public var cost: String?

        private enum Keys: String, CodingKey { case number, inWords, ordered, accepted, open, price, cost }

        public func encode(to encoder: any Encoder) throws {
            var keyed = encoder.container(keyedBy: Keys.self)
            try keyed.encode(number, forKey: .number)
            try keyed.encode(inWords, forKey: .inWords)
            try keyed.encode(ordered, forKey: .ordered)
            try keyed.encode(accepted, forKey: .accepted)
            try keyed.encode(open, forKey: .open)
            try keyed.encodeIfPresent(price, forKey: .price)
            try keyed.encodeIfPresent(cost, forKey: .cost)
        }
    }

    public var vendor: String?
    public private(set) var lines = 0
    public private(set) var accepted = 0
    public var rejected: Int { lines - accepted }
    public private(set) var reasons: [ReasonCount]
    public private(set) var orderLines: [OrderLine]
    /// What the accepted lines cost, a sum for each currency, by currency.
    public private(set) var costs: [Money] = []
    private let mostExamples: Int
    private let prices: [Money?]

    public init(_ order: ListOrder, group: BuyingGroup, vendor: String? = nil, examples: Int = 3) {
        self.vendor = vendor
        mostExamples = examples
        reasons = LineReason.Code.allCases.map { ReasonCount(code: $0, leading: 0, all: 0, examples: []) }
        prices = order.lines.map(\.price)
        orderLines = order.lines.enumerated().map { number, line in
            OrderLine(
                number: number + 1, inWords: ListOrder.words(line, group), ordered: line.quantity, accepted: 0,
                price: line.price?.description)
        }
    }

    /// Counts a line that was judged.
    public mutating func add(_ verdict: LineVerdict) {
        lines += 1
        guard let leading = verdict.reasons.first else {
            accepted += 1
            if let number = verdict.orderLine { count(number) }
            return
        }
        for reason in verdict.reasons {
            guard let place = reasons.firstIndex(where: { $0.code == reason.code }) else { continue }
            reasons[place].all += 1
            guard reason == leading else { continue }
            reasons[place].leading += 1
            if reasons[place].examples.count < mostExamples {
                reasons[place].examples.append("line \(verdict.line): \(reason.sentence)")
            }
        }
    }

    private mutating func count(_ number: Int) {
        orderLines[number].accepted += 1
        guard let price = prices[number] else { return }
        let cost = price.times(orderLines[number].accepted)
        orderLines[number].cost = cost?.description
        if let place = costs.firstIndex(where: { $0.currency == price.currency }) {
            costs[place].minorUnits = costs[place].minorUnits &+ price.minorUnits
        } else {
            costs.append(price)
            costs.sort { $0.currency < $1.currency }
        }
    }

    private enum Keys: String, CodingKey { case vendor, lines, accepted, rejected, reasons, orderLines, costs }

    public func encode(to encoder: any Encoder) throws {
        var keyed = encoder.container(keyedBy: Keys.self)
        try keyed.encodeIfPresent(vendor, forKey: .vendor)
        try keyed.encode(lines, forKey: .lines)
        try keyed.encode(accepted, forKey: .accepted)
        try keyed.encode(rejected, forKey: .rejected)
        try keyed.encode(reasons.filter { $0.all > 0 }, forKey: .reasons)
        try keyed.encode(orderLines, forKey: .orderLines)
        try keyed.encode(costs.map(\.description), forKey: .costs)
    }

    /// The report as JSON; money as `4500 EUR`.
    public func json() throws -> String { try reportJSON(self) }
}

extension Money {
    /// `nil` beyond what can be held.
    func times(_ count: Int) -> Money? {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : Money(minorUnits: product, currency: currency)
    }
}
