/// How telling a word is, by how many companies' names have it.
enum WordWeights {
    /// 10 to 99; `nil` for a word that is not common.
    static func weight(_ word: String) -> Int32? { weights[word] }

    private static let weights: [String: Int32] = {
        var weights: [String: Int32] = [:]
        for line in CommonWordTable.lines.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let first = words.first, let weight = Int32(first) else { continue }
            for word in words.dropFirst() {
                let canonical = Abbreviations.spelt(String(word))
                weights[canonical] = min(weight, weights[canonical] ?? weight)
            }
        }
        return weights
    }()
}
