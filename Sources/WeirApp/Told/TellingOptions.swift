import WeirTold

/// How notices leave the house.
public struct TellingOptions: Sendable {
    /// Who takes them out; `nil`: nobody does, and they wait.
    public var carrier: (any Carrying)?
    /// `https://weir.example.com`, for links; without a slash at its end.
    public var publicURL: String?
    /// The server that takes mail, and whom it is from; `nil`: no mail is sent.
    public var mail: (server: MailServer, from: MailAddress)?

    public init() {}

    /// Reads `WEIR_PUBLIC_URL`, `WEIR_MAIL_SERVER` and `WEIR_MAIL_FROM`.
    /// - Throws: `AppError.usage` where they cannot be used.
    public init(_ carrier: any Carrying, environment: [String: String]) throws(AppError) {
        self.carrier = carrier
        if let text = environment["WEIR_PUBLIC_URL"], !text.isEmpty {
            guard HookAddress(text) != nil else {
                throw AppError(.usage, "WEIR_PUBLIC_URL is like https://weir.example.com")
            }
            publicURL = text.hasSuffix("/") ? String(text.dropLast()) : text
        }
        guard let text = environment["WEIR_MAIL_SERVER"], !text.isEmpty else { return }
        guard let server = MailServer(text) else {
            throw AppError(
                .usage,
                "WEIR_MAIL_SERVER is like smtp://name:password@mail.example.com:587 (or smtps://; smtp+plain:// without name and password)"
            )
        }
        guard let from = environment["WEIR_MAIL_FROM"].flatMap(MailAddress.init) else {
            throw AppError(.usage, "WEIR_MAIL_SERVER needs WEIR_MAIL_FROM, an address such as weir@example.com")
        }
        mail = (server, from)
    }
}
