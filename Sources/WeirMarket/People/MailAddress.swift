/// An e-mail address as it compares.
public struct MailAddress: Hashable, Sendable {
    /// What of an address does not count.
    public struct Rules: Hashable, Sendable {
        /// `ana+news@example.com` is `ana@example.com`.
        public var dropsTags: Bool
        /// `a.na@gmail.com` is `ana@gmail.com`, and `googlemail.com` is `gmail.com`.
        public var dropsGmailDots: Bool

        public init(dropsTags: Bool = true, dropsGmailDots: Bool = true) {
            (self.dropsTags, self.dropsGmailDots) = (dropsTags, dropsGmailDots)
        }
    }

    /// The part before the @, lower case, after the rules.
    public let local: String
    public let host: String

    /// `nil` for what is no address.
    public init?(_ written: String, rules: Rules = Rules()) {
        guard let at = written.lastIndex(of: "@"),
            let domain = DomainName(String(written[written.index(after: at)...]))
        else { return nil }
        var local = TextFolding.fold(String(written[..<at]))
        if local.hasPrefix("mailto:") { local.removeFirst(7) }
        if local.isEmpty || local.contains(where: \.isWhitespace) { return nil }
        if rules.dropsTags, let plus = local.firstIndex(of: "+"), plus != local.startIndex {
            local = String(local[..<plus])
        }
        var host = domain.host
        if rules.dropsGmailDots, host == "gmail.com" || host == "googlemail.com" {
            host = "gmail.com"
            local.removeAll { $0 == "." }
        }
        (self.local, self.host) = (local, host)
    }

    public var text: String { "\(local)@\(host)" }
}
