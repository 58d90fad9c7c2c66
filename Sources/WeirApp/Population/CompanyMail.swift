import WeirMarket

/// Which domains place nobody on a company.
struct CompanyMail: Sendable {
    private let mail = MailDomains()

    func isFree(_ domain: String) -> Bool { DomainName(domain).map { mail.kind(of: $0) != .company } ?? true }
}
