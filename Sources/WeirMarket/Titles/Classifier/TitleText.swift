/// A title made ready for searching: folded, cut into words, every mark turned into a space or a border.
///
/// `codes` begins and ends with a space, and no two spaces meet. Marks of gender vanish: "(m/w/d)", "Leiter/-in",
/// "Leiter*innen", "Beauftragte/r". The dots of an abbreviation vanish too: "V.P." is "vp".
struct TitleText {
    /// How many symbols there are: a space, 26 letters, 10 digits, two borders, and any letter of another script.
    static let symbols = 40
    static let space: UInt8 = 0
    /// A comma, a bracket, a dash between spaces, a slash between spaces.
    static let comma: UInt8 = 37
    /// A stroke, a semicolon, a bullet: another title begins.
    static let stroke: UInt8 = 38
    private static let foreign: UInt8 = 39
    /// At most this many bytes of a title are read; no real title has more.
    static let limit = 400
    /// Words past this one are not read, so that a set of words fits an integer.
    static let wordLimit = 63

    private(set) var codes: [UInt8]
    /// For each code the number of its word in the title, from 0.
    private(set) var words: [UInt8]

    /// Whether the title is several.
    private(set) var hasStrokes = false
    private var count: UInt8 = 0

    /// - Parameter title: as written.
    init(_ title: String) {
        codes = []
        words = []
        codes.reserveCapacity(96)
        words.reserveCapacity(96)
        put(TitleText.space)
        var title = title
        let wasPlain: Bool? = title.utf8.withContiguousStorageIfAvailable { bytes in
            var isPlain = true
            for byte in bytes where byte >= 0x80 { isPlain = false }
            if isPlain { scan(bytes.span) }
            return isPlain
        }
        if wasPlain != true {
            title = TextFolding.fold(title)
            scan(TitleText.plain(title).span)
        }
        if codes.last != TitleText.space { put(TitleText.space) }
    }

    /// Bytes below 0x80, and 0x80 for every letter that has no plain form.
    private static func plain(_ folded: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in folded.unicodeScalars {
            if bytes.count == limit { break }
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if isWordScalar(scalar) {
                bytes.append(0x80)
            } else {
                bytes.append(mark(scalar))
            }
        }
        return bytes
    }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func mark(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x2022, 0x00B7, 0x2219, 0x25CF, 0x25AA, 0x25BA, 0x25B6, 0x2502, 0x2503, 0x2605, 0x27A4: 0x7C
        case 0x2013, 0x2014, 0x2015: 0x2C
        default: 0x20
        }
    }

    private mutating func put(_ code: UInt8) {
        codes.append(code)
        words.append(count)
    }

    private mutating func putBorder(_ border: UInt8) {
        if border != 0 {
            if border == TitleText.stroke { hasStrokes = true }
            put(border)
            put(TitleText.space)
        }
    }

    private mutating func scan(_ bytes: Span<UInt8>) {
        let end = min(bytes.count, TitleText.limit)
        var index = 0
        var border: UInt8 = 0
        var inWord = false
        while index < end, count < TitleText.wordLimit {
            let code = TitleText.code(bytes[index])
            if code != 0 {
                if !inWord {
                    let silent = TitleText.silentLetters(bytes, index)
                    if silent > 0 {
                        // Marks of gender are words of the title too, but say nothing.
                        index += silent
                        count += 1
                        continue
                    }
                    putBorder(border)
                    border = 0
                    inWord = true
                }
                put(code)
                index += 1
                continue
            }
            if inWord {
                inWord = false
                if bytes[index] == 0x2E, TitleText.joinsLetters(bytes, index) {
                    count += 1
                    inWord = true
                    index += 1
                    continue
                }
                put(TitleText.space)
                count += 1
            }
            let (next, found) = TitleText.readMark(bytes, index)
            // The letters of "&amp;" are a word as written, but say nothing.
            if next - index > 1 { count += 1 }
            if found == 0x40 {
                putBorder(border)
                border = 0
                for letter in [1, 20, TitleText.space] as [UInt8] { put(letter) }
            } else {
                border = max(border, found)
            }
            index = next
        }
    }

    /// What a mark means: 0 a space, a border, or 0x40 for "at". And where to go on.
    private static func readMark(_ bytes: Span<UInt8>, _ index: Int) -> (Int, UInt8) {
        let byte = bytes[index]
        switch byte {
        case 0x7C, 0x3B, 0x0A: return (index + 1, stroke)
        case 0x2C, 0x3A, 0x29, 0x5B, 0x5D: return (index + 1, comma)
        case 0x28:
            // A bracket within a word, as in "Leiter(in)", is no border; nor is one around marks of gender.
            let hugs = index > 0 && code(bytes[index - 1]) != 0
            return (index + 1, hugs ? 0 : comma)
        case 0x2D, 0x2F:
            let isAlone =
                index > 0 && bytes[index - 1] == 0x20 && index + 1 < bytes.count && bytes[index + 1] == 0x20
            return (index + 1, isAlone ? comma : 0)
        case 0x40: return (index + 1, 0x40)
        case 0x26: return (index + (isWrittenOut(bytes, index) ? 5 : 1), 0)
        default: return (index + 1, 0)
        }
    }

    /// "&amp;": an ampersand as web pages write it.
    private static func isWrittenOut(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index + 4 < bytes.count, bytes[index + 4] == 0x3B else { return false }
        return bytes[index + 1] | 0x20 == 0x61 && bytes[index + 2] | 0x20 == 0x6D && bytes[index + 3] | 0x20 == 0x70
    }

    /// How many letters at a word's start are only a mark of gender: the "in" of "Leiter/in", the "m" of "(m/w/d)".
    private static func silentLetters(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        let before = start > 0 ? bytes[start - 1] : 0x20
        if before == 0x20 && !startsGenders(bytes, start) { return 0 }
        var end = start
        while end < bytes.count, code(bytes[end]) != 0, end - start < 6 { end += 1 }
        let length = end - start
        let first = bytes[start] | 0x20
        if length == 1 {
            let closes = end == bytes.count || bytes[end] == 0x29 || bytes[end] == 0x20 || bytes[end] == 0x2F
            if (first == 0x72 || first == 0x6E) && before != 0x20 && before != 0x26 && before != 0x2E && closes {
                return hugsWord(bytes, start) ? 1 : 0
            }
            return isGender(first) && (startsGenders(bytes, start) || endsGenders(bytes, start)) ? 1 : 0
        }
        guard first == 0x69, bytes[start + 1] | 0x20 == 0x6E, before != 0x20, hugsWord(bytes, start) else { return 0 }
        return length == 2 || length == 5 && bytes[start + 2] | 0x20 == 0x6E ? length : 0
    }

    /// Whether only one or two marks stand between this word and the letters of the one before.
    private static func hugsWord(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, start - index <= 2, code(bytes[index]) == 0, bytes[index] != 0x20 { index -= 1 }
        return index >= 1 && code(bytes[index]) != 0 && code(bytes[index - 1]) != 0
    }

    private static func isGender(_ letter: UInt8) -> Bool {
        letter == 0x6D || letter == 0x77 || letter == 0x64 || letter == 0x66 || letter == 0x78
    }

    /// "m/w", "f/m/d": a letter of gender, a mark, another one, and no longer word.
    private static func startsGenders(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard start + 2 < bytes.count, isGender(bytes[start] | 0x20), isGender(bytes[start + 2] | 0x20) else {
            return false
        }
        let mark = bytes[start + 1]
        let ends = start + 3 >= bytes.count || code(bytes[start + 3]) == 0
        return ends && (mark == 0x2F || mark == 0x7C || mark == 0x2A || mark == 0x2C)
    }

    private static func endsGenders(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard start >= 2, isGender(bytes[start - 2] | 0x20) else { return false }
        let starts = start < 3 || code(bytes[start - 3]) == 0
        let mark = bytes[start - 1]
        let ends = start + 1 >= bytes.count || code(bytes[start + 1]) == 0
        return starts && ends && (mark == 0x2F || mark == 0x7C || mark == 0x2A || mark == 0x2C)
    }

    /// A dot after a single letter and before another single letter: "V.P.", "C.E.O".
    private static func joinsLetters(_ bytes: Span<UInt8>, _ dot: Int) -> Bool {
        guard dot + 1 < bytes.count, code(bytes[dot + 1]) != 0 else { return false }
        guard dot < 2 || code(bytes[dot - 2]) == 0 else { return false }
        return dot + 2 == bytes.count || code(bytes[dot + 2]) == 0
    }

    /// The symbol of a byte: 1 to 26 letters, 27 to 36 digits, 39 another script's letter, 0 none of these.
    @inline(__always)
    static func code(_ byte: UInt8) -> UInt8 {
        let letter = (byte | 0x20) &- 0x61
        if letter < 26 { return letter + 1 }
        let digit = byte &- 0x30
        if digit < 10 { return digit + 27 }
        return byte == 0x80 ? foreign : 0
    }
}

extension TitleText {
    /// The words of a title as written, numbered as `words` numbers them.
    static func written(_ title: String) -> [String] {
        var found: [String] = []
        var word = String.UnicodeScalarView()
        var isWord = false
        for scalar in title.unicodeScalars {
            let isSilent =
                (0x300...0x36F).contains(scalar.value) || (0x200B...0x200D).contains(scalar.value)
                || scalar.value == 0xFEFF
            let counts = !isSilent && (scalar.isASCII ? code(UInt8(scalar.value)) != 0 : isWordScalar(scalar))
            if counts || isSilent && isWord {
                word.append(scalar)
                isWord = true
            } else if !isSilent {
                if isWord { found.append(String(word)) }
                word = String.UnicodeScalarView()
                isWord = false
            }
        }
        if isWord { found.append(String(word)) }
        return found
    }
}
