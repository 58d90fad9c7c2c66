/// Comma-separated text that a spreadsheet opens without harm.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end could run as a formula where it is opened (CWE-1236).
/// Such a cell is quoted and gets an apostrophe in front: spreadsheets then show it as text. A plain number or telephone
/// number (`+49 30 1234`, `-5.2`) cannot name a function or a cell and stays as it is.
enum CSVText {
    /// One line with its line end, every cell guarded and, where RFC 4180 asks for it, quoted.
    static func line(_ cells: some Sequence<String>) -> String {
        cells.map(cell).joined(separator: ",") + "\n"
    }

    static func cell(_ written: String) -> String {
        let text = isFormula(written) ? "'" + written : written
        let mustQuote =
            text.utf8.count > written.utf8.count || text.utf8.first == 0x20 || text.utf8.last == 0x20
            || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 }
        guard mustQuote else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet might compute the text.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 != 0x20 }) else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return !text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F: true
                default: false
                }
            }
        // Full-width forms of the four are taken for them by some programs.
        case 0xEF: return ["＝", "＋", "－", "＠"].contains { text.drop(while: { $0 == " " }).hasPrefix($0) }
        default: return false
        }
    }
}
