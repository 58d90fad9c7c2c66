import Dispatch
import Foundation
import WeirFacts
import WeirMarket

/// The market's functions over invented companies: criteria and matrix, titles, matching, the inbound gate.
///
/// Companies have coined names of two or three syllables with a trade and a legal form, so that a million of them differ
/// as real ones do; leads write them with seeded damage.
struct MarketBench {
    let market: CompiledMarket
    let gate: CompiledGate
    var companies = 1_000_000
    var leads = 100_000

    func run(_ wanted: Wanted) async throws {
        if wanted.includes("market.criteria") { criteria() }
        if wanted.includes("market.titles") { await titles() }
        if wanted.includes("market.gate") { posts() }
        if wanted.includes("market.match") { try await matchAlone(wanted) }
    }

    /// Matching in a process of its own: its memory is asked for, and others' would count too.
    private func matchAlone(_ wanted: Wanted) async throws {
        let word = "market.match"
        if wanted.words == [word] { return await match() }
        try Command.text([CommandLine.arguments[0], word]).split(separator: "\n").forEach {
            Progress.figure(String($0))
        }
    }

    private func seconds(_ work: () async -> Void) async -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        await work()
        return MarketBench.seconds(clock.now - start)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    // MARK: Criteria

    private func criteria() {
        let all = (0..<companies).map(attributes)
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let market = market
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<5 {
            let start = clock.now
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var targets = 0
                for number in all.count * worker / workers..<all.count * (worker + 1) / workers
                where market.verdict(on: all[number]).target == .yes { targets += 1 }
                precondition(targets >= 0)
            }
            times.append(MarketBench.seconds(clock.now - start))
        }
        Figure(
            name: "market.criteria", size: "\(companies) accounts, \(workers) cores", value: times.median, unit: "s"
        ).show()
    }

    private func attributes(_ number: Int) -> CompanyAttributes {
        let coined = CoinedCompany(number)
        return market.company(
            name: coined.name, domain: coined.domain,
            [
                "industry": .text(CoinedCompany.industries[number % CoinedCompany.industries.count]),
                "country": .text(coined.country),
                "employees": .number(FixedNumber(thousandths: Int64(coined.random(1, 20_000)) * 1000)),
                "revenue": .number(FixedNumber(thousandths: Int64(coined.random(2, 2_000_000)) * 1_000_000)),
            ])
    }

    // MARK: Titles

    private func titles() async {
        let classifier = TitleClassifier.shipped
        let titles = (0..<400_000).map(CoinedCompany.title)
        var one: [Double] = []
        var all: [Double] = []
        for _ in 0..<3 {
            one.append(
                await seconds {
                    var known = 0
                    for title in titles where classifier.read(title).department != nil { known += 1 }
                    precondition(known > 0)
                })
            all.append(await seconds { _ = await classifier.read(titles) })
        }
        let count = Double(titles.count)
        Figure(name: "market.titles.core", size: "one core", value: count / one.median, unit: "titles/s").show()
        Figure(name: "market.titles", size: "all cores", value: count / all.median, unit: "titles/s").show()
    }

    // MARK: The gate

    private func posts() {
        let mail = MailDomains()
        let known = (0..<2_000).map { number in
            let coined = CoinedCompany(number)
            return MatchedCompany(
                name: coined.name, domain: coined.domain,
                attributes: [
                    "industry": .text(CoinedCompany.industries[number % CoinedCompany.industries.count]),
                    "country": .text(coined.country), "employees": .number(FixedNumber(thousandths: 2_000_000)),
                ])
        }
        let posts = known.enumerated().map { number, company in
            let host = number % 5 == 0 ? "gmail.com" : number % 7 == 0 ? "mailinator.com" : company.domain ?? ""
            return FormPost(email: "ann.lee@\(host)", company: company.name, country: "Germany")
        }
        let clock = ContinuousClock()
        var rates: [Double] = []
        for _ in 0..<3 {
            let start = clock.now
            var refused = 0
            for round in 0..<50 {
                for number in posts.indices {
                    let match = (number + round) % 3 == 0 ? nil : known[number]
                    if gate.judge(posts[number], match, mail: mail).answer == .refuse { refused += 1 }
                }
            }
            precondition(refused >= 0)
            rates.append(Double(posts.count * 50) / MarketBench.seconds(clock.now - start))
        }
        Figure(name: "market.gate", size: "one core", value: rates.median, unit: "verdicts/s").show()
    }

    // MARK: Matching

    private func match() async {
        let records = (0..<companies).map { number in
            let coined = CoinedCompany(number)
            return CompanyRecord(
                id: String(number), name: coined.name, domain: number % 2 == 0 ? coined.domain : nil,
                country: coined.country)
        }
        var queries: [CompanyQuery] = []
        var truth: [String] = []
        for lead in 0..<leads {
            let number = CoinedCompany(lead &* 7919).random(9, companies)
            let coined = CoinedCompany(number)
            truth.append(String(number))
            queries.append(CompanyQuery(name: coined.misspelt(lead), country: lead % 2 == 0 ? coined.country : nil))
        }
        let clock = ContinuousClock()
        let start = clock.now
        let index = await CompanyIndex.built(from: records)
        let built = clock.now
        let found = await index.find(queries, limit: 1)
        let end = clock.now
        let right = zip(found, truth).count { $0.first?.id == $1 }
        let size = "\(leads) leads, \(companies) accounts"
        Figure(name: "market.match.index", size: size, value: MarketBench.seconds(built - start), unit: "s").show()
        Figure(name: "market.match", size: size, value: MarketBench.seconds(end - start), unit: "s").show()
        Figure(
            name: "market.match.memory", size: size, value: Double(ProcessMemory.bytes("VmHWM:")) / 1e6,
            unit: "MB at most, the companies themselves included"
        ).show()
        Figure(
            name: "market.match.first", size: size, value: Double(right * 1000 / max(1, leads)) / 1000, unit: "share"
        ).show()
    }
}
