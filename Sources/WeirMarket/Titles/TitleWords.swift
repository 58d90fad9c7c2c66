/// A title cut into words, each looked up in the words that keywords use.
///
/// Everything that is neither letter nor digit parts words. The dots of an abbreviation do not: `V.P.` is `vp`.
struct TitleWords {
    /// What stands between a word and the one before it.
    enum Gap: UInt8 {
        case plain, comma
        /// `|`, `;` or a line's end: another title begins.
        case strong
    }

    /// At most this many words of a title are read; no real title has more.
    static let limit = 64

    /// Numbers in the dictionary; 0 for words that no keyword uses.
    private(set) var ids: [UInt16] = []
    private(set) var gaps: [Gap] = []

    init(_ title: String, _ dictionary: TitleDictionary) {
        var bytes = Array(title.utf8)
        if !bytes.allSatisfy({ $0 < 0x80 }) { bytes = Array(TitleWords.plain(title).utf8) }
        ids.reserveCapacity(12)
        gaps.reserveCapacity(12)
        scan(bytes) { dictionary.number($0, $1) }
    }

    /// Folded; letters beyond ASCII stay, other characters beyond it become spaces (a dash, a bullet, a quote).
    private static func plain(_ title: String) -> String {
        var plain = ""
        for scalar in TextFolding.fold(title).unicodeScalars {
            let counts = scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            plain.unicodeScalars.append(counts ? scalar : " ")
        }
        return plain
    }

    /// The words themselves, lower case.
    static func texts(of phrase: String) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        let bytes = phrase.utf8.allSatisfy({ $0 < 0x80 }) ? Array(phrase.utf8) : Array(plain(phrase).utf8)
        var words = TitleWords()
        words.scan(bytes) { _, text in
            texts.append(text.map(TitleDictionary.letter))
            return 0
        }
        return texts
    }

    private init() {}

    @inline(__always)
    private mutating func scan(_ bytes: [UInt8], number: (UInt64, ArraySlice<UInt8>) -> UInt16) {
        var gap = Gap.plain
        var hash = TitleDictionary.seed
        var start = 0
        var length = 0
        var sinceDot = 0
        var joined = false
        var index = 0
        let count = bytes.count
        while index <= count {
            let byte = index < count ? bytes[index] : 0x20
            let lower = TitleDictionary.letter(byte)
            if lower != 0 {
                if length == 0 { start = index }
                hash = TitleDictionary.step(hash, lower)
                length += 1
                sinceDot += 1
            } else if byte == 0x2E && sinceDot == 1 && TitleWords.isSingleLetter(bytes, index + 1) {
                sinceDot = 0
                joined = true
            } else {
                if length > 0 {
                    if ids.count == TitleWords.limit { return }
                    let text = joined ? bytes[start..<index].filter { $0 != 0x2E }[...] : bytes[start..<index]
                    ids.append(number(hash, text))
                    gaps.append(ids.count == 1 ? .plain : gap)
                    gap = .plain
                    hash = TitleDictionary.seed
                    length = 0
                    joined = false
                }
                sinceDot = 0
                if byte == 0x2C && gap == .plain { gap = .comma }
                if byte == 0x7C || byte == 0x3B || byte == 0x0A { gap = .strong }
            }
            index += 1
        }
    }

    /// Whether one letter stands there with nothing that belongs to a longer word after it.
    private static func isSingleLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index < bytes.count, TitleDictionary.letter(bytes[index]) != 0 else { return false }
        return index + 1 == bytes.count || TitleDictionary.letter(bytes[index + 1]) == 0
    }
}

/// The words that keywords and guards are made of, numbered from 1.
struct TitleDictionary: Sendable {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private var words: [[UInt8]] = [[]]
    /// Open addressing over the words' hashes; a power of two, at most half full.
    private var slots: [UInt16] = [0, 0]
    private var hashes: [UInt64] = [0]

    /// One more than the highest number.
    var count: Int { words.count }

    /// The number of a word, which is given one if it has none.
    mutating func add(_ word: [UInt8]) -> UInt16 {
        let hash = word.reduce(TitleDictionary.seed) { TitleDictionary.step($0, TitleDictionary.letter($1)) }
        let known = number(hash, word[...])
        if known != 0 || words.count > Int(UInt16.max) { return known }
        words.append(word.map(TitleDictionary.letter))
        hashes.append(hash)
        if words.count * 2 > slots.count { grow() } else { place(UInt16(words.count - 1)) }
        return UInt16(words.count - 1)
    }

    /// The number of the word with this hash; 0 if it is none of them.
    func number(_ hash: UInt64, _ text: ArraySlice<UInt8>) -> UInt16 {
        let mask = slots.count - 1
        var slot = TitleDictionary.spread(hash) & mask
        while slots[slot] != 0 {
            let number = slots[slot]
            if hashes[Int(number)] == hash && matches(words[Int(number)], text) { return number }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private func matches(_ word: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
        guard word.count == text.count else { return false }
        var index = text.startIndex
        for byte in word {
            if byte != TitleDictionary.letter(text[index]) { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt16](repeating: 0, count: slots.count * 4)
        for number in 1..<words.count { place(UInt16(number)) }
    }

    private mutating func place(_ number: UInt16) {
        let mask = slots.count - 1
        var slot = TitleDictionary.spread(hashes[Int(number)]) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = number
    }

    private static func spread(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) }

    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The byte in lower case if it belongs to a word, else 0.
    @inline(__always)
    static func letter(_ byte: UInt8) -> UInt8 {
        if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 || byte >= 0x30 && byte <= 0x39 { return byte }
        return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : 0
    }
}
