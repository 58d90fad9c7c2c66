import Testing
import WeirApp
import WeirFacts
import WeirFold
import WeirSimulation
import WeirTestSupport

@Suite("A world whose truth is known")
struct TruthTests {
    @Test func everyRowIsInAndOnlyRepeatsAreKnown() async throws {
        let world = try await ImportedWorld.large.value
        for (file, _) in ImportedWorld.kinds {
            let counts = try #require(world.outcomes[file]).counts
            #expect(counts.read == world.truth.summary.rows[file] && counts.rejected == 0, "\(file.path)")
        }
        let repeated = world.truth.rows(.judgedActs).count { $0["truth"] == "repeated" }
        #expect(world.outcomes[.engagements]?.counts.known == repeated && repeated > 0)
        let columns = world.population.columns
        let kept = columns.history.engagementCount + columns.unplacedEngagements
        #expect(kept == world.outcomes[.engagements]?.counts.added)
        #expect(columns.unplacedEngagements * 50 < kept)
        #expect(world.population.unknownSignals.isEmpty)
    }

    @Test("who is let in truly needs something, far more often than chance would have it")
    func entriesAreEnriched() async throws {
        let world = try await ImportedWorld.large.value
        let backtest = try await Backtest(world.workspace, world.population, horizonDays: 120)
        let externals = world.externals
        var needs: [String: [ClosedRange<CivilDay>]] = [:]
        for row in world.truth.rows(.needs) {
            let start = try #require(row["start"].flatMap { CivilDay($0) })
            let end = try #require(row["end"].flatMap { CivilDay($0) })
            needs[row["account"] ?? "", default: []].append(start...end)
        }
        func isInNeed(_ account: String, _ day: CivilDay) -> Bool {
            needs[externals[account] ?? ""]?.contains { $0.contains(day) } ?? false
        }
        // The base rate: days in need of all days of accounts that could have been let in at all.
        var (daysInNeed, days) = (0, 0)
        for account in backtest.input.accounts where account.inTargetMarket {
            for day in backtest.input.from...backtest.input.to {
                days += 1
                if isInNeed(account.id, day) { daysInNeed += 1 }
            }
        }
        let spells = backtest.input.accountSpells
        let right = spells.count { isInNeed($0.accountID, $0.entered) }
        print("\(right) of \(spells.count) entries fall into a need; base rate \(daysInNeed) of \(days) days")
        #expect(spells.count > 20)
        #expect(right * 2 > spells.count, "most entries are right")
        #expect(right * days > 4 * daysInNeed * spells.count, "four times the base rate")
        // And of the needs that arose, the agreement sees many.
        let found = Set(spells.filter { isInNeed($0.accountID, $0.entered) }.map(\.accountID))
        let target = Set(backtest.input.accounts.filter(\.inTargetMarket).map(\.id))
        let needy = Set(needs.keys.compactMap { world.accountNumbers[$0].map(world.id) }).intersection(target)
        print("\(found.count) of \(needy.count) target accounts with a need were let in during it")
        #expect(found.count * 3 > needy.count)
    }

    @Test("credit for shares goes where the truth has them")
    func echoes() async throws {
        let world = try await ImportedWorld.large.value
        let population = world.population
        let acts = Dictionary(
            world.truth.rows(.engagements).map { ($0["id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        let window = try #require(world.use.rules.rules.echo).windowDays
        // One echo for each sharer, reader and content: later ones of the same three do not count again.
        var truth: Set<[String]> = []
        for row in world.truth.rows(.echoes) {
            let share = try #require(acts[row["share"] ?? ""])
            let read = try #require(acts[row["read"] ?? ""])
            let shared = try #require(CivilDay((share["at"] ?? "").prefix(10)))
            let heard = try #require(CivilDay((read["at"] ?? "").prefix(10)))
            // Rows that name no buyer say nothing of who it was.
            guard shared.distance(to: heard) <= window, share["buyer"]?.isEmpty == false,
                read["buyer"]?.isEmpty == false
            else { continue }
            truth.insert([row["from"] ?? "", row["to"] ?? "", row["content"] ?? ""])
        }
        var found: Set<[String]> = []
        let ids = try world.workspace.ledger.people(population.columns.buyers).mapValues { $0.external ?? "" }
        for account in population.columns.accounts.indices {
            var fold = ExplainingFold(population.use.rules)
            var position = 0
            population.columns.history.withAccount(account) { rows in
                rows.forEachFact(reading: population.reading) { fact in
                    if let folded = fact.fact {
                        fold.record(DatedFact(day: fact.day, fact: folded), position: position)
                    }
                    position += 1
                    return true
                }
            }
            for line in fold.explain(on: population.columns.lastDay).echoLines {
                let content = line.content.map { population.columns.contents[$0] } ?? ""
                let people = [line.sharer, line.consumer].map { ids[population.columns.buyerID($0, of: account)] ?? "" }
                found.insert(people + [content])
            }
        }
        let both = found.intersection(truth).count
        print("\(truth.count) echoes in truth, \(found.count) heard, \(both) the same")
        #expect(truth.count > 50)
        #expect(both * 100 >= truth.count * 95, "nearly every true echo is heard")
        #expect(both * 100 >= found.count * 60, "most of what is heard is a true echo")
    }

    @Test("machines by themselves qualify nobody")
    func machines() async throws {
        let world = try await ImportedWorld.large.value
        let backtest = try await Backtest(world.workspace, world.population, horizonDays: 120)
        var machines: [String: Int] = [:]
        for row in world.truth.rows(.judgedActs) where ["link_scanner", "crawler"].contains(row["truth"]) {
            machines[row["account"] ?? "", default: 0] += 1
        }
        let externals = world.externals
        var only: Set<String> = []
        for account in world.population.columns.accounts.indices {
            let acts = world.population.columns.history.engagementCount(of: account)
            let byMachines = machines[externals[world.id(account)] ?? ""] ?? 0
            if byMachines * 2 > acts, acts > 0 { only.insert(world.id(account)) }
        }
        let entered = Set(backtest.input.accountSpells.map(\.accountID))
        print("\(machines.values.reduce(0, +)) acts by machines; mostly machines at \(only.count) accounts")
        #expect(!only.isEmpty)
        #expect(only.intersection(entered).count * 10 <= only.count, "\(only.intersection(entered))")
    }
}
