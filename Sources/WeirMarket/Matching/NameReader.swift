/// Reads a company's name into words that compare: folded, in Latin letters where Greek or Cyrillic, without legal
/// form and without the marks that registers put behind a name.
enum NameReader {
    /// The greatest likeness by a name in brackets or a known company's other name: less than the same name.
    static let otherName: Int32 = 960

    /// Every name that a written one carries, as words: what it is called, then what stands in brackets or after
    /// "doing business as", then what a known company is called besides. Empty for a blank name.
    static func names(_ written: String) -> [[String]] {
        let parts = NameParts(written)
        var names = [texts(parts.name)]
        for other in parts.others {
            let read = texts(other)
            // "(The)", "(SM)", "(Class A)" name nothing.
            let length = read.reduce(0) { $0 + $1.utf8.count }
            if read.count == 1, length > 1, let last = names.first, last.count < 3, !last.isEmpty {
                // "Lilly (Eli)" is a whole name turned about.
                names.append(last + read)
            }
            if length > 3, read.contains(where: { WordKinds.kind($0).isTelling }) { names.append(read) }
        }
        names.removeAll(where: \.isEmpty)
        if let name = names.first { names += KnownNames.others(of: name) }
        return names
    }

    /// The same, as words that are weighed.
    static func read(_ written: String) -> [[NameWord]] { names(written).map { $0.map(NameWord.init) } }

    /// The words of one name, spelt out.
    static func texts(_ name: String) -> [String] {
        var words = LetterRuns.runs(of: name)
        var range = words.indices
        trim(words, &range)
        if range != words.indices { words = Array(words[range]) }
        for place in words.indices { words[place] = Abbreviations.spelt(words[place]) }
        return words
    }

    /// Takes off legal forms, a leading or trailing "the", share classes and what else says nothing, as long as
    /// something is left.
    private static func trim(_ words: [String], _ range: inout Range<Int>) {
        while range.count > 1 {
            let before = range
            if words[range.lowerBound] == "the" { range.removeFirst() }
            let atStart = LegalForms.count(startOf: words[range])
            if atStart > 0, atStart < range.count { range = (range.lowerBound + atStart)..<range.upperBound }
            let atEnd = LegalForms.count(endOf: words[range])
            if atEnd > 0, atEnd < range.count { range = range.lowerBound..<(range.upperBound - atEnd) }
            trimTail(words, &range)
            if range == before { break }
        }
        // "The Company" would be left with a legal form alone.
        if range.count == 1, words.count > 1, LegalForms.count(endOf: words[range]) == 1 { range = words.indices }
    }

    private static func trimTail(_ words: [String], _ range: inout Range<Int>) {
        guard range.count > 1, let last = words[range].last else { return }
        if tails.contains(last) { range.removeLast() }
        if range.count > 2, last.utf8.count == 1, shareWords.contains(words[range.upperBound - 2]) {
            range = range.lowerBound..<(range.upperBound - 2)
        }
    }

    private static let tails: Set<String> = ["the", "and", "und", "et", "adr", "ads", "adrs", "sponsored"]
    private static let shareWords: Set<String> = ["class", "cl", "series"]
}
