/// Counts companies into a `MarketReport`, one after the other. Memory does not grow with their number.
public struct MarketCount: Sendable {
    private struct LineTally {
        var no = 0
        var unknown = 0
        var onlyReason = 0
        var examples: [String] = []
    }

    private struct LayerTally {
        var companies = 0
        var lostNo = 0
        var lostUnknown = 0
        var byException = 0
    }

    private let market: CompiledMarket
    private let mostExamples: Int
    private var companies = 0
    private var layers: [LayerTally]
    private var lines: [LineTally]
    private var tiers: [(companies: Int, target: Int)]
    private var tallies: [SegmentTally]
    private var best: [MarketReport.Example] = []

    /// - Parameter examples: how many companies to name for each reason, and how many of the best targets.
    public init(_ market: CompiledMarket, examples: Int = 3) {
        self.market = market
        mostExamples = examples
        layers = market.layers.map { _ in LayerTally() }
        lines = market.lines.map { _ in LineTally() }
        tiers = Array(repeating: (0, 0), count: market.tierNames.count + 1)
        tallies = [
            SegmentTally(attribute: "industry", slot: AttributeLayout.industry),
            SegmentTally(attribute: "country", slot: AttributeLayout.country),
        ]
    }

    /// Judges a company and counts it.
    @discardableResult
    public mutating func add(_ company: CompanyAttributes) -> MarketVerdict {
        let verdict = market.verdict(on: company)
        add(company, verdict)
        return verdict
    }

    /// Counts a company that was judged by the same market.
    public mutating func add(_ company: CompanyAttributes, _ verdict: MarketVerdict) {
        companies += 1
        for (number, layer) in market.layers.enumerated() {
            switch verdict[layer.name] {
            case .yes:
                layers[number].companies += 1
                if isException(layer, verdict) { layers[number].byException += 1 }
                continue
            case .no: layers[number].lostNo += 1
            case .unknown: layers[number].lostUnknown += 1
            }
            noteReasons(layer, verdict, company)
            break
        }
        tiers[verdict.tier].companies += 1
        if verdict.target == .yes {
            tiers[verdict.tier].target += 1
            noteTarget(company, verdict)
        }
        for number in tallies.indices { tallies[number].add(company, verdict) }
    }

    /// Counts what was counted of the companies that come after these, by the same market.
    public mutating func add(_ later: MarketCount) {
        companies += later.companies
        for number in layers.indices {
            layers[number].companies += later.layers[number].companies
            layers[number].lostNo += later.layers[number].lostNo
            layers[number].lostUnknown += later.layers[number].lostUnknown
            layers[number].byException += later.layers[number].byException
        }
        for number in lines.indices {
            let line = later.lines[number]
            lines[number].no += line.no
            lines[number].unknown += line.unknown
            lines[number].onlyReason += line.onlyReason
            lines[number].examples += line.examples.prefix(max(0, mostExamples - lines[number].examples.count))
        }
        for number in tiers.indices {
            tiers[number].companies += later.tiers[number].companies
            tiers[number].target += later.tiers[number].target
        }
        for number in tallies.indices { tallies[number].add(later.tallies[number]) }
        for example in later.best { note(example) }
    }

    /// Whether the company is in the layer although a line of it does not hold.
    private func isException(_ layer: CompiledMarket.Layer, _ verdict: MarketVerdict) -> Bool {
        !layer.compiled.alternative.isEmpty && !failed(layer, verdict).isEmpty
    }

    private func failed(_ layer: CompiledMarket.Layer, _ verdict: MarketVerdict) -> [Int] {
        (layer.firstLine..<layer.firstLine + layer.compiled.lines.count).filter {
            verdict.refused.contains($0) || verdict.untold.contains($0)
        }
    }

    private mutating func noteReasons(
        _ layer: CompiledMarket.Layer, _ verdict: MarketVerdict, _ company: CompanyAttributes
    ) {
        let failed = failed(layer, verdict)
        for line in failed {
            if verdict.refused.contains(line) { lines[line].no += 1 } else { lines[line].unknown += 1 }
            if failed.count == 1 { lines[line].onlyReason += 1 }
            if lines[line].examples.count < mostExamples { lines[line].examples.append(company.label) }
        }
    }

    private mutating func noteTarget(_ company: CompanyAttributes, _ verdict: MarketVerdict) {
        if best.count >= mostExamples, let last = best.last, last.fitMilli >= verdict.fitMilli { return }
        note(.init(company: company.label, tier: market.tierName(verdict.tier), fitMilli: verdict.fitMilli))
    }

    /// Keeps the best; of equals those that came first.
    private mutating func note(_ example: MarketReport.Example) {
        best.insert(example, at: best.firstIndex { $0.fitMilli < example.fitMilli } ?? best.count)
        if best.count > mostExamples { best.removeLast() }
    }

    /// What was counted so far.
    ///
    /// - Parameter top: how many industries and countries to show each for itself.
    public func report(top: Int = 10) -> MarketReport {
        var tierRows: [MarketReport.Tier] = []
        for (number, tier) in tiers.enumerated() {
            tierRows.append(.init(name: market.tierName(number), companies: tier.companies, target: tier.target))
        }
        let layerRows = zip(market.layers, layers).map { layer, tally in
            MarketReport.Layer(
                layer: layer.name, companies: tally.companies, lostNo: tally.lostNo, lostUnknown: tally.lostUnknown,
                byException: tally.byException)
        }
        return MarketReport(
            companies: companies, layers: layerRows, tiers: tierRows,
            breakdowns: tallies.map { $0.breakdown(top: top) }, reasons: reasons(), unseen: unseen(),
            bestTargets: best)
    }

    private func reasons() -> [MarketReport.Reason] {
        MarketLayer.allCases.flatMap { layer in
            zip(market.lines, lines)
                .filter { $0.0.layer == layer && $0.1.no + $0.1.unknown > 0 }
                .map { line, tally in
                    MarketReport.Reason(
                        layer: layer, asked: line.inWords, no: tally.no, unknown: tally.unknown,
                        onlyReason: tally.onlyReason, examples: tally.examples)
                }
                .sorted { a, b in (b.no + b.unknown, a.asked) < (a.no + a.unknown, b.asked) }
        }
    }

    private func unseen() -> [MarketReport.UnseenValue] {
        if companies == 0 { return [] }
        return tallies.flatMap { tally in
            AskedTexts(market.definition, attribute: tally.attribute).values.compactMap { value in
                let isCountry = tally.slot == AttributeLayout.country
                let key = isCountry ? Country.named(value).key : TextKey(value)
                if tally.contains(key) { return nil }
                let nearest = tally.nearest(to: key)
                return MarketReport.UnseenValue(
                    attribute: tally.attribute, value: value, nearest: nearest?.name,
                    nearestCompanies: nearest?.companies ?? 0)
            }
        }
    }
}
