/// How many letters must be put in, left out, replaced or changed over with their neighbour (restricted
/// Damerau–Levenshtein distance, over bytes).
enum EditDistance {
    /// The distance, or any greater number than `limit` when it is greater.
    static func between(_ a: String.UTF8View, _ b: String.UTF8View, atMost limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        // An edit brings one letter at most, and takes one away.
        if (letters(a) ^ letters(b)).nonzeroBitCount > 2 * limit { return limit + 1 }
        return distance(Array(a), Array(b), limit)
    }

    /// A bit for each letter that occurs; of bytes that share one, for any.
    private static func letters(_ word: String.UTF8View) -> UInt64 {
        var found: UInt64 = 0
        for byte in word { found |= 1 << UInt64(byte & 63) }
        return found
    }

    private static func distance(_ a: [UInt8], _ b: [UInt8], _ limit: Int) -> Int {
        // What both begin and end with costs nothing.
        var start = 0
        while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
        var (endA, endB) = (a.count, b.count)
        while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
            endA -= 1
            endB -= 1
        }
        let (countA, countB) = (endA - start, endB - start)
        if countA == 0 || countB == 0 { return max(countA, countB) }
        if min(countA, countB) == 1, max(countA, countB) == 1 { return 1 }
        var earlier = [Int](repeating: 0, count: countB + 1)
        var before = Array(0...countB)
        var row = [Int](repeating: 0, count: countB + 1)
        for i in 1...countA {
            row[0] = i
            var least = i
            let letter = a[start + i - 1]
            for j in 1...countB {
                let other = b[start + j - 1]
                var best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter == other ? 0 : 1))
                if i > 1, j > 1, letter == b[start + j - 2], a[start + i - 2] == other {
                    best = min(best, earlier[j - 2] + 1)
                }
                row[j] = best
                least = min(least, best)
            }
            if least > limit { return limit + 1 }
            (earlier, before, row) = (before, row, earlier)
        }
        return before[countB]
    }
}
