import WeirFacts
import WeirLedger

/// Which accounts a page lists.
public struct AccountListRequest: Hashable, Sendable {
    public var order: RankedAccounts.Order = .score
    /// Part of a name or a domain.
    public var text: String?
    public var isQualified: Bool?
    /// A tier's name.
    public var tier: String?
    /// Where the part before ended, as ``AccountListPart/next`` gave it.
    public var cursor: String?
    public var limit = 50

    public init() {}
}

/// A part of the list, with what stands around it.
public struct AccountListPart: Sendable {
    public var accounts: [AccountSummary]
    /// `nil` at the end.
    public var next: String?
    public var allCount: Int
    public var qualifiedCount: Int
    /// Names of the tiers, best first; empty without an agreement in force.
    public var tiers: [String]

    package init(accounts: [AccountSummary], next: String?, allCount: Int, qualifiedCount: Int, tiers: [String]) {
        self.accounts = accounts
        self.next = next
        self.allCount = allCount
        self.qualifiedCount = qualifiedCount
        self.tiers = tiers
    }
}

extension Service {
    public func accountList(_ request: AccountListRequest) async throws -> AccountListPart {
        let tiers = definitions.now.use?.market.tierNames ?? []
        var ranking = RankedAccounts(order: request.order, isQualified: request.isQualified)
        if let text = request.text, !text.isEmpty { ranking.text = String(text.prefix(200)) }
        if let tier = request.tier { ranking.tier = tiers.firstIndex(of: tier) ?? tiers.count }
        let after = request.cursor.flatMap(RankedAccounts.Place.init(cursor:))
        let (ranked, limit) = (ranking, min(max(request.limit, 1), 200))
        let (found, counts) = try await reading { reader in
            (try reader.accounts(ranked: ranked, after: after, limit: limit + 1), try reader.accountCounts())
        }
        let shown = found.prefix(limit)
        return AccountListPart(
            accounts: shown.map { AccountSummary($0.account, tiers) },
            next: found.count > limit ? shown.last?.place.cursor : nil, allCount: counts.all,
            qualifiedCount: counts.qualified, tiers: tiers)
    }
}

extension RankedAccounts.Place {
    /// As the address of the next part writes it. It names a place and opens nothing, so it needs no seal.
    var cursor: String { "\(key).\(account)" }

    init?(cursor: String) {
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = Int64(parts[0]), let account = Int64(parts[1]) else { return nil }
        self.init(key: key, account: account)
    }
}
