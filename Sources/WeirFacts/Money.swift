/// An amount of money in one currency. Amounts of different currencies never compare.
public struct Money: Hashable, Sendable, Codable {
    /// Hundredths of the currency's unit (cents, pence). All currencies are kept with two decimals.
    public var minorUnits: Int64
    /// ISO 4217 code, upper case: `EUR`.
    public var currency: String

    public init(minorUnits: Int64, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

extension Money: CustomStringConvertible {
    /// `250000 EUR`, `99.50 USD`.
    public var description: String {
        let cents = minorUnits.magnitude % 100
        let fraction = cents == 0 ? "" : "." + twoDigits(cents)
        return "\(minorUnits < 0 ? "-" : "")\(minorUnits.magnitude / 100)\(fraction) \(currency)"
    }
}
