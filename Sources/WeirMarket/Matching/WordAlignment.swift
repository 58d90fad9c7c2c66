/// Which words of two names stand for each other.
struct WordAlignment {
    /// What two words have in common.
    struct Pair {
        var left: Int
        var right: Int
        /// 1000 for the same word, less for a misspelling or initials.
        var permille: Int32
        var weight: Int32
    }

    private(set) var pairs: [Pair] = []
    /// One bit a word, for words that found another.
    private(set) var left: UInt32 = 0
    private(set) var right: UInt32 = 0

    /// Words beyond the 32nd of a name are not looked at.
    static let longest = 32

    /// - Parameter initials: whether letters may stand for words, as IBM does for International Business Machines.
    init(_ a: [NameWord], _ b: [NameWord]) {
        let (countA, countB) = (min(a.count, WordAlignment.longest), min(b.count, WordAlignment.longest))
        pairs.reserveCapacity(countA)
        for i in 0..<countA {
            for j in 0..<countB where right & (1 << UInt32(j)) == 0 && a[i].text == b[j].text {
                add(i, j, 1000, a[i].weight)
                break
            }
        }
        guard left.nonzeroBitCount < countA, right.nonzeroBitCount < countB else { return }
        joinWords(a, b, countA, countB)
        misspellings(a, b, countA, countB)
        initials(a, b, countA, countB)
    }

    func hasLeft(_ i: Int) -> Bool { left & (1 << UInt32(i)) != 0 }
    func hasRight(_ j: Int) -> Bool { right & (1 << UInt32(j)) != 0 }

    private mutating func add(_ i: Int, _ j: Int, _ permille: Int32, _ weight: Int32) {
        pairs.append(Pair(left: i, right: j, permille: permille, weight: weight))
        left |= 1 << UInt32(i)
        right |= 1 << UInt32(j)
    }

    /// "jp morgan" and "jpmorgan".
    private mutating func joinWords(_ a: [NameWord], _ b: [NameWord], _ countA: Int, _ countB: Int) {
        for i in 0..<countA where !hasLeft(i) {
            for j in 0..<countB where !hasRight(j) {
                if i + 1 < countA, !hasLeft(i + 1), WordAlignment.isJoined(a[i].text, a[i + 1].text, b[j].text) {
                    add(i, j, 980, max(b[j].weight, a[i].weight))
                    left |= 1 << UInt32(i + 1)
                    break
                }
                if j + 1 < countB, !hasRight(j + 1), WordAlignment.isJoined(b[j].text, b[j + 1].text, a[i].text) {
                    add(i, j, 980, max(a[i].weight, b[j].weight))
                    right |= 1 << UInt32(j + 1)
                    break
                }
            }
        }
    }

    private static func isJoined(_ first: String, _ second: String, _ whole: String) -> Bool {
        first.utf8.count + second.utf8.count == whole.utf8.count && whole.utf8.starts(with: first.utf8)
            && whole.utf8.dropFirst(first.utf8.count).elementsEqual(second.utf8)
    }

    /// The best first.
    private mutating func misspellings(_ a: [NameWord], _ b: [NameWord], _ countA: Int, _ countB: Int) {
        while true {
            var best = Pair(left: 0, right: 0, permille: 0, weight: 0)
            for i in 0..<countA where !hasLeft(i) {
                for j in 0..<countB where !hasRight(j) {
                    let permille = WordSimilarity.permille(a[i], b[j])
                    if permille > best.permille {
                        best = Pair(
                            left: i, right: j, permille: permille, weight: (a[i].weight + b[j].weight + 1) / 2)
                    }
                }
            }
            if best.permille < 600 { return }
            add(best.left, best.right, best.permille, best.weight)
        }
    }

    /// "ibm" and "international business machines": letters for three words or more, or for two beside another word
    /// that both have.
    private mutating func initials(_ a: [NameWord], _ b: [NameWord], _ countA: Int, _ countB: Int) {
        let fewest = pairs.contains { a[$0.left].kind != .stop } ? 2 : 3
        for i in 0..<countA where !hasLeft(i) && (fewest...6).contains(a[i].text.utf8.count) {
            if let words = WordAlignment.run(b, countB, right, spelling: a[i].text) {
                add(i, words.first, 850, max(a[i].weight, 80))
                for j in words.all { right |= 1 << UInt32(j) }
            }
        }
        for j in 0..<countB where !hasRight(j) && (fewest...6).contains(b[j].text.utf8.count) {
            if let words = WordAlignment.run(a, countA, left, spelling: b[j].text) {
                add(words.first, j, 850, max(b[j].weight, 80))
                for i in words.all { left |= 1 << UInt32(i) }
            }
        }
    }

    /// Words in a row, none taken, that begin with these letters; stop words between them do not count.
    private static func run(
        _ words: [NameWord], _ count: Int, _ taken: UInt32, spelling letters: String
    ) -> (first: Int, all: [Int])? {
        let letters = Array(letters.utf8)
        for start in 0..<count {
            var found: [Int] = []
            var at = start
            while at < count, found.count < letters.count, taken & (1 << UInt32(at)) == 0 {
                if words[at].text.utf8.first == letters[found.count] {
                    found.append(at)
                } else if words[at].kind != .stop || found.isEmpty {
                    break
                }
                at += 1
            }
            if found.count == letters.count { return (found[0], found) }
        }
        return nil
    }
}
