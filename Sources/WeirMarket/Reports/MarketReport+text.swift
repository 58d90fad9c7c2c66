extension MarketReport {
    /// The report as lines of text, none wider than 100 columns. The first line says it all.
    public func lines() -> [String] {
        guard companies > 0 else { return ["No companies yet: import accounts, then ask again."] }
        var lines = [headline, ""]
        lines += circles
        if !unseen.isEmpty { lines += [""] + unseenLines }
        lines += [""] + tierLines
        for layer in layers where layer.lost > 0 { lines += [""] + reasonLines(layer) }
        for breakdown in breakdowns { lines += [""] + breakdownLines(breakdown) }
        if !bestTargets.isEmpty { lines += [""] + bestLines }
        return lines.map(TextTable.trimmedRight)
    }

    /// `1,999 companies are not a target market: 169 of them are (8.5 %).`
    public var headline: String {
        let target = companies(in: .target)
        if companies == 0 { return "No companies yet." }
        if target == companies { return "All \(Words.count(companies)) companies are in the target market." }
        let noun = companies == 1 ? "company is" : "companies are"
        if target == 0 { return "\(Words.count(companies)) \(noun) not a target market: none of them is in it." }
        let share = TextTable.percent(target, of: companies)
        let verb = target == 1 ? "is" : "are"
        return
            "\(Words.count(companies)) \(noun) not a target market: \(Words.count(target)) of them \(verb) (\(share))."
    }

    private var circles: [String] {
        var lines = [circle("All companies", companies, "")]
        for layer in layers {
            var loss = layer.lost == 0 ? "" : "\(Words.count(layer.lost)) out"
            if layer.lostUnknown > 0 {
                loss +=
                    layer.lostNo == 0
                    ? ", all for want of data" : ", \(Words.count(layer.lostUnknown)) for want of data"
            }
            if layer.byException > 0 {
                loss += (loss.isEmpty ? "" : "; ") + "\(Words.count(layer.byException)) in by exception"
            }
            lines.append(circle(layer.layer.title, layer.companies, loss))
        }
        return lines
    }

    private func circle(_ name: String, _ count: Int, _ note: String) -> String {
        let bar = TextTable.left(TextTable.bar(count, of: companies, width: 34), 34)
        return TextTable.cut("  \(TextTable.left(name, 14))\(TextTable.right(count, 11))  \(bar)  \(note)", 100)
    }

    private var unseenLines: [String] {
        ["Check the words: the agreement asks for these, and no company here has them"]
            + unseen.map { value in
                var line = "  \(value.attribute) “\(value.value)”"
                if let nearest = value.nearest {
                    line += "; nearest here is “\(nearest)” (\(Words.count(value.nearestCompanies)) companies)"
                }
                return TextTable.cut(line, 100)
            }
    }

    private var tierLines: [String] {
        [TextTable.left("By tier", 36) + TextTable.right("all", 12) + TextTable.right("target", 12)]
            + tiers.map {
                "  " + TextTable.left($0.name, 34) + TextTable.right($0.companies, 12)
                    + TextTable.right($0.target, 12)
            }
    }

    private func reasonLines(_ layer: Layer) -> [String] {
        var lines = ["Why \(Words.count(layer.lost)) \(layer.layer.notIn)"]
        lines.append("        no  not known  this alone  what the agreement asks")
        for reason in reasons where reason.layer == layer.layer {
            let counts =
                TextTable.right(reason.no, 10) + TextTable.right(reason.unknown, 11)
                + TextTable.right(reason.onlyReason, 12)
            var told = TextTable.wrap(reason.asked, 65)
            if !reason.examples.isEmpty {
                told.append(TextTable.cut("for example " + reason.examples.joined(separator: "; "), 65))
            }
            for (number, line) in told.enumerated() {
                lines.append((number == 0 ? counts : String(repeating: " ", count: 33)) + "  " + line)
            }
        }
        return lines
    }

    private func breakdownLines(_ breakdown: Breakdown) -> [String] {
        let columns = ["all", "addressable", "served", "target"]
        var lines = [TextTable.left("By \(breakdown.attribute)", 36) + columns.map { TextTable.right($0, 12) }.joined()]
        for segment in breakdown.segments + [breakdown.others, breakdown.unknown].compactMap({ $0 }) {
            let counts = [segment.companies, segment.addressable, segment.served, segment.target]
            lines.append(
                "  " + TextTable.left(segment.name, 34) + counts.map { TextTable.right($0, 12) }.joined())
        }
        return lines
    }

    private var bestLines: [String] {
        ["The targets that fit best"]
            + bestTargets.map {
                "  " + TextTable.left($0.company, 46) + TextTable.right("tier \($0.tier)", 14)
                    + TextTable.right("\(Words.number(thousandths: $0.fitMilli)) points", 16)
            }
    }
}

extension MarketLayer {
    /// The circle's name at the start of a line.
    fileprivate var title: String {
        switch self {
        case .addressable: "Addressable"
        case .served: "Served"
        case .target: "Target"
        }
    }

    fileprivate var notIn: String {
        switch self {
        case .addressable: "companies are not addressable"
        case .served: "addressable companies are not served"
        case .target: "served companies are not in the target market"
        }
    }
}
