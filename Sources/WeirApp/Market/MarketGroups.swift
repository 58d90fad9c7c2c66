import WeirFacts
import WeirLedger
import WeirMarket

/// The market rolled up to groups: for each company above others, how many accounts its group has here, and how many of
/// them are target.
public struct MarketGroups: Sendable, Encodable {
    /// A group of two companies or more.
    public struct Group: Sendable, Encodable {
        /// `acc_7`; `nil` where the company above all is no account.
        public var account: String?
        public var name: String
        public var accounts: Int
        public var targets: Int
        /// Of the target accounts the best tier's name; `nil` where none is target.
        public var bestTier: String?
    }

    /// As `AgreementInUse.title`.
    public var agreement: String
    /// The groups with the most target accounts first, then the largest; at most as many as were asked for.
    public private(set) var groups: [Group] = []
    public private(set) var groupCount = 0
    /// Accounts in a group.
    public private(set) var grouped = 0
    /// Accounts in none.
    public private(set) var alone = 0
    /// Links left out because they would close a circle, in plain words.
    public private(set) var circles: [String]

    public init(_ workspace: Workspace, _ use: AgreementInUse, top: Int) throws {
        agreement = use.title
        let groups = try AccountGroups(workspace)
        circles = groups.circles
        let all = groups.all()
        var groupOf: [Int64: Int] = [:]
        for (number, group) in all.enumerated() {
            for account in group.accounts { groupOf[account] = number }
        }
        var found = all.map {
            Group(account: $0.head.account, name: $0.head.name, accounts: $0.accounts.count, targets: 0)
        }
        var bestTiers = [Int?](repeating: nil, count: all.count)
        var reader = CompanyReader(use.market)
        var accounts = 0
        try workspace.ledger.forEachAccountSaid { said in
            accounts += 1
            guard let number = groupOf[said.account] else { return }
            let timeline = said.timeline()
            let company = reader.company(
                name: timeline.name, domain: timeline.domain, timeline.profiles[timeline.profiles.count - 1].attributes)
            guard use.market.target(of: company) == .yes else { return }
            let tier = use.market.tier(of: use.market.fitMilli(company))
            found[number].targets += 1
            bestTiers[number] = min(bestTiers[number] ?? tier, tier)
        }
        for number in found.indices { found[number].bestTier = bestTiers[number].map(use.market.tierName) }
        groupCount = found.count
        grouped = groupOf.count
        alone = accounts - groupOf.count
        self.groups = Array(
            found.sorted { ($1.targets, $1.accounts, $0.name) < ($0.targets, $0.accounts, $1.name) }.prefix(top))
    }

    /// `12 groups with 57 accounts; 1,443 accounts belong to no group.`
    public var headline: String {
        guard groupCount > 0 else {
            return "No account says who its parent is; import a column “parent” (an id, a domain or a name)."
        }
        return
            "\(Words.count(groupCount)) \(groupCount == 1 ? "group" : "groups") with \(Words.count(grouped)) accounts; "
            + (alone == 1 ? "1 account belongs to no group." : "\(Words.count(alone)) accounts belong to no group.")
    }

    /// The groups as lines for a terminal.
    public func lines() -> [String] {
        var lines = [headline]
        if !groups.isEmpty { lines.append("") }
        for group in groups {
            let name = group.account.map { "\(group.name) (\($0))" } ?? "\(group.name) (no account)"
            let tier = group.bestTier.map { ", best tier \($0)" } ?? ""
            lines.append(
                "  \(name): \(Words.count(group.accounts)) \(group.accounts == 1 ? "account" : "accounts"), "
                    + "\(Words.count(group.targets)) target\(tier)")
        }
        if groupCount > groups.count { lines.append("  and \(Words.count(groupCount - groups.count)) more groups") }
        return lines + circles.map { "note: \($0)" }
    }

    /// Keys in snake case and sorted.
    public func json() throws -> String { try MarketAnswer.json(self) }
}
