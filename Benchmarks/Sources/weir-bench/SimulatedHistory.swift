import WeirFold
import WeirSimulation

/// A simulated world as the columns that the batch fold reads, without a ledger in between.
struct SimulatedHistory {
    var history: History
    var reading: Reading

    /// - Parameters:
    ///   - accounts: how many companies; a quarter of them fit.
    ///   - engagements: about how many acts.
    init(accounts: Int, days: Int, engagements: Int) throws {
        let settings = WorldSettings(
            seed: 20, population: .invented(accounts), days: days, engagements: engagements)
        let world = try DemandWorld(settings: settings)
        var history = History(firstDay: settings.firstDay.number)
        var contents: [String: UInt32] = [:]
        for index in 0..<accounts {
            let account = world.account(index)
            let numbers = Dictionary(
                account.buyers.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
            history.appendNote(day: 0, buyer: History.Note.account, value: UInt32(index % 16))
            for place in account.buyers.indices {
                history.appendNote(day: 0, buyer: UInt32(place), value: UInt32((index + place) % 7))
            }
            let acts = account.acts.filter { !$0.isRepeated }.sorted { $0.at.utcDay < $1.at.utcDay }
            for act in acts {
                guard let buyer = numbers[act.buyer] else { continue }
                let day = min(max(act.at.utcDay.number - history.firstDay, 0), Int32(days))
                var exchange: History.Exchange?
                if let content = act.content {
                    let number = contents[content] ?? UInt32(contents.count)
                    contents[content] = number
                    exchange = History.Exchange(content: number)
                    if let other = act.sharedWith.flatMap({ numbers[$0] }) { exchange?.sharedWith = other }
                }
                history.append(
                    day: UInt16(day), buyer: buyer, signal: UInt16(act.signal.rawValue), exchange: exchange)
            }
            history.endAccount()
        }
        self.history = history
        reading = Reading(
            signals: WorldSignal.allCases.indices.map { $0 }, personas: SimulatedHistory.personas,
            fits: (0..<16).map {
                $0 < 4 ? .init(pointsMilli: 40_000 + Int64($0) * 10_000, tier: $0 % 3) : .init(pointsMilli: 0, tier: 3)
            })
    }

    /// Seven titles: the roles of the example agreement in turn, and none.
    private static let personas: [Reading.Persona] = [
        .init(role: 0, level: 0), .init(role: 1, level: 2), .init(role: 2, level: 3), .init(role: 3, level: 4),
        .init(role: 1, level: 3), .init(role: nil, level: nil), .init(role: 0, level: 1),
    ]

    /// The example agreement, Northwind's, compiled by hand.
    static func northwind() throws -> CompiledRules {
        func days(_ days: Int) -> HalfLife? { HalfLife(days: days) }
        return try CompiledRules(
            FoldRules(
                categories: [
                    .init(halfLife: days(30), capMilli: 40_000), .init(halfLife: days(14), capMilli: 20_000),
                    .init(halfLife: days(60), capMilli: 50_000), .init(halfLife: days(45), capMilli: 60_000),
                ],
                signals: [
                    .init(pointsMilli: 500, category: 1, limitPerDay: 5),
                    .init(pointsMilli: 4_000, category: 1, limitPerDay: 1),
                    .init(pointsMilli: 5_000, category: 0, consumes: true),
                    .init(pointsMilli: 3_000, category: 0, limitPerDay: 3, consumes: true),
                    .init(pointsMilli: 8_000, category: 0, shares: true),
                    .init(pointsMilli: 12_000, category: 2, consumes: true), .init(pointsMilli: 20_000, category: 2),
                    .init(pointsMilli: 10_000, category: 3), .init(pointsMilli: 25_000, category: 3),
                    .init(pointsMilli: -15_000, category: 0),
                    .init(pointsMilli: 20_000, category: 3, raisesHand: true),
                ],
                roleWeightsPermille: [2000, 1500, 1000, 500], noRoleWeightPermille: 300, tierCount: 3,
                engagedAtMilli: 10_000, breadthMilli: 10_000,
                echo: .init(
                    windowDays: 14, pointsMilli: 5_000, upwardPointsMilli: 20_000, halfLife: days(30),
                    capMilli: 60_000),
                enter: .init(tier: 1, scoreMilli: 100_000, engagedBuyers: 3, roles: [0]),
                stay: .init(tier: 1, scoreMilli: 60_000, engagedBuyers: 2), dwellDays: 7, cooldownDays: 30,
                actNow: .init(tier: 2, days: 14),
                buyer: .init(
                    roles: [0, 1, 2], tier: 2, raiseDays: 14, needsQualifiedAccount: true, enterMilli: 20_000,
                    stayMilli: 8_000)))
    }
}
