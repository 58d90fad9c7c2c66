import Testing
import WeirFacts
import WeirInsight

@Suite("Backtest: what always holds")
struct BacktestPropertyTests {
    @Test("Entered less left is the stock, and every spell is counted once", arguments: UInt64(1)...40)
    func flowsReconcile(seed: UInt64) throws {
        let report = try BacktestReport(BacktestExample.input(seed: seed, accounts: 80))
        for flow in [report.flow.accounts, report.flow.buyers] {
            #expect(flow.opening + flow.entered - flow.left == flow.closing, "seed \(seed)")
        }
        let weeks = report.flow.weeks
        #expect(weeks.reduce(0) { $0 + $1.accountsEntered } == report.flow.accounts.entered, "seed \(seed)")
        #expect(weeks.reduce(0) { $0 + $1.buyersLeft } == report.flow.buyers.left, "seed \(seed)")
        #expect(weeks.last?.accountStock == report.flow.accounts.closing, "seed \(seed)")
        #expect(weeks.last?.buyerStock == report.flow.buyers.closing, "seed \(seed)")
    }

    @Test("Outcomes divide the entrants, and tiers and ways in add up to them", arguments: UInt64(1)...40)
    func outcomesReconcile(seed: UInt64) throws {
        let outcome = try BacktestReport(BacktestExample.input(seed: seed, accounts: 80)).outcome
        for groups in [[outcome.all], outcome.byTier, outcome.byWay] {
            #expect(groups.allSatisfy { $0.entrants == $0.alreadyInPipeline + $0.notYetRipe + $0.ripe })
            #expect(groups.reduce(0) { $0 + $1.entrants } == outcome.all.entrants, "seed \(seed)")
            #expect(groups.reduce(0) { $0 + $1.won.count } == outcome.all.won.count, "seed \(seed)")
        }
        #expect(outcome.leadTime.count == outcome.all.opportunity.count, "seed \(seed)")
    }

    @Test("Account-days agree with a count day by day", arguments: UInt64(1)...8)
    func exposureDayByDay(seed: UInt64) throws {
        let input = BacktestExample.input(seed: seed, accounts: 40)
        let base = try BacktestReport(input).baseRate
        var days = (after: 0, rest: 0)
        var events = (after: 0, rest: 0)
        for account in input.accounts where account.inTargetMarket {
            let spells = input.accountSpells.filter { $0.accountID == account.id }
            let opportunities = input.opportunities.filter { $0.accountID == account.id }
            for today in stride(from: input.from, through: input.to, by: 1) {
                if opportunities.contains(where: { $0.opened < today && ($0.closed ?? input.to) >= today }) { continue }
                let isAfter = spells.contains { spell in
                    spell.entered <= today
                        && (spell.entered.distance(to: today) <= input.horizonDays
                            || spell.left.map { $0 > today } ?? true)
                }
                let opened = opportunities.contains { $0.opened == today } ? 1 : 0
                if isAfter {
                    days.after += 1
                    events.after += opened
                } else {
                    days.rest += 1
                    events.rest += opened
                }
            }
        }
        #expect(base.opportunitiesAfterEntry == IncidenceRate(events: events.after, accountDays: days.after))
        #expect(base.opportunitiesOfRest == IncidenceRate(events: events.rest, accountDays: days.rest))
    }

    @Test("Nothing after an entry's horizon changes its verdict", arguments: UInt64(1)...20)
    func laterEventsChangeNothing(seed: UInt64) throws {
        let all = BacktestExample.input(seed: seed, accounts: 60)
        var judged = 0
        for account in all.accounts {
            var alone = all
            alone.accounts = [account]
            alone.accountSpells.removeAll { $0.accountID != account.id }
            alone.opportunities.removeAll { $0.accountID != account.id }
            let before = try BacktestReport(alone).outcome.all
            let entries = alone.accountSpells.map(\.entered).filter { $0 >= all.from }
            guard before.ripe == 1, let entry = entries.min() else { continue }
            let later = entry.advanced(by: all.horizonDays + 1)
            alone.accountSpells.append(AccountSpell(accountID: account.id, entered: later, enteredScoreMilli: 1))
            alone.opportunities.append(
                BacktestOpportunity(id: "extra", accountID: account.id, opened: later, outcome: .won, closed: later))
            #expect(try BacktestReport(alone).outcome.all == before, "seed \(seed), account \(account.id)")
            judged += 1
        }
        #expect(judged > 0, "seed \(seed): no account was ripe")
    }

    @Test("Facts after the period change no number", arguments: UInt64(1)...20)
    func periodIsClosed(seed: UInt64) throws {
        var input = BacktestExample.input(seed: seed, accounts: 60)
        input.to = day("2026-01-31")
        let report = try BacktestReport(input)
        let last = input.to
        input.accountSpells.removeAll { $0.entered > last }
        input.buyerSpells.removeAll { $0.entered > last }
        input.opportunities.removeAll { $0.opened > last }
        input.dispositions.removeAll { $0.day > last }
        #expect(try BacktestReport(input) == report, "seed \(seed)")
    }
}
