import GRDB
import WeirFacts

/// Parts of lists, each in the order of our ids: what is added meanwhile comes at the end.
extension LiveReader {
    /// Accounts after one, by ascending id.
    /// - Parameters:
    ///   - domain: only those of this domain.
    ///   - isQualified: only those that are, or are not.
    public func accounts(
        after id: Int64, limit: Int, domain: String? = nil, isQualified: Bool? = nil, only: Int64? = nil
    )
        throws -> [ListedAccount]
    {
        var filters: [String] = ["account.id > ?1", "account.id NOT IN (SELECT account FROM account_alias)"]
        if domain != nil {
            filters.append(
                """
                account.id IN (SELECT coalesce(means, its.id) FROM account AS its
                LEFT JOIN account_alias ON account_alias.account = its.id WHERE its.domain = ?3)
                """)
        }
        if let isQualified {
            filters.append(isQualified ? "standing.qualified = 1" : "coalesce(standing.qualified, 0) = 0")
        }
        if only != nil { filters.append("account.id = ?4") }
        let select = try RawStatement(
            cached: db,
            """
            SELECT account.id, \(Filled.column("name", of: .account)), \(Filled.column("domain", of: .account)),
            \(Filled.column("external", of: .account)), account.profile, standing.qualified, standing.since,
            standing.score, standing.tier
            FROM account \(isQualified == true ? "JOIN" : "LEFT JOIN") qualification AS standing
            ON standing.account = account.id WHERE \(filters.joined(separator: " AND "))
            ORDER BY account.id LIMIT ?2
            """)
        select.bind(id, at: 1)
        select.bind(Int64(limit), at: 2)
        if let domain { select.bind(domain, at: 3) }
        if let only { select.bind(only, at: 4) }
        defer { select.reset() }
        var result: [ListedAccount] = []
        while try select.step() {
            result.append(
                ListedAccount(
                    id: select.int(0), name: select.text(1), domain: select.text(2), external: select.text(3),
                    attributes: try attributes(of: select.int(0), select.text(4) ?? ""),
                    isQualified: select.optionalInt(5).map { $0 == 1 },
                    since: select.optionalInt(6).map { CivilDay(number: Int32($0)) }, scoreMilli: select.optionalInt(7),
                    tier: select.optionalInt(8).map { Int($0) }))
        }
        return result
    }

    /// What is known of an account, and where that says nothing of an attribute, of those merged into it.
    private func attributes(of account: Int64, _ profile: String) throws -> [String: AttributeValue] {
        let merged = try RawStatement(
            cached: db,
            """
            SELECT profile FROM account_alias JOIN account ON account.id = account_alias.account
            WHERE means = ? AND mention IS NULL ORDER BY account.id
            """)
        merged.bind(account, at: 1)
        defer { merged.reset() }
        var attributes = StoredAttributes.decode(profile).compactMapValues { $0 }
        while try merged.step() {
            let others = StoredAttributes.decode(merged.text(0) ?? "").compactMapValues { $0 }
            attributes.merge(others) { own, _ in own }
        }
        return attributes
    }

    /// The account meant by an id: itself, or the one it turned out to be a mention of; `nil` where there is none.
    public func account(meant id: Int64) throws -> Int64? {
        let select = try RawStatement(
            cached: db,
            """
            SELECT coalesce(means, id) FROM account LEFT JOIN account_alias ON account_alias.account = account.id
            WHERE id = ?
            """)
        select.bind(id, at: 1)
        defer { select.reset() }
        return try select.step() ? select.int(0) : nil
    }

    /// The account known under a domain; `nil` where there is none.
    public func account(ofDomain domain: String) throws -> Int64? { try account(key: "d:" + domain) }

    /// The account known under a name, compared without case or surrounding space.
    public func account(named name: String) throws -> Int64? {
        try account(key: "n:" + name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private func account(key: String) throws -> Int64? {
        let select = try RawStatement(cached: db, Aliases.reading(.account))
        select.bind(key, at: 1)
        defer { select.reset() }
        return try select.step() ? select.int(0) : nil
    }

    /// People after one, by ascending id.
    /// - Parameter account: only those who belong there.
    public func buyers(after id: Int64, limit: Int, account: Int64? = nil) throws -> [ListedBuyer] {
        if let account { return try people(of: account).filter { $0 > id }.prefix(limit).compactMap(buyer) }
        let select = try RawStatement(
            cached: db,
            """
            SELECT id FROM buyer WHERE id > ? AND id NOT IN (SELECT buyer FROM buyer_alias) ORDER BY id LIMIT ?
            """)
        select.bind(id, at: 1)
        select.bind(Int64(limit), at: 2)
        return try ids(select).compactMap(buyer)
    }

    /// A person; whoever is meant, where the id is a mention's. `nil` where there is none.
    public func buyer(_ id: Int64) throws -> ListedBuyer? {
        let place = try place(of: id)
        let select = try RawStatement(
            cached: db,
            """
            SELECT \(Filled.column("external", of: .buyer)), \(Filled.column("name", of: .buyer, in: "person")),
            \(Filled.column("email", of: .buyer, in: "person")),
            (SELECT text FROM term WHERE id = \(Filled.column("title", of: .buyer))), buyer.anonymous,
            qualified_buyer.since FROM buyer LEFT JOIN person ON person.buyer = buyer.id
            LEFT JOIN qualified_buyer ON qualified_buyer.buyer = buyer.id WHERE buyer.id = ?
            """)
        select.bind(place.buyer, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        return ListedBuyer(
            id: place.buyer, account: place.account, external: select.text(0), name: select.text(1),
            email: select.text(2), title: select.text(3), isAnonymous: select.int(4) == 1,
            qualifiedSince: select.optionalInt(5).map { CivilDay(number: Int32($0)) })
    }

    /// Engagements after one, in order of recording, those that do not count too.
    /// - Parameters:
    ///   - buyer: only this person's, under whichever mention.
    ///   - account: only those of its people.
    public func listedEngagements(after seq: Int64, limit: Int, buyer: Int64? = nil, account: Int64? = nil) throws
        -> [ListedEngagement]
    {
        var people: [Int64]?
        if let buyer {
            let record = try place(of: buyer).buyer
            people = [record] + (try mentions(of: record))
        } else if let account {
            people = try self.people(of: account).flatMap { try [$0] + mentions(of: $0) }
        }
        let filter = people == nil ? "" : "AND engagement.buyer IN (SELECT value FROM json_each(?3))"
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, source.name, message, buyer, signal, at, content, shared_with, campaign, channel,
            EXISTS (SELECT 1 FROM discounted WHERE engagement = seq)
            FROM engagement JOIN source ON source.id = engagement.source WHERE seq > ?1 \(filter) ORDER BY seq LIMIT ?2
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        if let people { select.bind("[\(people.map(String.init).joined(separator: ","))]", at: 3) }
        defer { select.reset() }
        var result: [ListedEngagement] = []
        while try select.step() {
            let place = try place(of: select.int(3))
            result.append(
                ListedEngagement(
                    seq: select.int(0), source: select.text(1) ?? "", message: select.text(2) ?? "",
                    buyer: place.buyer, account: place.account, signal: try term(select.int(4)) ?? "",
                    at: Instant(milliseconds: select.int(5)), content: try select.optionalInt(6).flatMap(term),
                    sharedWith: select.optionalInt(7), campaign: try select.optionalInt(8).flatMap(term),
                    channel: try select.optionalInt(9).flatMap(term), isAutomated: select.int(10) == 1))
        }
        return result
    }

    /// Opportunities after one, by ascending id.
    public func opportunities(after id: Int64, limit: Int, account: Int64? = nil, only: Int64? = nil) throws
        -> [OpportunityRecord]
    {
        var filters = ["id > ?1"]
        if account != nil {
            filters.append(
                "account IN (SELECT ?3 UNION ALL SELECT account FROM account_alias WHERE means = ?3)")
        }
        if only != nil { filters.append("id = ?4") }
        let select = try RawStatement(
            cached: db,
            """
            SELECT \(OpportunityRecord.columns) FROM opportunity WHERE \(filters.joined(separator: " AND "))
            ORDER BY id LIMIT ?2
            """)
        select.bind(id, at: 1)
        select.bind(Int64(limit), at: 2)
        if let account { select.bind(account, at: 3) }
        if let only { select.bind(only, at: 4) }
        defer { select.reset() }
        var result: [OpportunityRecord] = []
        while try select.step() { result.append(OpportunityRecord(select)) }
        return result
    }
}
