import WeirLedger
import WeirMarket

/// Which accounts belong to which: parents and subsidiaries, rolled up to the company above all others.
///
/// An account's parent is what was said last of its attribute `parent`: our id, an id in a source, a domain, or a name as
/// written. A parent that is no account of the workspace still heads a group, under the name that was said. Who is said
/// to be their own parent has none. A link that would close a circle is left out, the link of the newest account first,
/// and told in `circles`.
public struct AccountGroups: Sendable {
    /// A company of a group.
    public struct Member: Hashable, Sendable, Encodable {
        /// `acc_7`; `nil` for a parent that is no account here.
        public var account: String?
        public var name: String

        /// `Globex (acc_7)`
        public var words: String { account.map { "\(name) (\($0))" } ?? "\(name) (no account)" }
    }

    private var family = CompanyFamily()
    private var names: [String: String] = [:]
    /// Links that were left out, in plain words.
    public private(set) var circles: [String] = []

    init() {}

    /// Reads what is said now.
    /// - Parameters:
    ///   - account: only what is said of newer accounts,
    ///   - known: in addition to this.
    init(_ workspace: Workspace, after account: Int64 = 0, besides known: AccountGroups = AccountGroups()) throws {
        self = known
        var meant: [String: String] = [:]
        for said in try workspace.ledger.parentsSaid(after: account) {
            let child = RecordID.account.text(said.account)
            let parent = try meant[said.parent] ?? key(said.parent, workspace.ledger)
            meant[said.parent] = parent
            guard child != parent else { continue }
            names[child] = said.name
            do {
                try family.add(child, under: parent)
            } catch {
                circles.append(
                    "\(said.name) (\(child)) is not counted under \(member(parent).words), which already stands below it"
                )
            }
        }
    }

    private mutating func key(_ said: String, _ ledger: Ledger) throws -> String {
        if let found = try ledger.account(saidAs: said, domain: DomainName(said)?.registrable) {
            let key = RecordID.account.text(found.account)
            names[key] = found.name
            return key
        }
        let key = AccountGroups.unknown + TextFolding.fold(said).split(separator: " ").joined(separator: " ")
        if names[key] == nil { names[key] = said }
        return key
    }

    /// Before the name of a company that is no account.
    private static let unknown = "="

    private func member(_ key: String) -> Member {
        Member(account: key.hasPrefix(AccountGroups.unknown) ? nil : key, name: names[key] ?? key)
    }

    /// The company directly above; `nil` where none is known.
    /// - Parameter account: `acc_7`.
    public func parent(of account: String) -> Member? { family.parent(of: account).map(member) }

    /// The number of the account directly above.
    func parentNumber(of account: Int64) -> Int64? {
        family.parent(of: RecordID.account.text(account)).flatMap(RecordID.account.numberIfAny)
    }

    /// The company above all others; `nil` where the account has no parent.
    public func ultimateParent(of account: String) -> Member? {
        family.parent(of: account) == nil ? nil : member(family.ultimateParent(of: account))
    }

    /// Where an account stands in its group; `nil` for one that belongs to none.
    public func place(of account: String) -> GroupPlace? {
        let below = family.subsidiaries(of: account)
        var above: [Member] = []
        var next = family.parent(of: account)
        while let parent = next {
            above.append(member(parent))
            next = family.parent(of: parent)
        }
        if above.isEmpty && below.isEmpty { return nil }
        let all = family.members(of: family.ultimateParent(of: account))
        return GroupPlace(above: above, below: below.map(member), accounts: all.count { member($0).account != nil })
    }

    /// The groups, in the order of their heads' keys: the company above all, and every account of the group.
    func all() -> [(head: Member, accounts: [Int64])] {
        family.heads.map { head in
            (member(head), family.members(of: head).compactMap(RecordID.account.numberIfAny))
        }
    }
}

/// Where an account stands in its group.
public struct GroupPlace: Sendable {
    /// From its parent up to the company above all; empty for that one itself.
    public var above: [AccountGroups.Member]
    /// What belongs to it directly.
    public var below: [AccountGroups.Member]
    /// Accounts of the whole group.
    public var accounts: Int

    /// What a terminal shows.
    public var lines: [String] {
        var lines: [String] = []
        if let parent = above.first { lines.append("belongs to \(parent.words)") }
        if above.count > 1, let top = above.last { lines.append("in the group of \(top.words)") }
        if !below.isEmpty {
            let rest = below.count > 10 ? " and \(Words.count(below.count - 10)) more" : ""
            lines.append("to it belong " + below.prefix(10).map(\.words).joined(separator: ", ") + rest)
        }
        lines.append("\(Words.count(accounts)) \(accounts == 1 ? "account" : "accounts") in the group")
        return lines
    }
}
