/// A count out of a base, with the interval that the base allows. A share never goes without its base.
public struct Share: Hashable, Sendable {
    public var count: Int
    /// The base.
    public var of: Int

    /// - Precondition: 0 ≤ `count` ≤ `of`.
    public init(_ count: Int, of base: Int) {
        precondition(0 <= count && count <= base, "a share of \(count) of \(base) is none")
        self.count = count
        of = base
    }

    /// Bases under this are too small to lean on.
    public static let smallBase = 30

    public var isSmall: Bool { of < Share.smallBase }

    /// Thousandths, rounded half up; `nil` without a base.
    public var permille: Int? { of == 0 ? nil : (2000 * count + of) / (2 * of) }

    /// 95% Wilson score interval in permille, rounded to the nearest; `nil` without a base.
    ///
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). Unlike the
    /// textbook p ± 1.96·√(pq/n) it stays within 0…1 and is fair for small bases: 8 of 10 is 490…943.
    public var interval: ClosedRange<Int>? {
        guard of > 0 else { return nil }
        let n = Double(of)
        let p = Double(count) / n
        let z2 = Share.z95 * Share.z95
        let centre = (p + z2 / (2 * n)) / (1 + z2 / n)
        let half = Share.z95 * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot() / (1 + z2 / n)
        let low = count == 0 ? 0 : Int(((centre - half) * 1000).rounded())
        let high = count == of ? 1000 : Int(((centre + half) * 1000).rounded())
        return max(0, low)...min(1000, high)
    }

    /// The normal deviate that leaves 2.5% on each side.
    static let z95 = 1.959963984540054
}
