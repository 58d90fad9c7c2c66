/// What an account can reach at most, kept as its buyers' engagement moves.
///
/// Every decay step is `floor(x·f + ½)` with f ≤ 1 on an integer x, so no step raises a score, and a buyer's
/// engagement never exceeds what it was when it was last folded or measured: its *ceiling*. With every buyer at its
/// ceiling and the echo as it was stored, the score, the number of engaged buyers and their roles are at least what
/// they are on any day from then on, until the next fact. A gate that is not met so is not met; and keeping the sums
/// costs a few additions an engagement, where measuring costs every buyer and category.
struct Ceilings: Sendable {
    /// Σ ceiling × weight, millipoints × permille.
    private(set) var weighted: Int64 = 0
    /// Buyers whose ceiling is enough to be engaged.
    private(set) var engaged = 0
    /// The roles among them.
    private(set) var roles = RoleSet()
    /// The most that the gates compare: `weighted` and what the breadth of the roles adds, in the same unit.
    private(set) var reachable: Int64 = 0

    private var engagedByRole: [Int32]
    private let engagedAtMilli: Int64
    /// What each role adds, millipoints × permille.
    private let breadth: Int64

    init(_ rules: FoldRules) {
        engagedByRole = Array(repeating: 0, count: rules.roleWeightsPermille.count)
        engagedAtMilli = rules.engagedAtMilli
        breadth = Int64(rules.breadthMilli) * 1000
    }

    mutating func reset() {
        weighted = 0
        engaged = 0
        reachable = 0
        for role in engagedByRole.indices where engagedByRole[role] != 0 { engagedByRole[role] = 0 }
        roles = []
    }

    /// A buyer's ceiling moved.
    @inline(__always)
    mutating func move(from old: Int64, to new: Int64, weight: Int64, role: Int16) {
        let difference = (new &- old) &* weight
        weighted &+= difference
        reachable &+= difference
        if (old >= engagedAtMilli) != (new >= engagedAtMilli) { count(role: role, by: new >= engagedAtMilli ? 1 : -1) }
    }

    @inline(never)
    private mutating func count(role: Int16, by change: Int32) {
        engaged += Int(change)
        guard role >= 0 else { return }
        let role = Int(role)
        engagedByRole[role] += change
        if engagedByRole[role] > 0 { roles.insert(role) } else { roles.remove(role) }
        reachable = weighted &+ breadth &* Int64(roles.count)
    }
}
