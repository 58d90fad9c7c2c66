import WeirFacts

/// Puts an invented company's name, domain and address together from its number. No two are alike: the number is
/// scattered over all pairs of syllables one to one.
struct CompanyInvention {
    let seed: UInt64

    private static let openings = [
        "Alder", "Amber", "Arden", "Ash", "Aven", "Bay", "Beck", "Birch", "Black", "Blue", "Bram", "Bright", "Brook",
        "Cale", "Carl", "Cedar", "Chester", "Clear", "Cliff", "Cold", "Copper", "Coral", "Crest", "Cross", "Dale",
        "Dart", "Deep", "Dove", "Dun", "East", "Edge", "Elder", "Elm", "Ever", "Fair", "Fal", "Fen", "Fern", "Fox",
        "Gal", "Glen", "Gold", "Grand", "Gray", "Green", "Hal", "Hart", "Haven", "Hazel", "High", "Holm", "Iron",
        "Kel", "Kest", "Kings", "Lake", "Lark", "Lin", "Long", "Mar", "Meadow", "Mer", "Mill", "Moor", "North", "Oak",
        "Old", "Orch", "Pem", "Pine", "Quill", "Raven", "Red", "Ridge", "River", "Rock", "Rose", "Rowan", "Salt",
        "Sand", "Sea", "Shaw", "Silver", "Sky", "Snow", "South", "Spring", "Star", "Stone", "Storm", "Strat", "Sun",
        "Swift", "Thorn", "Tide", "Timber", "Vale", "Wake", "West", "White", "Wild", "Wind", "Winter", "Wood",
    ]
    private static let middles = [
        "bank", "bar", "beach", "bell", "berg", "bridge", "brook", "burn", "bury", "by", "castle", "cote", "crest",
        "croft", "dale", "den", "edge", "ex", "fall", "fell", "field", "ford", "forge", "gate", "glen", "grove",
        "hall", "ham", "hampton", "haven", "heath", "hill", "holt", "hurst", "ic", "ington", "ix", "keep", "lake",
        "land", "ley", "light", "line", "lock", "low", "mark", "mead", "mere", "mill", "mont", "moor", "more",
        "mouth", "ness", "on", "ora", "peak", "point", "pool", "port", "reach", "ridge", "rise", "rock", "run",
        "shaw", "shire", "side", "stead", "stone", "stow", "strand", "stream", "thorpe", "ton", "tree", "vale",
        "view", "ville", "ward", "water", "way", "well", "wick", "wood", "worth", "yard", "is", "era", "iva", "oak",
        "star", "tor", "wen", "ling",
    ]

    /// The company of a number. The first four of a world are those that Northwind's agreement names.
    func company(_ index: Int, profile: CompanyProfile) -> SimulatedCompany {
        var chance = SeededGenerator(seed &+ 1, .company, index)
        let industry = Industry.all[profile.industry ?? 0]
        let place = Place.all[profile.place ?? 0]
        let ending = industry.endings[index % industry.endings.count]
        let stem = self.stem(index)
        let city = chance.pick(place.cities)
        let isUnknown = chance.chance(permille: 20)
        let technologies = CompanyProfile.technologyNames.enumerated()
            .filter { profile.technologies & (1 << UInt32($0.offset)) != 0 }.map(\.element)
        let named = CompanyInvention.named(index)
        return SimulatedCompany(
            name: named?.name ?? "\(stem.name) \(ending.name)",
            domain: named?.domain ?? "\(stem.domain)-\(ending.domain).example",
            industry: isUnknown ? nil : industry.name,
            country: place.country,
            region: city.region,
            city: city.city,
            employees: chance.chance(permille: 30) ? nil : Int64(profile.employees),
            revenue: chance.chance(permille: 60) ? nil : Int64(profile.revenue),
            founded: chance.between(1890...2019),
            technologies: technologies,
            parent: index > 10 && chance.chance(permille: 40) ? AccountNumber.id(chance.below(index)) : nil)
    }

    /// A pair of syllables, and a number once all pairs are used up.
    private func stem(_ index: Int) -> (name: String, domain: String) {
        let pairs = CompanyInvention.openings.count * CompanyInvention.middles.count
        // 7919 is prime and larger than both lists' factors, so this visits every pair once before it repeats.
        let pair = (index % pairs * 7919 + Int(seed % 9973)) % pairs
        let opening = CompanyInvention.openings[pair / CompanyInvention.middles.count]
        let middle = CompanyInvention.middles[pair % CompanyInvention.middles.count]
        let round = index / pairs
        let name = opening + middle
        return round == 0 ? (name, name.lowercased()) : ("\(name) \(round + 1)", "\(name.lowercased())\(round + 1)")
    }

    /// The companies that Northwind's agreement lists by name, and the place of their industry.
    static func named(_ index: Int) -> (name: String, domain: String, industry: Int, isRival: Bool)? {
        switch index {
        case 0: ("Example Bank plc", "example-bank.example", 1, false)
        case 1: ("Example Insurance", "example-insurance.example", 2, false)
        case 2: ("Rival Analytics, Inc.", "rival.example", 0, true)
        case 3: ("Other Rival", "other-rival.example", 0, true)
        default: nil
        }
    }
}

/// Ids that say which account they belong to.
enum AccountNumber {
    static func id(_ index: Int) -> String {
        var text = CSVText()
        write(index, to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    static func write(_ index: Int, to text: inout CSVText) {
        text.raw("A")
        text.padded(UInt(index + 1), digits: 7)
    }
}
