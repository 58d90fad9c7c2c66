/// The legal forms at the ends of company names, by country, as they are written and abbreviated.
///
/// Sources: the forms' own names in the company laws of the countries; ISO 20275 (entity legal forms) for which exist.
enum LegalForms {
    /// How many words at the end of a name are a legal form: the longest that is known; 0 for none.
    ///
    /// - Parameter words: folded, without dots, whole name.
    static func count(endOf words: ArraySlice<String>) -> Int {
        guard let last = words.last, lastWords.contains(last) else { return 0 }
        for count in stride(from: min(longest, words.count), through: 2, by: -1)
        where atEnd.contains(words.suffix(count).joined(separator: " ")) {
            return count
        }
        return atEnd.contains(last) ? 1 : 0
    }

    /// How many words at the beginning are a legal form, for the languages that put it there.
    static func count(startOf words: ArraySlice<String>) -> Int {
        guard let first = words.first, firstWords.contains(first) else { return 0 }
        for count in stride(from: min(longest, words.count), through: 1, by: -1)
        where atStart.contains(words.prefix(count).joined(separator: " ")) {
            return count
        }
        return 0
    }

    private static let longest = 6
    private static let atEnd = forms(LegalFormTable.atEnd)
    private static let atStart = forms(LegalFormTable.atStart)
    private static let lastWords = Set(atEnd.compactMap { $0.split(separator: " ").last.map(String.init) })
    private static let firstWords = Set(atStart.compactMap { $0.split(separator: " ").first.map(String.init) })

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
