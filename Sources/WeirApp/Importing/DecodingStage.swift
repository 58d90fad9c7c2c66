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

    /// Rows and bytes of one transaction: few enough for memory and for what a stop may cost, enough that the
    /// commit itself costs little.
    private static let rowsAtOnce = 60_000
    private static let bytesAtOnce = 8 << 20

    /// The next batch; `nil` at the end of the file.
    func next() throws -> DecodedBatch? {
        let firstByte = reader.bytesRead
        let firstRow = tally.rows
        var facts: DecodedBatch.Facts?
        while tally.rows - firstRow < Self.rowsAtOnce, reader.bytesRead - firstByte < Self.bytesAtOnce,
            try reader.read(into: &spare, maxRows: 20_000)
        {
            decode(spare, onto: &facts)
        }
        guard let facts else { return nil }
        return DecodedBatch(
            facts: facts, rejected: tally.drainRejected(), rowsRead: tally.rows, rowsRejected: tally.rejected,
            rowsSkipped: tally.skipped, bytesRead: reader.bytesRead)
    }

    var notices: [Notice] { tally.notices.all }

    private func decode(_ batch: RecordBatch, onto facts: inout DecodedBatch.Facts?) {
        switch decoder {
        case .engagements(var decoder):
            var engagements = EngagementBatch()
            if case .engagements(let before)? = facts { engagements = before }
            // The copy in `facts` would make every append copy the columns.
            facts = nil
            decoder.decode(batch, into: &engagements, tally: &tally)
            self.decoder = .engagements(decoder)
            facts = .engagements(engagements)
        case .accounts(var decoder):
            var rows: [AccountSeen] = []
            if case .accounts(let before)? = facts { rows = before }
            facts = .accounts(rows + decoder.decode(batch, tally: &tally).map(\.fact))
            self.decoder = .accounts(decoder)
        case .buyers(var decoder):
            var rows: [BuyerSeen] = []
            if case .buyers(let before)? = facts { rows = before }
            facts = .buyers(rows + decoder.decode(batch, tally: &tally).map(\.fact))
            self.decoder = .buyers(decoder)
        case .opportunities(var decoder):
            var rows: [OpportunitySeen] = []
            if case .opportunities(let before)? = facts { rows = before }
            facts = .opportunities(rows + decoder.decode(batch, tally: &tally).map(\.fact))
            self.decoder = .opportunities(decoder)
        case .dispositions(var decoder):
            var rows: [DispositionMade] = []
            if case .dispositions(let before)? = facts { rows = before }
            facts = .dispositions(rows + decoder.decode(batch, tally: &tally).map(\.fact))
            self.decoder = .dispositions(decoder)
        case .costs(var decoder):
            var rows: [CostIncurred] = []
            if case .costs(let before)? = facts { rows = before }
            facts = .costs(rows + decoder.decode(batch, tally: &tally).map(\.fact))
            self.decoder = .costs(decoder)
        }
    }
}
