/// How the text of a file is encoded.
public enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The encoding that the first bytes of a file show, and how many of them are a byte order mark.
    ///
    /// UTF-16 without a mark is known by its zeros: business text is mostly Latin, so nearly every second byte is 0.
    static func detect(_ head: ArraySlice<UInt8>) throws(IntakeError) -> (encoding: TextEncoding, markBytes: Int) {
        let start = Array(head.prefix(8))
        try refuseOtherFormats(start)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }

        let sample = head.prefix(1024)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let pairs = sample.count / 2
        if pairs >= 2, zeros.odd * 10 >= pairs * 6, zeros.even * 10 < pairs { return (.utf16LittleEndian, 0) }
        if pairs >= 2, zeros.even * 10 >= pairs * 6, zeros.odd * 10 < pairs { return (.utf16BigEndian, 0) }
        return (.utf8, 0)
    }

    private static func refuseOtherFormats(_ start: [UInt8]) throws(IntakeError) {
        let kind: String? =
            if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
                "a ZIP archive or an Excel workbook: save the sheet as CSV (UTF-8) first"
            } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                "an old Excel workbook: save the sheet as CSV (UTF-8) first"
            } else if start.starts(with: [0x1F, 0x8B]) {
                "compressed with gzip: unpack it first, e.g. gunzip -c FILE | weir import … -"
            } else if start.starts(with: [0x25, 0x50, 0x44, 0x46]) {
                "a PDF document: export the table behind it as CSV"
            } else if start.starts(with: [0x50, 0x41, 0x52, 0x31]) {
                "a Parquet file: write it as CSV or NDJSON first, e.g. with duckdb"
            } else if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
                "UTF-32 text: save it as UTF-8"
            } else {
                nil
            }
        if let kind { throw IntakeError(.notText, "This is \(kind).") }
    }
}

/// Turns UTF-16 into UTF-8, piece by piece. Half a pair of surrogates becomes U+FFFD and is counted.
struct UTF16Decoder: Sendable {
    let isBigEndian: Bool
    private var firstByte: UInt8?
    private var highSurrogate: UInt16?
    private(set) var broken = 0

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// Appends at most three bytes of UTF-8 for every two bytes of `raw`, and three for what was left from before.
    mutating func decode(_ raw: ArraySlice<UInt8>, into text: inout [UInt8]) {
        for byte in raw {
            guard let first = firstByte else {
                firstByte = byte
                continue
            }
            firstByte = nil
            let unit =
                isBigEndian
                ? UInt16(first) << 8 | UInt16(byte)
                : UInt16(byte) << 8 | UInt16(first)
            take(unit, into: &text)
        }
    }

    /// The file ended: what was left half said is broken.
    mutating func finish(into text: inout [UInt8]) {
        if highSurrogate != nil || firstByte != nil { replace(into: &text) }
        highSurrogate = nil
        firstByte = nil
    }

    private mutating func take(_ unit: UInt16, into text: inout [UInt8]) {
        switch unit {
        case 0xD800...0xDBFF:
            if highSurrogate != nil { replace(into: &text) }
            highSurrogate = unit
        case 0xDC00...0xDFFF:
            guard let high = highSurrogate else { return replace(into: &text) }
            highSurrogate = nil
            append(0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(unit) - 0xDC00), into: &text)
        default:
            if highSurrogate != nil { replace(into: &text) }
            highSurrogate = nil
            append(UInt32(unit), into: &text)
        }
    }

    private mutating func replace(into text: inout [UInt8]) {
        broken += 1
        append(0xFFFD, into: &text)
    }

    private func append(_ scalar: UInt32, into text: inout [UInt8]) {
        appendUTF8(scalar, to: &text)
    }
}

/// Appends one Unicode scalar as UTF-8.
func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
        text.append(UInt8(scalar))
    case 0x80..<0x800:
        text.append(UInt8(0xC0 | (scalar >> 6)))
        text.append(UInt8(0x80 | (scalar & 0x3F)))
    case 0x800..<0x10000:
        text.append(UInt8(0xE0 | (scalar >> 12)))
        text.append(UInt8(0x80 | ((scalar >> 6) & 0x3F)))
        text.append(UInt8(0x80 | (scalar & 0x3F)))
    default:
        text.append(UInt8(0xF0 | ((scalar >> 18) & 0x07)))
        text.append(UInt8(0x80 | ((scalar >> 12) & 0x3F)))
        text.append(UInt8(0x80 | ((scalar >> 6) & 0x3F)))
        text.append(UInt8(0x80 | (scalar & 0x3F)))
    }
}
