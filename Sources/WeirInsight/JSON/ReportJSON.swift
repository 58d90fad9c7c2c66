/// A JSON value that always renders to the same bytes: keys sorted, integers and strings only, no floating point.
public enum ReportJSON: Hashable, Sendable {
    case object([String: ReportJSON])
    case list([ReportJSON])
    case text(String)
    case integer(Int64)
    case yesNo(Bool)
    case null
}

extension ReportJSON {
    static func number(_ value: Int) -> ReportJSON { .integer(Int64(value)) }

    static func number(_ value: Int?) -> ReportJSON { value.map { .integer(Int64($0)) } ?? .null }

    static func text(orNull value: String?) -> ReportJSON { value.map(ReportJSON.text) ?? .null }

    static func words(_ value: (some CustomStringConvertible)?) -> ReportJSON {
        value.map { .text($0.description) } ?? .null
    }

    /// The value as text.
    ///
    /// - Parameter isIndented: two spaces a level and a line for each member; otherwise on one line.
    public func rendered(isIndented: Bool = true) -> String {
        var out = ""
        write(to: &out, indent: isIndented ? 0 : nil)
        return out
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .object(let members):
            ReportJSON.write("{", "}", count: members.count, to: &out, indent: indent) { out, inner in
                for (position, key) in members.keys.sorted().enumerated() {
                    ReportJSON.separate(position, to: &out, indent: inner)
                    ReportJSON.write(string: key, to: &out)
                    out += indent == nil ? ":" : ": "
                    members[key]?.write(to: &out, indent: inner)
                }
            }
        case .list(let members):
            ReportJSON.write("[", "]", count: members.count, to: &out, indent: indent) { out, inner in
                for (position, member) in members.enumerated() {
                    ReportJSON.separate(position, to: &out, indent: inner)
                    member.write(to: &out, indent: inner)
                }
            }
        case .text(let text): ReportJSON.write(string: text, to: &out)
        case .integer(let value): out += String(value)
        case .yesNo(let value): out += value ? "true" : "false"
        case .null: out += "null"
        }
    }

    private static func write(
        _ opening: String, _ closing: String, count: Int, to out: inout String, indent: Int?,
        members: (inout String, Int?) -> Void
    ) {
        out += opening
        if count > 0 {
            members(&out, indent.map { $0 + 1 })
            if let indent { out += "\n" + String(repeating: "  ", count: indent) }
        }
        out += closing
    }

    private static func separate(_ position: Int, to out: inout String, indent: Int?) {
        if position > 0 { out += "," }
        if let indent { out += "\n" + String(repeating: "  ", count: indent) }
    }

    private static func write(string: String, to out: inout String) {
        out += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}

extension ReportJSON: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// So that a report can stand inside another document that is encoded.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: Key.self)
            for (key, value) in members { try container.encode(value, forKey: Key(key)) }
        case .list(let members):
            var container = encoder.unkeyedContainer()
            for member in members { try container.encode(member) }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .integer(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        case .yesNo(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }
}
