/// A company's name as it compares: folded, without punctuation, a leading "the" and its legal form.
///
/// `The Example Bank, P.L.C.` and `example bank` have the same key. A name made of nothing but legal forms keeps them.
public enum CompanyName {
    /// The key; empty for a blank name.
    public static func key(_ written: String) -> TextKey {
        var words = words(of: TextFolding.fold(written))
        let all = words
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        while words.count > 1, let last = words.last, legalForms.contains(last) || last == "and" {
            words.removeLast()
        }
        // Legal forms of several words: "S p A" with its dots gone, "Pty Ltd" goes word by word above.
        if words.isEmpty || (words.count == 1 && legalForms.contains(words[0]) && all.count > 1) { words = all }
        return TextKey(folded: words.joined(separator: " "))
    }

    /// Splits at everything that is neither a letter nor a digit. Dots and apostrophes vanish (`S.A.` is `sa`), `&`
    /// and `+` become "and".
    private static func words(of folded: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in folded {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "." || character == "'" || character == "’" {
                continue
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "&" || character == "+" { words.append("and") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let legalForms: Set<String> = [
        "ab", "ag", "aktiengesellschaft", "as", "asa", "bhd", "bv", "bvba", "co", "company", "corp", "corporation",
        "cv", "eg", "ev", "gmbh", "inc", "incorporated", "kg", "kgaa", "kk", "limited", "llc", "llp", "lp", "ltd",
        "ltda", "mbh", "nv", "oao", "ooo", "oy", "oyj", "pao", "pjsc", "plc", "pte", "pty", "pvt", "qpsc", "sa",
        "sab", "sarl", "sas", "sau", "saog", "scs", "sdn", "se", "sl", "slu", "sp", "spa", "spzoo", "srl", "sro",
        "tbk", "ug", "ulc", "zoo",
    ]
}
