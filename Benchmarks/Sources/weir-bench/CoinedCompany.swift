/// A company that does not exist, by its number: always the same one.
struct CoinedCompany {
    let number: Int

    init(_ number: Int) { self.number = number }

    static let industries = [
        "Software & Services", "Banking", "Insurance", "Diversified Financials", "Retailing", "Utilities", "Materials",
        "Capital Goods", "Transportation", "Media",
    ]

    private static let countries = [
        "United States", "Germany", "United Kingdom", "France", "Netherlands", "Ireland", "Brazil", "India", "Japan",
        "Spain",
    ]

    private static let openings = [
        "bar", "cor", "del", "fen", "gal", "hol", "jun", "kel", "lor", "mar", "nor", "ost", "pel", "quin", "ros", "sol",
        "tar", "ulm", "ver", "wen", "xan", "yor", "zel", "bri", "cas", "dor", "eld", "far", "gris", "hav",
    ]
    private static let middles = [
        "a", "e", "i", "o", "u", "an", "en", "in", "on", "el", "ar", "or", "is", "al", "et", "ad", "em", "ov", "ul",
        "ek",
    ]
    private static let closings = [
        "ton", "berg", "dale", "ford", "vik", "mont", "stad", "holm", "wick", "bury", "lund", "gate", "mark", "field",
        "brook", "haven", "ridge", "stone", "ville", "worth", "tek", "nova", "lux", "dyne", "max", "soft", "corp",
        "line",
    ]
    private static let trades = [
        "Systems", "Technologies", "Industries", "Foods", "Logistics", "Capital", "Energy", "Pharma", "Media", "Motors",
        "Software", "Insurance", "Partners", "Holdings", "Services", "Chemicals", "Steel", "Networks",
        "Foods International",
        "Group",
    ]
    private static let forms = ["Inc.", "GmbH", "Ltd", "plc", "S.A.", "AG", "LLC", "B.V.", "", ""]

    /// A number below a bound, told apart by what it is for.
    func random(_ purpose: Int, _ bound: Int) -> Int {
        var z =
            UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: Int64(purpose))
            &* 0xD1B5_4A32_D192_ED03
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
    }

    private func pick(_ purpose: Int, _ choices: [String]) -> String { choices[random(purpose, choices.count)] }

    private var stem: String {
        pick(11, Self.openings) + pick(12, Self.middles) + pick(13, Self.openings) + pick(14, Self.closings)
    }

    private var words: [String] {
        let form = pick(16, Self.forms)
        return [stem.prefix(1).uppercased() + stem.dropFirst(), pick(15, Self.trades)] + (form.isEmpty ? [] : [form])
    }

    var name: String { words.joined(separator: " ") }
    var domain: String { "\(stem)-\(number).example" }
    var country: String { pick(17, Self.countries) }

    /// As a lead writes it: other case, no legal form, a letter missing, two letters changed over, or as it is.
    func misspelt(_ seed: Int) -> String {
        var words = words
        let dice = CoinedCompany(number &+ seed &* 31)
        if words.count == 3, dice.random(21, 2) == 0 { words.removeLast() }
        var letters = Array(words[0])
        let place = 1 + dice.random(22, letters.count - 2)
        switch dice.random(23, 6) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place + 1)
        default: break
        }
        words[0] = String(letters)
        let text = words.joined(separator: " ")
        switch dice.random(24, 4) {
        case 0: return text.uppercased()
        case 1: return text.lowercased()
        default: return text
        }
    }

    /// A job title, one of some ten thousand.
    static func title(_ number: Int) -> String {
        let dice = CoinedCompany(number)
        let ranks = [
            "", "Senior ", "Head of ", "Director ", "VP ", "Chief ", "Junior ", "Lead ", "Leiter ", "Responsable ",
        ]
        let works = [
            "Marketing", "Sales", "Data Engineering", "Finance", "Human Resources", "Procurement", "Vertrieb",
            "Einkauf",
            "Software Development", "Customer Success", "Business Development", "Legal", "Operations", "Supply Chain",
            "Product Design", "Demand Generation", "Controlling", "Informatique", "Recursos Humanos", "Key Accounts",
        ]
        let kinds = [
            "", " Manager", " Officer", " Specialist", " Analyst", " Consultant", " Assistant", " Partner", " Engineer",
        ]
        let places = ["", ", EMEA", " (m/w/d)", " DACH", " | Speaker", " at Contoso"]
        return ranks[dice.random(31, ranks.count)] + works[dice.random(32, works.count)]
            + kinds[dice.random(33, kinds.count)] + places[dice.random(34, places.count)]
    }
}
