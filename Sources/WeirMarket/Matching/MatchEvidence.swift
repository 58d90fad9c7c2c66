/// What two names have in common and not, in plain words.
enum MatchEvidence {
    /// Of the record's names, about the one that is most like the written name.
    static func sentences(_ written: String, _ record: CompanyRecord) -> [String] {
        var best: (permille: Int32, a: [NameWord], b: [NameWord], isOther: Bool)?
        for (place, name) in NameReader.read(written).enumerated() {
            for (number, other) in ([record.name] + record.aliases).enumerated() {
                for (part, known) in NameReader.read(other).enumerated() {
                    let isOther = place + number + part > 0
                    let permille = NameSimilarity.permille(name, known)
                    if permille > best?.permille ?? -1 { best = (permille, name, known, isOther) }
                }
            }
        }
        guard let best else { return [] }
        if written == record.name { return ["same name"] }
        return (best.isOther ? ["by another name of the company"] : []) + sentences(best.a, best.b)
    }

    private static func sentences(_ a: [NameWord], _ b: [NameWord]) -> [String] {
        let alignment = WordAlignment(a, b)
        if a.map(\.text) == b.map(\.text) { return ["same name without legal form"] }
        var sentences: [String] = []
        let same = alignment.pairs.count { $0.permille == 1000 }
        let words = max(a.count, b.count)
        let missing =
            a.indices.filter { !alignment.hasLeft($0) }.map { a[$0].text }
            + b.indices.filter { !alignment.hasRight($0) }.map { b[$0].text }
        if missing.isEmpty, same == words {
            return ["same words in another order"]
        }
        sentences.append("\(same) of \(words) words")
        if !missing.isEmpty {
            sentences.append("only one has " + Words.list(missing.map { "“\($0)”" }))
        }
        for pair in alignment.pairs where pair.permille < 1000 {
            let (left, right) = (a[pair.left].text, b[pair.right].text)
            switch pair.permille {
            case 980: sentences.append("“\(left)” and “\(right)” written together or apart")
            case 850 where WordSimilarity.permille(left, right) != 850:
                sentences.append("“\(left)” and “\(right)” as initials")
            default: sentences.append("“\(left)” taken for “\(right)”")
            }
        }
        return sentences
    }
}
