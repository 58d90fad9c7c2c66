import WeirAgreement
import WeirFacts

/// What company a line of an order names.
struct OrderedCompany: Sendable {
    private let isAny: Bool
    private let accounts: Set<Int64>
    private let name: TextKey?
    private let domain: String?
    /// Of an order for any target account: the only country.
    private let country: TextKey?

    init(_ line: ListOrder.Line, _ companies: any CompanyResolver) {
        isAny = line.isForAnyTarget
        country = isAny ? line.country.map { Country.named($0).key } : nil
        name = line.company.map(CompanyName.key)
        domain = line.domain.flatMap(DomainName.init).flatMap { $0.registrable ?? $0.host }
        let found =
            isAny ? [] : companies.candidates(name: line.company, domain: line.domain, country: line.country)
        // Of several that are sure, each may be meant: a group's companies often share one domain.
        accounts = Set(found.filter { $0.strength == .strong }.map(\.account))
    }

    /// Whether a line's company is the one ordered.
    func fits(_ place: Place, _ line: VendorLine) -> Bool {
        if isAny {
            guard place.isTarget else { return false }
            guard let country else { return true }
            return place.country == country
        }
        if let candidate = place.candidate, !accounts.isEmpty { return accounts.contains(candidate.account) }
        // What is ordered need not be known yet.
        if let name, let key = place.nameKey, name == key { return true }
        return domain.map(place.domains.contains) ?? false
    }

    /// Whether the order names a company, and not any.
    var namesOne: Bool { !isAny }
}

/// Where a line's person works, and what the market says of it.
struct Place {
    /// The company, where it is sure.
    var candidate: CompanyCandidate?
    /// As the line writes it.
    var written: String?
    var nameKey: TextKey?
    /// The domains of the line's company and their parents.
    var domains: [String] = []
    var country: TextKey?
    var isTarget = false
    /// Something was said against the company itself.
    var isRefused: Bool { !reasons.isEmpty }
    var reasons: [LineReason] = []

    /// What the company goes by, for telling people of one name apart.
    var key: String? {
        if let candidate { return "\(candidate.account)" }
        return nameKey.map { "n" + $0.text } ?? domains.last.map { "d" + $0 }
    }
}

extension ListCheck {
    /// Finds a line's company and judges it.
    func place(of line: VendorLine, _ address: Result<DeliveryAddress, DeliveryAddress.Fault>?) throws -> Place {
        var domain = line.domain.flatMap(DomainName.init).flatMap { mail.kind(of: $0) == .company ? $0 : nil }
        if domain == nil, case .success(let address)? = address, mail.kind(of: address.domain) == .company {
            domain = address.domain
        }
        var place = Place()
        place.written = line.company ?? domain?.host
        place.nameKey = line.company.map(CompanyName.key)
        place.domains = domain?.candidates ?? []
        place.country = line.country.map { Country.named($0).key }
        let found = companies.candidates(name: line.company, domain: domain?.host, country: line.country)
        if let best = found.first, best.strength == .strong {
            place.candidate = best
            if let known = try companies.attributes(of: best.account) {
                if case .text(let country, _) = known[AttributeLayout.country] { place.country = country }
                judge(known, best.name, line, &place)
                return place
            }
        }
        judgeUnknown(line, found.first, &place)
        return place
    }

    private func judge(_ company: CompanyAttributes, _ name: String, _ line: VendorLine, _ place: inout Place) {
        switch market.verdict(on: company).target {
        case .yes: place.isTarget = true
        case .no: refuse(company, name, .outsideTarget, "is outside the target market", line, &place)
        case .unknown:
            refuse(company, name, .targetNotTold, "cannot be told to be in the target market", line, &place)
        }
    }

    private func refuse(
        _ company: CompanyAttributes, _ name: String, _ code: LineReason.Code, _ what: String, _ line: VendorLine,
        _ place: inout Place
    ) {
        if isNamed(place, line) { return }
        let because = market.explanation(of: company).reasons.map(\.sentence).joined(separator: "; ")
        place.reasons.append(LineReason(code, "\(name) \(what): \(because)"))
    }

    /// A company that we do not know: by what the line itself says of it, it may be outside the market all the same.
    private func judgeUnknown(_ line: VendorLine, _ closest: CompanyCandidate?, _ place: inout Place) {
        if isNamed(place, line) { return }
        let name = place.written ?? "the company"
        let said = line.fields.filter { market.layout.slot($0.key) != nil && $0.key != "name" }
        let company = market.company(
            name: line.company, domain: place.domains.first, said.mapValues { AttributeValue.text($0) })
        if market.verdict(on: company).target == .no {
            let because = market.explanation(of: company).reasons.filter { $0.answer == .no }.map(\.sentence)
            place.reasons.append(
                LineReason(
                    .outsideTarget,
                    "\(name) is outside the target market by what the line says: \(because.joined(separator: "; "))"))
        }
        var sentence = "\(name) is not a company that we know"
        if place.written == nil { sentence = "the line says neither company nor domain" }
        if let closest {
            sentence += "; the closest is \(closest.name) (\(closest.evidence)), which is not sure enough"
        }
        place.reasons.append(LineReason(.companyUnknown, sentence))
    }

    /// Whether a line of the order names the company, which is then not for the vendor to answer for.
    private func isNamed(_ place: Place, _ line: VendorLine) -> Bool {
        ordered.contains { $0.namesOne && $0.fits(place, line) }
    }
}
