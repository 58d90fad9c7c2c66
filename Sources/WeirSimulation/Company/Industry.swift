/// Industries as the Forbes Global 2000 names them, how often invented companies are in them, and what they are worth
/// to whoever sells the solution: the true attraction, which the agreement's matrix only approximates.
struct Industry: Sendable {
    var name: String
    var parts: Int
    /// True fit points.
    var attraction: Int
    /// Yearly revenue for each employee, in thousands, least and most.
    var revenuePerHead: ClosedRange<Int>
    /// Words that end the names of such companies, with the ending of their domains.
    var endings: [(name: String, domain: String)]

    static let all: [Industry] = [
        Industry(
            name: "Software & Services", parts: 150, attraction: 40, revenuePerHead: 120...320,
            endings: [
                ("Software", "software"), ("Systems", "systems"), ("Labs", "labs"), ("Cloud, Inc.", "cloud"),
                ("Data", "data"),
            ]),
        Industry(
            name: "Banking", parts: 95, attraction: 30, revenuePerHead: 180...450,
            endings: [("Bank plc", "bank"), ("Savings Bank", "savings"), ("Bancorp", "bancorp"), ("Credit", "credit")]),
        Industry(
            name: "Insurance", parts: 70, attraction: 22, revenuePerHead: 250...700,
            endings: [("Insurance", "insurance"), ("Mutual", "mutual"), ("Life & Pensions", "life"), ("Re", "re")]),
        Industry(
            name: "Diversified Financials", parts: 70, attraction: 15, revenuePerHead: 200...600,
            endings: [("Capital", "capital"), ("Holdings, Ltd.", "holdings"), ("Asset Management", "am")]),
        Industry(
            name: "Business Services & Supplies", parts: 95, attraction: 12, revenuePerHead: 70...200,
            endings: [("Services", "services"), ("Consulting", "consulting"), ("Partners", "partners")]),
        Industry(
            name: "Technology Hardware & Equipment", parts: 60, attraction: 18, revenuePerHead: 150...450,
            endings: [("Technologies", "tech"), ("Electronics", "electronics"), ("Devices", "devices")]),
        Industry(
            name: "Retailing", parts: 85, attraction: 6, revenuePerHead: 120...300,
            endings: [("Stores", "stores"), ("Retail Group", "retail"), ("Outfitters", "outfitters")]),
        Industry(
            name: "Capital Goods", parts: 75, attraction: 4, revenuePerHead: 120...280,
            endings: [("Industries", "industries"), ("Machinery GmbH", "machinery"), ("Works", "works")]),
        Industry(
            name: "Drugs & Biotechnology", parts: 55, attraction: 6, revenuePerHead: 200...500,
            endings: [("Pharma", "pharma"), ("Biotech", "biotech"), ("Therapeutics", "therapeutics")]),
        Industry(
            name: "Food, Drink & Tobacco", parts: 55, attraction: 2, revenuePerHead: 150...350,
            endings: [("Foods", "foods"), ("Brewing", "brewing"), ("Dairy \"Select\"", "dairy")]),
        Industry(
            name: "Utilities", parts: 40, attraction: 3, revenuePerHead: 300...800,
            endings: [("Energy", "energy"), ("Power", "power"), ("Water", "water")]),
        Industry(
            name: "Transportation", parts: 50, attraction: 3, revenuePerHead: 100...250,
            endings: [("Logistics", "logistics"), ("Lines", "lines"), ("Freight", "freight")]),
        Industry(
            name: "Telecommunications Services", parts: 40, attraction: 14, revenuePerHead: 180...420,
            endings: [("Telecom", "telecom"), ("Networks", "networks"), ("Mobile", "mobile")]),
        Industry(
            name: "Media", parts: 40, attraction: 10, revenuePerHead: 120...320,
            endings: [("Media", "media"), ("Publishing", "publishing"), ("Broadcasting", "broadcasting")]),
    ]

    static let parts = all.map(\.parts)

    static func find(_ name: String?) -> Int? {
        all.firstIndex { $0.name == name }
    }
}
