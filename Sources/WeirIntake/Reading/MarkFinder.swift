/// Finds delimiters and line ends, eight bytes at a time: each word is compared once, however many marks it holds.
struct MarkFinder {
    private let end: Int
    private let delimiters: UInt64
    /// Where the word begins whose marks are in `marks`.
    private var wordStart: Int
    /// The top bit of each byte of the word that is a mark not yet returned.
    private var marks: UInt64 = 0

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

    init(_ bytes: Span<UInt8>, delimiter: UInt8, from start: Int) {
        end = bytes.count
        delimiters = UInt64(delimiter) &* MarkFinder.ones
        wordStart = start
        marks = marks(bytes, at: start)
    }

    /// The place of the next mark, or the end of the bytes.
    @inline(__always)
    mutating func next(_ bytes: Span<UInt8>) -> Int {
        while marks == 0 {
            wordStart &+= 8
            if wordStart >= end {
                wordStart = end
                return end
            }
            marks = marks(bytes, at: wordStart)
        }
        let place = wordStart &+ (marks.trailingZeroBitCount &>> 3)
        marks &= marks &- 1
        return place
    }

    /// Goes on from `place`, whatever was found so far.
    @inline(__always)
    mutating func move(to place: Int, _ bytes: Span<UInt8>) {
        wordStart = place
        marks = marks(bytes, at: place)
    }

    @inline(__always)
    private func marks(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
        // Safe: the load checks that the eight bytes are in the span, and every bit pattern is an integer.
        let word =
            start &+ 8 <= end
            ? UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
            : lastWord(bytes, from: start)
        return MarkFinder.zeroBytes(word ^ delimiters) | MarkFinder.zeroBytes(word ^ MarkFinder.lineFeeds)
            | MarkFinder.zeroBytes(word ^ MarkFinder.carriageReturns)
    }

    /// The top bit of each byte that is zero, and nothing else: the sum carries into it from any low bit that is set.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        ~(((word & lowBits) &+ lowBits) | word | lowBits)
    }

    /// What is left at the end, filled up with zeros, which are no marks.
    @inline(never)
    private func lastWord(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in start..<max(start, end) { word |= UInt64(bytes[index]) &<< UInt64(8 &* (index &- start)) }
        return word
    }
}
