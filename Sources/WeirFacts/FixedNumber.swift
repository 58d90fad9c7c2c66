/// A decimal number with three places, held as an integer, so that it compares and stores exactly.
public struct FixedNumber: Hashable, Comparable, Sendable, Codable {
    /// The value times 1000.
    public var thousandths: Int64

    public init(thousandths: Int64) {
        self.thousandths = thousandths
    }

    /// A whole number; `nil` if it is too large to hold (beyond ±9.2 × 10^15).
    public init?(_ whole: Int64) {
        let (scaled, overflow) = whole.multipliedReportingOverflow(by: 1000)
        if overflow { return nil }
        thousandths = scaled
    }

    /// A number written `1234`, `-12.5` or `0.125`. More than three decimals, exponents and thousands separators
    /// give `nil`: whoever reads looser text decides first what it means.
    public init?(_ text: some StringProtocol) {
        var digits = Substring(text)
        let negative = digits.hasPrefix("-")
        if negative || digits.hasPrefix("+") { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 3, let whole = Int64(parts[0]), let scaled = FixedNumber(whole),
            let fraction = Int64(decimals + String(repeating: "0", count: 3 - decimals.utf8.count))
        else { return nil }
        let (sum, overflow) = scaled.thousandths.addingReportingOverflow(fraction)
        if overflow { return nil }
        thousandths = negative ? -sum : sum
    }

    public static func < (a: FixedNumber, b: FixedNumber) -> Bool { a.thousandths < b.thousandths }
}

extension FixedNumber: CustomStringConvertible {
    /// Shortest exact form: `12`, `12.5`, `-0.125`.
    public var description: String {
        let magnitude = thousandths.magnitude
        let whole = "\(thousandths < 0 ? "-" : "")\(magnitude / 1000)"
        let rest = magnitude % 1000
        if rest == 0 { return whole }
        var fraction = Substring(String(1000 + rest).dropFirst())
        while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
        return whole + "." + fraction
    }
}
