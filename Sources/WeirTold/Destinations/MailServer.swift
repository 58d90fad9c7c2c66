import Foundation

/// The mail server that takes mail from us: `smtp://name:password@host:587`.
public struct MailServer: Hashable, Sendable {
    public enum Security: Hashable, Sendable {
        /// TLS from the first byte (`smtps://`).
        case wrapped
        /// TLS before anything is said that matters (`smtp://`).
        case startTLS
        /// None at all (`smtp+plain://`): for a server on this machine.
        case none
    }

    public let host: String
    public let port: Int
    public let security: Security
    public let user: String?
    public let password: String?

    /// - Returns: `nil` for a text that is none, and for a password that would go over the wire in the clear.
    public init?(_ text: String) {
        guard
            let match = text.wholeMatch(
                of:
                    /(smtps?|smtp\+plain):\/\/(?:([^:@\/]+):([^@\/]+)@)?([A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?)(?::([0-9]{1,5}))?\/?/
            )
        else { return nil }
        let security: Security =
            match.output.1 == "smtps" ? .wrapped : match.output.1 == "smtp" ? .startTLS : .none
        let usual = security == .wrapped ? 465 : security == .startTLS ? 587 : 25
        guard let port = match.output.5.map({ Int($0) }) ?? usual, (1...65_535).contains(port) else { return nil }
        let user = match.output.2.flatMap { String($0).removingPercentEncoding }
        let password = match.output.3.flatMap { String($0).removingPercentEncoding }
        if security == .none, user != nil { return nil }
        self.security = security
        self.port = port
        self.user = user
        self.password = password
        host = String(match.output.4)
    }
}
