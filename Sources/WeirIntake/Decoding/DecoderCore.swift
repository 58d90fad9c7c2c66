import WeirFacts

/// What the decoders of accounts, buyers, opportunities, dispositions and costs share: the way through the rows.
struct DecoderCore: Sendable {
    private(set) var mapping: HeaderMapping
    let rules: ValueRules
    private var gate: RowGate

    init(mapping: HeaderMapping, rules: ValueRules) {
        self.mapping = mapping
        self.rules = rules
        gate = RowGate(mapping)
    }

    /// Makes a fact of each usable row and accounts for every row in `tally`.
    mutating func decode<Fact>(
        _ batch: RecordBatch, _ tally: inout RowTally, make: (inout RowReader) throws(RowFault) -> Fact
    ) -> [Located<Fact>] {
        if batch.columnCount > mapping.columns.count {
            mapping.extend(to: batch.headers)
            gate = RowGate(mapping)
        }
        let firstRejected = tally.rejectedRows.count
        tally.absorb(readerOf: batch)
        defer { if !batch.rejected.isEmpty { tally.sortRejectedRows(from: firstRejected) } }
        var facts: [Located<Fact>] = []
        facts.reserveCapacity(batch.rowCount)
        for row in 0..<batch.rowCount {
            if !gate.isOpen, !gate.lets(row, of: batch, &tally) { continue }
            var reader = RowReader(batch: batch, row: row, mapping: mapping, rules: rules)
            do throws(RowFault) {
                let fact = try make(&reader)
                facts.append(Located(line: batch.lines[row], fact: fact))
                tally.accepted += 1
                tally.notices.merge(reader.notices)
            } catch {
                reject(row, of: batch, error, &tally)
            }
        }
        return facts
    }

    private func reject(_ row: Int, of batch: RecordBatch, _ fault: RowFault, _ tally: inout RowTally) {
        if RowGate.isBlank(row, of: batch) {
            tally.skippedBlank += 1
            return
        }
        let problem = RowProblem(
            line: batch.lines[row], column: fault.column.map { batch.headers[$0] }, code: fault.code,
            reason: fault.reason)
        tally.reject(RejectedRow(problem: problem, values: batch.texts(row: row)))
    }
}
