import Testing
import WeirApp
import WeirFacts
import WeirFold
import WeirInsight
import WeirTestSupport

@Suite("Backtests")
struct BacktestTests {
    @Test("spells are the fold's transitions, one for one")
    func spellsReconcile() async throws {
        let world = try await ImportedWorld.large.value
        let population = world.population
        let backtest = try await Backtest(world.workspace, population, horizonDays: 120)
        #expect(
            backtest.input.from == population.period.lowerBound && backtest.input.to == population.period.upperBound)
        let accounts = Dictionary(grouping: backtest.input.accountSpells, by: \.accountID)
        let buyers = Dictionary(grouping: backtest.input.buyerSpells, by: \.buyerID)
        var fold = population.fold()
        var seen = 0
        for account in population.columns.accounts.indices {
            let transitions = fold.transitions(
                of: account, in: population.columns.history, until: backtest.input.to.number)
            var days: [Transition.Subject: [Int32]] = [:]
            for transition in transitions { days[transition.subject, default: []].append(transition.day) }
            let spells = accounts[world.id(account)] ?? []
            var spellDays: [Int32] = []
            var spellScores: [Int64] = []
            for spell in spells {
                spellDays += [spell.entered, spell.left].compactMap { $0?.number }
                spellScores += [spell.enteredScoreMilli, spell.leftScoreMilli].compactMap { $0 }
            }
            #expect(spellDays == days[.account] ?? [])
            #expect(spellScores == transitions.filter { $0.subject == .account }.map(\.scoreMilli))
            seen += spells.count
            for case (.buyer(let number), let days) in days {
                let id = "buy_\(population.columns.buyerID(number, of: account))"
                var stayDays: [Int32] = []
                for stay in buyers[id] ?? [] { stayDays += [stay.entered, stay.left].compactMap { $0?.number } }
                #expect(stayDays == days, "\(id)")
            }
        }
        #expect(seen == backtest.input.accountSpells.count && seen > 20)
        let report = try backtest.report()
        #expect(
            report.flow.accounts.entered == backtest.input.accountSpells.count { $0.entered >= backtest.input.from })
        let flow = report.flow.accounts
        #expect(flow.opening + flow.entered - flow.left == flow.closing)
    }

    @Test("spells by a raised hand are those that the gate would not have let in")
    func raisedHands() async throws {
        let world = try await ImportedWorld.large.value
        let backtest = try await Backtest(world.workspace, world.population, horizonDays: 120)
        let byHand = backtest.input.accountSpells.filter(\.byRaisedHand)
        #expect(!byHand.isEmpty && byHand.count < backtest.input.accountSpells.count)
        let enter = world.use.rules.rules.enter
        for spell in backtest.input.accountSpells where !spell.byRaisedHand {
            #expect(spell.enteredScoreMilli >= enter.scoreMilli)
        }
    }

    @Test("a win that was missed says what was lacking at the closest moment")
    func closestApproach() async throws {
        let world = try await ImportedWorld.large.value
        let population = world.population
        let backtest = try await Backtest(world.workspace, population, horizonDays: 120)
        var opened: [String: CivilDay] = [:]
        for deal in backtest.input.opportunities where deal.outcome == .won {
            opened[deal.accountID] = min(deal.opened, opened[deal.accountID] ?? deal.opened)
        }
        #expect(opened.count > 3)
        var fold = population.fold()
        var checked = 0
        for account in population.columns.accounts.indices {
            let id = world.id(account)
            let first = backtest.input.accountSpells.first { $0.accountID == id }?.entered
            guard let day = opened[id], first.map({ $0 > day }) ?? true else {
                #expect(backtest.input.missedReasons[id] == nil, "\(id)")
                continue
            }
            let reason = try #require(backtest.input.missedReasons[id], "\(id)")
            var best: (lacks: [String], score: Int64)?
            var hasActed = false
            fold.visit(account, in: population.columns.history, until: day.number) { state, _ in
                let standing = state.measure(on: state.day)
                hasActed = hasActed || standing.engagementMilli > 0
                let lacks = lacks(state, standing, world, account)
                if best.map({ (lacks.count, -standing.scoreMilli) < ($0.lacks.count, -$0.score) }) ?? true {
                    best = (lacks, standing.scoreMilli)
                }
            }
            let expected = try #require(best)
            if hasActed {
                let isOutside =
                    expected.lacks.first == "outside the target market" || expected.lacks.first == "tier too low"
                let words = isOutside ? expected.lacks[0] : expected.lacks.joined(separator: ", ")
                #expect(reason.condition == (words.isEmpty ? "came in only later" : words), "\(id): \(reason)")
                #expect(reason.detail.contains("\(expected.score / 1000) points of"), "\(id): \(reason)")
            } else {
                #expect(reason.condition == "nothing known")
            }
            checked += 1
        }
        #expect(checked > 0)
    }

    private func lacks(
        _ state: borrowing AccountFold, _ standing: Standing, _ world: ImportedWorld, _ account: Int
    ) -> [String] {
        let gate = world.use.rules.rules.enter
        var lacks: [String] = []
        if state.tier > gate.tier {
            lacks.append(world.population.places[account].isTarget ? "tier too low" : "outside the target market")
        }
        if standing.scoreMilli < gate.scoreMilli { lacks.append("score too low") }
        if standing.engagedBuyers < gate.engagedBuyers { lacks.append("too few engaged buyers") }
        for role in gate.roles.members where !standing.engagedRoles.contains(role) {
            lacks.append("no \(world.use.agreement.buyingGroup.roles[role].name) engaged")
        }
        if lacks.isEmpty, state.leftDay != nil, !state.isQualified { lacks.append("still in cooldown") }
        return lacks
    }

    @Test("two agreements differ in those accounts alone that differ")
    func compared() async throws {
        let world = try await ImportedWorld.large.value
        let backtest = try await Backtest(world.workspace, world.population, horizonDays: 120)
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        // Harder by score and by raised hand, easier by pages read and by people.
        let other = text.replacing("score: 100, engaged_buyers: 3", with: "score: 130, engaged_buyers: 2")
            .replacing("act_now: {tier: C,", with: "act_now: {tier: A,")
            .replacing("page_viewed: {category: web, points: 0.5", with: "page_viewed: {category: web, points: 3")
        #expect(other != text)
        let bench = try Workbench()
        let use = try AgreementInUse.draft(bench.file("other.yaml", other))
        let population = try Population(world.workspace, use, columns: world.population.columns)
        let against = try await Backtest(
            world.workspace, population, from: backtest.input.from, to: backtest.input.to, horizonDays: 120)
        let comparison = try backtest.compared(with: against)
        let ours = firsts(backtest)
        let theirs = firsts(against)
        var expected: [String: ComparedAccount.Change] = [:]
        for id in Set(ours.keys).union(theirs.keys) {
            switch (ours[id], theirs[id]) {
            case (_?, nil): expected[id] = .gained
            case (nil, _?): expected[id] = .lost
            case (let a?, let b?) where a != b: expected[id] = a < b ? .earlier : .later
            default: break
            }
        }
        #expect(Set(expected.values).count >= 3, "the two agreements are too much alike to test anything")
        var found: [String: ComparedAccount.Change] = [:]
        for change in ComparedAccount.Change.allCases {
            for account in comparison[change] {
                #expect(found.updateValue(change, forKey: account.accountID) == nil)
                #expect(account.condition?.isEmpty == false, "\(account)")
                #expect(account.day == ours[account.accountID] && account.againstDay == theirs[account.accountID])
            }
        }
        #expect(found == expected)
        #expect(comparison.unchanged == ours.count { theirs[$0.key] == $0.value })

        let same = try backtest.compared(with: backtest)
        #expect(ComparedAccount.Change.allCases.allSatisfy { same[$0].isEmpty })
        #expect(same.unchanged == ours.count)
    }

    /// The first day of each account that was ever in.
    private func firsts(_ backtest: Backtest) -> [String: CivilDay] {
        Dictionary(grouping: backtest.input.accountSpells, by: \.accountID).compactMapValues { $0.map(\.entered).min() }
    }

    @Test func aPeriodAfterAllFactsKnowsNothingNew() async throws {
        let world = try await ImportedWorld.large.value
        let last = world.population.period.upperBound
        let backtest = try await Backtest(
            world.workspace, world.population, from: last.advanced(by: 400), to: last.advanced(by: 430), horizonDays: 30
        )
        let report = try backtest.report()
        #expect(report.flow.accounts.entered == 0 && report.flow.accounts.closing == 0)
    }
}
