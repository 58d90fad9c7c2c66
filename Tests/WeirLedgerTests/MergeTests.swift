import Foundation
import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Merging and taking it back", .timeLimit(.minutes(20)))
struct MergeTests {
    /// Words on who is one at random: half are refused, since the two are one already or are of no such kind.
    private func say(_ bench: MergeBench, _ chance: inout SeededChance) async throws {
        let open = try bench.bench.merges().filter { $0.end == nil }
        let kind = chance.pick([RecordKind.account, .buyer, .buyer])
        let ids = try bench.bench.ids(of: kind)
        var word = MergeWord.takeBack(
            MergeTakenBack(merge: open.isEmpty ? 1 : chance.pick(open).seq, by: "Bea", at: LedgerBench.now))
        if !ids.isEmpty, chance.isTrue(percent: 70) {
            let (one, other) = (chance.pick(ids), chance.pick(ids))
            word = .merge(
                RecordMerge(
                    kind, one, other, into: chance.isTrue(percent: 40) ? chance.pick([one, other]) : nil, by: "Ann",
                    evidence: "they share a telephone", at: LedgerBench.now))
        }
        do {
            // The door of a running service, or that of a command.
            if chance.isTrue(percent: 50) { try await bench.say(word) } else { _ = try bench.bench.ledger.record(word) }
        } catch let error as LedgerError {
            #expect([.conflict, .notFound].contains(error.code), "\(error)")
        }
    }

    @Test("what was merged and taken back is as if it had never been said", arguments: 1...8 as ClosedRange<UInt64>)
    func restores(seed: UInt64) async throws {
        print("merge stream of seed \(seed)")
        var chance = SeededChance(seed &* 7919)
        let merged = try MergeBench(seed: seed)
        let plain = try MergeBench(seed: seed)
        defer {
            merged.close()
            plain.close()
        }
        for round in 0..<20 {
            try await merged.grow()
            try await plain.grow()
            if round > 3 { for _ in 0..<2 { try await say(merged, &chance) } }
            if round % 3 != 0 { continue }
            // Columns that are extended, columns made anew, and the reading of one account come to the same.
            let kept = try merged.bench.view("columns")
            #expect(try merged.bench.view("anew-\(round)") == kept, "seed \(seed), round \(round)")
            try expectOneReading(merged.bench, "seed \(seed), round \(round)")
        }
        #expect(try merged.bench.merges().contains { $0.end == nil }, "too little was merged to say anything")
        for merge in try merged.bench.merges().filter({ $0.end == nil }).shuffled(using: &chance) {
            try await merged.say(.takeBack(MergeTakenBack(merge: merge.seq, by: "Bea", at: LedgerBench.now)))
        }
        #expect(try merged.bench.view("columns") == plain.bench.view("columns"), "seed \(seed)")
        #expect(try merged.bench.columnBytes("last") == plain.bench.columnBytes("last"), "seed \(seed)")
        #expect(try merged.bench.file.rows(Self.aliases) == plain.bench.file.rows(Self.aliases), "seed \(seed)")
    }

    private static let aliases = "SELECT * FROM account_alias; SELECT * FROM buyer_alias ORDER BY buyer"

    /// What live readers find of each account is what stands in the columns.
    private func expectOneReading(_ bench: LedgerBench, _ words: String) throws {
        let columns = try bench.columns()
        try bench.ledger.readLive(isFreeMail: { $0 == "gmail.com" }) { reader in
            for (number, account) in columns.accounts.enumerated() {
                let facts = try reader.facts(of: account)
                let buyers = Array(columns.buyers[columns.buyerPlaces(of: number)])
                #expect(facts?.buyers == buyers, "\(words), acc_\(account)")
                #expect(
                    facts?.engagements.count == columns.history.engagementCount(of: number), "\(words), acc_\(account)")
                for buyer in buyers {
                    #expect(try reader.place(of: buyer).account == account, "\(words), buy_\(buyer)")
                }
            }
            for (merged, kept) in columns.buyerAliases {
                #expect(columns.buyerAliases[kept] == nil, "\(words): one step leads from buy_\(merged) to its reading")
                #expect(try reader.place(of: merged).buyer == kept, "\(words)")
            }
        }
    }

    @Test("an engagement counts once, whoever is merged", arguments: 1...6 as ClosedRange<UInt64>)
    func countsOnce(seed: UInt64) async throws {
        print("seed \(seed)")
        var chance = SeededChance(seed &* 104_729)
        let merge = try MergeBench(seed: seed)
        defer { merge.close() }
        for _ in 0..<20 { try await merge.grow() }
        var merges = 0
        for _ in 0..<12 {
            let before = try merge.bench.columns()
            guard let account = before.accounts.indices.first(where: { before.buyerPlaces(of: $0).count > 1 }) else {
                break
            }
            let people = before.buyers[before.buyerPlaces(of: account)].shuffled(using: &chance)
            _ = try merge.bench.ledger.record(
                .merge(RecordMerge(.buyer, people[0], people[1], by: "Ann", at: LedgerBench.now)))
            merges += 1
            let after = try merge.bench.columns()
            #expect(after.accounts == before.accounts && after.unplacedEngagements == before.unplacedEngagements)
            for number in after.accounts.indices {
                #expect(after.history.engagementCount(of: number) == before.history.engagementCount(of: number))
            }
            #expect(after.buyers.count == before.buyers.count - 1)
        }
        #expect(merges > 2, "too little happened to say anything")
    }

    @Test(
        "two merges that have nothing to do with each other may come in any order",
        arguments: 1...6 as ClosedRange<UInt64>)
    func anyOrder(seed: UInt64) async throws {
        print("seed \(seed)")
        var chance = SeededChance(seed &* 15_485_863)
        let one = try MergeBench(seed: seed)
        let other = try MergeBench(seed: seed)
        defer {
            one.close()
            other.close()
        }
        for _ in 0..<20 {
            try await one.grow()
            try await other.grow()
        }
        let aliases = try one.bench.columns()
        for kind in RecordKind.allCases {
            let isAlias = kind == .account ? aliases.accountAliases : aliases.buyerAliases
            let ids = try one.bench.ids(of: kind).filter { isAlias[$0] == nil }.shuffled(using: &chance)
            let words = [0, 2].map { place in
                MergeWord.merge(RecordMerge(kind, ids[place], ids[place + 1], by: "Ann", at: LedgerBench.now))
            }
            for word in words { _ = try one.bench.ledger.record(word) }
            for word in words.reversed() { _ = try other.bench.ledger.record(word) }
            #expect(try one.bench.view("columns") == other.bench.view("columns"), "seed \(seed), \(kind)")
        }
    }

    @Test("what was said is there after a death at any moment")
    func isKept() async throws {
        let bench = try MergeBench(seed: 5)
        defer { bench.close() }
        for _ in 0..<12 { try await bench.grow() }
        var chance = SeededChance(5)
        for round in 0..<8 {
            try await say(bench, &chance)
            let folder = bench.bench.bench.place("after-\(round)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try bench.bench.file.rows("VACUUM INTO '\(folder)/\(Ledger.fileName)'")
            let reopened = try Ledger.open(folder: folder)
            let merges = try reopened.readLive(isFreeMail: { _ in false }) { try $0.merges(after: 0, limit: 100) }
            #expect(merges == (try bench.bench.merges()))
            #expect(try reopened.buyerAliases() == bench.bench.ledger.buyerAliases())
            #expect(try reopened.accountAliases() == bench.bench.ledger.accountAliases())
        }
        #expect(try !bench.bench.merges().isEmpty)
    }
}

extension LedgerBench {
    /// Everything that was ever merged.
    func merges() throws -> [StoredMerge] {
        try ledger.readLive(isFreeMail: { _ in false }) { try $0.merges(after: 0, limit: 10_000) }
    }
}
