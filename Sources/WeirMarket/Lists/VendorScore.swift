import WeirFacts

/// How a vendor's lists turned out: what was accepted, what became of it, and what that cost.
public struct VendorScore: Hashable, Sendable, Encodable {
    public var vendor: String
    /// Lists checked.
    public var lists: Int
    public var lines: Int
    public var accepted: Int
    /// Of the accepted, those whose account or person was qualified after they came.
    public var qualified: Int
    /// Of the accepted, those whose account was won after they came.
    public var won: Int
    /// What was paid, one sum for each currency.
    public var costs: [Money]
    /// Rejected lines by their leading reason, the commonest first.
    public var rejections: [Rejection]

    public struct Rejection: Hashable, Sendable, Encodable {
        public var code: LineReason.Code
        public var lines: Int

        public init(code: LineReason.Code, lines: Int) {
            self.code = code
            self.lines = lines
        }
    }

    public init(
        vendor: String, lists: Int, lines: Int, accepted: Int, qualified: Int, won: Int, costs: [Money],
        rejections: [Rejection] = []
    ) {
        self.vendor = vendor
        self.lists = lists
        self.lines = lines
        self.accepted = accepted
        self.qualified = qualified
        self.won = won
        self.costs = costs.sorted { $0.currency < $1.currency }
        self.rejections = rejections.sorted { a, b in (b.lines, a.code.rawValue) < (a.lines, b.code.rawValue) }
    }

    /// Thousandths of the lines that were accepted, rounded to the nearest; `nil` without lines.
    public var acceptedPermille: Int? { lines > 0 ? (accepted * 2000 + lines) / (2 * lines) : nil }

    public var costPerAccepted: [Money] { costs.compactMap { $0.shared(among: accepted) } }
    public var costPerQualified: [Money] { costs.compactMap { $0.shared(among: qualified) } }
    public var costPerWon: [Money] { costs.compactMap { $0.shared(among: won) } }

    private enum Keys: String, CodingKey {
        case vendor, lists, lines, accepted, acceptedPermille, qualified, won, costs, costPerAccepted, costPerQualified
        case costPerWon, rejections
    }

    public func encode(to encoder: any Encoder) throws {
        var keyed = encoder.container(keyedBy: Keys.self)
        try keyed.encode(vendor, forKey: .vendor)
        try keyed.encode(lists, forKey: .lists)
        try keyed.encode(lines, forKey: .lines)
        try keyed.encode(accepted, forKey: .accepted)
        try keyed.encodeIfPresent(acceptedPermille, forKey: .acceptedPermille)
        try keyed.encode(qualified, forKey: .qualified)
        try keyed.encode(won, forKey: .won)
        for (key, sums) in [
            (Keys.costs, costs), (.costPerAccepted, costPerAccepted), (.costPerQualified, costPerQualified),
            (.costPerWon, costPerWon),
        ] {
            try keyed.encode(sums.map(\.description), forKey: key)
        }
        try keyed.encode(rejections, forKey: .rejections)
    }

    /// Vendors as a table, the highest accepted share first; no line wider than 100 columns.
    public static func lines(_ scores: [VendorScore]) -> [String] {
        guard !scores.isEmpty else {
            return ["No vendor's list has been checked yet: weir list check FILE --order ORDER"]
        }
        let ranked = scores.sorted { a, b in
            (b.acceptedPermille ?? 0, b.lines, a.vendor) < (a.acceptedPermille ?? 0, a.lines, b.vendor)
        }
        let heads = ["lines", "accepted", "share", "qualified", "won"].map { TextTable.right($0, 10) }.joined()
        var lines = [TextTable.left("Vendor", 30) + heads]
        for score in ranked {
            lines.append(
                TextTable.left(score.vendor, 30) + TextTable.right(score.lines, 10)
                    + TextTable.right(score.accepted, 10)
                    + TextTable.right(TextTable.percent(score.accepted, of: score.lines), 10)
                    + TextTable.right(score.qualified, 10) + TextTable.right(score.won, 10))
            let each = [
                ("an accepted line", score.costPerAccepted), ("a qualified", score.costPerQualified),
                ("a won", score.costPerWon),
            ].filter { !$0.1.isEmpty }.map { "\(Words.list($0.1.map(Words.money))) \($0.0)" }
            if !each.isEmpty {
                lines += TextTable.wrap("paid: " + each.joined(separator: ", "), 96).map { "    " + $0 }
            }
            let most = score.rejections.prefix(3).map { "\($0.code.inWords) \(Words.count($0.lines))" }
            if !most.isEmpty {
                lines += TextTable.wrap("rejected: " + most.joined(separator: ", "), 96).map { "    " + $0 }
            }
        }
        return lines.map(TextTable.trimmedRight)
    }

    public static func json(_ scores: [VendorScore]) throws -> String { try reportJSON(scores) }
}

extension Money {
    /// An equal share, to the nearest hundredth, halves upwards; `nil` among nobody.
    func shared(among count: Int) -> Money? {
        guard count > 0 else { return nil }
        let (units, count) = (minorUnits.magnitude, UInt64(count))
        let (whole, rest) = units.quotientAndRemainder(dividingBy: count)
        let rounded = Int64(clamping: rest >= count - rest ? whole + 1 : whole)
        return Money(minorUnits: minorUnits < 0 ? -rounded : rounded, currency: currency)
    }
}
