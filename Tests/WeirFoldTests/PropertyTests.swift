import Testing
import WeirFold

@Suite("Properties of the fold")
struct PropertyTests {
    @Test("one at a time, in batch and day by day give one answer", arguments: [UInt64](1...12))
    func threeWays(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<25 {
            let random = RandomCase(using: &random)
            let rules = try CompiledRules(random.rules)
            let plain = PlainFold.answer(rules, random.facts, until: random.until, ask: random.ask)
            let live = Replay.incrementally(rules, random.facts, until: random.until, ask: random.ask)
            let batch = Replay.inBatch(rules, random.facts, until: random.until, ask: random.ask)
            #expect(live == plain, "seed \(seed), case \(number), one at a time")
            #expect(batch == plain, "seed \(seed), case \(number), in batch")
        }
    }

    @Test("who only looks at the scores sees those that decisions are made by", arguments: [UInt64](200...203))
    func scoresAlone(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<20 {
            let random = RandomCase(using: &random)
            let rules = try CompiledRules(random.rules)
            let first = random.facts[0].day
            let (history, reading) = Replay.columns(random.rules, random.facts, firstDay: first)
            var fold = HistoryFold(rules, reading: reading)
            // From before anything was known until after the last decision.
            for day in stride(from: first - 2, through: random.until + 40, by: 3) {
                let looked = fold.standing(of: 0, in: history, asOf: day)
                let decided = fold.state(of: 0, in: history, asOf: day).measure(on: max(day, first))
                #expect(
                    looked.scoreMilli == decided.scoreMilli && looked.engagedRoles == decided.engagedRoles
                        && looked.echoMilli == decided.echoMilli && looked.engagedBuyers == decided.engagedBuyers,
                    "seed \(seed), case \(number), day \(day)")
            }
        }
    }

    @Test("no fact after a day changes what was decided by then", arguments: [UInt64](100...105))
    func noLookAhead(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<20 {
            let random = RandomCase(using: &random)
            let rules = try CompiledRules(random.rules)
            let whole = Replay.incrementally(rules, random.facts, until: random.until, ask: [])
            let day = (random.facts[0].day + random.until) / 2
            let part = Replay.incrementally(rules, random.facts.filter { $0.day <= day }, until: day, ask: [])
            #expect(part.transitions == whole.transitions.filter { $0.day <= day }, "seed \(seed), case \(number)")
        }
    }

    @Test("a reset fold answers like a new one")
    func reset() throws {
        var random = SplitMix(state: 7)
        let first = RandomCase(using: &random)
        let rules = try CompiledRules(first.rules)
        var fold = AccountFold(rules)
        var once: [Transition] = []
        var again: [Transition] = []
        for (index, fact) in first.facts.enumerated() { fold.record(fact, position: index, into: &once) }
        fold.reset()
        for (index, fact) in first.facts.enumerated() { fold.record(fact, position: index, into: &again) }
        #expect(once == again)
    }
}

@Suite("Decay")
struct DecayTests {
    @Test("half is left after a half-life, to the unit")
    func halves() {
        let table = DecayTable(halfLife: HalfLife(days: 30))
        #expect(table.factors[0] == 2_147_483_648)
        #expect(table.factors[30] == 1_073_741_824)
        #expect(table.factors[60] == 536_870_912)
        #expect(table.factors[4095] == 0)
    }

    @Test("the table is the formula, rounded", arguments: [1.0, 7, 13.5, 30, 45.5, 90, 365, 2_000])
    func formula(halfLifeDays: Double) throws {
        let table = DecayTable(halfLife: HalfLife(microdays: Int64(halfLifeDays * 1_000_000)))
        var power = 1.0
        for days in stride(from: 0, to: DecayTable.length, by: 1) {
            if days > 0 { power = exponentOfTwo(-Double(days) / halfLifeDays) }
            let difference = Double(table.factors[days]) - power * 2_147_483_648
            #expect(abs(difference) <= 0.500_01, "day \(days)")
        }
    }

    @Test("nothing decays on the day itself or without a half-life; nothing is left after 4096 days")
    func ends() {
        let table = DecayTable(halfLife: HalfLife(days: 4000))
        #expect(table.decayed(.max, days: 0) == .max)
        #expect(table.decayed(.max, days: 4096) == 0)
        #expect(DecayTable(halfLife: nil).decayed(12_345, days: 100_000) == 12_345)
    }
}
