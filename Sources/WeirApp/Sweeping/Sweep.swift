import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// What variants of an agreement would have done over a stretch of history.
///
/// Variants that differ in nothing but gates, or in what happens after the gate, are folded together in one pass over
/// the engagements; what changes points, decay or the market takes a pass of its own.
public struct Sweep: Sendable {
    /// The most variants in one pass: it bounds the memory, and beyond it a pass gains little.
    static let mostInPass = 64

    public let report: SweepReport
    /// How often the engagements were gone through.
    public let passes: Int

    /// - Parameters:
    ///   - population: read under the agreement as it is written.
    ///   - source: that agreement's text.
    ///   - sweeps: `PATH=FROM..TO:STEP` or `PATH=VALUE,VALUE`, at least one.
    ///   - from: first day of the period; `nil` for the first day with an engagement.
    ///   - to: last day; `nil` for the last day with an engagement.
    ///   - horizonDays: days after entry within which an opportunity or a win counts.
    ///   - progress: called with the variants done and all of them.
    public init(
        _ workspace: Workspace, _ population: Population, _ source: AgreementSource, sweeps: [String],
        from: CivilDay? = nil, to: CivilDay? = nil, horizonDays: Int,
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws {
        let grid = try SweepGrid(source, sweeps.map { text throws(AppError) in try SweptValues(text) })
        let frame = try SweepFrame(workspace, population, from: from, to: to, horizonDays: horizonDays)
        var numbers = [SweepNumbers?](repeating: nil, count: grid.variants.count)
        var done = 0
        var passes = 0
        for group in SweepGroup.of(grid.variants) {
            let population = try group.population(workspace, like: population, source)
            for members in group.members.inPieces(of: Sweep.mostInPass) {
                let agreements = members.map { grid.variants[$0].agreement }
                let found = try await frame.numbers(of: agreements, population)
                for (member, found) in zip(members, found) { numbers[member] = found }
                passes += 1
                done += members.count
                progress(done, grid.variants.count)
            }
        }
        self.passes = passes
        report = SweepReport(
            title: population.use.title, banner: population.use.banner, from: frame.from, to: frame.to,
            horizonDays: horizonDays,
            settings: grid.settings.map { .init(path: $0.path, written: $0.written) },
            variants: zip(grid.variants, numbers).compactMap { variant, numbers in
                numbers.map { .init(values: variant.values, isCurrent: variant.isCurrent, numbers: $0) }
            }, leftOut: grid.leftOut)
    }
}

/// Variants that one pass can decide together.
struct SweepGroup {
    /// The agreement of the first.
    let agreement: Agreement
    let bytes: [UInt8]
    /// Numbers of the variants.
    private(set) var members: [Int]

    /// In the order of the first of each.
    static func of(_ variants: [SweepGrid.Variant]) -> [SweepGroup] {
        guard let first = variants.first else { return [] }
        var groups: [SweepGroup] = []
        var places: [Agreement: Int] = [:]
        for (number, variant) in variants.enumerated() {
            let key = variant.agreement.withGates(of: first.agreement)
            if let place = places[key] {
                groups[place].members.append(number)
            } else {
                places[key] = groups.count
                groups.append(SweepGroup(agreement: variant.agreement, bytes: variant.bytes, members: [number]))
            }
        }
        return groups
    }

    /// The accounts read under the group's agreement; the market is judged anew only where it differs.
    func population(
        _ workspace: Workspace, like other: Population, _ source: AgreementSource
    ) throws -> Population {
        let base = other.use.agreement
        if agreement.withGates(of: base) == base { return other }
        let use = try AgreementInUse(
            source.reading(bytes), file: source.file, name: { name, _ in name.name }, banner: nil)
        return try Population(use, like: other) ?? Population(workspace, use, columns: other.columns)
    }
}

extension Agreement {
    /// The agreement with the gates of another, and with its rules for what comes after them: what remains different
    /// changes how facts are read and folded.
    fileprivate func withGates(of other: Agreement) -> Agreement {
        var copy = self
        copy.qualifiedAccount = other.qualifiedAccount
        copy.qualifiedBuyer = other.qualifiedBuyer
        copy.salesQualified = other.salesQualified
        copy.gate = other.gate
        copy.handOff = other.handOff
        copy.attribution = other.attribution
        copy.buyingGroup.wanted = other.buyingGroup.wanted
        return copy
    }

    /// Whether no account stands elsewhere in the market than under another agreement.
    func drawsMarket(like other: Agreement) -> Bool {
        market == other.market && lists == other.lists && declaredAttributes == other.declaredAttributes
    }
}

extension Array {
    fileprivate func inPieces(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
