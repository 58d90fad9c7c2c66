/// A source of repeatable chance: xoshiro256** by Blackman and Vigna (public domain), seeded through SplitMix64.
///
/// Everything drawn from it is integer arithmetic, so the same seed gives the same world on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    @usableFromInline var s0: UInt64
    @usableFromInline var s1: UInt64
    @usableFromInline var s2: UInt64
    @usableFromInline var s3: UInt64

    /// A generator whose whole future follows from the seed.
    public init(seed: UInt64) {
        var mix = SplitMix(state: seed)
        s0 = mix.next()
        s1 = mix.next()
        s2 = mix.next()
        s3 = mix.next()
    }

    /// One of many independent generators under one seed: the `index`th of a named stream.
    ///
    /// - Parameters:
    ///   - stream: which use of chance this is, so that drawing more in one leaves the others as they were.
    ///   - index: which account (or team, or campaign) it is for.
    public init(seed: UInt64, stream: UInt64, index: UInt64) {
        var mix = SplitMix(state: seed ^ (stream &* 0xD6E8_FEB8_6659_FD93))
        let streamSeed = mix.next()
        var indexMix = SplitMix(state: streamSeed &+ index &* 0x9E37_79B9_7F4A_7C15)
        self.init(seed: indexMix.next())
    }

    /// The next 64 bits.
    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        let scrambled = s1 &* 5
        let result = ((scrambled &<< 7) | (scrambled &>> 57)) &* 9
        let shifted = s1 &<< 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = (s3 &<< 45) | (s3 &>> 19)
        return result
    }

    /// A number from 0 up to, not including, `bound` (1 to 2^31); 0 for a smaller bound.
    ///
    /// Lemire's multiply-and-shift without the rejection step: uneven by less than one part in 2^31 per value,
    /// always exactly one draw.
    @inlinable
    public mutating func below(_ bound: Int) -> Int {
        let draw = next() &>> 33
        guard bound > 1 else { return 0 }
        return Int(truncatingIfNeeded: (draw &* UInt64(truncatingIfNeeded: bound)) &>> 31)
    }

    /// A number in the range, both ends included.
    @inlinable
    public mutating func between(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True `permille` times in a thousand.
    @inlinable
    public mutating func chance(permille: Int) -> Bool {
        below(1000) < permille
    }

    /// How often something happens that happens `perMillion` / 1,000,000 times on average: the whole part always,
    /// the rest by chance.
    @inlinable
    public mutating func times(perMillion: Int) -> Int {
        let draw = below(1_000_000)
        if perMillion < 1_000_000 { return draw < perMillion ? 1 : 0 }
        return perMillion / 1_000_000 + (draw < perMillion % 1_000_000 ? 1 : 0)
    }

    /// The place of one weight, chosen in proportion to the weights; 0 if they are all 0.
    public mutating func place(inProportionTo weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if left < weight { return place }
            left -= weight
        }
        return 0
    }
}

/// SplitMix64 by Steele, Lea and Flood: turns any seed, even 0, into well mixed state.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }
}

/// The separate uses of chance. Each account has its own generator for each.
enum Stream: UInt64 {
    case company = 1
    case people, technologies, needs, habits, acts, campaigns, sales, mail, rota
}

extension SeededGenerator {
    init(_ seed: UInt64, _ stream: Stream, _ index: Int) {
        self.init(seed: seed, stream: stream.rawValue, index: UInt64(index))
    }

    /// One of the elements; the list must not be empty.
    @inlinable
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[below(list.count)]
    }
}
