#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension MarketReport {
    /// The report as JSON: keys in snake case and sorted, so that two reports compare line by line.
    public func json() throws -> String {
        try reportJSON(self)
    }
}

/// JSON as all reports of the market are written.
func reportJSON(_ report: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(report), as: UTF8.self)
}
