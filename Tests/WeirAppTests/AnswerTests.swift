import Testing
import WeirApp
import WeirFacts
import WeirFold
import WeirInsight
import WeirTestSupport

@Suite("Who is qualified, and why")
struct AnswerTests {
    private func days(_ world: ImportedWorld) -> [CivilDay] {
        let period = world.population.period
        return [period.lowerBound, period.lowerBound.advanced(by: 180), period.lowerBound.advanced(by: 331)]
            + [period.upperBound, period.upperBound.advanced(by: 40)]
    }

    @Test("every account's lines add up to the fold's score, and qualify says the same")
    func linesAddUp() async throws {
        let world = try await ImportedWorld.small.value
        let population = world.population
        var fold = population.fold()
        var changed = 0
        for day in days(world) {
            let qualified = try await population.qualified(asOf: day)
            let accounts = Dictionary(uniqueKeysWithValues: qualified.accounts.map { ($0.id, $0) })
            let buyers = Set(qualified.buyers.map { "buy_\($0.id)" })
            for account in population.columns.accounts.indices {
                let id = world.id(account)
                let view = try world.workspace.explain(id, in: population, on: day)
                let standing = fold.state(of: account, in: population.columns.history, asOf: day.number)
                    .measure(on: day.number)
                #expect(view.totalMilli == standing.scoreMilli, "\(id) on \(day)")
                #expect(sum(view) == view.totalMilli, "\(id) on \(day)")
                #expect(view.isQualified == (accounts[id] != nil), "\(id) on \(day)")
                if let answer = accounts[id] {
                    #expect(answer.scoreMilli == view.totalMilli && answer.since == view.since, "\(id) on \(day)")
                    #expect(answer.engagedBuyers == view.buyers.count(where: \.isEngaged), "\(id) on \(day)")
                    #expect(answer.nextChange == view.nextChange, "\(id) on \(day)")
                    changed += 1
                }
                for buyer in view.buyers {
                    #expect(buyer.lines.reduce(0) { $0 + $1.contributionMilli } == buyer.subtotalMilli, "\(buyer.id)")
                    #expect(buyer.lines.reduce(0) { $0 + $1.remainingMilli } == buyer.engagementMilli, "\(buyer.id)")
                }
            }
            for buyer in buyers {
                let view = try world.workspace.explain(buyer, in: population, on: day)
                #expect(view.isQualified && sum(view) == view.totalMilli, "\(buyer) on \(day)")
            }
        }
        #expect(changed > 5, "too few qualified accounts to say anything")
    }

    /// Everything an explanation prints, added up.
    private func sum(_ view: ExplanationView) -> Int64 {
        let lines = (view.fit + view.echo + view.breadth).reduce(0) { $0 + $1.amountMilli }
        return lines + view.buyers.reduce(0) { $0 + $1.subtotalMilli } + view.roundingMilli
    }

    @Test func gatesHoldForThoseWhoAreInAndLackSomethingForTheOthers() async throws {
        let world = try await ImportedWorld.small.value
        let day = world.population.period.upperBound
        var kept: [String: Int] = [:]
        for account in world.population.columns.accounts.indices {
            let view = try world.workspace.explain(world.id(account), in: world.population, on: day)
            let gates = Dictionary(uniqueKeysWithValues: view.gates.map { ($0.name, $0) })
            let enter = try #require(gates["enter"])
            let actNow = try #require(gates["act now"])
            if !view.isQualified {
                #expect(!enter.holds, "\(view.id) meets every condition and is not in")
                #expect(!view.suggestions.isEmpty, "\(view.id)")
                for condition in enter.conditions where !condition.holds {
                    #expect(condition.missing != nil, "\(view.id): \(condition)")
                    kept[condition.words, default: 0] += 1
                }
            } else {
                let isYoung = try #require(view.since).distance(to: day) < 7
                #expect(gates["stay"]?.holds == true || isYoung || actNow.holds, "\(view.id)")
            }
        }
        #expect(kept.count >= 3, "\(kept)")
    }

    /// "14.2 points more" must be just enough: one millipoint less would not do.
    @Test func whatIsMissingIsExact() async throws {
        let world = try await ImportedWorld.small.value
        let day = world.population.period.upperBound
        var checked = 0
        for account in world.population.columns.accounts.indices {
            let view = try world.workspace.explain(world.id(account), in: world.population, on: day)
            for condition in view.gates.flatMap(\.conditions) where condition.words == "score" {
                let needed = try #require(FixedNumber(condition.needed))
                #expect(FixedNumber(condition.has)?.thousandths == view.totalMilli)
                let missing = condition.missing.flatMap { FixedNumber($0.prefix { $0 != " " }) }?.thousandths ?? 0
                #expect(missing == max(0, needed.thousandths - view.totalMilli), "\(view.id)")
                checked += 1
            }
        }
        #expect(checked > 1000)
    }

    @Test func whoIsNotKnownIsSaidSo() async throws {
        let world = try await ImportedWorld.small.value
        let day = world.population.period.upperBound
        for who in ["acc_999999", "buy_999999", "nobody@nowhere.example", "acc_x", "buy_", "%"] {
            let error = #expect(throws: AppError.self) {
                try world.workspace.explain(who, in: world.population, on: day)
            }
            #expect(error?.code == .notFound, "\(who)")
        }
    }
}
