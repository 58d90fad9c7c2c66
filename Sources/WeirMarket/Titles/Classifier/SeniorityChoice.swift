/// The level that the words found in a title name.
struct SeniorityChoice {
    private(set) var best: Seniority?
    private(set) var other: Seniority?
    private(set) var permille = 0
    private(set) var words: UInt64 = 0

    /// How often a title of known work that names no level is a professional's.
    static let impliedPermille = 850

    init(_ phrases: [FoundPhrase], _ text: TitleText) {
        var named: UInt16 = 0
        var title = -1
        var isDeputy = false
        var isBank = false
        var isTop = false
        for phrase in phrases {
            if phrase.what == PhraseTable.bank { isBank = true }
            guard
                phrase.what < PhraseTable.nothing || phrase.what == PhraseTable.topVicePresident
                    || phrase.what == PhraseTable.deputy
            else { continue }
            if text.hasStrokes {
                // The first of several titles that names a level tells it.
                let number = text.titleNumber(phrase.start)
                if title < 0 { title = number }
                if number != title { continue }
            }
            switch phrase.what {
            case PhraseTable.deputy: isDeputy = true
            case PhraseTable.topVicePresident:
                named |= 1 << UInt16(Seniority.vicePresident.rawValue)
                isTop = true
            default: named |= 1 << UInt16(phrase.what)
            }
        }
        guard named != 0 else { return }
        choose(named, isDeputy: isDeputy, isBankVicePresident: isBank && !isTop)
        collectWords(phrases, text)
    }

    private mutating func choose(_ named: UInt16, isDeputy: Bool, isBankVicePresident: Bool) {
        func names(_ level: Seniority) -> Bool { named & (1 << UInt16(level.rawValue)) != 0 }
        guard var highest = SeniorityChoice.highest(named) else { return }
        let second = SeniorityChoice.highest(named & ~(1 << UInt16(highest.rawValue)))
        // Who learns to be a manager is no manager; but a founder who studies is a founder.
        if names(.junior) && highest < .head { highest = .junior }
        if highest == .head && isDeputy { highest = .lead }
        if highest == .vicePresident && isBankVicePresident && !names(.senior) { highest = .manager }
        best = highest
        other = second == highest ? nil : second
        permille = SeniorityChoice.permille(highest)
    }

    private static func highest(_ named: UInt16) -> Seniority? {
        named == 0 ? nil : Seniority(rawValue: UInt8(15 - named.leadingZeroBitCount))
    }

    private mutating func collectWords(_ phrases: [FoundPhrase], _ text: TitleText) {
        guard let best else { return }
        var all: UInt64 = 0
        for phrase in phrases where phrase.what != PhraseTable.nothing {
            let bits = text.wordBits(phrase.start, phrase.end)
            all |= bits
            let isVicePresident = phrase.what == PhraseTable.topVicePresident && best == .vicePresident
            if phrase.what == best.rawValue || isVicePresident { words |= bits }
        }
        if words == 0 { words = all }
    }

    /// How often a title whose words name this level is labelled so.
    private static func permille(_ level: Seniority) -> Int {
        switch level {
        case .junior, .vicePresident, .executive: 950
        case .senior, .head, .director: 930
        case .owner, .lead, .manager: 880
        case .professional: 900
        }
    }
}
