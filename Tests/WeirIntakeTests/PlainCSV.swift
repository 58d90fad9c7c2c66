/// RFC 4180 without haste: what the fast reader must agree with on tables that are in order.
struct PlainCSV {
    var records: [[String]] = []
    /// Line on which each record begins.
    var lines: [UInt64] = []

    init(_ text: String, delimiter: Unicode.Scalar) {
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var hasContent = false
        var line: UInt64 = 1
        var recordLine: UInt64 = 1
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var index = 0
        func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
        func breakLength() -> Int {
            scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n" ? 2 : 1
        }
        func endRecord(_ records: inout [[String]], _ lines: inout [UInt64]) {
            if hasContent {
                records.append(record + [field])
                lines.append(recordLine)
            }
            record = []
            field = ""
            hasContent = false
        }
        while index < scalars.count {
            let scalar = scalars[index]
            if isQuoted {
                if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
                    field.unicodeScalars.append("\"")
                    index += 2
                    continue
                }
                if scalar == "\"" {
                    isQuoted = false
                } else {
                    if isBreak(scalar) { line += scalar == "\n" || breakLength() == 1 ? 1 : 0 }
                    field.unicodeScalars.append(scalar)
                }
                index += 1
                continue
            }
            if isBreak(scalar) {
                index += breakLength()
                endRecord(&records, &lines)
                line += 1
                recordLine = line
                continue
            }
            hasContent = true
            if scalar == "\"" {
                isQuoted = true
            } else if scalar == delimiter {
                record.append(field)
                field = ""
            } else {
                field.unicodeScalars.append(scalar)
            }
            index += 1
        }
        endRecord(&records, &lines)
    }
}
