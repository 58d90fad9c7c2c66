import Testing
import WeirFold

@Suite("Several definitions at once")
struct SweepTests {
    @Test("each variant of a sweep decides as it does alone", arguments: [UInt64](300...309))
    func alike(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<12 {
            let random = RandomCase(using: &random)
            guard let first = random.facts.first else { continue }
            var variants = [random.rules.gates]
            for step in 1..<6 {
                var gates = random.rules.gates
                gates.enter.scoreMilli = gates.enter.scoreMilli * Int64(step) / 3
                gates.stay.engagedBuyers = step % 3
                gates.buyer.enterMilli = gates.buyer.enterMilli * Int64(step) / 2
                gates.dwellDays = step * 2
                gates.cooldownDays = step * 5
                if step == 4 { gates.actNow = nil }
                variants.append(gates)
                // As in most sweeps: nothing else differs, so that one may stand as another does.
                var stricter = random.rules.gates
                stricter.enter.scoreMilli += Int64(step) * 5_000
                variants.append(stricter)
            }
            let compiled = try CompiledRules(random.rules)
            let (history, reading) = Replay.columns(random.rules, random.facts, firstDay: first.day)
            var sweep = HistoryFold(compiled, reading: reading, variants: variants)
            var together = Array(repeating: [Transition](), count: variants.count)
            sweep.decide(0, in: history, until: random.until) { variant, changes in
                together[variant].append(contentsOf: changes)
            }
            for (variant, gates) in variants.enumerated() {
                var rules = random.rules
                rules.gates = gates
                let alone = PlainFold.answer(try CompiledRules(rules), random.facts, until: random.until, ask: [])
                #expect(together[variant] == alone.transitions, "seed \(seed), case \(number), variant \(variant)")
            }
        }
    }
}
