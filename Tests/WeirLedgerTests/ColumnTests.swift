import Testing
import WeirFacts
import WeirFold
import WeirLedger
import WeirTestSupport

@Suite("Facts as columns")
struct ColumnTests {
    /// A fact of one account as it should come out: by day, then by order of recording.
    private struct Expected: Comparable {
        var day: Int32
        /// 0 for what holds since ever.
        var seq: Int
        /// Where several hold since ever: the account's before its buyers', as they were recorded.
        var rank: Int
        var words: String

        static func < (a: Expected, b: Expected) -> Bool { (a.day, a.seq, a.rank) < (b.day, b.seq, b.rank) }
    }

    private let zone = "Europe/London"
    private let accounts = 5
    private let firstDay: Int64 = 20_500
    private let longAgo = Instant(milliseconds: 0)

    @Test("columns hold what a plain sort of the facts holds", arguments: 1...20 as ClosedRange<UInt64>)
    func columns(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let bench = try LedgerBench()
        var expected = Array(repeating: [Expected](), count: accounts)
        try describe(bench, &expected, &chance)
        var seq = accounts + accounts * 3
        var engaged: [(account: Int, fact: Expected)] = []
        // Several files, each shuffled in time, so that late facts come after ones of later days.
        for file in 0..<3 {
            let deeds = (0..<(30 + chance.below(60))).map { _ in deed(&chance) }
            for deed in deeds {
                seq += 1
                let account = Int(deed.buyer?.split(separator: "-").first ?? "") ?? 0
                let words = "\(deed.signal) \(deed.buyer ?? "") \(deed.content ?? "-") \(heardBy(deed) ?? "-")"
                engaged.append((account, Expected(day: day(deed.at), seq: seq, rank: 0, words: words)))
            }
            try bench.take(.deeds(deeds))
            try change(bench, file, &seq, &expected, &chance)
        }
        for (account, fact) in engaged { expected[account].append(fact) }
        let start = try #require(engaged.map(\.fact.day).min())
        let columns = try bench.columns()
        #expect(columns.history.firstDay == start)
        #expect(columns.lastDay == engaged.map(\.fact.day).max())
        #expect(columns.unplacedEngagements == 0 && columns.unplacedBuyers.isEmpty)
        for account in 0..<accounts {
            #expect(try words(of: account, columns, bench) == expected[account].sorted().map(\.words))
        }
    }

    private func describe(_ bench: LedgerBench, _ expected: inout [[Expected]], _ chance: inout SeededChance) throws {
        let companies = (0..<accounts).map {
            AccountSeen(id: "\($0)", observedAt: longAgo, attributes: ["employees": size(0)])
        }
        try bench.take(.accounts(companies))
        var buyers: [BuyerSeen] = []
        for account in 0..<accounts {
            expected[account].append(Expected(day: 0, seq: 0, rank: .max, words: "size 0"))
            for person in 0..<3 {
                let title = "title \(chance.below(4))"
                buyers.append(
                    BuyerSeen(id: "\(account)-\(person)", title: title, accountID: "\(account)", observedAt: longAgo))
                expected[account].append(
                    Expected(day: 0, seq: 0, rank: person, words: "\(title) \(account)-\(person)"))
            }
        }
        try bench.take(.buyers(buyers))
    }

    /// A company grows and a person gets a title, seen on some day of the past.
    private func change(
        _ bench: LedgerBench, _ file: Int, _ seq: inout Int, _ expected: inout [[Expected]],
        _ chance: inout SeededChance
    ) throws {
        let account = chance.below(accounts)
        let at = moment(&chance)
        // Never the same size twice, so that each is a change.
        try bench.take(
            .accounts([AccountSeen(id: "\(account)", observedAt: at, attributes: ["employees": size(file + 1)])]))
        seq += 1
        expected[account].append(Expected(day: day(at.milliseconds), seq: seq, rank: 0, words: "size \(file + 1)"))
        let person = "\(account)-\(chance.below(3))"
        try bench.take(.buyers([BuyerSeen(id: person, title: "new title \(file)", observedAt: at)]))
        seq += 1
        expected[account].append(
            Expected(day: day(at.milliseconds), seq: seq, rank: 0, words: "new title \(file) \(person)"))
    }

    private func size(_ employees: Int) -> AttributeValue? {
        .number(FixedNumber(thousandths: Int64(employees) * 1000))
    }

    private func moment(_ chance: inout SeededChance) -> Instant {
        Instant(milliseconds: (firstDay + Int64(chance.below(60))) * 86_400_000 + Int64(chance.below(86_400_000)))
    }

    private func deed(_ chance: inout SeededChance) -> Deed {
        let account = chance.below(accounts)
        let content = chance.pick([nil, nil, "guide", "demo"])
        let other = chance.isTrue(percent: 70) ? account : chance.below(accounts)
        return Deed(
            buyer: "\(account)-\(chance.below(3))", signal: chance.pick(["viewed", "shared", "read"]),
            content: content, sharedWith: chance.isTrue(percent: 30) ? "\(other)-\(chance.below(3))" : nil,
            campaign: "\(chance.next())", at: moment(&chance).milliseconds)
    }

    /// A share counts with its content, and inside the account.
    private func heardBy(_ deed: Deed) -> String? {
        guard deed.content != nil, let other = deed.sharedWith else { return nil }
        return other.split(separator: "-").first == deed.buyer?.split(separator: "-").first ? other : nil
    }

    private func day(_ milliseconds: Int64) -> Int32 {
        // London, by the rule in force since 1996: the last Sundays of March and October, at 01:00 UTC.
        let utc = Instant(milliseconds: milliseconds)
        let year = utc.utcDay.components.year
        func lastSunday(_ month: Int) -> Int64 {
            guard let last = CivilDay(year: year, month: month, day: 31) else { return 0 }
            return Int64(last.advanced(by: -((last.weekday + 1) % 7)).number) * 86_400_000 + 3_600_000
        }
        let isSummer = milliseconds >= lastSunday(3) && milliseconds < lastSunday(10)
        return Instant(milliseconds: milliseconds + (isSummer ? 3_600_000 : 0)).utcDay.number
    }

    /// What the columns say of an account, in their order.
    private func words(of account: Int, _ columns: AccountColumns, _ bench: LedgerBench) throws -> [String] {
        var profiles: [String] = []
        try bench.ledger.forEachTimeline { timeline in
            for profile in timeline.profiles {
                profiles.append("size \(profile.attributes["employees"]?.description ?? "?")")
            }
            return true
        }
        let ids = try bench.ledger.people(columns.buyers).mapValues { $0.external ?? "?" }
        func buyer(_ number: Int) -> String { ids[columns.buyerID(number, of: account)] ?? "?" }
        return columns.history.withAccount(account) { rows in
            var result: [String] = []
            var note = 0
            for row in 0...rows.engagementCount {
                while note < rows.noteCount, Int(rows.note(note).before) == row {
                    let (who, value) = (rows.note(note).buyer, Int(rows.note(note).value))
                    result.append(
                        who == History.Note.account ? profiles[value] : "\(columns.titles[value]) \(buyer(Int(who)))")
                    note += 1
                }
                guard row < rows.engagementCount else { break }
                let content = rows.content(row) == 0 ? "-" : columns.contents[rows.content(row) - 1]
                let heard = rows.sharedWith(row).map(buyer)
                let signal = columns.signals[Int(rows.signals[row])]
                result.append("\(signal) \(buyer(rows.buyer(row))) \(content) \(heard ?? "-")")
            }
            return result
        }
    }

    @Test func moreSignalsThanColumnsCanNumberAreRefusedInWords() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1")]))
        try bench.take(.deeds((0...65_536).map { Deed(account: "1", signal: "s\($0)") }))
        let error = #expect(throws: LedgerError.self) { try bench.columns() }
        #expect(error?.description.contains("signal") == true)
    }

    @Test func anEmptyLedgerGivesEmptyColumns() throws {
        let columns = try LedgerBench().columns()
        #expect(columns.accounts.isEmpty && columns.history.engagementCount == 0)
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        #expect(try bench.columns().history.withAccount(0) { $0.noteCount } == 1)
    }
}
