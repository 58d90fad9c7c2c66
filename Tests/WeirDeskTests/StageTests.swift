import Testing
import WeirDesk
import WeirFacts

@Suite struct StageTests {
    @Test func theSuccessPathCanBeWalked() throws {
        var history = StageHistory(at: Instant(milliseconds: 0))
        for (step, stage) in Stage.successPath.dropFirst().enumerated() {
            let move = try history.move(
                to: stage, at: Instant(milliseconds: Int64(step + 1) * 1000), by: .person("ana"), agreement: "abc")
            #expect(move.stayedMillis == Int64(1000))
            #expect(move.agreement == "abc")
        }
        #expect(history.stage == .won)
        #expect(history.stage(at: Instant(milliseconds: 2500)) == .qualified)
        #expect(history.stage(at: Instant(milliseconds: 0)) == .prospect)
    }

    @Test func illegalMovesAreRefusedWithAReason() throws {
        for from in Stage.allCases {
            for to in Stage.allCases where !StageGraph.next(after: from).contains(to) {
                let error = try #require(throws: DeskError.self) { try StageGraph.check(from: from, to: to) }
                #expect(error.code == .illegalMove)
                #expect(error.message.contains(from == to ? "already" : "can become"))
            }
        }
        let error = try #require(throws: DeskError.self) { try StageGraph.check(from: .lead, to: .won) }
        #expect(error.message.hasPrefix("only an opportunity is won or lost"))
    }

    @Test func everyStageCanBeLeftAndReachedAndSuppressed() {
        for stage in Stage.allCases {
            #expect(!StageGraph.next(after: stage).isEmpty)
            if stage != .prospect { #expect(Stage.allCases.contains { StageGraph.next(after: $0).contains(stage) }) }
            if stage != .suppressed { #expect(StageGraph.next(after: stage).contains(.suppressed)) }
        }
    }

    @Test func goingBackNeedsAReasonAndTimeGoesForward() throws {
        var history = StageHistory(.qualified, at: Instant(milliseconds: 1000))
        let now = Instant(milliseconds: 2000)
        #expect(throws: DeskError.self) { try history.move(to: .recycled, at: now, by: .system("x"), agreement: "a") }
        #expect(throws: DeskError.self) {
            try history.move(to: .released, at: Instant(milliseconds: 999), by: .system("x"), agreement: "a")
        }
        #expect(history.moves.isEmpty)
    }
}
