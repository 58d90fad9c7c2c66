import WeirAgreement
import WeirInsight

/// The agreements that a sweep compares: every combination of the values tried, and the agreement as it is written.
struct SweepGrid: Sendable {
    struct Variant: Sendable {
        /// In the order of the settings, as they stand in the text.
        var values: [String]
        var agreement: Agreement
        var bytes: [UInt8]
        /// Whether it says what the agreement says now.
        var isCurrent: Bool
    }

    let settings: [AgreementSetting]
    private(set) var variants: [Variant] = []
    private(set) var leftOut: [SweepReport.LeftOut] = []

    /// - Throws: where a path leads to no number, a value cannot stand there, or goes with none of the other values.
    init(_ source: AgreementSource, _ swept: [SweptValues]) throws {
        let current = try source.agreement()
        let text = try SweepGrid.inAppWords { () throws(AgreementProblem) in
            try AgreementText(source.bytes, file: source.file)
        }
        var settings: [AgreementSetting] = []
        for swept in swept {
            let setting = try SweepGrid.inAppWords { () throws(AgreementProblem) in try text.setting(at: swept.path) }
            guard !settings.contains(where: { $0.path == setting.path }) else {
                throw AppError(.usage, "--sweep \(setting.path) stands there twice: name its values in one of them")
            }
            settings.append(setting)
        }
        self.settings = settings
        let columns = try zip(swept, settings).map { try SweepGrid.texts($0, $1) }
        let count = columns.reduce(1) { min($0 * $1.count, .max / SweptValues.most) }
        guard count <= SweptValues.most else {
            throw AppError(
                .usage,
                "the sweeps make \(count) combinations; at most \(SweptValues.most) are tried at once: take "
                    + "larger steps")
        }
        var problems: [[String]: [AgreementProblem]] = [:]
        for values in SweepGrid.combinations(of: columns) {
            let reading = source.reading(text.bytes(with: Array(zip(settings, values))))
            if let agreement = reading.agreement {
                variants.append(
                    Variant(
                        values: values, agreement: agreement, bytes: text.bytes(with: Array(zip(settings, values))),
                        isCurrent: agreement == current))
            } else {
                problems[values] = reading.problems
                leftOut.append(.init(values: values, reason: reading.problems.first.map(\.description) ?? "not sound"))
            }
        }
        try refuseHopeless(columns, problems)
        if !variants.contains(where: \.isCurrent) {
            let values = settings.map(\.written)
            variants.insert(
                Variant(values: values, agreement: current, bytes: source.bytes, isCurrent: true), at: 0)
        }
    }

    /// What stands in the text for each value tried.
    private static func texts(_ swept: SweptValues, _ setting: AgreementSetting) throws(AppError) -> [String] {
        var texts: [String] = []
        for value in swept.values {
            guard let text = setting.text(for: value) else {
                throw AppError(
                    .usage,
                    "--sweep \(swept.path): '\(value)' cannot stand for '\(setting.written)'; give "
                        + (setting.number == nil ? "names of tiers" : "numbers"))
            }
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    /// Every combination, the last column changing fastest.
    private static func combinations(of columns: [[String]]) -> [[String]] {
        columns.reduce([[]]) { begun, column in begun.flatMap { values in column.map { values + [$0] } } }
    }

    /// A value that goes with none of the others was not meant; one that goes with some is left out with the rest.
    private func refuseHopeless(_ columns: [[String]], _ problems: [[String]: [AgreementProblem]]) throws(AppError) {
        for (position, column) in columns.enumerated() {
            for value in column where !variants.contains(where: { $0.values[position] == value }) {
                let found = problems.filter { $0.key[position] == value }.sorted {
                    $0.key.lexicographicallyPrecedes($1.key)
                }
                let lines = found.first?.value.map(\.description).joined(separator: "\n") ?? ""
                throw AppError(
                    .badAgreement,
                    "\(lines)\n--sweep \(settings[position].path): with \(value) this is not a sound agreement"
                        + (columns.count > 1 ? ", whatever the others are" : ""))
            }
        }
    }

    private static func inAppWords<Result>(_ body: () throws(AgreementProblem) -> Result) throws(AppError) -> Result {
        do { return try body() } catch { throw AppError(.badAgreement, error.description) }
    }
}
