/// A JSON value to be sent; members keep their order.
public enum JSONText: Hashable, Sendable {
    case object([Member])
    case list([JSONText])
    case text(String)
    case whole(Int64)
    case yesNo(Bool)

    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONText
    }

    public static func object(_ members: [(String, JSONText?)]) -> JSONText {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// In UTF-8, on one line.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.write(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .text(let text): JSONText.write(text, into: &bytes)
        case .whole(let number): bytes += String(number).utf8
        case .yesNo(let yes): bytes += (yes ? "true" : "false").utf8
        }
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .yesNo(value) }
    public init(integerLiteral value: Int64) { self = .whole(value) }
    public init(arrayLiteral elements: JSONText...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, JSONText)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }
}
