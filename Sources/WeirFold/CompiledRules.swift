/// Rules with everything the fold looks up computed once.
public struct CompiledRules: Sendable {
    public let rules: FoldRules
    /// One table a category.
    public let categoryDecay: [DecayTable]
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
    @inlinable
    func weightPermille(role: Int) -> Int64 {
        role >= 0 ? Int64(rules.roleWeightsPermille[role]) : Int64(rules.noRoleWeightPermille)
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
        try demand(roleWeightsPermille.count <= RoleSet.capacity, "too-many-roles", "there are more than 64 roles")
        let known = RoleSet(roleWeightsPermille.indices)
        for roles in [enter.roles, stay.roles, actNow?.roles ?? [], buyer.roles] {
            try demand(roles.isSubset(of: known), "unknown-role", "a rule names a role that does not exist")
        }
        try demand(tierCount >= 0, "negative-tiers", "the number of tiers is negative")
        try demand(engagedAtMilli >= 1, "engaged-at", "engaged_at must be at least one millipoint")
    }
}
