/// The matrix laid out flat for marks (`SlotMark`), as `QuickCriteria` are.
///
/// INVARIANT: the sum is that of the `CompiledMatrix` it was made from.
struct QuickMatrix: Sendable {
    private struct Row: Sendable {
        enum Kind: UInt8, Sendable { case texts, numbers, ask }
        var kind: Kind
        var slot: Int32
        /// Keys, or ranges.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    private struct Range: Sendable {
        var low: Int64
        var high: Int64
        var pointsMilli: Int64
    }

    private var rows: [Row] = []
    private var ranges: [Range] = []
    private var keys = KeyTable()
    /// By number of the key.
    private var points: [Int64] = []
    private let matrix: CompiledMatrix

    init(_ matrix: CompiledMatrix) {
        self.matrix = matrix
        for row in matrix.rows {
            switch row {
            case .texts(let slot, let ofTexts):
                let sorted = ofTexts.sorted { $0.key.fingerprint < $1.key.fingerprint }
                let range = keys.add(sorted.map(\.key))
                points += sorted.map(\.value)
                rows.append(
                    Row(kind: .texts, slot: Int32(slot), first: Int32(range.lowerBound), count: Int32(range.count)))
            case .entries(let slot, let entries):
                let found = entries.compactMap(QuickMatrix.range)
                guard found.count == entries.count else {
                    rows.append(Row(kind: .ask, slot: Int32(slot)))
                    continue
                }
                rows.append(
                    Row(kind: .numbers, slot: Int32(slot), first: Int32(ranges.count), count: Int32(found.count)))
                ranges += found
            }
        }
    }

    private static func range(_ entry: CompiledMatrix.Entry) -> Range? {
        var range = Range(low: .min, high: .max, pointsMilli: entry.pointsMilli)
        for test in entry.tests {
            switch test {
            case .numberAtLeast(let bound): range.low = max(range.low, bound)
            case .numberAtMost(let bound): range.high = min(range.high, bound)
            default: return nil
            }
        }
        return entry.tests.isEmpty ? nil : range
    }

    /// The sum over all rows, in millipoints.
    func fitMilli(_ company: borrowing CompanyAttributes) -> Int64 {
        var sum: Int64 = 0
        for number in rows.indices {
            let row = rows[number]
            let mark = company.marks[Int(row.slot)]
            if mark.kind == .unknown { continue }
            switch (row.kind, mark.kind) {
            case (.texts, .text):
                guard let key = keys.first(Int(row.first), Int(row.count), mark.bits) else { continue }
                sum +=
                    keys.isCertain(key, company, slot: Int(row.slot)) ? points[key] : ask(number, company)
            case (.numbers, .number):
                for place in Int(row.first)..<Int(row.first + row.count)
                where mark.number >= ranges[place].low && mark.number <= ranges[place].high {
                    sum += ranges[place].pointsMilli
                    break
                }
            default: sum += ask(number, company)
            }
        }
        return sum
    }

    @inline(never)
    private func ask(_ row: Int, _ company: borrowing CompanyAttributes) -> Int64 {
        matrix.fitMilli(copy company, row: row)
    }
}
