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
    private let asksLists: Bool

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
        asksLists = !(own.isEmpty && competitors.isEmpty)
    }

    /// Judges a post.
    ///
    /// - Parameters:
    ///   - match: the company known under the post's domain or name; `nil` for none.
    ///   - mail: which domains are free or throw-away.
    public func judge(_ post: FormPost, _ match: MatchedCompany?, mail: MailDomains) -> GateVerdict {
        if refuse.isEmpty && review.isEmpty { return GateVerdict(answer: .accept, classes: []) }
        let arrival = Arrival(post: post, match: match, sender: Sender(post, mail), names: names(post, match))
        let refused = refuse.filter { applies($0, arrival) }
        let reviewed = review.filter { applies($0, arrival) }
        let answer: GateVerdict.Answer = !refused.isEmpty ? .refuse : reviewed.isEmpty ? .accept : .review
        return GateVerdict(answer: answer, classes: refused + reviewed)
    }

    /// The domains that a post's company may be known under, the most exact first.
    public static func domains(of post: FormPost, mail: MailDomains) -> [String] { Sender(post, mail).hosts }

    private func applies(_ reason: InboundGate.Class, _ arrival: Arrival) -> Bool {
        let sender = arrival.sender
        return switch reason {
        case .disposableEmail: sender.kind == .disposable
        case .freeEmail: sender.kind == .free
        case .roleAddress: RoleAddress.isOne(Substring(arrival.post.email.utf8.prefix { $0 != 0x40 }))
        case .ownCompany: isListed(own, arrival)
        case .competitor: isListed(competitors, arrival)
        case .studentEmail: sender.domain.map { SchoolDomain.isOne($0.host) } ?? false
        case .noCompanyMatch: arrival.match == nil
        case .outsideTarget: market.target(of: company(arrival)) == .no
        }
    }

    private func company(_ arrival: Arrival) -> CompanyAttributes {
        var reader = reader
        if let match = arrival.match {
            return reader.company(name: match.name, domain: match.domain, match.attributes)
        }
        var said: [String: AttributeValue] = [:]
        if let country = arrival.post.country { said["country"] = .text(country) }
        return reader.company(name: arrival.post.company, domain: arrival.sender.companyHost, said)
    }

    /// The names that a list may have, each once; none where no list is asked.
    private func names(_ post: FormPost, _ match: MatchedCompany?) -> [TextKey] {
        if !asksLists { return [] }
        let names = [post.company, match?.name == post.company ? nil : match?.name]
        return names.compactMap { $0.map(CompanyName.key) }
    }

    private func isListed(_ list: CompanyMatcher, _ arrival: Arrival) -> Bool {
        if list.isEmpty { return false }
        let hosts = arrival.sender.hosts
        return list.contains(hosts: arrival.match?.domain.map { hosts + [$0] } ?? hosts, names: arrival.names)
    }
}

/// A post with what is read of it once, whichever class asks.
private struct Arrival {
    let post: FormPost
    let match: MatchedCompany?
    let sender: Sender
    /// Of the post and of the company that it comes from.
    let names: [TextKey]
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
            let candidates = domain?.candidates ?? []
            kind = domain.map { mail.kind(of: $0, candidates) }
            if let domain, kind == .company, at != post.email.startIndex {
                companyHost = domain.host
                hosts = candidates
            }
        }
        if let site = post.website.flatMap(DomainName.init) {
            let candidates = site.candidates
            if mail.kind(of: site, candidates) == .company { hosts += candidates }
        }
    }
}

/// Domains of schools and universities: `edu`, and `ac` or `edu` under a country.
enum SchoolDomain {
    static func isOne(_ host: String) -> Bool {
        let labels = host.utf8.split(separator: 0x2E).suffix(3)
        guard let last = labels.last, labels.count > 1 else { return false }
        if last.elementsEqual("edu".utf8) { return true }
        guard labels.count == 3, last.count == 2, let second = labels.dropLast().last else { return false }
        return second.elementsEqual("ac".utf8) || second.elementsEqual("edu".utf8)
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
