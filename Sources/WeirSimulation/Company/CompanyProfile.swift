/// What drives a company's behaviour, in numbers: its names are only put together when they are written.
struct CompanyProfile {
    /// Place in `Industry.all`; `nil` for an industry that is not there, or unknown.
    var industry: Int?
    /// Place in `Place.all`; `nil` for a country that is not there, or unknown.
    var place: Int?
    var employees: Int
    /// Yearly, in whole units.
    var revenue: Int
    /// One bit for each of `technologyNames`.
    var technologies: UInt32
    /// What makes it more or less interested than it looks from outside: −20 to 20 fit points.
    var hiddenTaste: Int
    /// Reads everything, never buys.
    var isCompetitor = false

    static let technologyNames = [
        "salesforce", "marketo", "hubspot", "pardot", "eloqua", "snowflake", "tableau", "sap", "oracle", "aws",
        "azure", "segment",
    ]
    /// How many of 1000 companies run each.
    static let technologySpread = [380, 220, 180, 90, 60, 200, 260, 240, 260, 420, 360, 80]

    /// How well the solution truly suits the company, in points; the agreement sees all of it but the taste.
    var trueFit: Int {
        var points = hiddenTaste
        if let industry { points += Industry.all[industry].attraction }
        points += employees >= 10_000 ? 30 : employees >= 1000 ? 20 : employees >= 200 ? 6 : 0
        points += (technologies & 1 != 0 ? 15 : 0) + (technologies & 2 != 0 ? 15 : 0)
        points += revenue >= 1_000_000_000 ? 12 : 0
        // Too small to have the problem, or nobody there to sell to them.
        if employees < 50 { points -= 30 }
        if let place, place >= CompanyProfile.servedPlaces { points -= 25 }
        return points
    }

    /// The first places of `Place.all` are the countries that Northwind serves.
    static let servedPlaces = 6

    /// Band of the true fit, 0 (unfit) to 3 (best), for the tables of `WorldParameters`.
    var fitBand: Int {
        let fit = trueFit
        return fit >= 75 ? 3 : fit >= 55 ? 2 : fit >= 30 ? 1 : 0
    }

    var currency: String { place.map { Place.all[$0].currency } ?? "USD" }
    var hoursAhead: Int { place.map { Place.all[$0].hoursAhead } ?? 0 }
}

extension CompanyProfile {
    /// An invented company.
    init(seed: UInt64, index: Int) {
        var chance = SeededGenerator(seed, .company, index)
        let industry = chance.place(inProportionTo: Industry.parts)
        let named = CompanyInvention.named(index)
        self.init(
            industry: named?.industry ?? industry,
            place: chance.place(inProportionTo: Place.parts),
            employees: CompanyProfile.inventSize(&chance),
            revenue: 0,
            technologies: CompanyProfile.inventTechnologies(seed: seed, index: index),
            hiddenTaste: chance.between(-10...10) + chance.between(-10...10))
        revenue = employees * chance.between(Industry.all[self.industry ?? industry].revenuePerHead) * 1000
        isCompetitor = named?.isRival ?? false
    }

    /// A given company: what is not known about it is guessed for its behaviour, though never written.
    init(company: SimulatedCompany, seed: UInt64, index: Int) {
        var chance = SeededGenerator(seed, .company, index)
        let employees = company.employees.map { Int(clamping: $0) } ?? CompanyProfile.inventSize(&chance)
        let known = company.technologies.map { named in
            named.reduce(into: UInt32(0)) { bits, name in
                if let place = CompanyProfile.technologyNames.firstIndex(of: name) { bits |= 1 << UInt32(place) }
            }
        }
        self.init(
            industry: Industry.find(company.industry),
            place: Place.find(company.country) ?? (company.country == nil ? 0 : nil),
            employees: max(1, employees),
            revenue: company.revenue.map { Int(clamping: $0) } ?? employees.multipliedReportingOverflow(by: 150_000).0,
            technologies: known ?? CompanyProfile.inventTechnologies(seed: seed, index: index),
            hiddenTaste: chance.between(-10...10) + chance.between(-10...10))
    }

    static func inventTechnologies(seed: UInt64, index: Int) -> UInt32 {
        var chance = SeededGenerator(seed, .technologies, index)
        var bits: UInt32 = 0
        for (place, spread) in technologySpread.enumerated() where chance.chance(permille: spread) {
            bits |= 1 << UInt32(place)
        }
        return bits
    }

    /// Many small companies, few large ones.
    private static func inventSize(_ chance: inout SeededGenerator) -> Int {
        let bands: [(parts: Int, size: ClosedRange<Int>)] = [
            (120, 10...49), (210, 50...199), (260, 200...999), (270, 1000...4999), (70, 5000...9999),
            (60, 10_000...49_999), (10, 50_000...220_000),
        ]
        let band = bands[chance.place(inProportionTo: bands.map(\.parts))].size
        // The smaller of two draws leans to the small end of the band.
        return min(chance.between(band), chance.between(band))
    }
}
