import WeirAgreement

/// An account of the target market with the people known there, for the question whom to look for next.
public struct CoveredAccount: Hashable, Sendable {
    /// The caller's number.
    public var id: Int64
    public var name: String
    public var standing: EntryGate.Standing
    public var people: [CoverageReport.Person]

    public init(id: Int64, name: String, standing: EntryGate.Standing, people: [CoverageReport.Person]) {
        self.id = id
        self.name = name
        self.standing = standing
        self.people = people
    }
}

/// A seat of an account's buying group with nobody in it, or with nobody engaged.
public struct SeatGap: Hashable, Sendable {
    public var account: Int64
    public var name: String
    public var role: Int
    public var wanted: Int
    public var known: Int
    public var engaged: Int
    /// Seats to find somebody for.
    public var missing: Int { max(0, wanted - known) }
    /// What one more engaged person in this seat would do.
    public var effect: SeatEffect
    public var tier: Int
    public var scoreMilli: Int64
}

/// The seats to fill, the one that would change the most first.
///
/// **The order.** First the seats of which one person, found and engaged, makes the account qualified; then by how many
/// conditions would still fail, and by how many points; then the accounts that are qualified already; last those that
/// nobody can move. Among equals the better tier, then the higher score, then the account's number and the role's.
public struct SeatRanking: Sendable {
    /// Seats with nobody in them.
    public private(set) var gaps: [SeatGap] = []
    /// Seats whose people are known and not engaged, where engaging one would make the account qualified: nobody
    /// needs to be bought for these.
    public private(set) var toEngage: [SeatGap] = []
    public private(set) var report: CoverageReport
    let group: BuyingGroup
    private let gate: EntryGate

    public init(_ group: BuyingGroup, _ gate: EntryGate) {
        self.group = group
        self.gate = gate
        report = CoverageReport(group)
    }

    /// Ranks accounts, each once.
    public init(_ accounts: some Sequence<CoveredAccount>, _ group: BuyingGroup, _ gate: EntryGate) {
        self.init(group, gate)
        for account in accounts { add(account) }
        gaps.sort(by: SeatRanking.isBefore)
        toEngage.sort(by: SeatRanking.isBefore)
    }

    private mutating func add(_ account: CoveredAccount) {
        report.add(account.name, people: account.people)
        for seat in group.wanted {
            let inRole = account.people.filter { $0.role == seat.role }
            let engaged = inRole.count(where: \.isEngaged)
            let gap = SeatGap(
                account: account.id, name: account.name, role: seat.role, wanted: seat.count, known: inRole.count,
                engaged: engaged, effect: gate.effect(role: seat.role, account.standing), tier: account.standing.tier,
                scoreMilli: account.standing.scoreMilli)
            if gap.missing > 0 { gaps.append(gap) }
            if engaged < inRole.count && gap.effect == .qualifies { toEngage.append(gap) }
        }
    }

    /// The name of a role.
    func roleName(_ role: Int) -> String {
        group.roles.indices.contains(role) ? group.roles[role].name : "role \(role)"
    }

    /// See the type's order.
    static func isBefore(_ a: SeatGap, _ b: SeatGap) -> Bool {
        let (rankOfA, rankOfB) = (rank(a), rank(b))
        if rankOfA != rankOfB { return rankOfA < rankOfB }
        if a.tier != b.tier { return a.tier < b.tier }
        if a.scoreMilli != b.scoreMilli { return a.scoreMilli > b.scoreMilli }
        return (a.account, a.role) < (b.account, b.role)
    }

    private static func rank(_ gap: SeatGap) -> Rank {
        switch gap.effect {
        case .qualifies: Rank(kind: 0, conditions: 0, milli: 0)
        case .nearer(let milli, _, _): Rank(kind: 1, conditions: gap.effect.conditionsLeft, milli: milli)
        case .alreadyQualified: Rank(kind: 2, conditions: 0, milli: 0)
        case .closed(.cooldown(let days)): Rank(kind: 3, conditions: days, milli: 0)
        case .closed(.tier): Rank(kind: 4, conditions: 0, milli: 0)
        }
    }

    private struct Rank: Comparable {
        var kind: Int
        var conditions: Int
        var milli: Int64

        static func < (a: Rank, b: Rank) -> Bool {
            (a.kind, a.conditions, a.milli) < (b.kind, b.conditions, b.milli)
        }
    }
}
