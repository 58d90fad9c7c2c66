import WeirAgreement
import WeirFacts
import WeirMarket

/// What speaks against an inquiry, by the agreement's gate: the market's judgement in the desk's words.
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
        /// Found under another way of writing its name.
        var isByLikeness = false
    }

    /// The verdict, and every class that led to it; what refuses comes first.
    func judge(_ inquiry: Inquiry, _ match: Match?) -> (InquiryAnswer.Verdict, [InquiryAnswer.Reason]) {
        let company = match.map { MatchedCompany(name: $0.name, domain: $0.domain, attributes: $0.attributes) }
        let verdict = use.gate.judge(inquiry.post, company, mail: mail)
        let answer: InquiryAnswer.Verdict =
            switch verdict.answer {
            case .accept: .accept
            case .review: .review
            case .refuse: .refuse
            }
        return (answer, verdict.classes.map { .init(code: $0, sentence: InboundDoor.sentence($0)) })
    }

    /// The domains that an inquiry's company may be known under, the most exact first.
    static func domains(_ inquiry: Inquiry, _ mail: MailDomains) -> [String] {
        CompiledGate.domains(of: inquiry.post, mail: mail)
    }

    static func sentence(_ reason: InboundGate.Class) -> String { reason.sentence }
}

extension Inquiry {
    var post: FormPost { FormPost(email: email, company: company, website: website, country: country) }
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
