/// A phrase found in a title.
struct FoundPhrase {
    var what: UInt8
    var weight: UInt8
    /// The codes of its letters, without the spaces around.
    var start: Int
    var end: Int

    var length: Int { end - start }

    func overlaps(_ other: FoundPhrase) -> Bool { start < other.end && other.start < end }
    func covers(_ other: FoundPhrase) -> Bool { start == other.start && end == other.end }
}

/// The phrases found in one title, of which a longer one has used up the words of the shorter ones of its kind.
struct FoundPhrases {
    var departments: [FoundPhrase] = []
    var seniorities: [FoundPhrase] = []
    private(set) var guards: [FoundPhrase] = []
    /// Words of the title speak of what is over or wished for.
    private(set) var speaksOfElsewhere = false

    init(_ text: TitleText, _ table: PhraseTable) {
        departments.reserveCapacity(16)
        seniorities.reserveCapacity(16)
        let sayings = table.sayings
        table.finder.search(text.codes) { number, after in
            let saying = sayings[number]
            let end = after - (saying.closes ? 1 : 0)
            let phrase = FoundPhrase(
                what: saying.what, weight: saying.weight, start: end - Int(saying.length), end: end)
            switch saying.kind {
            case .department: departments.append(phrase)
            case .seniority: seniorities.append(phrase)
            case .guarding: guards.append(phrase)
            }
        }
        FoundPhrases.keepLongest(&departments)
        FoundPhrases.keepLongest(&seniorities)
        if !guards.isEmpty { applyGuards(text) }
    }

    /// Leaves, longest first, what no longer phrase overlaps; phrases of the very same words all stay. Ordered by
    /// position afterwards.
    private static func keepLongest(_ phrases: inout [FoundPhrase]) {
        guard phrases.count > 1 else { return }
        sort(&phrases) { a, b in
            if a.length != b.length { return a.length > b.length }
            return a.start != b.start ? a.start < b.start : a.weight > b.weight
        }
        var kept = 0
        for index in 0..<phrases.count {
            let phrase = phrases[index]
            var isUsed = false
            for other in 0..<kept where phrases[other].overlaps(phrase) {
                if phrases[other].covers(phrase) && phrases[other].what != phrase.what { continue }
                isUsed = true
                break
            }
            if !isUsed {
                phrases[kept] = phrase
                kept += 1
            }
        }
        phrases.removeLast(phrases.count - kept)
        sort(&phrases) { $0.start < $1.start }
    }

    /// In place and without an allocation: a title has a dozen phrases at most.
    @inline(__always)
    private static func sort(_ phrases: inout [FoundPhrase], by precedes: (FoundPhrase, FoundPhrase) -> Bool) {
        for index in 1..<max(1, phrases.count) {
            let phrase = phrases[index]
            var slot = index
            while slot > 0 && precedes(phrase, phrases[slot - 1]) {
                phrases[slot] = phrases[slot - 1]
                slot -= 1
            }
            phrases[slot] = phrase
        }
    }

    private mutating func applyGuards(_ text: TitleText) {
        for guarding in guards {
            switch guarding.what {
            case PhraseTable.serves:
                // What the guard itself says stays: an assistant is an assistant, not the one that is assisted.
                let inside = guarding.start + 1
                drop(
                    &seniorities, guarding.start, reach(text, guarding.end, TitleText.stroke), beyond: inside)
                drop(&departments, guarding.start, reach(text, guarding.end, TitleText.comma), beyond: inside)
            case PhraseTable.helps:
                // "assistente de RH" works in that function, but holds no rank of whoever is helped.
                drop(
                    &seniorities, guarding.start, reach(text, guarding.end, TitleText.comma), beyond: guarding.start + 1
                )
            case PhraseTable.elsewhere:
                speaksOfElsewhere = true
                let end = reach(text, guarding.end, TitleText.comma)
                drop(&seniorities, guarding.end, end, beyond: guarding.start)
                drop(&departments, guarding.end, end, beyond: guarding.start)
            case PhraseTable.at:
                let isAfter: (FoundPhrase) -> Bool = { $0.end <= guarding.start && $0.what < PhraseTable.nothing }
                guard departments.contains(where: isAfter) || seniorities.contains(where: isAfter) else { continue }
                let end = reach(text, guarding.end, TitleText.stroke)
                drop(&seniorities, guarding.end, end, beyond: guarding.start, except: PhraseTable.bank)
                drop(&departments, guarding.end, end, beyond: guarding.start)
            default:
                guard endsTitle(text, guarding.end) else { continue }
                seniorities.removeAll {
                    $0.end + 1 == guarding.start && $0.what >= Seniority.manager.rawValue
                        && $0.what < PhraseTable.nothing
                }
            }
        }
    }

    private func reach(_ text: TitleText, _ start: Int, _ border: UInt8) -> Int {
        var end = start
        while end < text.codes.count, !FoundPhrases.isBorder(text.codes[end], atLeast: border) { end += 1 }
        return end
    }

    private static func isBorder(_ code: UInt8, atLeast border: UInt8) -> Bool {
        code >= border && code <= TitleText.stroke
    }

    private func endsTitle(_ text: TitleText, _ end: Int) -> Bool {
        end + 1 >= text.codes.count || FoundPhrases.isBorder(text.codes[end + 1], atLeast: TitleText.comma)
    }

    private func drop(
        _ phrases: inout [FoundPhrase], _ from: Int, _ to: Int, beyond: Int, except: UInt8 = .max
    ) {
        phrases.removeAll { $0.end > from && $0.end <= to && $0.start >= beyond && $0.what != except }
    }
}
