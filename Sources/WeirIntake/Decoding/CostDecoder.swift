import WeirFacts

/// Turns rows into what campaigns and vendors cost.
public struct CostDecoder: Sendable {
    private var core: DecoderCore
    public var mapping: HeaderMapping { core.mapping }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        core = DecoderCore(mapping: mapping, rules: rules)
    }

    /// The costs of the usable rows; every row is accounted for in `tally`.
    public mutating func decode(_ batch: RecordBatch, tally: inout RowTally) -> [Located<CostIncurred>] {
        core.decode(batch, &tally) { (row) throws(RowFault) in try row.cost() }
    }
}

extension RowReader {
    fileprivate mutating func cost() throws(RowFault) -> CostIncurred {
        let first = try required(.from, of: "a cost")
        let period = try period(from: first)
        _ = try required(.amount, of: "a cost")
        guard let amount = try money(.amount) else { throw fault(.amount, .missingValue, "is empty") }
        return CostIncurred(
            id: text(.id), campaign: text(.campaign), vendor: text(.vendor), from: period.lowerBound,
            to: period.upperBound, amount: amount)
    }

    /// From the first day to the last; a month (`2026-03`) is all its days, a day alone is one day.
    private func period(from first: String) throws(RowFault) -> ClosedRange<CivilDay> {
        let last = text(.to)
        let from: CivilDay
        var to: CivilDay
        if let month = RowReader.month(first) {
            from = month.lowerBound
            to = month.upperBound
        } else {
            from = try day(first, column: mapping.column(of: .from))
            to = from
        }
        if let last {
            let month = RowReader.month(last)
            to = if let month { month.upperBound } else { try day(last, column: mapping.column(of: .to)) }
        }
        guard from <= to else {
            throw fault(.to, .badPeriod, "ends on \(to), before it begins on \(from)")
        }
        return from...to
    }

    /// `2026-03`, `2026/03`.
    private static func month(_ text: String) -> ClosedRange<CivilDay>? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            let year = Int(parts[0]), (1900...9999).contains(year), let month = Int(parts[1]),
            let first = CivilDay(year: year, month: month, day: 1)
        else { return nil }
        let isDecember = month == 12
        let next = CivilDay(year: isDecember ? year + 1 : year, month: isDecember ? 1 : month + 1, day: 1)
        return first...(next?.advanced(by: -1) ?? first.advanced(by: 30))
    }
}
