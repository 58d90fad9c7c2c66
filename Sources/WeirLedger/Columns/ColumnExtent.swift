import WeirFold

/// Where one account's columns stand in the file of columns, and what they hold.
///
/// An account's facts are written together: its notes and shares in words of 32 bits, then its engagements column by
/// column in words of 16, rounded up to 8 bytes. An engagement takes 8 bytes, 12 in accounts of more than 65,536 buyers
/// or contents beyond that number.
struct ColumnExtent: Hashable, Sendable {
    /// In words of 64 bits, from the beginning of the file.
    var place = 0
    var rows = 0
    var notes = 0
    var shares = 0
    var buyers = 0
    var profiles = 0
    var hasManyBuyers = false
    var hasManyContents = false
    var checksum: UInt64 = 0

    /// How many words of 64 bits it takes.
    var words: Int {
        let halves =
            (notes * History.Note.words + shares * 2) * 2 + rows
            * (4 + (hasManyBuyers ? 1 : 0) + (hasManyContents ? 1 : 0))
        return (halves + 3) / 4
    }
}

/// The sum that tells whether words are as they were written.
///
/// Each step is a bijection of the state for a given word, and of the word for a given state, so no change within a
/// single word goes unnoticed; four lanes, so that the processor need not wait for each multiplication.
struct ColumnChecksum {
    private var a: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private var c: UInt64 = 0x1656_67B1_9E37_79F9
    private var d: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let odd: UInt64 = 0x9FB2_1C65_1E98_DF25

    static func of(_ words: Span<UInt64>) -> UInt64 {
        var sum = ColumnChecksum()
        var index = 0
        while index &+ 4 <= words.count {
            sum.a = (sum.a ^ words[index]) &* odd
            sum.b = (sum.b ^ words[index &+ 1]) &* odd
            sum.c = (sum.c ^ words[index &+ 2]) &* odd
            sum.d = (sum.d ^ words[index &+ 3]) &* odd
            index &+= 4
        }
        while index < words.count {
            sum.a = (sum.a ^ words[index]) &* odd
            index &+= 1
        }
        return mixed(mixed(mixed(mixed(UInt64(words.count)) ^ sum.a) ^ sum.b) ^ sum.c) ^ sum.d
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let high = value ^ (value >> 29)
        return high &* odd
    }
}
