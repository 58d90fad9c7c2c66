import WeirFacts

/// How a destination is reached.
public enum DestinationKind: String, Hashable, Sendable, CaseIterable, Codable {
    case webhook, slack, teams, mail

    /// As it is written on pages.
    public var words: String {
        switch self {
        case .webhook: "Webhook"
        case .slack: "Slack"
        case .teams: "Microsoft Teams"
        case .mail: "Mail"
        }
    }

    /// Milliseconds between two notices to the same place: Slack takes one a second, Teams four.
    public var gapMillis: Int64 {
        switch self {
        case .webhook, .mail: 0
        case .slack: 1_000
        case .teams: 250
        }
    }
}

/// Something to be sent, ready to go.
public enum Letter: Hashable, Sendable {
    case post(PostedLetter)
    case mail(MailedLetter)
}

public struct PostedLetter: Hashable, Sendable {
    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: String
    }

    public var address: HookAddress
    public var headers: [Header]
    public var body: [UInt8]
    public var rule: AddressRule

    public init(_ address: HookAddress, headers: [(name: String, value: String)], body: [UInt8], rule: AddressRule) {
        self.address = address
        self.headers = headers.map { Header(name: $0.name, value: $0.value) }
        self.body = body
        self.rule = rule
    }
}

public struct MailedLetter: Hashable, Sendable {
    public var server: MailServer
    public var from: MailAddress
    public var to: [MailAddress]
    /// Lines ended by CR LF.
    public var text: String

    public init(_ server: MailServer, from: MailAddress, to: [MailAddress], text: String) {
        self.server = server
        self.from = from
        self.to = to
        self.text = text
    }
}

/// What became of an attempt.
public struct SendingOutcome: Hashable, Sendable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        case delivered
        /// This one was not taken; others may be.
        case refused
        /// Nobody answered, or the receiver has too much to do: the destination is left alone for a while.
        case unreachable
        /// This one will never be taken.
        case hopeless
        /// The destination is not there any more.
        case gone
    }

    public var verdict: Verdict
    /// Of HTTP or SMTP.
    public var status: Int?
    /// What was said, on one line.
    public var note: String
    public var retryAfterSeconds: Int64?

    public init(_ verdict: Verdict, status: Int? = nil, _ note: String, retryAfterSeconds: Int64? = nil) {
        self.verdict = verdict
        self.status = status
        self.note = NoticeWords.plain(note, 300)
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// What an answer over HTTP means.
    /// - Parameters:
    ///   - retryAfter: the header's text; only whole seconds are understood.
    ///   - body: its beginning.
    public init(httpStatus status: Int, retryAfter: String?, body: String) {
        let asked = retryAfter.flatMap { Int64($0) }
        let verdict: Verdict =
            switch status {
            case 200..<300: .delivered
            case 410: .gone
            case 408, 425, 429, 500...: .unreachable
            default: .refused
            }
        let isElsewhere = (300..<400).contains(status)
        let note = isElsewhere ? "it points elsewhere, which is not followed" : body
        self.init(verdict, status: status, note, retryAfterSeconds: asked)
    }

    /// What an answer of a mail server means.
    public init(mailStatus status: Int, _ text: String) {
        switch status {
        case 200..<300: self.init(.delivered, status: status, text)
        // Passwords and servers change: worth another try, unlike a mailbox that is not there.
        case 421, 500..<550: self.init(.unreachable, status: status, text)
        case 400..<500: self.init(.refused, status: status, text)
        default: self.init(.hopeless, status: status, text)
        }
    }
}

/// Carries letters to where they go.
public protocol Carrying: Sendable {
    /// Never throws: whatever goes wrong is an outcome.
    func carry(_ letter: Letter) async -> SendingOutcome
}
