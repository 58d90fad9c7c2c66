/// A host name as it compares: lower case, without scheme, user, `www.`, port, path or closing dot.
public struct DomainName: Hashable, Sendable {
    /// For example `mail.example.co.uk`.
    public let host: String

    /// Reads a host name, a web address or an e-mail address.
    ///
    /// `nil` for what is none: a single label, a number address, an empty label, or characters that no host name has.
    /// Letters beyond ASCII are kept, lower case.
    public init?(_ written: String) {
        var bytes = Array(written.utf8)[...]
        if bytes.contains(where: { $0 >= 0x80 }) {
            guard DomainName.hasOnlyLettersBeyondASCII(written) else { return nil }
            bytes = Array(written.lowercased().utf8)[...]
        }
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        bytes = DomainName.hostPart(of: bytes)
        guard DomainName.isHostName(bytes) else { return nil }
        host = String(decoding: bytes.map(DomainName.lower), as: UTF8.self)
    }

    /// This host, then each of its parents, as far as somebody can own them: never a bare public suffix such as
    /// `com` or `co.uk`.
    ///
    /// `mail.eu.example.co.uk` gives itself, `eu.example.co.uk` and `example.co.uk`.
    public var candidates: [String] {
        var found: [String] = []
        var rest = Substring(host)
        let suffix = PublicSuffix.count(of: host)
        while rest.utf8.count > suffix {
            found.append(String(rest))
            guard let dot = rest.utf8.firstIndex(of: 0x2E) else { break }
            rest = rest[rest.utf8.index(after: dot)...]
        }
        return found
    }

    /// The part somebody registered: `example.co.uk`. `nil` for a bare public suffix.
    public var registrable: String? { candidates.last }

    /// The registrable part as it compares: letters beyond ASCII instead of their `xn--` form.
    var comparable: String? { registrable.map(Punycode.decoded) }

    private static func hasOnlyLettersBeyondASCII(_ written: String) -> Bool {
        written.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic || $0.properties.isWhitespace }
    }

    private static func hostPart(of written: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = written
        if let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: "://".utf8) {
            bytes = bytes[(colon + 3)...]
        }
        if let end = bytes.firstIndex(where: { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }) { bytes = bytes[..<end] }
        if let at = bytes.lastIndex(of: 0x40) { bytes = bytes[(at + 1)...] }
        if let colon = bytes.lastIndex(of: 0x3A), bytes[(colon + 1)...].allSatisfy(isDigit) { bytes = bytes[..<colon] }
        if bytes.last == 0x2E { bytes.removeLast() }
        let www = bytes.prefix(4).map(lower)
        if www == Array("www.".utf8), bytes.dropFirst(4).contains(0x2E) { bytes = bytes.dropFirst(4) }
        return bytes
    }

    private static func isHostName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 253 else { return false }
        var labels = 1
        var length = 0
        var digits = 0
        var last: UInt8 = 0x2E
        for byte in bytes {
            if byte == 0x2E {
                if length == 0 || last == 0x2D { return false }
                labels += 1
                length = 0
                digits = 0
            } else {
                let lower = lower(byte)
                let isLetter = lower >= 0x61 && lower <= 0x7A || byte >= 0x80
                guard isLetter || isDigit(byte) || byte == 0x5F || (byte == 0x2D && length > 0) else { return false }
                length += 1
                if isDigit(byte) { digits += 1 }
                if length > 63 { return false }
            }
            last = byte
        }
        return labels >= 2 && length > 0 && last != 0x2D && digits < length
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension DomainName: CustomStringConvertible {
    public var description: String { host }
}
