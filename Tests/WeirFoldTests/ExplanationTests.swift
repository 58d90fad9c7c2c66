import Testing
import WeirFold

@Suite("Explanations")
struct ExplanationTests {
    @Test("the lines add up to the score, to the millipoint", arguments: [UInt64](200...215))
    func addsUp(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for number in 0..<20 {
            let random = RandomCase(using: &random)
            let rules = try CompiledRules(random.rules)
            var explaining = ExplainingFold(rules)
            var plain = AccountFold(rules)
            var transitions: [Transition] = []
            for (position, fact) in random.facts.enumerated() {
                explaining.record(fact, position: position)
                plain.record(fact, position: position, into: &transitions)
            }
            let explanation = explaining.explain(on: random.until)
            plain.advance(to: random.until, into: &transitions)
            let standing = plain.measure(on: random.until)
            let place = "seed \(seed), case \(number)"
            #expect(explanation.standing == standing, "\(place)")
            #expect(explanation.transitions == transitions, "\(place)")
            #expect(explanation.lines.reduce(0) { $0 + $1.contributionMilli } == standing.engagementMilli, "\(place)")
            #expect(explanation.echoLines.reduce(0) { $0 + $1.contributionMilli } == standing.echoMilli, "\(place)")
            for part in explanation.buyers {
                let own = explanation.lines.filter { $0.buyer == part.buyer }
                #expect(own.reduce(0) { $0 + $1.remainingMilli } == part.engagementMilli, "\(place)")
                #expect(own.reduce(0) { $0 + $1.contributionMilli } == part.contributionMilli, "\(place)")
            }
            #expect(
                explanation.lines.count
                    == random.facts.filter { if case .engagement = $0.fact { true } else { false } }.count,
                "\(place): every engagement has its line")
        }
    }
}
