import WeirFold

/// A random agreement and a random life under it. Half of the agreements are sound (`stay` asks no more than
/// `enter`), as signed ones are; the other half are not, as the vectors' are not.
struct RandomCase {
    var rules: FoldRules
    var facts: [DatedFact]
    var until: Int32
    var ask: [Int32]

    init(using random: inout some RandomNumberGenerator) {
        let categories = Int.random(in: 1...4, using: &random)
        let signals = Int.random(in: 1...8, using: &random)
        let roles = Int.random(in: 0...4, using: &random)
        let tiers = Int.random(in: 1...4, using: &random)
        rules = RandomCase.rules(
            categories: categories, signals: signals, roles: roles, tiers: tiers, using: &random)
        let people = Int.random(in: 1...6, using: &random)
        var day = Int32.random(in: -20...20_000, using: &random)
        facts = []
        let gap: Int32 = [0, 1, 3, 20, 200].randomElement(using: &random) ?? 1
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            if Bool.random(using: &random) { day += Int32.random(in: 0...gap, using: &random) }
            let fact: FoldFact
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                fact = .fit(
                    pointsMilli: Int64.random(in: -5...60, using: &random) * 500,
                    tier: Int.random(in: 0...tiers, using: &random))
            case 1, 2:
                fact = .persona(
                    buyer: Int.random(in: 0..<people, using: &random),
                    role: roles == 0 || Int.random(in: 0..<4, using: &random) == 0
                        ? nil : Int.random(in: 0..<roles, using: &random),
                    level: Int.random(in: 0..<5, using: &random) == 0 ? nil : Int.random(in: 0...4, using: &random))
            default:
                fact = .engagement(
                    buyer: Int.random(in: 0..<people, using: &random),
                    signal: Int.random(in: 0..<signals, using: &random),
                    content: Bool.random(using: &random) ? Int.random(in: 0...2, using: &random) : nil,
                    sharedWith: Bool.random(using: &random) ? Int.random(in: 0..<people, using: &random) : nil)
            }
            facts.append(DatedFact(day: day, fact: fact))
        }
        until = day + Int32.random(in: 0...300, using: &random)
        let first = facts[0].day
        ask = Set([first, day, (first + until) / 2, until]).sorted()
    }

    private static func rules(
        categories: Int, signals: Int, roles: Int, tiers: Int, using random: inout some RandomNumberGenerator
    ) -> FoldRules {
        func some<T>(_ values: [T]) -> T { values.randomElement(using: &random)! }
        func roleSet() -> RoleSet { RoleSet((0..<roles).filter { _ in some([true, false, false]) }) }
        func gate(_ low: Int64, _ high: Int64) -> FoldRules.Gate {
            .init(
                tier: Int.random(in: 0...tiers, using: &random),
                scoreMilli: Int64.random(in: low...high, using: &random),
                engagedBuyers: some([0, 0, 1, 2, 3]), roles: some([true, false]) ? roleSet() : [])
        }
        let enter = gate(2_000, 60_000)
        var stay = gate(0, 60_000)
        let buyerEnter = Int64.random(in: 0...20_000, using: &random)
        var buyerStay = Int64.random(in: 0...20_000, using: &random)
        if some([true, false]) {
            stay = .init(
                tier: max(enter.tier, stay.tier), scoreMilli: min(enter.scoreMilli, stay.scoreMilli),
                engagedBuyers: min(enter.engagedBuyers, stay.engagedBuyers),
                roles: RoleSet(bits: enter.roles.bits & stay.roles.bits))
            buyerStay = min(buyerStay, buyerEnter)
        }
        return FoldRules(
            categories: (0..<categories).map { _ in
                .init(
                    halfLife: some([nil, HalfLife(days: 1), HalfLife(days: 7), HalfLife(microdays: 45_500_000)]),
                    capMilli: some([.max, 20_000, 5_000]))
            },
            signals: (0..<signals).map { _ in
                .init(
                    pointsMilli: some([500, 1, 3_000, 8_000, 12_345, -2_000, -10_000, 0]),
                    category: Int.random(in: 0..<categories, using: &random), limitPerDay: some([nil, nil, 0, 1, 3]),
                    raisesHand: some([true, false, false, false]), shares: some([true, false]),
                    consumes: some([true, false]))
            },
            roleWeightsPermille: (0..<roles).map { _ in some([0, 500, 1000, 1333, 2000]) },
            noRoleWeightPermille: some([0, 300, 1000]), tierCount: tiers, engagedAtMilli: some([1, 1_000, 10_000]),
            breadthMilli: some([0, 2_500, 10_000]),
            echo: some([true, true, false])
                ? .init(
                    windowDays: some([0, 3, 14]), pointsMilli: some([0, 5_000]),
                    upwardPointsMilli: some([5_000, 20_000]), halfLife: some([nil, HalfLife(days: 7)]),
                    capMilli: some([.max, 20_000])) : nil,
            enter: enter, stay: stay, dwellDays: some([0, 7, 30]), cooldownDays: some([0, 5, 30]),
            actNow: some([true, false])
                ? .init(
                    tier: Int.random(in: 0...tiers, using: &random), days: some([0, 1, 7, 14]),
                    roles: some([[], roleSet()])) : nil,
            buyer: .init(
                roles: roleSet(), tier: Int.random(in: 0...tiers, using: &random), raiseDays: some([0, 1, 14]),
                needsQualifiedAccount: some([true, false]), enterMilli: buyerEnter, stayMilli: buyerStay))
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
