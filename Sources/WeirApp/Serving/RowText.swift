import WeirFacts

/// Rows as text for other programs: a JSON object a line, or CSV.
enum RowText {
    enum Cell: Sendable {
        case text(String)
        case number(Int64)
        case yesNo(Bool)
        case null

        init(_ text: String?) { self = text.map(Cell.text) ?? .null }
    }

    static func ndjson(_ row: [(String, Cell)]) -> String {
        let members = row.map { name, cell in "\(quoted(name)):\(json(cell))" }
        return "{\(members.joined(separator: ","))}"
    }

    private static func json(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .yesNo(let yes): yes ? "true" : "false"
        case .null: "null"
        }
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20: result += "\\u00" + String(scalar.value + 256, radix: 16).dropFirst()
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    static func csv(_ cells: [Cell]) -> String {
        cells.map { cell in
            switch cell {
            case .text(let text): csv(text)
            case .number(let number): String(number)
            case .yesNo(let yes): yes ? "true" : "false"
            case .null: ""
            }
        }.joined(separator: ",")
    }

    private static func csv(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { "\",\n\r".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
