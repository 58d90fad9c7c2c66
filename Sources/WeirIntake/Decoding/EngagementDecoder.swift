import WeirFacts

/// Turns rows into engagements, straight into the columns of an ``EngagementBatch``: nothing is allocated per row.
public struct EngagementDecoder: Sendable {
    public private(set) var mapping: HeaderMapping
    public let rules: ValueRules
    private var gate: RowGate
    private let signalNames: [SignalName]
    private let constantTime: Result<Instant, InstantParser.Problem>?

    /// A name of the file for a signal, and the agreement's.
    private struct SignalName: Sendable {
        var from: [UInt8]
        var to: [UInt8]
    }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        self.mapping = mapping
        self.rules = rules
        gate = RowGate(mapping)
        signalNames = mapping.options.signalNames.sorted { $0.key < $1.key }
            .map { SignalName(from: Array($0.key.lowercased().utf8), to: Array($0.value.utf8)) }
        constantTime = mapping.constants[.at].map { text in
            Result { () throws(InstantParser.Problem) in try rules.times.instant(text) }
        }
    }

    /// Appends the usable rows to `engagements` and accounts for every row in `tally`.
    ///
    /// The batch's text is taken over whole, so `engagements` should be emptied at least every 500 batches: its
    /// places are 32 bits wide.
    public mutating func decode(
        _ batch: RecordBatch, into engagements: inout EngagementBatch, tally: inout RowTally
    ) {
        if batch.columnCount > mapping.columns.count {
            mapping.extend(to: batch.headers)
            gate = RowGate(mapping)
        }
        let firstRejected = tally.rejectedRows.count
        tally.absorb(readerOf: batch)
        defer { if !batch.rejected.isEmpty { tally.sortRejectedRows(from: firstRejected) } }
        guard batch.rowCount > 0 else { return }
        precondition(engagements.text.count + batch.bytes.count < Int(UInt32.max) - 65_536)
        var pass = EngagementPass(mapping: mapping, rules: rules, constantTime: constantTime)
        pass.takeText(of: batch, into: &engagements)
        for name in signalNames {
            pass.signalNames.append((name.from, EngagementPass.append(name.to, to: &engagements)))
        }
        for (field, text) in mapping.constants where field != .at && field != .signal {
            pass.setConstant(field, EngagementPass.append(Array(text.utf8), to: &engagements))
        }
        if let signal = mapping.constants[.signal] {
            pass.setConstant(.signal, EngagementPass.append(Array(signal.utf8), to: &engagements))
        }
        for row in 0..<batch.rowCount {
            if !gate.isOpen, !gate.lets(row, of: batch, &tally) { continue }
            pass.decode(row, of: batch, into: &engagements, tally: &tally)
        }
        pass.lowerAddresses(in: &engagements)
    }
}
