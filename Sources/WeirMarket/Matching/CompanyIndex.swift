/// Companies by name and domain, built once, in which the same company is found under another name.
///
/// A name is looked for by its rarest words, its pairs of rare words, misspellings of its words, its words written
/// together or apart, and its initials; what is found that way is compared with `NameSimilarity`. Two names have the same
/// likeness in every index. A million companies take some 600 bytes each.
public struct CompanyIndex: Sendable {
    public let records: [CompanyRecord]
    public let thresholds: MatchThresholds
    let places: [String: UInt32]
    let names: NameStore
    let domains: HashedPlaces
    /// The registrable domain of each record; empty when it has none.
    let domainOfRecord: [String]
    let countryOfRecord: [TextKey?]
    let mail: MailDomains
    private let hasParents: Bool

    /// - Parameters:
    ///   - records: of several with one id, the first counts.
    ///   - mail: domains of these providers name no company.
    public init(
        _ records: [CompanyRecord], mail: MailDomains = MailDomains(), thresholds: MatchThresholds = .shipped
    ) {
        self.init(records, [CompanyReadings(records[...], mail)], mail, thresholds)
    }

    /// The same, read on as many threads as the machine gives.
    public static func built(
        from records: [CompanyRecord], mail: MailDomains = MailDomains(), thresholds: MatchThresholds = .shipped
    ) async -> CompanyIndex {
        let size = 50_000
        let parts = await withTaskGroup(of: (Int, CompanyReadings).self) { group in
            for start in stride(from: 0, to: records.count, by: size) {
                group.addTask { (start, CompanyReadings(records[start..<min(start + size, records.count)], mail)) }
            }
            var parts: [Int: CompanyReadings] = [:]
            for await (start, part) in group { parts[start] = part }
            return stride(from: 0, to: records.count, by: size).compactMap { parts[$0] }
        }
        return CompanyIndex(records, parts, mail, thresholds)
    }

    private init(
        _ records: [CompanyRecord], _ readings: [CompanyReadings], _ mail: MailDomains, _ thresholds: MatchThresholds
    ) {
        var places: [String: UInt32] = [:]
        places.reserveCapacity(records.count)
        var kept: [CompanyRecord] = []
        kept.reserveCapacity(records.count)
        var names = NameStore.Builder()
        var filed: [(hash: UInt32, value: UInt32)] = []
        var hosts: [String] = []
        var countries: [TextKey?] = []
        var next = 0
        for reading in readings {
            for company in reading.companies {
                let record = records[next]
                next += 1
                if places[record.id] != nil { continue }
                let number = UInt32(truncatingIfNeeded: kept.count)
                places[record.id] = number
                kept.append(record)
                for name in reading.names[company.names] {
                    names.add(reading.words[name.words], name.isMain, of: number)
                }
                if !company.host.isEmpty { filed.append((HashedPlaces.hash(company.host.utf8), number)) }
                hosts.append(company.host)
                countries.append(company.country)
            }
        }
        self.records = kept
        self.thresholds = thresholds
        self.places = places
        self.names = names.store()
        domains = HashedPlaces(filed)
        domainOfRecord = hosts
        countryOfRecord = countries
        self.mail = mail
        hasParents = kept.contains { $0.parent != nil }
    }

    /// The record of an id.
    public func record(_ id: String) -> CompanyRecord? { places[id].map { records[Int($0)] } }

    /// Whether a record belongs to another, directly or by others.
    func isBelow(_ record: UInt32, _ other: UInt32) -> Bool {
        guard hasParents else { return false }
        var next = records[Int(record)].parent
        // Longer chains than this are circles.
        for _ in 0..<100 {
            guard let parent = next, let place = places[parent] else { return false }
            if place == other { return true }
            next = records[Int(place)].parent
        }
        return false
    }

    /// The ids of the companies that own a domain, given as host, web address or e-mail address; in the order of the
    /// records. None for free and throw-away mail.
    public func owners(ofDomain written: String) -> [String] {
        guard let host = CompanyIndex.companyDomain(written, mail) else { return [] }
        return recordsWith(host).map { records[Int($0)].id }
    }

    func recordsWith(_ host: String) -> [UInt32] {
        var found: [UInt32] = []
        domains.forEach(HashedPlaces.hash(host.utf8)) { if domainOfRecord[Int($0)] == host { found.append($0) } }
        return found
    }

    static func companyDomain(_ written: String?, _ mail: MailDomains) -> String? {
        guard let written, let domain = DomainName(written), mail.kind(of: domain) == .company else { return nil }
        return domain.comparable
    }

    static func country(_ written: String) -> TextKey? {
        let key = Country.named(written).key
        return key.isEmpty ? nil : key
    }
}
