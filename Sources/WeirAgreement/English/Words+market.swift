import WeirFacts

/// Clause 1: the market.
extension Words {
    var market: [String] {
        attributeSentences + agreement.lists.map(sentence) + [addressable, served, target] + matrixSentences + [tiers]
    }

    private var attributeSentences: [String] {
        if agreement.declaredAttributes.isEmpty { return [] }
        let attributes = agreement.declaredAttributes.map { "its \(plain($0.name)) (\($0.type.noun))" }
        return ["Of a company we know, beside the usual facts, \(all(attributes))."]
    }

    func sentence(_ list: CompanyList) -> String {
        guard let file = list.file else {
            return "The list \(inQuotes(list.name)) names \(all(list.entries))."
        }
        return
            "The list \(inQuotes(list.name)) names \(list.entries.count == 1 ? "1 entry" : number(list.entries.count) + " entries") and stands in the file "
            + "\(file.path), whose SHA-256 is \(file.sha256)."
    }

    var addressable: String {
        let criteria = agreement.market.addressable
        if criteria.isEmpty { return "Every company is addressable: it could ever buy." }
        return "A company is addressable, which means that it could ever buy, if \(condition(criteria))."
    }

    var served: String {
        let criteria = agreement.market.served
        if criteria.isEmpty { return "Every addressable company is served: we can sell to it and support it." }
        return "An addressable company is served, which means that we can sell to it and support it, if "
            + "\(condition(criteria))."
    }

    var target: String {
        let criteria = agreement.market.target
        if criteria.isEmpty { return "Every served company is a target: we go after it now." }
        return "A served company is a target, which means that we go after it now, if \(condition(criteria))."
    }

    private var matrixSentences: [String] {
        if agreement.market.matrix.isEmpty { return ["No points are given for fit: every company's fit is 0 points."] }
        return ["How well a company fits is the sum of the following points."] + agreement.market.matrix.map(sentence)
    }

    /// A row of the matrix.
    func sentence(_ row: MatrixRow) -> String {
        let noun = plain(row.attribute)
        switch row.entries {
        case .values(let entries) where type(of: row.attribute) == .set:
            let parts = entries.map { "\(points($0.pointsMilli)) for \(value($0.value, of: row.attribute))" }
            return "For its \(noun): \(all(parts)), for each that is present."
        case .values(let entries):
            let parts = entries.map { "\(points($0.pointsMilli)) for \(value($0.value, of: row.attribute))" }
            return "For its \(noun): \(any(parts))."
        case .ranges(let ranges):
            let parts = ranges.map { "\(points($0.pointsMilli)) \(bounds($0, of: row.attribute))" }
            return "For its \(noun): \(parts.joined(separator: ", or else "))."
        }
    }

    func bounds(_ range: RangePoints, of name: String) -> String {
        switch (range.atLeast.map { value($0, of: name) }, range.atMost.map { value($0, of: name) }) {
        case (let low?, let high?): "from \(low) to \(high)"
        case (let low?, nil): "from \(low) upwards"
        case (nil, let high?): "up to \(high)"
        case (nil, nil): "if it is known at all"
        }
    }

    private var tiers: String {
        let parts = agreement.market.tiers.map { "in tier \($0.name) from \(points($0.atLeastMilli))" }
        return "A company is \(all(parts)); below that, and outside the target market, it is unfit."
    }
}
