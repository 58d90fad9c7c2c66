extension CompanyIndex {
    /// Finds companies, keeping what it needs between searches. Not to be shared by threads; make one for each.
    public struct Finder {
        private let index: CompanyIndex
        private var search: CandidateSearch

        public init(_ index: CompanyIndex) {
            self.index = index
            search = CandidateSearch(index.names)
        }

        /// The companies that the query may mean, the best first; those of class `none` are left out.
        ///
        /// A company of the same domain comes before every one of the same name. Then the likeness of the names
        /// decides, then the country, then which is better known (`standing`), then whether the others belong to it, then the id.
        public mutating func find(_ query: CompanyQuery, limit: Int = 5) -> [CompanyMatch] {
            index.rank(likeness(query), query, limit, from: index.thresholds.weak)
        }

        /// The companies that are most like the query however little that is, the best first.
        public mutating func nearest(_ query: CompanyQuery, limit: Int = 5) -> [CompanyMatch] {
            index.rank(likeness(query), query, limit, from: 1)
        }

        /// The best likeness of each record worth comparing, by record.
        private mutating func likeness(_ query: CompanyQuery) -> [UInt32: Int32] {
            var found: [UInt32: Int32] = [:]
            let store = index.names
            var candidate: [NameWord] = []
            for (place, name) in NameReader.read(query.name ?? "").enumerated() {
                var best: Int32 = 0
                search.search(name, enough: 950) { number in
                    candidate.removeAll(keepingCapacity: true)
                    for word in store.words(of: number) { candidate.append(store.vocabulary.words[Int(word)]) }
                    var permille = NameSimilarity.permille(name, candidate)
                    if place > 0 || !store.isMain[number] { permille = min(permille, NameReader.otherName) }
                    best = max(best, permille)
                    let owner = store.owners[number]
                    if permille > found[owner, default: 0] { found[owner] = permille }
                    return best
                }
            }
            for host in index.hosts(of: query) {
                for record in index.recordsWith(host) where found[record] == nil {
                    found[record] = Int32(
                        NameSimilarity.permille(
                            query.name ?? "", index.records[Int(record)].name,
                            orOneOf: index.records[Int(record)].aliases))
                }
            }
            return found
        }
    }

    /// The best company, or `nil`. For many searches make a `Finder`.
    public func find(_ query: CompanyQuery, limit: Int = 5) -> [CompanyMatch] {
        var finder = Finder(self)
        return finder.find(query, limit: limit)
    }

    /// The same for many queries, on as many threads as the machine gives, in the order of the queries.
    public func find(_ queries: [CompanyQuery], limit: Int = 5) async -> [[CompanyMatch]] {
        let size = 2_000
        return await withTaskGroup(of: (Int, [[CompanyMatch]]).self) { group in
            for start in stride(from: 0, to: queries.count, by: size) {
                group.addTask {
                    var finder = Finder(self)
                    return (
                        start,
                        queries[start..<min(start + size, queries.count)].map {
                            finder.find($0, limit: limit)
                        }
                    )
                }
            }
            var parts: [Int: [[CompanyMatch]]] = [:]
            for await (start, part) in group { parts[start] = part }
            return stride(from: 0, to: queries.count, by: size).flatMap { parts[$0] ?? [] }
        }
    }

    /// The query's domains that may name a company, its web address first.
    func hosts(of query: CompanyQuery) -> [String] {
        var hosts: [String] = []
        for written in [query.domain, query.email] {
            if let host = CompanyIndex.companyDomain(written, mail), !hosts.contains(host) { hosts.append(host) }
        }
        return hosts
    }

    private struct Ranked {
        var record: UInt32
        var goodness: CompanyMatch.Goodness
    }

    fileprivate func rank(_ found: [UInt32: Int32], _ query: CompanyQuery, _ limit: Int, from least: Int)
        -> [CompanyMatch]
    {
        let hosts = hosts(of: query)
        let country = query.country.flatMap(CompanyIndex.country)
        var ranked: [Ranked] = []
        for (record, permille) in found {
            let host = domainOfRecord[Int(record)]
            let sameDomain = !host.isEmpty && hosts.contains(host)
            guard sameDomain || Int(permille) >= least else { continue }
            var sameCountry = 1
            if let country, let other = countryOfRecord[Int(record)] { sameCountry = country == other ? 2 : 0 }
            ranked.append(
                Ranked(
                    record: record,
                    goodness: .init(
                        sameDomain: sameDomain, permille: Int(permille), sameCountry: sameCountry,
                        standing: records[Int(record)].standing)))
        }
        ranked.sort { precedes($0, $1) }
        putGroupFirst(&ranked)
        return ranked.prefix(limit).enumerated().map { place, one in
            var match = match(one, query, hosts)
            match.isTied =
                (place > 0 && ranked[place - 1].goodness == one.goodness)
                || (place + 1 < ranked.count && ranked[place + 1].goodness == one.goodness)
            return match
        }
    }

    /// Of several first ones that are as good, the one that all the others belong to comes first and is tied no more: who
    /// says no more than the name means the company above.
    private func putGroupFirst(_ ranked: inout [Ranked]) {
        guard ranked.count > 1, ranked[0].goodness == ranked[1].goodness else { return }
        let tied = ranked.prefix { $0.goodness == ranked[0].goodness }
        let above = tied.indices.first { one in
            tied.allSatisfy { $0.record == tied[one].record || isBelow($0.record, tied[one].record) }
        }
        guard let above else { return }
        var head = ranked.remove(at: above)
        head.goodness.leadsGroup = true
        ranked.insert(head, at: 0)
    }

    private func precedes(_ a: Ranked, _ b: Ranked) -> Bool {
        if a.goodness != b.goodness { return a.goodness > b.goodness }
        return records[Int(a.record)].id < records[Int(b.record)].id
    }

    /// From here on a domain that no company is known to have leaves a strong match strong.
    private static let sureOfName = 850

    private func hasOwner(_ host: String) -> Bool { !recordsWith(host).isEmpty }

    private func match(_ one: Ranked, _ query: CompanyQuery, _ hosts: [String]) -> CompanyMatch {
        let record = records[Int(one.record)]
        let host = domainOfRecord[Int(one.record)]
        var evidence: [String] = []
        var kind = one.goodness.sameDomain ? CompanyMatch.Class.strong : thresholds.class(one.goodness.permille)
        if one.goodness.sameDomain { evidence.append("same domain \(host)") }
        if let name = query.name { evidence += MatchEvidence.sentences(name, record) }
        if one.goodness.sameCountry == 2 { evidence.append("same country") }
        if one.goodness.leadsGroup { evidence.append("the others as good belong to it") }
        if !one.goodness.sameDomain, one.goodness.permille < 950 {
            if one.goodness.sameCountry == 0 { evidence.append("another country") }
            let otherDomain = !host.isEmpty && !hosts.isEmpty
            if otherDomain { evidence.append("another domain, \(host)") }
            // Groups have many domains; one that is another company's speaks against it, one that nobody has hardly.
            let isOthers =
                otherDomain && (one.goodness.permille < CompanyIndex.sureOfName || hosts.contains(where: hasOwner))
            if kind == .strong, one.goodness.sameCountry == 0 || isOthers { kind = .weak }
        }
        return CompanyMatch(
            id: record.id, name: record.name, permille: one.goodness.permille, sameDomain: one.goodness.sameDomain,
            class: kind,
            evidence: evidence, goodness: one.goodness)
    }
}
