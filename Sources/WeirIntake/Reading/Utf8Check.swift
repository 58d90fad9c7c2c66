/// What kinds of bytes a run of text holds; each kind beyond plain ASCII costs a closer look.
struct ByteKinds {
    var hasHighBytes = false
    var hasNul = false

    /// One pass that the compiler turns into vector instructions.
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        var anyBits: UInt8 = 0
        var smallest: UInt8 = .max
        for index in start..<end {
            anyBits |= bytes[index]
            smallest = min(smallest, bytes[index])
        }
        hasHighBytes = anyBits >= 0x80
        hasNul = smallest == 0 && start < end
    }
}

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
func isUTF8(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    precondition(start >= 0 && start <= end && end <= bytes.count)
    var index = start
    while index < end {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        let (length, low, high): (Int, UInt8, UInt8) =
            switch lead {
            case 0xC2...0xDF: (2, 0x80, 0xBF)
            case 0xE0: (3, 0xA0, 0xBF)
            case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
            case 0xED: (3, 0x80, 0x9F)
            case 0xF0: (4, 0x90, 0xBF)
            case 0xF1...0xF3: (4, 0x80, 0xBF)
            case 0xF4: (4, 0x80, 0x8F)
            default: (0, 0, 0)
            }
        guard length > 0, index + length <= end, (low...high).contains(bytes[index + 1]) else { return false }
        for next in (index + 2)..<(index + max(2, length)) where bytes[next] & 0xC0 != 0x80 { return false }
        index += length
    }
    return true
}

/// Windows-1252 as Unicode: what a spreadsheet on an older machine writes. The five bytes that it leaves undefined
/// become U+FFFD.
enum Windows1252 {
    private static let fromEighty: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// The bytes as UTF-8.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            let scalar = (0x80..<0xA0).contains(byte) ? UInt32(fromEighty[Int(byte) - 0x80]) : UInt32(byte)
            appendUTF8(scalar, to: &text)
        }
        return text
    }
}
