import WeirFacts

/// Turns rows into opportunities.
public struct OpportunityDecoder: Sendable {
    private var core: DecoderCore
    public var mapping: HeaderMapping { core.mapping }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        core = DecoderCore(mapping: mapping, rules: rules)
    }

    /// The opportunities of the usable rows; every row is accounted for in `tally`.
    public mutating func decode(_ batch: RecordBatch, tally: inout RowTally) -> [Located<OpportunitySeen>] {
        core.decode(batch, &tally) { (row) throws(RowFault) in try row.opportunity() }
    }
}

extension RowReader {
    fileprivate mutating func opportunity() throws(RowFault) -> OpportunitySeen {
        let id = try required(.id, of: "an opportunity")
        let account = text(.account)
        let stage = text(.stage)
        let outcome = try outcome(stage: stage)
        let closedAt = try instant(.closedAt)
        return OpportunitySeen(
            id: id, accountID: account,
            accountName: text(.accountName) ?? (mapping.accountMayBeName ? account : nil), buyerID: text(.buyer),
            openedAt: try instant(.openedAt), stage: stage, amount: try money(.amount),
            // Of an open one it is the day by which somebody hopes to close it.
            closedAt: outcome == .open ? nil : closedAt, outcome: outcome, lossReason: text(.lossReason),
            observedAt: try instant(.observedAt))
    }

    /// By the won and closed marks, else by the outcome in words, else by the stage's name.
    private func outcome(stage: String?) throws(RowFault) -> OpportunitySeen.Outcome {
        let isWon = try yesNo(.isWon)
        if isWon == true { return .won }
        if let isClosed = try yesNo(.isClosed) { return isClosed ? .lost : .open }
        if let text = text(.outcome) {
            guard let outcome = RowReader.outcome(named: text) else {
                throw fault(.outcome, .badOutcome, "\"\(shortened(text))\" is none of open, won and lost")
            }
            return outcome
        }
        return stage.flatMap(RowReader.outcome(named:)) ?? .open
    }

    /// `Closed Won`, `closedlost`, `Lost`, `open`.
    private static func outcome(named text: String) -> OpportunitySeen.Outcome? {
        let letters = text.lowercased().filter(\.isLetter)
        switch letters {
        case "won", "win": return .won
        case "lost", "loss", "abandoned": return .lost
        case "open", "inprogress", "pending": return .open
        default:
            if letters.hasPrefix("closedwon") || letters.hasSuffix("closedwon") { return .won }
            if letters.hasPrefix("closedlost") || letters.hasSuffix("closedlost") { return .lost }
            return nil
        }
    }
}
