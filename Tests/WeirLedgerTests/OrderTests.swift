import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("The order of files")
struct OrderTests {
    @Test("files in any order give the same companies, people and places", arguments: 1...10 as ClosedRange<UInt64>)
    func anyOrder(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let files = [accounts(), buyers(&chance), deeds(&chance), opportunities(&chance)]
        let expected = try picture(files)
        #expect(expected.contains { $0.contains("on acme-1") })
        for _ in 0..<6 { #expect(try picture(files.shuffled(using: &chance)) == expected) }
    }

    @Test(
        "a person whom acts name by any of several keys is one, whenever the record comes",
        arguments: 1...10 as ClosedRange<UInt64>)
    func severalKeys(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let people = Facts.buyers(
            (0..<9).map { number in
                BuyerSeen(
                    id: "c\(number)", otherIDs: ["l\(number)", "old\(number)"],
                    email: "c\(number)@acme\(number % 3).example", name: "C \(number)", title: "CMO",
                    accountName: number % 2 == 0 ? "Acme \(number % 3)" : nil)
            })
        let acts = Facts.deeds(
            (0..<60).map { row in
                let number = chance.below(9)
                let email = "c\(number)@acme\(number % 3).example"
                let ids = ["c\(number)", "l\(number)", "old\(number)"]
                let at = Int64(row) * 3_600_000
                return chance.isTrue(percent: 40)
                    ? Deed(id: "m\(row)", email: email, content: "guide", sharedWith: chance.pick(ids), at: at)
                    : Deed(id: "m\(row)", buyer: chance.pick(ids), content: "guide", sharedWith: email, at: at)
            })
        let deals = Facts.opportunities(
            (0..<6).map {
                OpportunitySeen(id: "o\($0)", accountName: "Acme \($0 % 3)", buyerID: "l\(chance.below(9))")
            })
        let files = [accounts(), people, acts, deals]
        let expected = try picture(files)
        #expect(expected.count { $0.hasSuffix("CMO on acme-1") } == 3)
        for _ in 0..<6 {
            let order = files.shuffled(using: &chance)
            let found = try picture(order)
            let difference = found.difference(from: expected)
            #expect(difference.isEmpty, "\(order.map(\.kind.rawValue)): \(difference)")
        }
    }

    private func accounts() -> Facts {
        .accounts(
            (0..<6).map { number in
                AccountSeen(
                    id: "acme-\(number)", name: "Acme \(number)", domain: "acme\(number).example",
                    attributes: ["employees": .some(.number(FixedNumber(thousandths: Int64(number) * 1000)))])
            })
    }

    /// By id, by domain or by the address alone: each person by one key, so that nothing but the order can matter.
    private func buyers(_ chance: inout SeededChance) -> Facts {
        .buyers(
            (0..<20).map { number in
                let company = chance.below(8)
                switch number % 4 {
                case 0: return BuyerSeen(id: "p\(number)", title: "CMO", accountID: "acme-\(company)")
                case 1: return BuyerSeen(id: "p\(number)", accountDomain: "acme\(company).example")
                case 2: return BuyerSeen(email: "p\(number)@acme\(company).example", name: "P \(number)")
                default: return BuyerSeen(email: "p\(number)@gmail.com", title: "CMO")
                }
            })
    }

    private func deeds(_ chance: inout SeededChance) -> Facts {
        .deeds(
            (0..<80).map { number in
                let at = Int64(number) * 3_600_000
                switch chance.below(5) {
                case 0: return Deed(id: "m\(number)", domain: "acme\(chance.below(8)).example", at: at)
                case 1: return Deed(id: "m\(number)", account: "acme-\(chance.below(6))", at: at)
                case 2: return Deed(id: "m\(number)", email: "p\(chance.below(6) * 4 + 3)@gmail.com", at: at)
                default: return Deed(id: "m\(number)", buyer: "p\(chance.below(5) * 4 + chance.below(2))", at: at)
                }
            })
    }

    private func opportunities(_ chance: inout SeededChance) -> Facts {
        .opportunities(
            (0..<8).map {
                OpportunitySeen(id: "o\($0)", accountID: "acme-\(chance.below(6))", buyerID: "p\(chance.below(6) * 4)")
            })
    }

    /// All that can be said of the ledger without naming one of its own numbers.
    private func picture(_ files: [Facts]) throws -> [String] {
        let bench = try LedgerBench()
        for file in files { try bench.take(file) }
        let columns = try bench.columns()
        var accounts: [Int64: String] = [:]
        var lines: [String] = []
        try bench.ledger.forEachTimeline { timeline in
            accounts[timeline.account] = timeline.external ?? timeline.domain ?? timeline.name ?? "?"
            let size = timeline.profiles.last?.attributes["employees"]?.description ?? "-"
            lines.append("company \(accounts[timeline.account] ?? "") \(timeline.name ?? "-") \(size)")
            return true
        }
        let known = try bench.ledger.people(1...200)
        // Somebody may go by the id of a mention; a name or an address is the same in any order.
        func label(_ buyer: Int64) -> String {
            let person = known[columns.buyerAliases[buyer] ?? buyer]
            return person?.name ?? person?.email ?? person?.external ?? "visitor"
        }
        for number in columns.accounts.indices {
            let account = accounts[columns.accounts[number]] ?? "?"
            for place in columns.buyerPlaces(of: number) {
                let buyer = columns.buyers[place]
                lines.append("\(label(buyer)) \(known[buyer]?.title ?? "-") on \(account)")
            }
            columns.history.withAccount(number) { rows in
                for row in rows.days.indices {
                    let buyer = columns.buyerID(rows.buyer(row), of: number)
                    lines.append("day \(rows.firstDay + Int32(rows.days[row])): \(label(buyer)) on \(account)")
                }
            }
        }
        for buyer in columns.unplacedBuyers { lines.append("\(label(buyer)) on none") }
        for deal in try bench.ledger.opportunities() {
            let account = deal.account.flatMap { accounts[columns.accountAliases[$0] ?? $0] } ?? "-"
            lines.append("\(deal.external) \(account) \(deal.buyer.map(label) ?? "-")")
        }
        return lines.sorted() + ["\(columns.unplacedEngagements) on none"]
    }
}
