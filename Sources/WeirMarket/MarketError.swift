/// Why a market cannot be judged: its definition names something that does not exist or cannot compare.
///
/// An agreement that `AgreementReader` accepted never gives one.
public struct MarketError: Error, Hashable, Sendable {
    /// Never changes once published.
    public enum Code: String, Hashable, Sendable {
        case unknownAttribute = "unknown_attribute"
        case unknownList = "unknown_list"
        case wrongType = "wrong_type"
        case duplicateAttribute = "duplicate_attribute"
        case parentCycle = "parent_cycle"
    }

    public var code: Code
    /// The part of the agreement: `market.target.industry`.
    public var place: String
    /// What is wrong and what to do.
    public var message: String

    init(_ code: Code, at place: String, _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }
}

extension MarketError: CustomStringConvertible {
    public var description: String { "\(place): \(code.rawValue): \(message)" }
}
