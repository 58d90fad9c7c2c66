/// Rules with everything the fold looks up computed once.
///
/// A class, so that the many places which look something up share one copy instead of counting references to each of
/// its arrays. It never changes.
public final class CompiledRules: Sendable {
    public let rules: FoldRules
    /// One table a category.
    public let categoryDecay: [DecayTable]
    /// The same tables one after the other, each ``DecayTable/length`` long, for the loops that matter.
    let factors: [UInt32]
    /// Bit *n*: category *n* decays.
    let decaying: UInt64
    let caps: [UInt32]
    let signals: [FoldRules.Signal]
    let weights: [Int64]
    let noRoleWeight: Int64
    let categoryCount: Int
    public let echoDecay: DecayTable
    /// Signals with a daily limit get a slot in each buyer's counters; the others have `nil`.
    let limitSlots: [Int?]
    let limitSlotCount: Int
    /// Whether one settling leaves nothing to change: true when staying asks no more than entering, which every
    /// agreement guarantees. Then only a fact's own buyer, or a change of the account, can move a buyer.
    let settlesAtOnce: Bool

    /// - Throws: ``FoldRulesError`` when a number is out of the fold's range.
    public init(_ rules: FoldRules) throws(FoldRulesError) {
        try rules.validate()
        self.rules = rules
        var tables: [HalfLife?: DecayTable] = [:]
        for halfLife in rules.categories.map(\.halfLife) + [rules.echo?.halfLife] where tables[halfLife] == nil {
            tables[halfLife] = DecayTable(halfLife: halfLife)
        }
        categoryDecay = rules.categories.map { tables[$0.halfLife] ?? DecayTable(halfLife: $0.halfLife) }
        echoDecay = tables[rules.echo?.halfLife] ?? DecayTable(halfLife: rules.echo?.halfLife)
        factors = categoryDecay.flatMap(\.factors)
        decaying = categoryDecay.enumerated().reduce(0) { $1.element.decays ? $0 | 1 << UInt64($1.offset) : $0 }
        caps = rules.categories.map(\.capMilli)
        signals = rules.signals
        weights = rules.roleWeightsPermille.map { Int64($0) }
        noRoleWeight = Int64(rules.noRoleWeightPermille)
        categoryCount = rules.categories.count
        var slots = 0
        limitSlots = rules.signals.map { signal in
            guard signal.limitPerDay != nil else { return nil }
            defer { slots += 1 }
            return slots
        }
        limitSlotCount = slots
        settlesAtOnce = rules.stay.asksNoMore(than: rules.enter) && rules.buyer.stayMilli <= rules.buyer.enterMilli
    }

    /// Weight of a buyer, permille.
    func weightPermille(role: Int) -> Int64 { role >= 0 ? weights[role] : noRoleWeight }

    /// A category's score decayed over a number of days, 0 or more; see ``DecayTable/decayed(_:days:)``.
    @inline(__always)
    func decayed(_ score: UInt32, category: Int, days: Int) -> UInt32 {
        if days == 0 || decaying & (1 << UInt64(category)) == 0 { return score }
        if days >= DecayTable.length { return 0 }
        return UInt32(
            truncatingIfNeeded: (UInt64(score) &* UInt64(factors[category &* DecayTable.length &+ days])
                &+ (1 << 30)) >> 31)
    }
}

/// Rules that no fold can follow.
public struct FoldRulesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable, e.g. `unknown-category`.
    public var code: String
    public var description: String
}

extension FoldRules.Gate {
    /// Whether whoever meets `other` meets this gate.
    public func asksNoMore(than other: FoldRules.Gate) -> Bool {
        tier >= other.tier && scoreMilli <= other.scoreMilli && engagedBuyers <= other.engagedBuyers
            && roles.isSubset(of: other.roles)
    }
}

extension FoldRules {
    func validate() throws(FoldRulesError) {
        func demand(_ holds: Bool, _ code: String, _ text: String) throws(FoldRulesError) {
            if !holds { throw FoldRulesError(code: code, description: text) }
        }
        for (number, signal) in signals.enumerated() {
            try demand(
                categories.indices.contains(signal.category), "unknown-category",
                "signal \(number) is in category \(signal.category); there are \(categories.count)")
            try demand(
                (signal.limitPerDay ?? 0) >= 0, "negative-limit", "signal \(number) has a negative limit per day")
        }
        try demand(categories.count <= 64, "too-many-categories", "there are more than 64 categories")
        try demand(roleWeightsPermille.count <= RoleSet.capacity, "too-many-roles", "there are more than 64 roles")
        let known = RoleSet(roleWeightsPermille.indices)
        for roles in [enter.roles, stay.roles, actNow?.roles ?? [], buyer.roles] {
            try demand(roles.isSubset(of: known), "unknown-role", "a rule names a role that does not exist")
        }
        try demand(tierCount >= 0, "negative-tiers", "the number of tiers is negative")
        try demand(engagedAtMilli >= 1, "engaged-at", "engaged_at must be at least one millipoint")
    }
}
