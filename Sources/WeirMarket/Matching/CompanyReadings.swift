/// Records read for an index: their names as words, their domains and countries. Flat, so that many cost little.
struct CompanyReadings: Sendable {
    struct Company {
        var names: Range<Int>
        /// The registrable domain; empty when it has none that names a company.
        var host: String
        var country: TextKey?
    }

    struct Name {
        var words: Range<Int>
        /// Whether it is a name as given, and not one in brackets or a known company's other name.
        var isMain: Bool
    }

    private(set) var companies: [Company] = []
    private(set) var names: [Name] = []
    private(set) var words: [String] = []

    init(_ records: ArraySlice<CompanyRecord>, _ mail: MailDomains) {
        companies.reserveCapacity(records.count)
        var countries: [String: TextKey?] = [:]
        for record in records {
            let first = names.count
            read(record.name)
            for alias in record.aliases { read(alias) }
            var country: TextKey?
            if let written = record.country {
                if let known = countries[written] {
                    country = known
                } else {
                    country = CompanyIndex.country(written)
                    countries[written] = .some(country)
                }
            }
            companies.append(
                Company(
                    names: first..<names.count, host: CompanyIndex.companyDomain(record.domain, mail) ?? "",
                    country: country))
        }
    }

    private mutating func read(_ written: String) {
        for (place, texts) in NameReader.names(written).enumerated() {
            names.append(Name(words: words.count..<(words.count + texts.count), isMain: place == 0))
            words += texts
        }
    }
}
