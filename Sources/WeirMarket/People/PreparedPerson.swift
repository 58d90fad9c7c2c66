/// A person's record, read once for comparing.
struct PreparedPerson: Sendable {
    let given: String
    let family: String
    let email: MailAddress?
    /// Whether what stands before the @ follows from the name, or names a department: then it says no more than these.
    let hasNamedMailbox: Bool
    /// Digits; the last nine, so that a country's code and a leading zero do not count.
    let phone: String
    let company: [[NameWord]]
    let companyWritten: String
    let street: [String]
    let city: String
    let postcode: String
    let birthDate: String
    let number: String

    init(_ record: PersonEntry, _ rules: MailAddress.Rules) {
        (given, family) = PreparedPerson.names(record.given, record.family)
        email = record.email.flatMap { MailAddress($0, rules: rules) }
        hasNamedMailbox = email.map { [given, family] in PreparedPerson.isNamed($0.local, given, family) } ?? false
        let digits = PreparedPerson.digits(record.phone)
        phone = digits.utf8.count < 6 ? "" : String(digits.suffix(9))
        companyWritten = record.company ?? ""
        company = NameReader.read(companyWritten)
        street = PreparedPerson.words(record.street).map { PreparedPerson.streets[$0] ?? $0 }
        city = PreparedPerson.words(record.city).joined(separator: " ")
        postcode = PreparedPerson.words(record.postcode).joined()
        birthDate = PreparedPerson.digits(record.birthDate)
        number = PreparedPerson.words(record.number).joined()
    }

    /// "Smith, Anna" in one field is Anna Smith; titles do not count.
    private static func names(_ given: String?, _ family: String?) -> (String, String) {
        var first = words(given).filter { !titles.contains($0) }
        var last = words(family).filter { !titles.contains($0) }
        if last.isEmpty, first.count > 1 {
            if let comma = given?.firstIndex(of: ","), let given {
                last = words(String(given[..<comma]))
                first = words(String(given[given.index(after: comma)...]))
            } else {
                last = [first.removeLast()]
            }
        }
        return (first.joined(separator: " "), last.joined(separator: " "))
    }

    /// `anna.smith`, `smith-a`, `asmith2`, `anna` for Anna Smith; `info` for anybody.
    private static func isNamed(_ local: String, _ given: String, _ family: String) -> Bool {
        if RoleAddress.isOne(local) { return true }
        let parts = [words(local).joined(), given, family].map { $0.filter(\.isLetter) }
        // Addresses have `mueller` or `muller`, and `adaedwards` besides.
        return isMade(parts) || isMade(parts.map(withoutUmlauts))
    }

    private static func withoutUmlauts(_ text: String) -> String {
        text.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
    }

    /// - Parameter parts: mailbox, given and family name.
    private static func isMade(_ parts: [String]) -> Bool {
        !parts[0].isEmpty
            && (isMade(parts[0], of: parts[2], and: parts[1]) || isMade(parts[0], of: parts[1], and: parts[2]))
    }

    /// Whether a mailbox is a whole name with the other one, its beginning or nothing beside it.
    private static func isMade(_ mailbox: String, of whole: String, and other: String) -> Bool {
        guard !whole.isEmpty else { return false }
        return mailbox.hasPrefix(whole) && other.hasPrefix(mailbox.dropFirst(whole.count))
            || mailbox.hasSuffix(whole) && other.hasPrefix(mailbox.dropLast(whole.count))
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "herr", "frau", "sir", "jr", "sr", "phd", "mba", "dipl",
        "ing", "mme", "monsieur", "madame", "senor", "senora",
    ]

    private static let streets = [
        "st": "street", "str": "street", "strasse": "street", "rd": "road", "ave": "avenue", "av": "avenue",
        "blvd": "boulevard", "ln": "lane", "dr": "drive", "ct": "court", "pl": "place", "sq": "square",
        "cct": "circuit", "cr": "crescent", "cres": "crescent", "hwy": "highway", "e": "east", "w": "west",
        "n": "north", "s": "south",
    ]

    private static func words(_ written: String?) -> [String] {
        guard let written, !written.isEmpty else { return [] }
        return LetterRuns.runs(of: Transliteration.latin(TextFolding.fold(written)))
    }

    private static func digits(_ written: String?) -> String {
        String(decoding: (written ?? "").utf8.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
    }
}
