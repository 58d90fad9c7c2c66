/// An address of a machine: four bytes (IPv4) or sixteen (IPv6).
public struct IPAddress: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Returns: `nil` for another number of bytes than 4 and 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `192.0.2.1` or `2001:db8::1`, as the system writes them; a zone after `%` is left out.
    /// - Returns: `nil` for anything else, other ways to write IPv4 included.
    public init?(_ text: String) {
        let text = text.prefix { $0 != "%" }
        guard let bytes = text.contains(":") ? IPAddress.six(text) : IPAddress.four(text) else { return nil }
        self.bytes = bytes
    }

    private static func four(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { part in
            part.count <= 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt8(part) : nil
        }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func six(_ text: Substring) -> [UInt8]? {
        var halves: [Substring] = []
        if let gap = text.firstRange(of: "::") {
            halves = [text[..<gap.lowerBound], text[gap.upperBound...]]
        } else {
            halves = [text]
        }
        guard let read = groups(halves) else { return nil }
        guard halves.count == 2 else { return read[0].count == 16 ? read[0] : nil }
        let missing = 16 - read[0].count - read[1].count
        return missing >= 2 ? read[0] + [UInt8](repeating: 0, count: missing) + read[1] : nil
    }

    private static func groups(_ halves: [Substring]) -> [[UInt8]]? {
        var read: [[UInt8]] = []
        for (place, half) in halves.enumerated() {
            var bytes: [UInt8] = []
            let parts = half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
            for (number, part) in parts.enumerated() {
                if part.contains(".") {
                    // The last four bytes may be written as IPv4.
                    guard place == halves.count - 1, number == parts.count - 1, let last = four(part) else {
                        return nil
                    }
                    bytes += last
                } else {
                    guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexadecimal),
                        let group = UInt16(part, radix: 16)
                    else { return nil }
                    bytes += [UInt8(group >> 8), UInt8(group & 255)]
                }
            }
            read.append(bytes)
        }
        return read
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// The IPv4 address that an IPv6 address stands for: mapped (`::ffff:0:0/96`) or translated (`64:ff9b::/96`);
    /// otherwise itself.
    public var meant: IPAddress {
        let mapped: [UInt8] = [UInt8](repeating: 0, count: 10) + [255, 255]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)
        guard bytes.count == 16, [mapped, translated].contains(Array(bytes[..<12])) else { return self }
        return IPAddress(bytes: Array(bytes[12...])) ?? self
    }
}

/// A block of addresses: `10.1.0.0/16`, `fd00::/8`, or one address.
public struct Network: Hashable, Sendable, CustomStringConvertible {
    public let base: IPAddress
    public let bits: Int
    public let description: String

    /// - Returns: `nil` for a text that is none, and where bits beyond the prefix are set.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !text.contains("%"), let base = IPAddress(String(parts[0])) else {
            return nil
        }
        let most = base.bytes.count * 8
        guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else { return nil }
        guard Network.cut(base.bytes, bits) == base.bytes else { return nil }
        self.base = base
        self.bits = bits
        description = text
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.bytes.count == base.bytes.count && Network.cut(address.bytes, bits) == base.bytes
    }

    private static func cut(_ bytes: [UInt8], _ bits: Int) -> [UInt8] {
        bytes.enumerated().map { place, byte in
            let kept = min(max(bits - place * 8, 0), 8)
            return kept == 0 ? 0 : byte & (255 << UInt8(8 - kept))
        }
    }
}
