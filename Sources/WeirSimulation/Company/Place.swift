/// A country with how often invented companies are there, the hours its clock is ahead of UTC (summer time is not
/// simulated), its currency, and some of its cities with their regions.
struct Place: Sendable {
    var country: String
    var parts: Int
    var hoursAhead: Int
    var currency: String
    var cities: [(city: String, region: String)]

    static let all: [Place] = [
        Place(
            country: "United States", parts: 340, hoursAhead: -5, currency: "USD",
            cities: [
                ("New York", "New York"), ("Boston", "Massachusetts"), ("Chicago", "Illinois"), ("Austin", "Texas"),
                ("San Francisco", "California"), ("Atlanta", "Georgia"), ("Denver", "Colorado"),
            ]),
        Place(
            country: "United Kingdom", parts: 150, hoursAhead: 0, currency: "GBP",
            cities: [("London", "England"), ("Manchester", "England"), ("Leeds", "England"), ("Edinburgh", "Scotland")]
        ),
        Place(
            country: "Germany", parts: 110, hoursAhead: 1, currency: "EUR",
            cities: [
                ("München", "Bayern"), ("Berlin", "Berlin"), ("Frankfurt am Main", "Hessen"), ("Hamburg", "Hamburg"),
            ]),
        Place(
            country: "France", parts: 80, hoursAhead: 1, currency: "EUR",
            cities: [("Paris", "Île-de-France"), ("Lyon", "Auvergne-Rhône-Alpes"), ("Lille", "Hauts-de-France")]),
        Place(
            country: "Netherlands", parts: 50, hoursAhead: 1, currency: "EUR",
            cities: [("Amsterdam", "Noord-Holland"), ("Utrecht", "Utrecht"), ("Rotterdam", "Zuid-Holland")]),
        Place(
            country: "Ireland", parts: 30, hoursAhead: 0, currency: "EUR",
            cities: [("Dublin", "Leinster"), ("Cork", "Munster")]),
        Place(
            country: "Canada", parts: 45, hoursAhead: -5, currency: "USD",
            cities: [("Toronto", "Ontario"), ("Montréal", "Québec")]),
        Place(
            country: "Spain", parts: 35, hoursAhead: 1, currency: "EUR",
            cities: [("Madrid", "Comunidad de Madrid"), ("Barcelona", "Catalunya")]),
        Place(
            country: "Italy", parts: 30, hoursAhead: 1, currency: "EUR",
            cities: [("Milano", "Lombardia"), ("Roma", "Lazio")]),
        Place(
            country: "Sweden", parts: 25, hoursAhead: 1, currency: "EUR",
            cities: [("Stockholm", "Stockholms län"), ("Göteborg", "Västra Götaland")]),
        Place(
            country: "Switzerland", parts: 25, hoursAhead: 1, currency: "EUR",
            cities: [("Zürich", "Zürich"), ("Genève", "Genève")]),
        Place(
            country: "India", parts: 30, hoursAhead: 5, currency: "USD",
            cities: [("Mumbai", "Maharashtra"), ("Bengaluru", "Karnataka")]),
        Place(
            country: "Japan", parts: 20, hoursAhead: 9, currency: "USD",
            cities: [("Tokyo", "Kanto"), ("Osaka", "Kansai")]),
        Place(
            country: "Australia", parts: 15, hoursAhead: 10, currency: "USD",
            cities: [("Sydney", "New South Wales"), ("Melbourne", "Victoria")]),
        Place(
            country: "Brazil", parts: 15, hoursAhead: -3, currency: "USD",
            cities: [("São Paulo", "São Paulo"), ("Curitiba", "Paraná")]),
    ]

    static let parts = all.map(\.parts)

    /// The place of a country in `all`; `nil` if it is not there, and then it is taken to be on UTC and pay in dollars.
    static func find(_ country: String?) -> Int? {
        all.firstIndex { $0.country == country }
    }
}
