import Testing
import WeirFacts
import WeirInsight

@Suite("The waterfall")
struct WaterfallTests {
    private func day(_ number: Int) -> CivilDay { CivilDay(number: 20_000 + Int32(number)) }

    private var input: BacktestInput {
        let names = ["a", "b", "c", "d"]
        return BacktestInput(
            title: "test", from: day(0), to: day(100),
            accounts: names.map { BacktestAccount(id: "acc_\($0)", name: $0, tier: "A", inTargetMarket: true) },
            accountSpells: [
                AccountSpell(accountID: "acc_a", entered: day(10), enteredScoreMilli: 1),
                AccountSpell(accountID: "acc_b", entered: day(20), left: day(40), enteredScoreMilli: 1),
                AccountSpell(accountID: "acc_c", entered: day(5), enteredScoreMilli: 1),
            ],
            opportunities: [
                BacktestOpportunity(id: "1", accountID: "acc_a", opened: day(30), outcome: .won, closed: day(60)),
                BacktestOpportunity(id: "2", accountID: "acc_d", opened: day(30)),
            ],
            dispositions: [BacktestDisposition(accountID: "acc_c", day: day(8), verdict: .accept)])
    }

    @Test("Each account stands in one stage on a day, and who left the gate unaccepted stands in none")
    func stages() throws {
        let journeys = input.journeys
        #expect(journeys.map(\.accountID) == ["acc_a", "acc_b", "acc_c"])
        #expect(journeys[0].stage(on: day(9)) == nil)
        #expect(journeys[0].stage(on: day(29)) == .qualified)
        #expect(journeys[0].stage(on: day(30)) == .opportunity)
        #expect(journeys[0].stage(on: day(60)) == .won)
        #expect(journeys[1].stage(on: day(39)) == .qualified)
        #expect(journeys[1].stage(on: day(40)) == nil)
        #expect(journeys[2].stage(on: day(99)) == .accepted)
    }

    @Test("Numbers are the lengths of the lists behind them")
    func lists() {
        let journeys = input.journeys
        let waterfall = Waterfall(journeys, from: day(0), to: day(50))
        let qualified = waterfall.rows[0]
        #expect(qualified.entered == 3 && qualified.closing == 0 && qualified.lost == 1 && qualified.advanced == 2)
        #expect(qualified.conversion == Share(2, of: 3))
        #expect(waterfall.rows[2].closing == 1 && waterfall.rows[3].entered == 0)
        for row in waterfall.rows {
            let list = journeys.filter { Waterfall.has($0, .closing, row.stage, from: day(0), to: day(50)) }
            #expect(list.count == row.closing)
        }
    }

    @Test("What stood at the start, came, moved on and fell out adds up to what stands at the end")
    func balance() {
        for end in [30, 45, 70, 100] {
            for row in Waterfall(input.journeys, from: day(12), to: day(end)).rows where row.stage == .qualified {
                #expect(row.opening + row.entered - row.advanced - row.lost == row.closing)
            }
        }
    }
}
