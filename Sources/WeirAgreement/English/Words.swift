import WeirFacts

/// An agreement and the words for its parts. Each clause is an extension of its own.
struct Words {
    let agreement: Agreement

    init(_ agreement: Agreement) {
        self.agreement = agreement
    }

    // MARK: Names

    /// `decision_maker` as people say it.
    func plain(_ name: String) -> String {
        name.split(separator: "_", omittingEmptySubsequences: true).joined(separator: " ")
    }

    /// The names of functions and levels are often abbreviations: `it`, `vp`, `c_level`.
    func abbreviated(_ name: String) -> String {
        let short = name.count <= 2 && name.allSatisfy { $0.isLetter && $0.isASCII }
        return short ? name.uppercased() : plain(name)
    }

    func role(_ number: Int) -> String { plain(agreement.buyingGroup.roles[number].name) }
    func tier(_ number: Int) -> String { agreement.market.tiers[number].name }
    func category(_ number: Int) -> String { plain(agreement.categories[number].name) }

    // MARK: Lists

    func all(_ parts: [String]) -> String { listed(parts, by: "and") }
    func any(_ parts: [String]) -> String { listed(parts, by: "or") }
    func inQuotes(_ text: String) -> String { "“\(text)”" }

    /// The first letter in upper case.
    func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// `a champion`, `an influencer`.
    func a(_ noun: String) -> String {
        let word = noun.lowercased()
        // Said with a "y" sound in front: a user, a unit, a European.
        let isSoft = ["us", "uni", "eu"].contains { word.hasPrefix($0) }
        let isVowel = word.first.map { "aeiou".contains($0) } ?? false
        return (isVowel && !isSoft ? "an " : "a ") + noun
    }

    // MARK: Numbers

    /// `12`, `0.5`, `10,000`.
    func number(_ thousandths: Int64) -> String {
        let text = FixedNumber(thousandths: thousandths).description
        let (sign, digits) = text.hasPrefix("-") ? ("-", text.dropFirst()) : ("", text[...])
        let whole = digits.prefix { $0 != "." }
        return sign + Words.grouped(String(whole)) + digits.dropFirst(whole.count)
    }

    func number(_ whole: Int) -> String {
        whole < 0 ? "-" + Words.grouped(String(whole.magnitude)) : Words.grouped(String(whole))
    }

    static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    func points(_ milli: some BinaryInteger) -> String {
        let milli = Int64(milli)
        return "\(number(milli)) \(milli == 1000 ? "point" : "points")"
    }

    func count(_ count: Int, _ noun: String) -> String {
        "\(number(count)) \(count == 1 ? noun : noun + "s")"
    }

    func days(_ count: Int) -> String { self.count(count, "day") }

    func share(_ permille: Int) -> String { "\(number(Int64(permille) * 100))%" }

    func duration(_ duration: ServiceDuration) -> String {
        let unit = duration.unit.rawValue
        return "\(number(duration.count)) \(duration.count == 1 ? String(unit.dropLast()) : unit)"
    }

    /// `×2`, in words.
    func times(_ permille: UInt32) -> String {
        switch permille {
        case 0: "does not count (times 0)"
        case 1000: "counts once (times 1)"
        default: "counts times \(number(Int64(permille)))"
        }
    }

    // MARK: Preamble

    var preamble: [String] {
        let solution = agreement.solution.map { ", for the solution \(inQuotes($0))" } ?? ""
        return [
            "This is the agreement between Marketing and Sales\(solution). Both sign it, every decision cites the "
                + "version it was made under, and neither side changes it alone.",
            "Days are civil days in the time zone \(agreement.timeZone). The fiscal year starts on \(date(agreement.fiscalYearStarts)).",
        ]
    }

    /// `1 February`.
    func date(_ day: MonthDay) -> String { "\(day.day) \(Words.months[max(0, min(11, day.month - 1))])" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
