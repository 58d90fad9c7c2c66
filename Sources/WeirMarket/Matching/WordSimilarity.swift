/// How alike two words are, in thousandths, allowing for misspelling. 0 for words that are no misspelling of each other.
///
/// By edits (a letter more, less, other, or two changed over): 1 in words of five letters or more, 2 of nine, 3 of
/// fourteen; words of four letters may have two letters changed over. An edit costs the more the shorter the word, and
/// more at its first letter, which is seldom mistyped. The final s of a plural is no edit: known words are kept without
/// it, misspelt ones are not.
enum WordSimilarity {
    static func permille(_ a: NameWord, _ b: NameWord) -> Int32 {
        if a.text == b.text { return 1000 }
        if a.kind == .number || b.kind == .number || a.kind == .stop || b.kind == .stop { return 0 }
        // Two common words are two words.
        let similarity = permille(a.text, b.text)
        return a.isCommon && b.isCommon ? max(0, similarity - 300) : similarity
    }

    /// Of two words that differ.
    static func permille(_ a: String, _ b: String) -> Int32 {
        let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
        let (shorter, longer) = (short.utf8.count, long.utf8.count)
        if shorter == 4, longer == 4 { return isChangedOver(short, long) ? 720 : 0 }
        guard shorter >= 4, longer >= 5, longer - shorter <= 3 else { return 0 }
        let allowed = longer >= 14 ? 3 : longer >= 9 ? 2 : 1
        guard longer - shorter <= allowed else { return 0 }
        if let plural = plural(short, long) { return plural }
        let edits = EditDistance.between(short.utf8, long.utf8, atMost: allowed)
        guard edits <= allowed else { return withoutPlural(short, long) }
        if hasDigit(short) || hasDigit(long) { return 0 }
        var similarity = 1000 - Int32(edits * 1000 / longer)
        if short.utf8.first != long.utf8.first { similarity -= 120 }
        return similarity
    }

    /// "system" and "systems", "box" and "boxes".
    private static func plural(_ short: String, _ long: String) -> Int32? {
        let difference = long.utf8.count - short.utf8.count
        guard difference == 1 || difference == 2, long.utf8.last == 0x73, long.utf8.starts(with: short.utf8) else {
            return nil
        }
        return difference == 1 || long.utf8.suffix(2).first == 0x65 ? 960 : nil
    }

    /// "sytems" and "system".
    private static func withoutPlural(_ a: String, _ b: String) -> Int32 {
        let (isPlural, otherIsPlural) = (a.utf8.last == 0x73, b.utf8.last == 0x73)
        guard isPlural != otherIsPlural, a.utf8.count >= 6, b.utf8.count >= 6 else { return 0 }
        let (first, second) = isPlural ? (String(a.dropLast()), b) : (a, String(b.dropLast()))
        guard first.utf8.last != 0x73, second.utf8.last != 0x73 else { return 0 }
        return max(0, permille(first, second) - 20)
    }

    /// Whether two inner letters that stand together changed places, and nothing else.
    private static func isChangedOver(_ a: String, _ b: String) -> Bool {
        let (left, right) = (Array(a.utf8), Array(b.utf8))
        guard left.first == right.first else { return false }
        let differing = left.indices.filter { left[$0] != right[$0] }
        return differing.count == 2 && differing[1] == differing[0] + 1 && left[differing[0]] == right[differing[1]]
            && left[differing[1]] == right[differing[0]]
    }

    private static func hasDigit(_ word: String) -> Bool { word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
}
