import WeirFacts

/// A world of demand with known truth: companies, their people, needs that arise, what people do about them, and what
/// Sales makes of it.
///
/// Making the world tells each account's story once and lets Sales work through all leads; it keeps the leads and the
/// sales records, a few dozen bytes for each account. Writing it tells each story again and streams the engagements
/// account by account: within an account in the order in which they were recorded, so that late facts are out of time
/// order. Memory does not grow with the number of engagements.
public struct DemandWorld: Sendable {
    public let settings: WorldSettings
    let acts: ActWorld
    let teller: StoryTeller
    let sales: SalesFloor
    /// Where each account's part of `sales.touches` begins; one more than there are accounts.
    private let touchStarts: [Int]
    private let volume: Volume

    /// Tells every account's story and lets Sales work.
    public init(settings: WorldSettings) throws(SimulationError) {
        try settings.check()
        self.settings = settings
        let calendar = WorldCalendar(settings: settings)
        acts = ActWorld(settings: settings, calendar: calendar)
        teller = StoryTeller(settings: settings)
        let accounts = settings.accounts
        let floor = DemandWorld.sell(settings: settings, calendar: calendar, teller: teller)
        sales = floor
        let starts = DemandWorld.starts(of: floor.touches, accounts: accounts)
        touchStarts = starts
        volume = Volume(
            settings: settings, teller: teller, walk: AccountWalk(world: acts, seed: settings.seed),
            touches: { floor.touches[starts[$0]..<starts[$0 + 1]] })
    }

    /// Tells the stories once, for the leads in them, and lets Sales work through these.
    private static func sell(settings: WorldSettings, calendar: WorldCalendar, teller: StoryTeller) -> SalesFloor {
        let rota = SalesRota(settings: settings)
        var floor = SalesFloor(settings: settings, calendar: calendar, rota: rota)
        var memory = DealMemory()
        var leads: [Lead] = []
        var prospects: [Lead] = []
        for index in 0..<settings.accounts {
            let story = teller.story(index)
            var chance = SeededGenerator(settings.seed &+ 1, .sales, index)
            memory.remember(story, rota: rota)
            leads += Lead.all(of: story, days: settings.days, chance: &chance)
            prospects += Lead.unasked(of: story, days: settings.days)
        }
        leads.sort { ($0.day, $0.account) < ($1.day, $1.account) }
        prospects.sort { ($0.day, $0.account) < ($1.day, $1.account) }
        floor.run(leads: leads, prospects: prospects, memory: memory)
        floor.settleAccounts()
        return floor
    }

    private static func starts(of touches: [Touch], accounts: Int) -> [Int] {
        var starts = Array(repeating: 0, count: accounts + 1)
        for touch in touches { starts[touch.account + 1] += 1 }
        for index in 0..<accounts { starts[index + 1] += starts[index] }
        return starts
    }

    func touches(of account: Int) -> ArraySlice<Touch> {
        sales.touches[touchStarts[account]..<touchStarts[account + 1]]
    }

    func scale(of account: Int) -> Int { volume.scale(of: account) }

    /// Writes the whole world.
    ///
    /// - Parameter progress: called after every account; throw from it to stop, and what was written so far is not a
    ///   whole world.
    /// - Throws: what the sink or `progress` throws.
    @discardableResult
    public func write<Sink: WorldSink>(
        to sink: inout Sink, progress: (WorldProgress) throws -> Void = { _ in }
    ) throws -> WorldSummary {
        let held = HeldSink(sink)
        defer { sink = held.sink }
        var writing = WorldWriting(world: self, writer: WorldWriter { try held.sink.write($0, to: $1) })
        for index in 0..<settings.accounts {
            try writing.account(index)
            try progress(
                WorldProgress(
                    accountsDone: index + 1, accounts: settings.accounts, engagements: writing.engagements))
        }
        return try writing.finish()
    }
}

/// A sink while a world is written to it.
private final class HeldSink<Sink: WorldSink> {
    var sink: Sink

    init(_ sink: Sink) { self.sink = sink }
}
