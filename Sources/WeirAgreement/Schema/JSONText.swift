/// JSON with its keys in a given order, so that the same schema is the same text every time.
indirect enum JSONText {
    case text(String)
    /// A number as it is written.
    case number(String)
    case yesNo(Bool)
    case list([JSONText])
    case keys([(String, JSONText)])

    /// Two spaces a level, one line a value.
    func written(_ indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return JSONText.escaped(text)
        case .number(let digits): return digits
        case .yesNo(let yes): return yes ? "true" : "false"
        case .list(let items) where items.isEmpty: return "[]"
        case .list(let items):
            return "[\n" + items.map { inner + $0.written(inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .keys(let keys) where keys.isEmpty: return "{}"
        case .keys(let keys):
            let lines = keys.map { inner + JSONText.escaped($0.0) + ": " + $0.1.written(inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
