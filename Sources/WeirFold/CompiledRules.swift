/// A signal's rule as the loop over engagements needs it, with all that can be worked out beforehand.
struct SignalRule: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        /// Without it the agreement does not know the signal, and it counts as nothing.
        static let known = Traits(rawValue: 1)
        static let raisesHand = Traits(rawValue: 2)
        static let shares = Traits(rawValue: 4)
        static let consumes = Traits(rawValue: 8)
        /// It can do more than add to scores: a raised hand opens doors, and points taken away may close them.
        static let needsSettling = Traits(rawValue: 16)
        /// Its points are taken away.
        static let takes = Traits(rawValue: 32)
        /// Its daily limit is counted apart.
        static let countedApart = Traits(rawValue: 64)
        static let exchanges: Traits = [.shares, .consumes]
    }

    /// Millipoints in the lane of its category, without their sign; nothing in the others.
    var points = SIMD4<UInt32>()
    /// Where in the buyer's counters of the day its count stands; nowhere where there is no limit, or it is counted
    /// apart.
    var counter: UInt64 = 0
    /// One there.
    var one: UInt64 = 0
    /// What stands there when no more count; out of reach where there is no limit.
    var limit = UInt64.max
    /// Place among the buyer's counters kept apart.
    var slot = 0
    /// Its category's group of four.
    var group: UInt8 = 0
    var traits: Traits = []

    static let unknown = SignalRule()

    private init() {}

    /// Without its daily limit.
    init(_ signal: FoldRules.Signal, echoes: Bool) {
        points[signal.category & 3] = signal.pointsMilli.magnitude
        group = UInt8(signal.category >> 2)
        traits = .known
        if signal.raisesHand { traits.insert([.raisesHand, .needsSettling]) }
        if signal.pointsMilli < 0 { traits.insert([.takes, .needsSettling]) }
        if signal.shares { traits.insert(.shares) }
        if signal.consumes && echoes { traits.insert(.consumes) }
    }
}

/// Rules with everything the fold looks up computed once.
///
/// A class, so that the many places which look something up share one copy instead of counting references to each of
/// its arrays. It never changes.
public final class CompiledRules: Sendable {
    public let rules: FoldRules
    /// One table a category.
    public let categoryDecay: [DecayTable]
    /// All that an engagement is folded with, in one table of groups of four: first the caps, 0 where there is no
    /// category; then the decay factors, for each number of days those of all categories, so that an engagement reads
    /// them side by side.
    let tables: [SIMD4<UInt32>]
    @inline(__always)
    static func factorsPlace(_ groups: Int) -> Int { groups }
    /// Bit *n*: category *n* decays.
    let decaying: UInt64
    let signals: [SignalRule]
    let weights: [Int64]
    let noRoleWeight: Int64
    let categoryCount: Int
    public let echoDecay: DecayTable
    /// Scores stand in groups of four: how many groups a buyer takes.
    let groups: Int
    /// Daily limits that are counted apart from the four counters in a buyer's state.
    let limitsApart: [Int]

    /// - Throws: ``FoldRulesError`` when a number is out of the fold's range.
    public init(_ rules: FoldRules) throws(FoldRulesError) {
        try rules.validate()
        self.rules = rules
        var decays: [HalfLife?: DecayTable] = [:]
        for halfLife in rules.categories.map(\.halfLife) + [rules.echo?.halfLife] where decays[halfLife] == nil {
            decays[halfLife] = DecayTable(halfLife: halfLife)
        }
        let categoryDecay = rules.categories.map { decays[$0.halfLife] ?? DecayTable(halfLife: $0.halfLife) }
        self.categoryDecay = categoryDecay
        echoDecay = decays[rules.echo?.halfLife] ?? DecayTable(halfLife: rules.echo?.halfLife)
        let groups = max(1, (categoryDecay.count + 3) / 4)
        self.groups = groups
        decaying = categoryDecay.enumerated().reduce(0) { $1.element.decays ? $0 | 1 << UInt64($1.offset) : $0 }
        let caps = CompiledRules.groups(groups) { $0 < rules.categories.count ? rules.categories[$0].capMilli : 0 }
        let factors = (0..<DecayTable.length).flatMap { day in
            CompiledRules.groups(groups) { $0 < categoryDecay.count ? categoryDecay[$0].factors[day] : DecayTable.one }
        }
        tables = caps + factors
        weights = rules.roleWeightsPermille.map { Int64($0) }
        noRoleWeight = Int64(rules.noRoleWeightPermille)
        categoryCount = rules.categories.count
        var counters: UInt64 = 0
        var limitsApart: [Int] = []
        signals = rules.signals.map { signal in
            var rule = SignalRule(signal, echoes: rules.echo != nil)
            guard let limit = signal.limitPerDay else { return rule }
            if counters < 4 && limit < 0xFFFF {
                rule.counter = 0xFFFF << (counters * 16)
                rule.one = 1 << (counters * 16)
                rule.limit = UInt64(limit) << (counters * 16)
                counters += 1
            } else {
                rule.traits.insert(.countedApart)
                rule.slot = limitsApart.count
                limitsApart.append(limit)
            }
            return rule
        }
        self.limitsApart = limitsApart
    }

    /// The same rules, with the tables that the loop over engagements reads in memory of their own.
    private init(copying other: CompiledRules) {
        rules = other.rules
        categoryDecay = other.categoryDecay
        echoDecay = other.echoDecay
        tables = other.tables.map(\.self)
        signals = other.signals.map(\.self)
        weights = other.weights.map(\.self)
        limitsApart = other.limitsApart.map(\.self)
        (decaying, noRoleWeight) = (other.decaying, other.noRoleWeight)
        (categoryCount, groups) = (other.categoryCount, other.groups)
    }

    /// A copy for another thread: two that fold by one copy would take turns at its count of references.
    func copy() -> CompiledRules { CompiledRules(copying: self) }

    /// Numbers by category, four side by side.
    private static func groups(_ count: Int, _ number: (Int) -> UInt32) -> [SIMD4<UInt32>] {
        (0..<count).map { group in SIMD4((0..<4).map { number(group * 4 + $0) }) }
    }

    /// Weight of a buyer, permille.
    func weightPermille(role: Int) -> Int64 { role >= 0 ? weights[role] : noRoleWeight }
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
