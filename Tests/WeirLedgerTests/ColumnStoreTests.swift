import Foundation
import Testing
import WeirFacts
import WeirFold
import WeirLedger
import WeirTestSupport

@Suite("The column files of a workspace")
struct ColumnStoreTests {
    @Test("columns that were extended hold what columns made anew hold", arguments: 1...12 as ClosedRange<UInt64>)
    func extended(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let bench = try LedgerBench()
        try bench.take(
            .accounts((0..<60).map { AccountSeen(id: "\($0)", name: "Company \($0)", domain: "c\($0).example") }))
        var buyers = 0
        for step in 0..<8 {
            try change(bench, step, &buyers, &chance)
            let kept = try bench.columns()
            let anew = try bench.columns(in: "anew-\(step)")
            #expect(kept.lines == anew.lines, "step \(step)")
            #expect(kept.unplacedEngagements == anew.unplacedEngagements, "step \(step)")
            #expect(kept.unplacedBuyers == anew.unplacedBuyers && kept.lastDay == anew.lastDay, "step \(step)")
        }
    }

    @Test("a few new facts are written behind the others, not everything anew")
    func grows() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts((0..<100).map { AccountSeen(id: "\($0)", name: "Company \($0)") }))
        try bench.take(.deeds((0..<5_000).map { Deed(account: "\($0 % 100)", signal: "s") }))
        _ = try bench.columns()
        let before = try bench.columnFile()
        try bench.take(.deeds([Deed(id: "new", account: "7", signal: "s")]))
        #expect(try bench.columns().history.engagementCount == 5_001)
        let after = try bench.columnFile()
        #expect(after.name == before.name, "the same file, longer")
        #expect(after.bytes.count > before.bytes.count && after.bytes.count < before.bytes.count + 1_000)
        #expect(after.bytes.prefix(before.bytes.count) == before.bytes)
    }

    @Test("damaged columns are made anew, whatever was hit")
    func mended() throws {
        var chance = SeededChance(11)
        let bench = try LedgerBench()
        try bench.take(.accounts((0..<5).map { AccountSeen(id: "\($0)", name: "Company \($0)") }))
        try bench.take(.deeds((0..<60).map { Deed(account: "\($0 % 5)", signal: "s\($0 % 3)") }))
        let whole = try bench.columns().lines
        for name in try bench.columnNames() {
            let url = URL(filePath: "\(bench.columnFolder)/\(name)")
            guard let bytes = try? Data(contentsOf: url), !bytes.isEmpty else { continue }
            for _ in 0..<12 {
                guard var damaged = try? Data(contentsOf: url) else { break }
                let place = chance.below(damaged.count)
                damaged[place] ^= UInt8(1 << chance.below(8))
                try damaged.write(to: url)
                #expect(try bench.columns().lines == whole, "\(name), byte \(place)")
            }
            try Data(bytes.prefix(bytes.count / 2)).write(to: url)
            #expect(try bench.columns().lines == whole, "\(name), half of it")
        }
    }

    @Test("columns of another ledger, or of a later state of this one, are not used")
    func strangers() throws {
        let one = try LedgerBench()
        let other = try LedgerBench()
        for (bench, signal) in [(one, "here"), (other, "there")] {
            try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
            try bench.take(.deeds([Deed(account: "1", signal: signal), Deed(account: "1", signal: signal)]))
        }
        #expect(try one.columns().lines.joined().contains("here"))
        for name in try one.columnNames() {
            try FileManager.default.createDirectory(atPath: other.columnFolder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: "\(one.columnFolder)/\(name)", toPath: "\(other.columnFolder)/\(name)")
        }
        #expect(try other.columns().lines.joined().contains("there"))
    }

    @Test("a zone of its own has columns of its own")
    func zones() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        // Half an hour before midnight in London is the next day in Berlin.
        let late = Instant(milliseconds: 20_500 * 86_400_000 - 30 * 60_000)
        try bench.take(.deeds([Deed(account: "1", signal: "s", at: late.milliseconds)]))
        let london = try bench.columns(zone: "Europe/London")
        let berlin = try bench.columns(zone: "Europe/Berlin")
        #expect(berlin.history.firstDay == london.history.firstDay + 1)
        #expect(try bench.columns(zone: "Europe/London").history.firstDay == london.history.firstDay)
    }

    @Test("progress is shown, and stopping half-way leaves what was")
    func stops() throws {
        struct Stop: Error {}
        let bench = try LedgerBench()
        try bench.take(.accounts([AccountSeen(id: "1", name: "Acme")]))
        try bench.take(.deeds([Deed(account: "1", signal: "s")]))
        var shown: [Int] = []
        _ = try bench.columns(in: "other") { read, _ in shown.append(read) }
        #expect(shown == [1])
        #expect(throws: LedgerError.self) { try bench.columns(in: "third") { _, _ in throw Stop() } }
        #expect(try bench.columns(in: "third").history.engagementCount == 1)
    }

    private func change(_ bench: LedgerBench, _ step: Int, _ buyers: inout Int, _ chance: inout SeededChance) throws {
        // Whoever is first seen at a company's address is placed by it, and moves when an account is named.
        var seen: [BuyerSeen] = []
        for _ in 0..<(step == 0 ? 60 : 1 + chance.below(3)) {
            let company = chance.below(60)
            seen.append(
                BuyerSeen(
                    id: "b\(buyers)", title: "title \(chance.below(5))",
                    accountID: chance.below(3) > 0 ? "\(company)" : nil,
                    accountDomain: chance.below(4) > 0 ? "c\(company).example" : nil))
            buyers += 1
        }
        if step > 0, chance.below(2) == 0 {
            let moved = chance.below(buyers)
            seen.append(BuyerSeen(id: "b\(moved)", title: "new \(step)", accountID: "\(chance.below(60))"))
        }
        try bench.take(.buyers(seen))
        let deeds = (0..<(step == 0 ? 400 : 1 + chance.below(9))).map { _ in
            let day = Int64(20_500 + chance.below(60) + step)
            return Deed(
                buyer: chance.below(5) > 0 ? "b\(chance.below(buyers))" : nil,
                account: chance.below(3) == 0 ? "\(chance.below(60))" : nil, signal: "s\(chance.below(4 + step))",
                content: chance.below(3) == 0 ? "paper \(chance.below(9))" : nil,
                sharedWith: chance.below(5) == 0 ? "b\(chance.below(buyers))" : nil,
                at: day * 86_400_000 + Int64(chance.below(86_400_000)))
        }
        try bench.take(.deeds(deeds))
        if chance.below(3) == 0 {
            let company = chance.below(62)
            try bench.take(
                .accounts([
                    AccountSeen(
                        id: "\(company)", name: "Company \(company)", domain: "c\(company).example",
                        attributes: ["employees": .number(FixedNumber(thousandths: Int64(step) * 1000))])
                ]))
        }
    }
}

extension AccountColumns {
    /// Everything that is in the columns, in words, account by account.
    var lines: [String] {
        accounts.indices.map { account in
            history.withAccount(account) { rows in
                var words = ["account \(accounts[account]) from \(rows.firstDay)"]
                words += buyerPlaces(of: account).map { "buyer \(buyers[$0])" }
                for number in 0..<rows.noteCount {
                    let note = rows.note(number)
                    let isTitle = note.buyer != History.Note.account
                    words.append(
                        "\(note.before) \(note.day) \(note.buyer) \(isTitle ? titles[Int(note.value)] : "\(note.value)")"
                    )
                }
                for row in rows.days.indices {
                    let content = rows.content(row) == 0 ? "-" : contents[rows.content(row) - 1]
                    let heard = rows.sharedWith(row).map { "\($0)" } ?? "-"
                    words.append(
                        "\(rows.days[row]) \(rows.buyer(row)) \(signals[Int(rows.signals[row])]) \(content) \(heard)")
                }
                return words.joined(separator: "\n")
            }
        }
    }
}

extension LedgerBench {
    var columnFolder: String { bench.place("columns") }

    func columnNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: columnFolder).filter { $0 != "lock" }.sorted()
    }

    /// The one file of columns.
    func columnFile() throws -> (name: String, bytes: Data) {
        let name = try #require(try columnNames().first { $0.hasSuffix(".columns") })
        return (name, try Data(contentsOf: URL(filePath: "\(columnFolder)/\(name)")))
    }
}
