import WeirFacts
import WeirIntake

/// A file of people whose columns are known by what they mean: a vendor's list, posts of a form.
///
/// The headers are read as an import of people reads them; further columns as those of engagements and companies are,
/// so that evidence (`content`, `at`) and what is said of the company (`country`, `employees`) have their names too.
struct LabelledTable {
    /// One row.
    struct Row: Sendable {
        var line: Int
        /// The cells as they stand.
        var cells: [String]
        /// What they say, by the import's names.
        var fields: [String: String]
    }

    let headers: [String]
    /// The name of each column's field; `nil` for a column that means nothing here.
    let names: [String?]
    private(set) var rows: [Row] = []
    /// Rows that could not be taken apart.
    private(set) var unreadable: [RejectedRow] = []

    init(_ path: String, mapping options: MappingOptions = MappingOptions()) throws {
        try self.init(FileBytes(path: path), mapping: options)
    }

    init(_ bytes: some ByteSource, mapping options: MappingOptions = MappingOptions()) throws {
        var reader = try TableReader(bytes)
        headers = reader.headers
        names = try LabelledTable.names(headers, options)
        while let batch = try reader.nextBatch() {
            try Task.checkCancellation()
            for row in 0..<batch.rowCount { add(batch.texts(row: row), line: Int(batch.lines[row])) }
            unreadable += batch.rejected
        }
    }

    private mutating func add(_ cells: [String], line: Int) {
        if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return }
        var fields: [String: String] = [:]
        for (name, cell) in zip(names, cells) {
            if let name, fields[name] == nil, cell.contains(where: { !$0.isWhitespace }) { fields[name] = cell }
        }
        rows.append(Row(line: line, cells: cells, fields: fields))
    }

    private static func names(_ headers: [String], _ options: MappingOptions) throws -> [String?] {
        var forPeople = options
        forPeople.fieldOfColumn = options.fieldOfColumn.filter { fieldsOfPeople.contains($0.value) }
        let people = try HeaderMapping(headers: headers, kind: .buyers, options: forPeople)
        let acts = try HeaderMapping(headers: headers, kind: .engagements)
        let companies = try HeaderMapping(
            headers: headers, kind: .accounts, options: MappingOptions(attributeTypes: options.attributeTypes))
        let evidence: Set<IntakeField> = [.content, .at, .campaign, .channel]
        for (column, field) in options.fieldOfColumn
        where !fieldsOfPeople.contains(field) && !headers.contains(column) {
            throw AppError(
                .usage, "--map: there is no column “\(column)”; the file has \(headers.joined(separator: ", "))")
        }
        return headers.indices.map { column in
            if let named = options.fieldOfColumn[headers[column]], !fieldsOfPeople.contains(named) { return named }
            if case .leftOut = people.columns[column].use { return nil }
            if case .field(let field) = people.columns[column].use, field != .observedAt { return field.rawValue }
            if case .field(let field) = acts.columns[column].use, evidence.contains(field) { return field.rawValue }
            switch companies.columns[column].use {
            case .attribute(let name, _): return name
            case .field(let field) where !LabelledTable.taken.contains(field): return field.rawValue
            default: return nil
            }
        }
    }

    /// Fields that an import of people knows; any other name is evidence.
    private static let fieldsOfPeople: Set<String> = [
        "-", "id", "other_id", "email", "name", "first_name", "last_name", "title", "account_id", "account_domain",
        "account_name",
    ]

    /// Names of a company's columns that mean something else in a file of people.
    private static let taken: Set<IntakeField> = [.id, .name, .domain, .owner, .observedAt, .isDeleted]
}
