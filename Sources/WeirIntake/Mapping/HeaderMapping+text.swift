import WeirFacts

/// The mapping for people and for the record.
extension HeaderMapping {
    /// One line for each column and constant: the name in the file, and what it means.
    public var table: String {
        let width = min(40, columns.map(\.header.count).max() ?? 0)
        var lines = columns.map { column in
            let name = column.header.isEmpty ? "(no name)" : column.header
            return name + String(repeating: " ", count: max(0, width - name.count)) + "  → " + meaning(of: column)
        }
        for (field, value) in constants.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append(
                "every row" + String(repeating: " ", count: max(0, width - 9)) + "  → \(field.rawValue) = \(value)")
        }
        for only in options.only { lines.append("only rows in which \(only.column) is \(only.value)") }
        for (from, to) in options.signalNames.sorted(by: { $0.key < $1.key }) {
            lines.append("signal \(from) is called \(to)")
        }
        return lines.joined(separator: "\n")
    }

    /// What becomes of a column, in words.
    public func meaning(of column: Column) -> String {
        var unit = column.exponent == 0 ? "" : " × 10^\(column.exponent)"
        if let currency = column.currency { unit += " \(currency)" }
        switch column.use {
        case .field(let field): return field.rawValue + unit
        case .attribute(let name, let type): return "kept as attribute \(name) (\(type.rawValue))" + unit
        case .second(let field):
            let first = columnsSaying(field).first { $0 != column.header } ?? "--set"
            return "not used: \(field.rawValue) is taken from \(first)"
        case .leftOut: return "left out, as asked"
        case .rejectNote: return "Weir's own note, passed over"
        case .notUsed: return "not used"
        }
    }

    private func columnsSaying(_ field: IntakeField) -> [String] {
        columns(of: field).map { columns[$0].header }
    }

    /// Columns that nothing is taken from, by name.
    public var unusedHeaders: [String] {
        columns.filter { column in
            switch column.use {
            case .notUsed, .second: true
            default: false
            }
        }.map(\.header)
    }

    /// The mapping as JSON on one line, to be stored with the import.
    public var json: String {
        let columnTexts = columns.map { column in
            var members = ["\"column\":\(jsonString(column.header))"]
            switch column.use {
            case .field(let field): members.append("\"field\":\(jsonString(field.rawValue))")
            case .attribute(let name, let type):
                members.append("\"attribute\":\(jsonString(name)),\"type\":\(jsonString(type.rawValue))")
            case .second(let field): members.append("\"second_to\":\(jsonString(field.rawValue))")
            case .leftOut: members.append("\"left_out\":true")
            case .rejectNote: members.append("\"note\":true")
            case .notUsed: break
            }
            if column.exponent != 0 { members.append("\"exponent\":\(column.exponent)") }
            if let currency = column.currency { members.append("\"currency\":\(jsonString(currency))") }
            return "{\(members.joined(separator: ","))}"
        }
        let only = options.only.map { "{\"column\":\(jsonString($0.column)),\"value\":\(jsonString($0.value))}" }
        return "{\"kind\":\(jsonString(kind.rawValue)),\"columns\":[\(columnTexts.joined(separator: ","))],"
            + "\"set\":\(jsonObject(options.constants)),\"only\":[\(only.joined(separator: ","))],"
            + "\"signals\":\(jsonObject(options.signalNames))}"
    }

    private func jsonObject(_ pairs: [String: String]) -> String {
        let members = pairs.sorted { $0.key < $1.key }.map { "\(jsonString($0.key)):\(jsonString($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}

/// A text as a JSON string, with its quotes.
func jsonString(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\t": out += "\\t"
        case _ where scalar.value < 0x20:
            let hex = String(scalar.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}
