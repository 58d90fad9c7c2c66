import WeirAgreement
import WeirFacts

/// What a form post says that the gate looks at.
public struct FormPost: Hashable, Sendable {
    public var email: String
    public var company: String?
    public var website: String?
    public var country: String?

    public init(email: String, company: String? = nil, website: String? = nil, country: String? = nil) {
        self.email = email
        self.company = company
        self.website = website
        self.country = country
    }
}

/// A company that a form post is known to come from.
public struct MatchedCompany: Hashable, Sendable {
    public var name: String?
    public var domain: String?
    public var attributes: [String: AttributeValue]

    public init(name: String?, domain: String?, attributes: [String: AttributeValue]) {
        self.name = name
        self.domain = domain
        self.attributes = attributes
    }
}

/// The answer to a form post, and every class that led to it; what refuses comes first.
public struct GateVerdict: Hashable, Sendable {
    public enum Answer: String, Hashable, Sendable, Codable, CaseIterable { case accept, review, refuse }

    public var answer: Answer
    public var classes: [InboundGate.Class]

    public var sentences: [String] { classes.map(\.sentence) }
}

/// An agreement's inbound gate, compiled once and then asked about post after post.
///
/// **Classes.** The kind of mail goes by the address' domain and its parents (`MailDomains`). A company is our own or a
/// competitor's when a list of the agreement of that name (``ownLists``, ``competitorLists``) has its domain, a parent
/// of it, or its name without its legal form. *Outside target* is only what the market says *no* to: of a company that
/// is not known, as far as the post itself tells; what cannot be told is no reason.
public struct CompiledGate: Sendable {
    private let refuse: [InboundGate.Class]
    /// Without those that refuse.
    private let review: [InboundGate.Class]
    private let market: CompiledMarket
    /// Keeps nothing, so that it is the same for every post.
    private let reader: CompanyReader
    private let own: CompanyMatcher
    private let competitors: CompanyMatcher

    /// Names of lists in the agreement that the gate looks into, in small letters.
    public static let ownLists: Set<String> = ["own company", "own companies", "own domains"]
    public static let competitorLists: Set<String> = ["competitor", "competitors"]

    /// - Parameter gate: `nil` accepts everything.
    public init(_ gate: InboundGate?, lists: [CompanyList], market: CompiledMarket) {
        let (refuse, review) = (gate?.refuse ?? [], gate?.review ?? [])
        self.refuse = InboundGate.Class.allCases.filter(refuse.contains)
        self.review = InboundGate.Class.allCases.filter { review.contains($0) && !refuse.contains($0) }
        self.market = market
        reader = CompanyReader(market, keeping: 0)
        own = CompanyMatcher(lists.filter { CompiledGate.ownLists.contains($0.name.lowercased()) })
        competitors = CompanyMatcher(lists.filter { CompiledGate.competitorLists.contains($0.name.lowercased()) })
    }

    /// Judges a post.
    ///
    /// - Parameters:
    ///   - match: the company known under the post's domain or name; `nil` for none.
    ///   - mail: which domains are free or throw-away.
    public func judge(_ post: FormPost, _ match: MatchedCompany?, mail: MailDomains) -> GateVerdict {
        if refuse.isEmpty && review.isEmpty { return GateVerdict(answer: .accept, classes: []) }
        let sender = Sender(post, mail)
        let refused = refuse.filter { applies($0, post, sender, match) }
        let reviewed = review.filter { applies($0, post, sender, match) }
        let answer: GateVerdict.Answer = !refused.isEmpty ? .refuse : reviewed.isEmpty ? .accept : .review
        return GateVerdict(answer: answer, classes: refused + reviewed)
    }

    /// The domains that a post's company may be known under, the most exact first.
    public static func domains(of post: FormPost, mail: MailDomains) -> [String] { Sender(post, mail).hosts }

    private func applies(
        _ reason: InboundGate.Class, _ post: FormPost, _ sender: Sender, _ match: MatchedCompany?
    ) -> Bool {
        switch reason {
        case .disposableEmail: sender.kind == .disposable
        case .freeEmail: sender.kind == .free
        case .roleAddress: RoleAddress.isOne(post.email.prefix { $0 != "@" })
        case .ownCompany: isListed(own, post, sender, match)
        case .competitor: isListed(competitors, post, sender, match)
        case .studentEmail: sender.domain.map { SchoolDomain.isOne($0.host) } ?? false
        case .noCompanyMatch: match == nil
        case .outsideTarget: market.target(of: company(post, sender, match)) == .no
        }
    }

    private func company(_ post: FormPost, _ sender: Sender, _ match: MatchedCompany?) -> CompanyAttributes {
        var reader = reader
        if let match { return reader.company(name: match.name, domain: match.domain, match.attributes) }
        var said: [String: AttributeValue] = [:]
        if let country = post.country { said["country"] = .text(country) }
        return reader.company(name: post.company, domain: sender.companyHost, said)
    }

    private func isListed(
        _ list: CompanyMatcher, _ post: FormPost, _ sender: Sender, _ match: MatchedCompany?
    ) -> Bool {
        if list.isEmpty { return false }
        let names = [post.company, match?.name].compactMap { $0.map(CompanyName.key) }
        return list.contains(hosts: match?.domain.map { sender.hosts + [$0] } ?? sender.hosts, names: names)
    }
}

/// Where a post comes from, by its address and website.
private struct Sender {
    var domain: DomainName?
    var kind: MailDomains.Kind?
    /// The address' domain, if it may be a company's.
    var companyHost: String?
    /// The company's domains and their parents.
    var hosts: [String] = []

    init(_ post: FormPost, _ mail: MailDomains) {
        if let at = post.email.lastIndex(of: "@") {
            domain = DomainName(String(post.email[post.email.index(after: at)...]))
            kind = domain.map(mail.kind)
            if let domain, kind == .company, at != post.email.startIndex {
                companyHost = domain.host
                hosts = domain.candidates
            }
        }
        if let site = post.website.flatMap(DomainName.init), mail.kind(of: site) == .company {
            hosts += site.candidates
        }
    }
}

/// Domains of schools and universities: `edu`, and `ac` or `edu` under a country.
enum SchoolDomain {
    static func isOne(_ host: String) -> Bool {
        let labels = host.split(separator: ".")
        guard labels.count >= 2, let last = labels.last else { return false }
        if last == "edu" { return true }
        return labels.count >= 3 && last.count == 2 && ["ac", "edu"].contains(labels[labels.count - 2])
    }
}

extension InboundGate.Class {
    /// Why it speaks against a post, in plain words.
    public var sentence: String {
        switch self {
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
