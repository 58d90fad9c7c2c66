import WeirFacts

/// The days on which a country's offices are closed by law.
///
/// Days that are public holidays everywhere in the country; a nation or state with days of its own has a code of its
/// own, such as `GB-SCT` or `DE-BY`. A team that closes on further days lists them, or gives a calendar file.
public enum PublicHolidays {
    /// The years that the table knows; other years have no holidays, and a calendar needs overrides there.
    public static let years = PublicHolidayTable.years

    /// The codes of the countries and parts of countries known, sorted.
    public static var codes: [String] { byCode.keys.sorted() }

    /// The public holidays of a country, in order.
    ///
    /// - Parameter code: ISO 3166, such as `GB`, or with a part, such as `GB-ENG`.
    /// - Throws: `badCalendar` for a country that is not in the table.
    public static func days(of code: String) throws(DeskError) -> [CivilDay] {
        guard let days = byCode[code] else {
            throw DeskError(
                .badCalendar, at: "holidays",
                "the public holidays of “\(code)” are not known; list the closed days, or give a calendar file. Known: "
                    + codes.joined(separator: ", "))
        }
        return days
    }

    private static let byCode = read(PublicHolidayTable.text)

    /// Reads the table's words: a code, then days of every year, then years with further days.
    private static func read(_ text: String) -> [String: [CivilDay]] {
        var byCode: [String: [CivilDay]] = [:]
        var code = ""
        var year: Int?
        for word in text.split(whereSeparator: \.isWhitespace) {
            if word.first == "'" {
                year = Int(word.dropFirst()).map { 2000 + $0 }
            } else if word.first?.isLetter == true {
                code = String(word)
                year = nil
                byCode[code] = []
            } else if let number = Int(word) {
                let inYears = year.map { $0...$0 } ?? years
                byCode[code]? += inYears.compactMap { CivilDay(year: $0, month: number / 100, day: number % 100) }
            }
        }
        return byCode.mapValues { $0.sorted() }
    }
}
