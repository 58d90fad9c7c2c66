import Testing
import WeirMarket

@Suite("Merges and un-merges of people")
struct MergeLogTests {
    private func entries(_ random: inout Seeded) -> [MergeLog.Entry] {
        (0..<60).map { number in
            random.below(4) == 0
                ? .unmerge(id: "m\(random.below(60))")
                : .merge(id: "m\(number)", first: "p\(random.below(30))", second: "p\(random.below(30))")
        }
    }

    @Test("The order in which facts come does not matter, nor how often", arguments: [1, 2, 3, 4])
    func order(seed: UInt64) {
        var random = Seeded(seed)
        let entries = entries(&random)
        let log = MergeLog(entries)
        for _ in 0..<5 {
            let again = MergeLog((entries + entries.prefix(20)).shuffled(using: &random))
            #expect(again == log && again.people() == log.people(), "seed \(seed)")
        }
    }

    @Test("An un-merge restores exactly", arguments: [1, 2, 3, 4])
    func restores(seed: UInt64) {
        var random = Seeded(seed)
        var log = MergeLog(entries(&random))
        let before = log.people()
        log.add(.merge(id: "last", first: "p1", second: "p2"))
        #expect(log.people().records(of: "p1").contains("p2"), "seed \(seed)")
        log.add(.unmerge(id: "last"))
        #expect(log.people() == before, "seed \(seed)")
    }

    @Test("Nothing doubles: what all people have together is what all records have", arguments: [1, 2, 3])
    func sums(seed: UInt64) {
        var random = Seeded(seed)
        let people = MergeLog(entries(&random)).people()
        let records = (0..<30).map { "p\($0)" }
        let points = Dictionary(uniqueKeysWithValues: records.map { ($0, Int64(random.below(100))) })
        var seen: Set<String> = []
        var total: Int64 = 0
        for record in records where !seen.contains(record) {
            seen.formUnion(people.records(of: record))
            total += people.sum(of: record) { points[$0] ?? 0 }
        }
        #expect(total == points.values.reduce(0, +), "seed \(seed)")
    }

    @Test("A known person is never overwritten by an anonymous one", arguments: [1, 2, 3])
    func faces(seed: UInt64) {
        var random = Seeded(seed)
        let people = MergeLog(entries(&random)).people()
        let standing = { (record: String) in
            MergeLog.Standing(isKnown: record.hasSuffix("7"), since: Int64(record.dropFirst()) ?? 0)
        }
        for group in people.groups {
            let face = people.face(of: group[0], standing)
            #expect(group.allSatisfy { people.face(of: $0, standing) == face }, "seed \(seed)")
            #expect(standing(face).isKnown == group.contains { standing($0).isKnown }, "seed \(seed)")
        }
        #expect(people.face(of: "alone", standing) == "alone")
    }

    @Test("An un-merge that comes before its merge counts")
    func early() {
        let log = MergeLog([.unmerge(id: "a"), .merge(id: "a", first: "x", second: "y")])
        #expect(!log.stands("a") && log.people().groups.isEmpty)
    }
}
