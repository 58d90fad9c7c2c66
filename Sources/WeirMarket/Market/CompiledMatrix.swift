import WeirAgreement
import WeirFacts

/// The qualification matrix, compiled once.
struct CompiledMatrix: Sendable {
    /// One entry of a row that takes a company's value.
    struct Entry: Sendable {
        var tests: [CompiledTest]
        var pointsMilli: Int64
    }

    enum Row: Sendable {
        /// Texts: the first entry with the company's value; of a set, every entry it has.
        case texts(slot: Int, points: [TextKey: Int64])
        /// The first entry whose tests hold.
        case entries(slot: Int, [Entry])

        var slot: Int {
            switch self {
            case .texts(let slot, _), .entries(let slot, _): slot
            }
        }
    }

    private(set) var rows: [Row] = []

    init(_ matrix: [MatrixRow], _ compiler: CriteriaCompiler) throws(MarketError) {
        for row in matrix {
            let tests = try compiler.testCompiler(for: row.attribute, at: "market.matrix.\(row.attribute)")
            switch row.entries {
            case .values(let values): rows.append(try CompiledMatrix.row(values, tests))
            case .ranges(let ranges):
                var entries: [Entry] = []
                for range in ranges {
                    var bounds: [CompiledTest] = []
                    if let atLeast = range.atLeast { bounds.append(try tests.compile(.atLeast(atLeast))) }
                    if let atMost = range.atMost { bounds.append(try tests.compile(.atMost(atMost))) }
                    entries.append(Entry(tests: bounds, pointsMilli: range.pointsMilli))
                }
                rows.append(.entries(slot: tests.slot, entries))
            }
        }
    }

    private static func row(_ values: [ValuePoints], _ compiler: TestCompiler) throws(MarketError) -> Row {
        var entries: [Entry] = []
        var texts: [TextKey: Int64] = [:]
        for value in values {
            let test = try compiler.compile(.oneOf([value.value]))
            entries.append(Entry(tests: [test], pointsMilli: value.pointsMilli))
            guard case .text(let keys) = test else { continue }
            for key in keys where texts[key] == nil { texts[key] = value.pointsMilli }
        }
        let isTextual = compiler.attribute.type == .text || compiler.attribute.type == .set
        return isTextual ? .texts(slot: compiler.slot, points: texts) : .entries(slot: compiler.slot, entries)
    }

    /// The sum over all rows, in millipoints.
    func fitMilli(_ company: CompanyAttributes) -> Int64 {
        rows.indices.reduce(0) { $0 + fitMilli(company, row: $1) }
    }

    /// What one row gives.
    func fitMilli(_ company: CompanyAttributes, row number: Int) -> Int64 {
        let row = rows[number]
        switch (row, company[row.slot]) {
        case (.texts(_, let points), .text(let key, _)): return points[key] ?? 0
        case (.texts(_, let points), .set(let members, _)):
            return members.reduce(0) { $0 + (points[$1] ?? 0) }
        case (.texts, _): return 0
        case (.entries(_, let entries), let slot): return CompiledMatrix.first(entries, slot)?.pointsMilli ?? 0
        }
    }

    /// What each row gave; the points sum to `fitMilli`.
    func contributions(_ company: CompanyAttributes, _ layout: AttributeLayout) -> [FitContribution] {
        var found: [FitContribution] = []
        for (number, row) in rows.enumerated() {
            let slot = company[row.slot]
            let attribute = layout.declarations[row.slot].name
            func add(_ value: String?, _ pointsMilli: Int64) {
                found.append(
                    FitContribution(row: number, attribute: attribute, value: value, pointsMilli: pointsMilli))
            }
            switch (row, slot) {
            case (.texts(_, let points), .text(let key, let written)): add(written, points[key] ?? 0)
            case (.texts(_, let points), .set(let members, let written)):
                let counted = zip(members, written).filter { points[$0.0] != nil }
                for (member, written) in counted { add(written, points[member] ?? 0) }
                if counted.isEmpty { add(slot.inWords, 0) }
            case (.texts, _): add(nil, 0)
            case (.entries(_, let entries), _):
                add(slot.inWords, CompiledMatrix.first(entries, slot)?.pointsMilli ?? 0)
            }
        }
        return found
    }

    private static func first(_ entries: [Entry], _ slot: CompanyAttributes.Slot) -> Entry? {
        guard slot.isKnown else { return nil }
        return entries.first { entry in entry.tests.allSatisfy { $0.answer(slot) == .yes } }
    }
}

/// What one row of the matrix gave a company. A set gives one for each of its members that counts.
public struct FitContribution: Hashable, Sendable {
    /// Number of the row, from 0.
    public var row: Int
    public var attribute: String
    /// What the company has; `nil` when it is unknown.
    public var value: String?
    public var pointsMilli: Int64
}
