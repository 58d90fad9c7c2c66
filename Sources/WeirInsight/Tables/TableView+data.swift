import WeirFacts

extension TableView {
    /// RFC 4180 with `\n`: a line of column keys, then the rows; dates ISO 8601, points with three decimals.
    ///
    /// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@` or a tab) gets an apostrophe
    /// in front: names come from outside.
    public func csv() -> String {
        let head = columns.map(\.key) + (notes.isEmpty ? [] : ["note"]) + (banner == nil ? [] : ["basis"])
        var lines = [head.map(TableView.quoted).joined(separator: ",")]
        for (number, row) in rows.enumerated() {
            let note = notes.isEmpty ? [] : [Cell.text(notes[number] ?? "").csv]
            let fields = row.map(\.csv) + note + (banner.map { [$0] } ?? [])
            lines.append(fields.map(TableView.quoted).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { [34, 44, 10, 13].contains($0) }
        guard needsQuotes else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// `{title, banner, rows: [{key: value}]}`; millipoints under `key_milli`.
    public var json: ReportJSON {
        .object([
            "title": .text(title), "banner": .text(orNull: banner),
            "rows": .list(
                rows.enumerated().map { number, row in
                    var members: [String: ReportJSON] = notes[number].map { ["note": .text($0)] } ?? [:]
                    for (column, cell) in zip(columns, row) {
                        if case .points = cell {
                            members[column.key + "_milli"] = cell.json
                        } else {
                            members[column.key] = cell.json
                        }
                    }
                    return .object(members)
                }),
        ])
    }
}

extension TableView.Cell {
    fileprivate var csv: String {
        switch self {
        case .text(let text):
            text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false ? "'" + text : text
        case .number(let value): String(value)
        case .points(let milli): FixedNumber(thousandths: milli).description
        case .share(let share): share.permille.map { FixedNumber(thousandths: Int64($0)).description } ?? ""
        case .day(let day): day.description
        case .money(let money): money.description
        case .yesNo(let value): value ? "yes" : "no"
        case .nothing: ""
        }
    }

    fileprivate var json: ReportJSON {
        switch self {
        case .text(let text): .text(text)
        case .number(let value): .number(value)
        case .points(let milli): .integer(milli)
        case .share(let share): share.json
        case .day(let day): .words(day)
        case .money(let money): money.json
        case .yesNo(let value): .yesNo(value)
        case .nothing: .null
        }
    }
}
