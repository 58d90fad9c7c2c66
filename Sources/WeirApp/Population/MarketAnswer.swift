import Foundation
import WeirMarket

/// A market report with the agreement it was judged by.
public struct MarketAnswer: Encodable {
    private var agreement: String
    private var sha256: String
    /// `nil` for the version in force.
    private var banner: String?
    private var market: MarketReport

    public init(_ use: AgreementInUse, _ report: MarketReport) {
        agreement = use.title
        sha256 = use.sha256
        banner = use.banner
        market = report
    }

    /// Indented, keys sorted.
    public func json() throws -> String { try MarketAnswer.json(self) }

    /// As all answers about the market are written.
    static func json(_ answer: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }
}
