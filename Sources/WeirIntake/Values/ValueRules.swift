import WeirFacts

/// How the values of a file are read where its text leaves it open.
public struct ValueRules: Sendable {
    /// What separates whole numbers from their decimals.
    public enum DecimalMark: String, Sendable, CaseIterable {
        /// By the number itself; where it could be either, the row is rejected with the question.
        case auto
        case point, comma
    }

    public var times: InstantParser
    public var decimalMark: DecimalMark
    /// Whether `1,234` may as well be a little more than one: so in files separated by semicolons.
    public var commaIsInDoubt: Bool
    /// ISO 4217 code for amounts that name no currency.
    public var defaultCurrency: String

    public init(
        times: InstantParser = InstantParser(), decimalMark: DecimalMark = .auto, commaIsInDoubt: Bool = false,
        defaultCurrency: String = "USD"
    ) {
        self.times = times
        self.decimalMark = decimalMark
        self.commaIsInDoubt = commaIsInDoubt
        self.defaultCurrency = defaultCurrency
    }
}
