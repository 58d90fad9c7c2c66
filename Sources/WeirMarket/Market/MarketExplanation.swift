import WeirAgreement
import WeirFacts

/// Why a company stands where it stands in the market, line by line.
public struct MarketExplanation: Hashable, Sendable {
    public var verdict: MarketVerdict
    public var tierName: String
    /// Every line of every layer, and the `or` of a layer after its lines.
    public var findings: [Finding]
    /// What each row of the matrix gave; the points sum to `verdict.fitMilli`.
    public var fit: [FitContribution]

    /// The lines that keep the company out of the first layer it is not in; none for a target.
    public var reasons: [Finding] {
        guard let layer = verdict.lostAt else { return [] }
        return findings.filter { $0.layer == layer && $0.answer != .yes }
    }

    /// Layers that the company is in although lines of theirs do not hold: an `or` stood in.
    public var admittedByException: [MarketLayer] {
        MarketLayer.allCases.filter { layer in
            verdict[layer] == .yes && findings.contains { $0.layer == layer && $0.line != nil && $0.answer != .yes }
        }
    }

    /// One sentence for the place in the market and one for each reason.
    public var sentences: [String] {
        var sentences: [String] = []
        switch verdict.lostAt {
        case nil: sentences.append("In the target market, tier \(tierName).")
        case .target?: sentences.append("Served, but not in the target market; tier \(tierName).")
        case .served?: sentences.append("Addressable, but not served; tier \(tierName).")
        case .addressable?: sentences.append("Not addressable; tier \(tierName).")
        }
        for layer in admittedByException {
            let exception = findings.first { $0.layer == layer && $0.line == nil }
            sentences.append("\(layer.rawValue.capitalizedASCII) by exception: \(exception?.asked ?? "or").")
        }
        for reason in reasons {
            sentences.append(reason.line == nil ? "nor \(reason.sentence)" : reason.sentence)
        }
        return sentences
    }
}

extension CompiledMarket {
    /// Judges a company and says why.
    public func explanation(of company: CompanyAttributes) -> MarketExplanation {
        let verdict = verdict(on: company)
        var findings: [Finding] = []
        for layer in layers {
            for (offset, line) in layer.compiled.lines.enumerated() {
                findings.append(finding(layer.name, layer.firstLine + offset, line, company))
            }
            if let other = layer.compiled.alternative.first, let written = layer.written.alternative.first {
                findings.append(
                    Finding(
                        layer: layer.name, line: nil, asked: CriterionWords.criteria(written),
                        answer: other.answer(company)))
            }
        }
        return MarketExplanation(
            verdict: verdict, tierName: tierName(verdict.tier), findings: findings,
            fit: matrix.contributions(company, layout))
    }

    private func finding(
        _ layer: MarketLayer, _ number: Int, _ line: CompiledLine, _ company: CompanyAttributes
    ) -> Finding {
        let answer = line.answer(company)
        var finding = Finding(layer: layer, line: number, asked: lines[number].inWords, answer: answer)
        guard case .attribute(let slot, let tests) = line else { return finding }
        finding.attribute = layout.declarations[slot].name
        if case .unreadable(let written) = company[slot] {
            finding.has = "“\(written)”"
        } else {
            finding.has = company[slot].inWords
        }
        if answer == .no { finding.distance = Distance.of(company[slot], from: tests) }
        return finding
    }
}

extension String {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
