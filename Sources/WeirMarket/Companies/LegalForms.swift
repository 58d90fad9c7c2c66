/// The legal forms at the ends of company names, by country, as they are written and abbreviated.
///
/// Sources: the forms' own names in the company laws of the countries; ISO 20275 (entity legal forms) for which exist.
enum LegalForms {
    /// How many words at the end of a name are a legal form: the longest that is known; 0 for none.
    ///
    /// - Parameter words: folded, without dots, whole name.
    static func count(endOf words: ArraySlice<String>) -> Int {
        guard let last = words.last, let longest = lengthsByLast[last] else { return 0 }
        for count in stride(from: min(longest, words.count), through: 2, by: -1)
        where atEnd.contains(words.suffix(count).joined(separator: " ")) {
            return count
        }
        return atEnd.contains(last) ? 1 : 0
    }

    /// How many words at the beginning are a legal form, for the languages that put it there.
    static func count(startOf words: ArraySlice<String>) -> Int {
        guard let first = words.first, let longest = lengthsByFirst[first] else { return 0 }
        for count in stride(from: min(longest, words.count), through: 1, by: -1)
        where atStart.contains(words.prefix(count).joined(separator: " ")) {
            return count
        }
        return 0
    }

    private static let atEnd = forms(LegalFormTable.atEnd)
    private static let atStart = forms(LegalFormTable.atStart)
    /// How many words the longest form has that ends or begins with a word.
    private static let lengthsByLast = lengths(atEnd) { $0.last }
    private static let lengthsByFirst = lengths(atStart) { $0.first }

    private static func lengths(_ forms: Set<String>, by end: ([Substring]) -> Substring?) -> [String: Int] {
        var lengths: [String: Int] = [:]
        for form in forms {
            let words = form.split(separator: " ")
            guard let word = end(words).map(String.init) else { continue }
            lengths[word] = max(words.count, lengths[word] ?? 0)
        }
        return lengths
    }

    private static func forms(_ lines: String) -> Set<String> {
        var forms: Set<String> = []
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            for form in line[line.index(after: colon)...].split(separator: ";") {
                forms.insert(form.split(separator: " ").joined(separator: " "))
            }
        }
        return forms
    }
}
