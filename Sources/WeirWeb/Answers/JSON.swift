/// A JSON value to answer with: members keep their order; whole numbers and text, no floating point.
package enum JSON: Sendable {
    case object([(String, JSON)])
    case list([JSON])
    case text(String)
    case integer(Int64)
    case yesNo(Bool)
    case null
    /// JSON that is written already.
    case written(String)

    static func text(orNull value: String?) -> JSON { value.map(JSON.text) ?? .null }

    static func integer(_ value: Int) -> JSON { .integer(Int64(value)) }

    static func words(_ value: (some CustomStringConvertible)?) -> JSON { value.map { .text($0.description) } ?? .null }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .yesNo(value) }
    package init(nilLiteral: ()) { self = .null }
}

extension JSON {
    /// The value in UTF-8, on one line.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    var line: String { String(decoding: bytes, as: UTF8.self) }

    func write(into bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, (key, value)) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(key, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .text(let text): JSON.write(text, into: &bytes)
        case .integer(let value): bytes += String(value).utf8
        case .yesNo(let value): bytes += (value ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .written(let text): bytes += text.utf8
        }
    }

    private static let hex = Array("0123456789abcdef".utf8)

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes.append(hex[Int(byte >> 4)])
                bytes.append(hex[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
