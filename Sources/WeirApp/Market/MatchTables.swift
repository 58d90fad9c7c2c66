import WeirIntake
import WeirMarket

/// Tables of names, pairs and people, read for matching.
public enum MatchTables {
    /// A file's rows by its columns' names, as written.
    public struct Table: Sendable {
        public var path: String
        public var headers: [String]
        public var rows: [[String]]

        /// The place of a column by the first of these names that the file has; case does not count.
        public func column(_ names: [String]) -> Int? {
            for name in names {
                if let place = headers.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return place }
            }
            return nil
        }

        /// The same, where the work cannot go on without it.
        public func required(_ names: [String], _ what: String) throws(AppError) -> Int {
            if let place = column(names) { return place }
            throw AppError(
                .badData,
                "\(path): no column for the \(what); name one of them \(names.joined(separator: ", ")). "
                    + "The file has: \(headers.joined(separator: ", "))")
        }
    }

    public static func read(_ path: String) throws -> Table {
        var reader = try TableReader(FileBytes(path: path))
        var rows: [[String]] = []
        while let batch = try reader.nextBatch() {
            try Task.checkCancellation()
            if let fault = batch.rejected.first { throw AppError(.badData, "\(path): \(fault.problem)") }
            for row in 0..<batch.rowCount { rows.append(batch.texts(row: row)) }
        }
        return Table(path: path, headers: reader.headers, rows: rows)
    }

    /// Pairs of names with their truth: `name_a`, `name_b`, `is_match` (1, true or yes for the same).
    public static func pairs(_ path: String) throws -> [PairEvaluation.Pair] {
        let table = try read(path)
        let a = try table.required(["name_a", "a", "left"], "first name")
        let b = try table.required(["name_b", "b", "right"], "second name")
        let truth = try table.required(["is_match", "match", "label"], "truth")
        return table.rows.map {
            PairEvaluation.Pair($0[a], $0[b], isMatch: ["1", "true", "yes"].contains($0[truth].lowercased()))
        }
    }

    /// Companies: a name, and if the file has them an id, a domain, a country and further names (parted by `;`).
    ///
    /// - Parameter name: the name's column, if it is none of the usual ones.
    public static func companies(_ path: String, name: String? = nil) throws -> [CompanyRecord] {
        let table = try read(path)
        let names = try table.required(name.map { [$0] } ?? nameColumns, "company's name")
        let domain = table.column(["domain", "website", "web", "url"])
        let country = table.column(["country", "location"])
        let aliases = table.column(["aliases", "also_known_as", "other_names"])
        return table.rows.enumerated().map { place, row in
            CompanyRecord(
                id: String(place + 1), name: row[names],
                aliases: aliases.map { row[$0].split(separator: ";").map(String.init) } ?? [],
                domain: domain.map { row[$0] }, country: country.map { row[$0] })
        }
    }

    /// The text of one column, row by row.
    public static func texts(_ path: String, _ columns: [String], _ what: String) throws -> [String] {
        let table = try read(path)
        let place = try table.required(columns, what)
        return table.rows.map { $0[place] }
    }

    public static let nameColumns = [
        "name", "company", "company_name", "account_name", "organization name", "account", "security", "site name",
    ]
}
