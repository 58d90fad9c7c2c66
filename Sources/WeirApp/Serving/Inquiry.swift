import WeirAgreement
import WeirFacts

/// What a visitor wrote into a form.
public struct Inquiry: Hashable, Sendable {
    /// The sender's id, so that a repeated post is the same inquiry; made from the content where it is absent.
    public var id: String?
    public var email: String
    public var name: String?
    public var title: String?
    public var company: String?
    public var website: String?
    public var country: String?
    public var message: String?
    /// Which form.
    public var form: String?

    public init(
        id: String? = nil, email: String, name: String? = nil, title: String? = nil, company: String? = nil,
        website: String? = nil, country: String? = nil, message: String? = nil, form: String? = nil
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.title = title
        self.company = company
        self.website = website
        self.country = country
        self.message = message
        self.form = form
    }
}

/// The answer to an inquiry, while the visitor waits.
public struct InquiryAnswer: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable { case accept, review, refuse }

    public struct Reason: Hashable, Sendable {
        public var code: InboundGate.Class
        public var sentence: String
    }

    /// `inq_7`.
    public var id: String
    public var verdict: Verdict
    /// Empty where nothing speaks against it.
    public var reasons: [Reason]
    /// `acc_7`: the company known under this address' domain or this name.
    public var account: String?
    public var accountName: String?
    public var isAccountQualified: Bool
    /// The very same inquiry had been answered before; this is the answer it got.
    public var isRepeat: Bool

    package init(
        id: String, verdict: Verdict, reasons: [Reason], account: String?, accountName: String?,
        isAccountQualified: Bool, isRepeat: Bool
    ) {
        self.id = id
        self.verdict = verdict
        self.reasons = reasons
        self.account = account
        self.accountName = accountName
        self.isAccountQualified = isAccountQualified
        self.isRepeat = isRepeat
    }
}
