/// What became of reading an agreement's text.
public struct AgreementReading: Sendable {
    /// `nil` whenever there is a problem.
    public let agreement: Agreement?
    /// Every mistake found, in the order of the text.
    public let problems: [AgreementProblem]
    /// SHA-256 of the exact bytes that were read, lower-case hexadecimal: what both sides sign.
    public let sha256: String
}
