import GRDB
import WeirFacts

/// Which accounts a ranked list holds, and where it goes on.
public struct RankedAccounts: Hashable, Sendable {
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// The highest score first.
        case score
        /// Those that entered last first.
        case since
    }

    /// Where a part of the list ended.
    public struct Place: Hashable, Sendable {
        /// Score in millipoints, or number of the day.
        public var key: Int64
        public var account: Int64

        public init(key: Int64, account: Int64) {
            self.key = key
            self.account = account
        }
    }

    public var order: Order
    /// Part of a name or a domain.
    public var text: String?
    public var isQualified: Bool?
    public var tier: Int?

    public init(order: Order = .score, text: String? = nil, isQualified: Bool? = nil, tier: Int? = nil) {
        self.order = order
        self.text = text
        self.isQualified = isQualified
        self.tier = tier
    }

    /// An order that everybody stands in, whether decided upon or not.
    fileprivate var key: String {
        switch order {
        case .score: "coalesce(standing.score, -1)"
        case .since: "coalesce(standing.since, -1)"
        }
    }
}

extension LiveReader {
    /// The next accounts of a ranked list.
    /// - Parameter after: where the part before ended.
    public func accounts(
        ranked ranking: RankedAccounts, after: RankedAccounts.Place?, limit: Int
    ) throws -> [(account: ListedAccount, place: RankedAccounts.Place)] {
        var filters = ["account.id NOT IN (SELECT account FROM account_alias)"]
        if let isQualified = ranking.isQualified {
            filters.append(isQualified ? "standing.qualified = 1" : "coalesce(standing.qualified, 0) = 0")
        }
        if ranking.tier != nil { filters.append("standing.tier = ?2") }
        if ranking.text != nil {
            // Of names and domains alone there is an index, which is a tenth of the accounts to go through.
            filters.append(
                #"account.id IN (SELECT id FROM account WHERE name LIKE ?3 ESCAPE '\' OR domain LIKE ?3 ESCAPE '\')"#)
        }
        if after != nil { filters.append("(\(ranking.key), -account.id) < (?4, -?5)") }
        let select = try RawStatement(
            cached: db,
            """
            SELECT account.id, \(ranking.key) FROM account
            \(ranking.isQualified == true ? "JOIN" : "LEFT JOIN") qualification AS standing
            ON standing.account = account.id
            WHERE \(filters.joined(separator: " AND ")) ORDER BY \(ranking.key) DESC, account.id LIMIT ?1
            """)
        select.bind(Int64(limit), at: 1)
        if let tier = ranking.tier { select.bind(Int64(tier), at: 2) }
        if let text = ranking.text { select.bind(LiveReader.pattern(text), at: 3) }
        if let after {
            select.bind(after.key, at: 4)
            select.bind(after.account, at: 5)
        }
        var places: [RankedAccounts.Place] = []
        do {
            defer { select.reset() }
            while try select.step() { places.append(.init(key: select.int(1), account: select.int(0))) }
        }
        return try places.compactMap { place in
            try accounts(after: 0, limit: 1, only: place.account).first.map { ($0, place) }
        }
    }

    /// How many accounts there are, and how many of them are qualified.
    public func accountCounts() throws -> (all: Int, qualified: Int) {
        let select = try RawStatement(
            cached: db,
            """
            SELECT (SELECT count(*) FROM account) - (SELECT count(*) FROM account_alias),
            (SELECT count(*) FROM qualification WHERE qualified = 1)
            """)
        defer { select.reset() }
        guard try select.step() else { return (0, 0) }
        return (Int(select.int(0)), Int(select.int(1)))
    }

    /// Anything that contains a text, its own signs taken as they are.
    private static func pattern(_ text: String) -> String {
        "%" + String(text.flatMap { #"\%_"#.contains($0) ? ["\\", $0] : [$0] }) + "%"
    }
}
