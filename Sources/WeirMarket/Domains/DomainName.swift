/// A host name as it compares: lower case, without scheme, user, `www.`, port, path or closing dot.
public struct DomainName: Hashable, Sendable {
    /// For example `mail.example.co.uk`.
    public let host: String

    /// Reads a host name, a web address or an e-mail address.
    ///
    /// `nil` for what is none: a single label, a number address, an empty label, or characters that no host name has.
    /// Letters beyond ASCII are kept, lower case.
    public init?(_ written: String) {
        var rest = Substring(written)[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        if let scheme = rest.firstRange(ofASCII: "://") { rest = rest[scheme.upperBound...] }
        if rest.hasPrefix("mailto:") { rest = rest.dropFirst(7) }
        rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if let colon = rest.lastIndex(of: ":"), rest[colon...].dropFirst().allSatisfy(\.isASCIIDigit) {
            rest = rest[..<colon]
        }
        if rest.hasSuffix(".") { rest = rest.dropLast() }
        var host = rest.lowercased()
        if host.hasPrefix("www."), host.dropFirst(4).contains(".") { host.removeFirst(4) }
        guard DomainName.isHostName(host) else { return nil }
        self.host = host
    }

    /// A host that was read before, from a table of the program.
    init(known host: String) {
        self.host = host
    }

    /// This host, then each of its parents, as far as somebody can own them: never a bare public suffix such as
    /// `com` or `co.uk`.
    ///
    /// `mail.eu.example.co.uk` gives itself, `eu.example.co.uk` and `example.co.uk`.
    public var candidates: [String] {
        let labels = host.utf8.reduce(into: 1) { count, byte in if byte == 0x2E { count += 1 } }
        let owned = labels - PublicSuffix.labelCount(of: host)
        guard owned > 0 else { return [] }
        var found = [host]
        var rest = Substring(host)
        while found.count < owned, let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            found.append(String(rest))
        }
        return found
    }

    /// The part somebody registered: `example.co.uk`. `nil` for a bare public suffix.
    public var registrable: String? { candidates.last }

    private static func isHostName(_ host: String) -> Bool {
        guard host.utf8.count <= 253 else { return false }
        var labels = 0
        var endsInDigits = false
        for label in host.split(separator: ".", omittingEmptySubsequences: false) {
            guard (1...63).contains(label.utf8.count), label.utf8.first != 0x2D, label.utf8.last != 0x2D,
                label.allSatisfy({ $0.isLetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" })
            else { return false }
            labels += 1
            endsInDigits = label.allSatisfy(\.isASCIIDigit)
        }
        return labels >= 2 && !endsInDigits
    }
}

extension DomainName: CustomStringConvertible {
    public var description: String { host }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}

extension Substring {
    fileprivate func firstRange(ofASCII text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
