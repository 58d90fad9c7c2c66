import WeirIntake
import WeirMarket

/// Tables of names, pairs and people, read for matching.
public enum MatchTables {
    /// A file's rows by its columns' names, as written.
    public struct Table: Sendable {
        public var path: String
        public var headers: [String]
        public var rows: [[String]] = []
        /// Rows that could not be taken apart.
        public var rejected: [RejectedRow] = []

        public init(_ path: String) throws {
            self.path = path
            var reader = try TableReader(FileBytes(path: path))
            headers = reader.headers
            while let batch = try reader.nextBatch() {
                try Task.checkCancellation()
                rejected += batch.rejected
                for row in 0..<batch.rowCount { rows.append(batch.texts(row: row)) }
            }
        }

        /// The place of a column by the first of these names that the file has; case, spaces and marks do not count.
        public func column(_ names: [String]) -> Int? {
            let keys = headers.map(Table.key)
            return names.lazy.compactMap { keys.firstIndex(of: Table.key($0)) }.first
        }

        /// The same, where the work cannot go on without it.
        public func required(_ names: [String], _ what: String) throws(AppError) -> Int {
            if let place = column(names) { return place }
            throw AppError(
                .badData,
                "\(path): no column for the \(what); name one of them \(names.joined(separator: ", ")). "
                    + "The file has: \(headers.joined(separator: ", "))")
        }

        /// A column that somebody named, which must exist; `nil` where nobody did.
        public func named(_ name: String?, _ what: String) throws(AppError) -> Int? {
            guard let name else { return nil }
            if let place = column([name]) { return place }
            throw AppError(
                .badData,
                "\(path): no column “\(name)” for the \(what); the file has: \(headers.joined(separator: ", "))")
        }

        private static func key(_ name: String) -> String {
            String(
                String.UnicodeScalarView(
                    TextFolding.fold(name).unicodeScalars.filter { scalar in
                        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    }))
        }
    }

    /// A table of which every row must be readable.
    public static func read(_ path: String) throws -> Table {
        let table = try Table(path)
        if let fault = table.rejected.first { throw AppError(.badData, "\(path): \(fault.problem)") }
        return table
    }

    /// Pairs of names with their truth.
    ///
    /// - Parameters:
    ///   - columns: the columns of the first name, the second name and the truth, where they have no usual names.
    /// - Throws: `badData` with the row where a truth is neither yes nor no.
    public static func pairs(_ path: String, columns: (a: String?, b: String?, truth: String?) = (nil, nil, nil)) throws
        -> [PairEvaluation.Pair]
    {
        let table = try read(path)
        let a =
            try table.named(columns.a, "first name")
            ?? table.required(
                [
                    "name_a", "a", "left", "name1", "company_a", "company1", "left_name", "name_left",
                ], "first name")
        let b =
            try table.named(columns.b, "second name")
            ?? table.required(
                [
                    "name_b", "b", "right", "name2", "company_b", "company2", "right_name", "name_right",
                ], "second name")
        let truth =
            try table.named(columns.truth, "truth")
            ?? table.required(["is_match", "match", "label", "same", "truth", "is_same", "is_duplicate"], "truth")
        return try table.rows.enumerated().map { place, row in
            guard let isMatch = answer(row[truth]) else {
                throw AppError(
                    .badData,
                    "\(path): row \(place + 1): “\(row[truth])” in the column \(table.headers[truth]) says neither that the "
                        + "two are the same nor that they are not; write 1 or 0")
            }
            return PairEvaluation.Pair(row[a], row[b], isMatch: isMatch)
        }
    }

    private static func answer(_ text: String) -> Bool? {
        switch TextFolding.fold(text) {
        case "1", "1.0", "true", "t", "yes", "y", "match", "same": true
        case "0", "0.0", "-1", "false", "f", "no", "n", "non-match", "nonmatch", "no match", "different": false
        default: nil
        }
    }

    /// Companies: a name, and if the file has them an id, a domain, a country and further names (parted by `;`).
    ///
    /// - Parameter name: the name's column, if it is none of the usual ones.
    public static func companies(_ path: String, name: String? = nil) throws -> [CompanyRecord] {
        let table = try read(path)
        let names = try table.required(name.map { [$0] } ?? nameColumns, "company's name")
        let domain = table.column(["domain", "website", "web", "url"])
        let country = table.column(["country", "country_code", "location"])
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
        "legal name", "entity name", "entity.legal_name", "business name", "organisation name", "title",
    ]
}
