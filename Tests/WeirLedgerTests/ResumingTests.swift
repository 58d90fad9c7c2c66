import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Going on where an import was stopped")
struct ResumingTests {
    @Test("a file stopped after any batch ends as one that was not", arguments: 1...12 as ClosedRange<UInt64>)
    func resumes(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let batches = (0..<6).map { _ in (0..<(1 + chance.below(40))).map { _ in deed(&chance) } }
        let costs = (0..<6).map { _ in (0..<(1 + chance.below(6))).map { _ in cost(&chance) } }
        let whole = try LedgerBench()
        try run(whole, batches.map(Facts.deeds), stops: [])
        try run(whole, costs.map(Facts.costs), stops: [])
        let stopped = try LedgerBench()
        // The same batch may be stopped after more than once: a run that gets no further is a run too.
        try run(stopped, batches.map(Facts.deeds), stops: (0..<3).map { _ in chance.below(6) }.sorted())
        try run(stopped, costs.map(Facts.costs), stops: (0..<3).map { _ in chance.below(6) }.sorted())
        #expect(try stopped.file.contentsInOrder() == whole.file.contentsInOrder())
        #expect(try stopped.ledger.imports().map(\.counts) == whole.ledger.imports().map(\.counts))
        let rows = batches.joined().count
        #expect(try whole.ledger.imports().first?.counts.added == rows - repeatedIDs(batches.flatMap { $0 }))
    }

    /// Writes the batches of a file; at each stop the session is dropped and another begins at the file's beginning.
    private func run(_ bench: LedgerBench, _ batches: [Facts], stops: [Int]) throws {
        for stop in stops + [batches.count] {
            let session = try bench.session(batches[0].kind, digest: "one file")
            let reached = session.counts
            var read = 0
            for batch in batches.prefix(stop) {
                read += batch.count
                let isOnDisk = read <= reached.read
                try session.write(
                    batch, isOnDisk: isOnDisk,
                    upTo: ImportPlace(read: isOnDisk ? reached.read : read, rejected: 0, skipped: 0))
            }
            if stop == batches.count { try session.finish(read: read, rejected: 0, skipped: 0, now: LedgerBench.now) }
        }
    }

    /// Few different rows, so that many are equal; half of them without an id.
    private func deed(_ chance: inout SeededChance) -> Deed {
        Deed(
            id: chance.isTrue(percent: 50) ? "m\(chance.below(200))" : nil, buyer: "b\(chance.below(3))",
            signal: chance.pick(["page_viewed", "content_read"]), content: chance.pick([nil, "guide"]),
            at: Int64(chance.below(2)) * 1000)
    }

    private func cost(_ chance: inout SeededChance) -> CostIncurred {
        let day = CivilDay(number: Int32(20_000 + chance.below(2)))
        return CostIncurred(
            vendor: chance.pick([nil, "ads"]), from: day, to: day,
            amount: Money(minorUnits: Int64(chance.below(3)), currency: "EUR"))
    }

    private func repeatedIDs(_ deeds: [Deed]) -> Int {
        let ids = deeds.compactMap(\.id)
        return ids.count - Set(ids).count
    }
}
