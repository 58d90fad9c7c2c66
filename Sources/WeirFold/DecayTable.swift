/// How much of a score is left after so many days, in parts of 2^31.
///
/// `T[Δ] = round(2^31 × 2^(−Δ / half-life))`, `spec/SEMANTICS.md`. The table is computed in 128-bit fixed point and
/// rounded once, so it is the same on every machine and does not depend on a mathematics library.
public struct DecayTable: Hashable, Sendable {
    /// Days from which nothing is left.
    public static let length = 4096
    /// The whole, 2^31.
    static let one: UInt32 = 1 << 31

    /// `length` entries; all of them `one` where there is no decay.
    public let factors: [UInt32]
    /// Whether scores of this table ever fall.
    public let decays: Bool

    /// - Parameter halfLife: `nil` for no decay.
    public init(halfLife: HalfLife?) {
        decays = halfLife != nil
        guard let halfLife else {
            factors = Array(repeating: DecayTable.one, count: DecayTable.length)
            return
        }
        let daily = FixedFraction.powerOfHalf(numerator: 1_000_000, denominator: UInt64(halfLife.microdays))
        var left = FixedFraction.one
        var factors = Array(repeating: UInt32(0), count: DecayTable.length)
        for days in factors.indices {
            // A whole number of half-lives is a power of two: exact, so that its tie rounds up as the formula says.
            let halvings = Int64(days) * 1_000_000 / halfLife.microdays
            if Int64(days) * 1_000_000 % halfLife.microdays == 0 { left = .half(toThe: halvings) }
            factors[days] = left.roundedToThirtyOneBits
            if factors[days] == 0 { break }
            left = left.times(daily)
        }
        self.factors = factors
    }

    /// A score decayed over a number of days.
    /// - Parameters:
    ///   - score: millipoints.
    ///   - days: 0 or more.
    @inlinable
    public func decayed(_ score: UInt32, days: Int) -> UInt32 {
        if days == 0 || !decays { return score }
        if days >= DecayTable.length { return 0 }
        return DecayTable.scaled(score, by: factors[days])
    }

    /// A score times a factor, rounded half up.
    /// - Parameter factor: parts of 2^31, at most 2^31.
    @inlinable
    @inline(__always)
    static func scaled(_ score: UInt32, by factor: UInt32) -> UInt32 {
        // INVARIANT: factor ≤ 2^31 and score < 2^32, so the product and its half unit stay below 2^64.
        UInt32(truncatingIfNeeded: (UInt64(score) &* UInt64(factor) &+ (1 << 30)) >> 31)
    }
}

extension DecayTable {
    /// Four scores times their factors, rounded half up; see ``scaled(_:by:)``.
    @inline(__always)
    static func scaled(_ scores: SIMD4<UInt32>, by factors: SIMD4<UInt32>) -> SIMD4<UInt64> {
        let product = SIMD4<UInt64>(truncatingIfNeeded: scores) &* SIMD4<UInt64>(truncatingIfNeeded: factors)
        return (product &+ SIMD4(repeating: 1 << 30)) &>> SIMD4(repeating: 31)
    }
}

/// A number from 0 to 1 in units of 2^−126: room for the products of 4096 roundings before the 31st bit notices.
struct FixedFraction {
    var bits: UInt128

    static let one = FixedFraction(bits: 1 << 126)

    func times(_ other: FixedFraction) -> FixedFraction {
        let (high, low) = bits.multipliedFullWidth(by: other.bits)
        return FixedFraction(bits: (high << 2) | (low >> 126))
    }

    static func half(toThe halvings: Int64) -> FixedFraction {
        FixedFraction(bits: halvings > 126 ? 0 : one.bits >> UInt128(halvings))
    }

    var roundedToThirtyOneBits: UInt32 {
        UInt32((bits + (1 << 94)) >> 95)
    }

    /// `2^(−numerator / denominator)`: whole halvings by shifting, the rest by the exponential series, whose terms
    /// vanish below 2^−126 within forty steps.
    static func powerOfHalf(numerator: UInt64, denominator: UInt64) -> FixedFraction {
        let halvings = numerator / denominator
        guard halvings < 126 else { return FixedFraction(bits: 0) }
        let exponent = fraction(numerator % denominator, of: denominator).times(naturalLogarithmOfTwo)
        var sum = one.bits
        var term = one
        for n in 1...UInt128(40) {
            term = FixedFraction(bits: term.times(exponent).bits / n)
            sum = n % 2 == 1 ? sum - term.bits : sum + term.bits
        }
        return FixedFraction(bits: sum >> UInt128(halvings))
    }

    /// numerator / denominator, below 1, by long division bit by bit.
    private static func fraction(_ numerator: UInt64, of denominator: UInt64) -> FixedFraction {
        var rest = UInt128(numerator)
        var bits: UInt128 = 0
        for _ in 0..<126 {
            rest <<= 1
            bits <<= 1
            if rest >= denominator {
                rest -= UInt128(denominator)
                bits |= 1
            }
        }
        return FixedFraction(bits: bits)
    }

    /// ln 2 = Σ 1 / (n 2^n).
    private static let naturalLogarithmOfTwo: FixedFraction = {
        var sum: UInt128 = 0
        for n in 1...UInt128(126) { sum += (one.bits >> n) / n }
        return FixedFraction(bits: sum)
    }()
}
