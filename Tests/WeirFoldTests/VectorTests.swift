import Testing
import WeirFold

@Suite("The specification's vectors")
struct VectorTests {
    @Test("every vector, one fact at a time and in batch")
    func vectors() throws {
        guard let cases = try VectorCase.all() else {
            print("skipped: ../shared/spec/vectors.jsonl is not here")
            return
        }
        #expect(!cases.isEmpty)
        for vector in cases {
            let facts = vector.facts.map(\.dated)
            let rules = try CompiledRules(vector.rules.fold)
            let expected = Answer(
                transitions: vector.expect.transitions.map(\.transition), scores: vector.expect.scores)
            let live = Replay.incrementally(rules, facts, until: vector.until, ask: vector.ask)
            let batch = Replay.inBatch(rules, facts, until: vector.until, ask: vector.ask)
            #expect(live.asVectorsTell == expected, "\(vector.id), one at a time")
            #expect(batch.asVectorsTell == expected, "\(vector.id), in batch")
        }
    }
}
