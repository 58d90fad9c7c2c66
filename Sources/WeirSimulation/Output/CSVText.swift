import WeirFacts

/// Bytes of a CSV file in the making (RFC 4180, UTF-8, lines ended by a line feed).
struct CSVText {
    var bytes: [UInt8] = []

    /// A whole field, quoted where it must be.
    mutating func field(_ text: String) {
        let plain = text.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        if plain {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// A whole field by itself.
    static func escaped(_ field: String) -> [UInt8] {
        var text = CSVText()
        text.field(field)
        return text.bytes
    }

    /// Text that is known to need no quotes.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ ready: [UInt8]) { bytes.append(contentsOf: ready) }
    mutating func raw(_ ready: ArraySlice<UInt8>) { bytes.append(contentsOf: ready) }
    mutating func comma() { bytes.append(0x2C) }
    mutating func endLine() { bytes.append(0x0A) }

    /// A whole number.
    mutating func number(_ value: Int) {
        if value < 0 { bytes.append(0x2D) }
        var digits = 1
        var limit: UInt = 10
        let magnitude = value.magnitude
        while digits < 19, magnitude >= limit {
            digits += 1
            limit &*= 10
        }
        padded(magnitude, digits: digits)
    }

    /// A number with leading zeros; more digits than asked for are kept.
    mutating func padded(_ value: UInt, digits: Int) {
        var power: UInt = 1
        for _ in 1..<digits { power &*= 10 }
        while value / power >= 10 { power &*= 10 }
        var rest = value
        while power > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 0x30 &+ rest / power))
            rest %= power
            power /= 10
        }
    }

    /// An ISO 8601 day.
    mutating func day(_ day: CivilDay) { field(day.description) }

    /// An ISO 8601 instant in UTC.
    mutating func instant(day: CivilDay, second: Int) {
        self.day(day)
        bytes.append(0x54)
        padded(UInt(second / 3600), digits: 2)
        bytes.append(0x3A)
        padded(UInt(second / 60 % 60), digits: 2)
        bytes.append(0x3A)
        padded(UInt(second % 60), digits: 2)
        bytes.append(0x5A)
    }
}
