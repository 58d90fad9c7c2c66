import WeirFacts
import WeirIntake

/// A batch of one file's rows as facts, and where in the file it ends.
struct DecodedBatch: Sendable {
    enum Facts: Sendable {
        case engagements(EngagementBatch)
        case accounts([AccountSeen])
        case buyers([BuyerSeen])
        case opportunities([OpportunitySeen])
        case dispositions([DispositionMade])
        case costs([CostIncurred])
    }

    var facts: Facts
    var rejected: [RejectedRow]
    /// Totals since the file's beginning.
    var rowsRead: Int
    var rowsRejected: Int
    var rowsSkipped: Int
    var bytesRead: UInt64
}

/// Reads and decodes a file ahead of the ledger that takes it in, so that both cores are busy.
actor DecodingStage {
    private enum Decoder {
        case engagements(EngagementDecoder)
        case accounts(AccountDecoder)
        case buyers(BuyerDecoder)
        case opportunities(OpportunityDecoder)
        case dispositions(DispositionDecoder)
        case costs(CostDecoder)
    }

    private var reader: TableReader
    private var decoder: Decoder
    private var tally = RowTally()
    private var spare = RecordBatch()

    init(_ reader: TableReader, _ mapping: HeaderMapping, _ rules: ValueRules) {
        self.reader = reader
        decoder =
            switch mapping.kind {
            case .engagements: .engagements(EngagementDecoder(mapping: mapping, rules: rules))
            case .accounts: .accounts(AccountDecoder(mapping: mapping, rules: rules))
            case .buyers: .buyers(BuyerDecoder(mapping: mapping, rules: rules))
            case .opportunities: .opportunities(OpportunityDecoder(mapping: mapping, rules: rules))
            case .dispositions: .dispositions(DispositionDecoder(mapping: mapping, rules: rules))
            case .costs: .costs(CostDecoder(mapping: mapping, rules: rules))
            }
    }

    /// The next batch; `nil` at the end of the file.
    func next() throws -> DecodedBatch? {
        guard try reader.read(into: &spare, maxRows: 20_000) else { return nil }
        let facts = decode(spare)
        return DecodedBatch(
            facts: facts, rejected: tally.drainRejected(), rowsRead: tally.rows, rowsRejected: tally.rejected,
            rowsSkipped: tally.skipped, bytesRead: reader.bytesRead)
    }

    var notices: [Notice] { tally.notices.all }

    private func decode(_ batch: RecordBatch) -> DecodedBatch.Facts {
        switch decoder {
        case .engagements(var decoder):
            var engagements = EngagementBatch()
            decoder.decode(batch, into: &engagements, tally: &tally)
            self.decoder = .engagements(decoder)
            return .engagements(engagements)
        case .accounts(var decoder):
            defer { self.decoder = .accounts(decoder) }
            return .accounts(decoder.decode(batch, tally: &tally).map(\.fact))
        case .buyers(var decoder):
            defer { self.decoder = .buyers(decoder) }
            return .buyers(decoder.decode(batch, tally: &tally).map(\.fact))
        case .opportunities(var decoder):
            defer { self.decoder = .opportunities(decoder) }
            return .opportunities(decoder.decode(batch, tally: &tally).map(\.fact))
        case .dispositions(var decoder):
            defer { self.decoder = .dispositions(decoder) }
            return .dispositions(decoder.decode(batch, tally: &tally).map(\.fact))
        case .costs(var decoder):
            defer { self.decoder = .costs(decoder) }
            return .costs(decoder.decode(batch, tally: &tally).map(\.fact))
        }
    }
}
