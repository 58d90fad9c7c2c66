import Foundation
import WeirFacts
import WeirMarket

/// Real companies, their people and an order, for lists to be judged against.
struct ListWorld {
    struct Company {
        var account: Int64
        var name: String
        var industry: String
        var country: String
        var employees: Int64
        /// Made from the name.
        var domain: String

        /// A plain reading of the example agreement's market.
        var isTarget: Bool {
            ["IT Software & Services", "Banking", "Insurance", "Diversified Financials"].contains(industry)
                && ["United Kingdom", "Ireland", "Germany", "France", "Netherlands", "United States"].contains(country)
                && employees >= 1000
        }
    }

    let market: CompiledMarket
    let companies: [Company]

    /// The companies of the Global 2000 whose size is known, each name once.
    init() throws {
        market = try Northwind.compiled(software: "IT Software & Services")
        let text = try String(contentsOf: Global2000.file, encoding: .utf8)
        var keys: Set<TextKey> = []
        var domains: Set<String> = []
        var companies: [Company] = []
        for cells in CSVCells.records(text).dropFirst() {
            guard cells.count == 11, let employees = Int64(cells[10]), !CompanyName.key(cells[1]).isEmpty,
                keys.insert(CompanyName.key(cells[1])).inserted
            else { continue }
            let slug = TextKey(cells[1]).text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard slug.contains(where: \.isLetter), domains.insert(slug).inserted else { continue }
            companies.append(
                Company(
                    account: Int64(companies.count + 1), name: cells[1], industry: cells[2], country: cells[3],
                    employees: employees, domain: slug + ".com"))
        }
        self.companies = companies
    }

    /// What finds companies: the house's own matcher.
    var resolver: any CompanyResolver {
        let records = companies.map {
            CompanyRecord(id: "\($0.account)", name: $0.name, domain: $0.domain, country: $0.country)
        }
        let attributes = companies.map { company in
            (
                company.account,
                market.company(
                    name: company.name, domain: company.domain,
                    [
                        "industry": .text(company.industry), "country": .text(company.country),
                        "employees": number(company.employees),
                    ])
            )
        }
        return IndexedCompanies(CompanyIndex(records), attributes: Dictionary(uniqueKeysWithValues: attributes))
    }

    /// Made once, as making it takes most of a test's time.
    static let shared = Result { try ListWorld() }
    static let sharedResolver = Result { try shared.get().resolver }
}

/// People who are known by their address.
struct KnownAddresses: KnownPeople {
    var addresses: Set<String>

    func known(email: String?, name: String?, account: Int64?) -> KnownPerson? {
        guard let email, addresses.contains(email) else { return nil }
        return KnownPerson(id: "buy_1", evidence: "the same address")
    }
}

/// Comma-separated text, read slowly and simply.
enum CSVCells {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuote = false
        for character in text {
            if isQuoted {
                if character == "\"" { (isQuoted, wasQuote) = (false, true) } else { cell.append(character) }
                continue
            }
            if character == "\"" {
                if wasQuote { cell.append("\"") }
                (isQuoted, wasQuote) = (true, false)
                continue
            }
            wasQuote = false
            if character == "," || character.isNewline {
                record.append(cell)
                cell = ""
                if character.isNewline {
                    if record != [""] { records.append(record) }
                    record = []
                }
            } else {
                cell.append(character)
            }
        }
        if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
        return records
    }
}
