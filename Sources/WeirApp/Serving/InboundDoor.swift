import WeirAgreement
import WeirFacts
import WeirMarket

/// What speaks against an inquiry, by the agreement's gate. Pure.
struct InboundDoor {
    private let use: AgreementInUse
    private let mail: MailDomains

    init(_ use: AgreementInUse, _ mail: MailDomains) {
        self.use = use
        self.mail = mail
    }

    /// A company that the inquiry's address or name is known under.
    struct Match: Sendable {
        var account: Int64
        var name: String?
        var domain: String?
        var attributes: [String: AttributeValue]
        var isQualified: Bool
    }

    /// The verdict, and every class that led to it; what refuses comes first.
    func judge(_ inquiry: Inquiry, _ match: Match?) -> (InquiryAnswer.Verdict, [InquiryAnswer.Reason]) {
        guard let gate = use.agreement.gate else { return (.accept, []) }
        let found = InboundGate.Class.allCases.filter { applies($0, inquiry, match) }
        let refused = found.filter(gate.refuse.contains)
        let reviewed = found.filter { gate.review.contains($0) && !gate.refuse.contains($0) }
        let verdict: InquiryAnswer.Verdict = !refused.isEmpty ? .refuse : reviewed.isEmpty ? .accept : .review
        return (verdict, (refused + reviewed).map { .init(code: $0, sentence: InboundDoor.sentence($0)) })
    }

    /// The domains that an inquiry's company may be known under, the most exact first.
    static func domains(_ inquiry: Inquiry, _ mail: MailDomains) -> [String] {
        var domains = mail.companyDomain(ofEmail: inquiry.email)?.candidates ?? []
        if let site = inquiry.website.flatMap(DomainName.init), mail.kind(of: site) == .company {
            domains += site.candidates
        }
        return domains
    }

    private func applies(_ reason: InboundGate.Class, _ inquiry: Inquiry, _ match: Match?) -> Bool {
        let domain = inquiry.email.lastIndex(of: "@").flatMap { at in
            DomainName(String(inquiry.email[inquiry.email.index(after: at)...]))
        }
        switch reason {
        case .disposableEmail: return domain.map { mail.kind(of: $0) == .disposable } ?? false
        case .freeEmail: return domain.map { mail.kind(of: $0) == .free } ?? false
        case .roleAddress:
            let name = inquiry.email.prefix { $0 != "@" && $0 != "+" }.lowercased()
            return InboundDoor.roleNames.contains(name)
        case .ownCompany: return isListed(InboundDoor.ownLists, inquiry, match)
        case .competitor: return isListed(InboundDoor.competitorLists, inquiry, match)
        case .studentEmail: return domain.map { InboundDoor.isOfASchool($0.host) } ?? false
        case .noCompanyMatch: return match == nil
        case .outsideTarget: return verdict(inquiry, match).target == .no
        }
    }

    private func verdict(_ inquiry: Inquiry, _ match: Match?) -> MarketVerdict {
        if let match {
            return use.market.verdict(
                on: use.market.company(name: match.name, domain: match.domain, match.attributes))
        }
        var said: [String: AttributeValue] = [:]
        if let country = inquiry.country { said["country"] = .text(country) }
        return use.market.verdict(
            on: use.market.company(
                name: inquiry.company, domain: mail.companyDomain(ofEmail: inquiry.email)?.host, said))
    }

    /// Whether one of the agreement's lists of these names has the company.
    private func isListed(_ names: Set<String>, _ inquiry: Inquiry, _ match: Match?) -> Bool {
        let domains = Set(InboundDoor.domains(inquiry, mail) + [match?.domain].compactMap { $0 })
        let companies = Set([inquiry.company, match?.name].compactMap { $0.map(CompanyName.key) })
        return use.agreement.lists.contains { list in
            names.contains(list.name.lowercased())
                && list.entries.contains { entry in
                    (DomainName(entry).map { domains.contains($0.host) } ?? false)
                        || companies.contains(CompanyName.key(entry))
                }
        }
    }

    /// Names of lists in the agreement that the gate looks into.
    static let ownLists: Set<String> = ["own company", "own companies", "own domains"]
    static let competitorLists: Set<String> = ["competitor", "competitors"]

    private static let roleNames: Set<String> = [
        "abuse", "accounts", "admin", "administrator", "billing", "careers", "contact", "enquiries", "hello", "help",
        "hr", "info", "inquiries", "it", "jobs", "legal", "mail", "marketing", "media", "news", "newsletter",
        "no-reply", "noreply", "office", "postmaster", "press", "privacy", "procurement", "root", "sales", "security",
        "service", "support", "team", "test", "webmaster",
    ]

    /// `edu`, `ac` and `edu` under a country.
    private static func isOfASchool(_ host: String) -> Bool {
        let labels = host.split(separator: ".")
        guard labels.count >= 2, let last = labels.last else { return false }
        if last == "edu" { return true }
        return labels.count >= 3 && last.count == 2 && ["ac", "edu"].contains(labels[labels.count - 2])
    }

    static func sentence(_ reason: InboundGate.Class) -> String {
        switch reason {
        case .disposableEmail: "the address is of a provider of throw-away mail"
        case .freeEmail: "the address is of a provider of mail for anybody, and says nothing of a company"
        case .roleAddress: "the address is a department's, not a person's"
        case .ownCompany: "the address is of our own company"
        case .competitor: "the company is on the list of competitors"
        case .studentEmail: "the address is of a school or university"
        case .noCompanyMatch: "no company is known under this address or name"
        case .outsideTarget: "the company is outside the target market"
        }
    }
}

extension MailDomains {
    /// The commonest providers of throw-away addresses; a workspace adds its own in `disposable-domains.txt`.
    static let commonDisposable = [
        "10minutemail.com", "burnermail.io", "dispostable.com", "emailondeck.com", "fakeinbox.com", "getnada.com",
        "grr.la", "guerrillamail.com", "guerrillamail.info", "guerrillamail.net", "guerrillamail.org",
        "inboxkitten.com",
        "maildrop.cc", "mailinator.com", "mailnesia.com", "mailsac.com", "mintemail.com", "moakt.com", "mohmal.com",
        "mytemp.email", "sharklasers.com", "spamgourmet.com", "temp-mail.io", "temp-mail.org", "tempmail.com",
        "tempmailo.com", "tempr.email", "throwawaymail.com", "trashmail.com", "yopmail.com",
    ]
}
