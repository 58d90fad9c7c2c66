/// A company's name as it compares: folded, without punctuation, a leading "the" and its legal form.
///
/// `The Example Bank, P.L.C.` and `example bank` have the same key. A name made of nothing but legal forms keeps them.
public enum CompanyName {
    /// The key; empty for a blank name.
    public static func key(_ written: String) -> TextKey {
        let folded = TextFolding.fold(written)
        let isASCII = folded.utf8.allSatisfy { $0 < 0x80 }
        let words = words(of: Array((isASCII ? folded : spaced(folded)).utf8))
        var range = words.indices
        if range.count > 1, words[0] == "the" { range.removeFirst() }
        while range.count > 1, let last = range.last {
            let form = words[last] == "and" ? 1 : LegalForms.count(endOf: words[range])
            guard form > 0, form < range.count else { break }
            range.removeLast(form)
        }
        // "The Company" would be left with a legal form alone.
        if range.count == 1, words.count > 1, LegalForms.count(endOf: words[range]) == 1 { range = words.indices }
        return TextKey(folded: words[range].joined(separator: " "))
    }

    /// Splits at everything that is neither a letter nor a digit. Dots and apostrophes vanish (`S.A.` is `sa`), `&`
    /// and `+` become "and".
    private static func words(of bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
            case 0x2E, 0x27: continue
            default:
                close()
                if byte == 0x26 || byte == 0x2B { words.append("and") }
            }
        }
        close()
        return words
    }

    /// With spaces for everything beyond ASCII that is no letter or digit; a curly apostrophe becomes a straight one.
    private static func spaced(_ folded: String) -> String {
        var spaced = ""
        for scalar in folded.unicodeScalars {
            let counts = scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            spaced.unicodeScalars.append(counts ? scalar : scalar == "’" ? "'" : " ")
        }
        return spaced
    }
}
