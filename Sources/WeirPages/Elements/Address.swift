import WeirInsight

/// Addresses of our own pages, with the query written as browsers read it.
extension HTMLAddress {
    /// - Parameter path: begins with a `/`, written in the source.
    public init(_ path: StaticString, _ query: [(String, String)] = []) {
        self.init(own: "\(path)" + HTMLAddress.text(query))
    }

    /// - Parameters:
    ///   - path: begins and ends with a `/`.
    ///   - step: what is added to it, encoded: an id.
    public init(_ path: StaticString, step: String, _ query: [(String, String)] = []) {
        self.init(own: "\(path)" + HTMLAddress.encoded(step) + HTMLAddress.text(query))
    }

    /// A path that was asked for, with another query.
    public init(path: String, _ query: [(String, String)]) {
        let steps = path.split(separator: "/").map { HTMLAddress.encoded(String($0)) }
        self.init(own: "/" + steps.joined(separator: "/") + HTMLAddress.text(query))
    }

    private init(own text: String) { self = HTMLAddress(text) ?? .place("") }

    /// The address as `Location` writes it.
    public var location: String { text }

    private static func text(_ query: [(String, String)]) -> String {
        guard !query.isEmpty else { return "" }
        return "?" + query.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }

    /// Everything but unreserved characters (RFC 3986) as `%` and two digits.
    private static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
