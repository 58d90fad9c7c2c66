import WeirFacts

/// Turns rows into what Sales said of hand-offs.
public struct DispositionDecoder: Sendable {
    private var core: DecoderCore
    public var mapping: HeaderMapping { core.mapping }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        core = DecoderCore(mapping: mapping, rules: rules)
    }

    /// The dispositions of the usable rows; every row is accounted for in `tally`.
    public mutating func decode(_ batch: RecordBatch, tally: inout RowTally) -> [Located<DispositionMade>] {
        core.decode(batch, &tally) { (row) throws(RowFault) in try row.disposition() }
    }
}

extension RowReader {
    fileprivate mutating func disposition() throws(RowFault) -> DispositionMade {
        let buyer = text(.buyer)
        let account = text(.account)
        let email = try email(.email, isOnlyKey: buyer == nil && account == nil)
        guard buyer != nil || account != nil || email != nil else {
            throw RowFault(
                column: nil, code: .missingValue,
                reason: "says neither buyer, email nor account; a disposition needs one of them")
        }
        let verdict = try verdict()
        _ = try required(.at, of: "a disposition")
        guard let at = try instant(.at) else {
            throw fault(.at, .missingValue, "is empty; a disposition needs its at")
        }
        return DispositionMade(
            id: text(.id), buyerID: buyer, email: email, accountID: account, verdict: verdict, reason: text(.reason),
            at: at, by: text(.by))
    }

    private func verdict() throws(RowFault) -> DispositionMade.Verdict {
        let text = try required(.verdict, of: "a disposition")
        switch text.lowercased().filter(\.isLetter) {
        case "accept", "accepted", "salesaccepted", "sal", "working", "converted", "closedconverted", "qualified":
            return .accept
        case "reject", "rejected", "declined", "disqualified", "unqualified", "closednotconverted":
            return .reject
        case "recycle", "recycled", "nurture", "nurturing", "returned", "returntomarketing", "badtiming":
            return .recycle
        default:
            throw fault(.verdict, .badVerdict, "\"\(shortened(text))\" is none of accept, reject and recycle")
        }
    }
}
