/// What a request is about: the steps of its path and its query, decoded one by one, so that an encoded slash stays
/// within its step.
package struct Target: Sendable {
    /// `nil` where the path cannot be decoded: nothing is there.
    package let steps: [String]?
    /// In the order given; names may repeat.
    package let query: [(name: String, value: String)]
    /// The path as it was asked for, without the query.
    package let path: String

    /// - Parameter text: what stands in the request line.
    package init(_ text: String) {
        var rest = Substring(text)
        if !rest.hasPrefix("/"), let scheme = rest.range(of: "://") {
            // A whole address, as proxies ask.
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        rest = rest.prefix { $0 != "#" }
        let question = rest.firstIndex(of: "?") ?? rest.endIndex
        path = String(rest[..<question])
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        let decoded = parts.map { Target.decoded($0, plusIsSpace: false) }
        steps = decoded.contains(nil) ? nil : decoded.compactMap { $0 }
        query = question == rest.endIndex ? [] : Target.pairs(rest[rest.index(after: question)...])
    }

    /// The pairs of a query or of a form's body.
    package static func pairs(_ text: Substring) -> [(name: String, value: String)] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let mark = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let value = mark == pair.endIndex ? pair[mark...] : pair[pair.index(after: mark)...]
            let name = decoded(pair[..<mark], plusIsSpace: true) ?? String(Substring(pair[..<mark]))
            return (name, decoded(value, plusIsSpace: true) ?? String(Substring(value)))
        }
    }

    private static func decoded(_ text: Substring.UTF8View, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
