/// How alike two names are, in thousandths: 1000 for the same name but for legal form, case, accents and punctuation.
///
/// What both names have, weighed by how telling its words are, against that and what either lacks:
/// `1000 · common / (common + missing + misspelt)`. Words that any company may add ("group") cost little where the
/// other name lacks them, words of the trade more, a company's own words, places, numbers and funds most. Where both
/// names have words that the other lacks, these speak against each other and cost half as much again.
public enum NameSimilarity {
    /// The same for (a, b) and (b, a).
    static func permille(_ a: [NameWord], _ b: [NameWord]) -> Int32 {
        if precedes(b, a) { return permille(b, a, WordAlignment(b, a)) }
        return permille(a, b, WordAlignment(a, b))
    }

    static func permille(_ a: [NameWord], _ b: [NameWord], _ alignment: WordAlignment) -> Int32 {
        if a.isEmpty || b.isEmpty { return 0 }
        var common: Int32 = 0
        var misspelt: Int32 = 0
        var isTelling = false
        for pair in alignment.pairs {
            let same = pair.weight * pair.permille / 1000
            common += same
            misspelt += (pair.weight - same) * misspellingCost
            if a[pair.left].isTelling && pair.permille >= 800 { isTelling = true }
        }
        let lostA = missing(a, alignment.left)
        let lostB = missing(b, alignment.right)
        if common == 0 { return 0 }
        if lostA == 0, lostB == 0, misspelt == 0 {
            return isInOrder(alignment) ? 1000 : 1000 - orderCost(a, alignment)
        }
        var lost = lostA + lostB
        if lostA > 2, lostB > 2 { lost += lost / 2 }
        var score = 1000 * common / (common + lost + misspelt)
        if !isInOrder(alignment) { score -= orderCost(a, alignment) }
        if !isTelling { score = min(score, 600) }
        return max(0, min(score, 999))
    }

    private static let misspellingCost: Int32 = 2

    private static func missing(_ words: [NameWord], _ found: UInt32) -> Int32 {
        var lost: Int32 = 0
        for (place, word) in words.enumerated().prefix(WordAlignment.longest) where found & (1 << UInt32(place)) == 0 {
            lost += word.absence
        }
        return lost
    }

    private static func isInOrder(_ alignment: WordAlignment) -> Bool {
        var last = -1
        for pair in alignment.pairs.sorted(by: { $0.left < $1.left }) {
            if pair.right < last { return false }
            last = pair.right
        }
        return true
    }

    /// Names of people are turned about in registers ("SCHWAB CHARLES"); names of common words are others when turned
    /// about ("Bank First", "First Bank").
    private static func orderCost(_ a: [NameWord], _ alignment: WordAlignment) -> Int32 {
        let common = alignment.pairs.allSatisfy { a[$0.left].kind != .name || a[$0.left].weight < 75 }
        return common ? 300 : 20
    }

    /// An order of names, so that two names are always compared in one direction.
    private static func precedes(_ a: [NameWord], _ b: [NameWord]) -> Bool {
        if a.count != b.count { return a.count < b.count }
        for (left, right) in zip(a, b) where left.text != right.text { return left.text < right.text }
        return false
    }
}

extension NameSimilarity {
    /// How alike two written names are: the most alike of all the names that each carries.
    public static func permille(_ a: String, _ b: String, orOneOf aliases: [String] = []) -> Int {
        var best: Int32 = 0
        let left = NameReader.read(a)
        for name in [b] + aliases {
            for (place, known) in NameReader.read(name).enumerated() {
                for (at, one) in left.enumerated() {
                    let permille = permille(one, known)
                    best = max(best, place + at > 0 ? min(permille, NameReader.otherName) : permille)
                }
            }
        }
        return Int(best)
    }
}
