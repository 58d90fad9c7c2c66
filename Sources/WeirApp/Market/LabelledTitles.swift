import WeirIntake
import WeirMarket

/// Titles with their labels, read from a file.
public enum LabelledTitles {
    /// What a file of labelled titles says.
    public struct Contents: Sendable {
        public var titles: [LabelledTitle]
        public var rejected: [RejectedRow]
    }

    /// Reads a table with the columns `title`, `function` and `level`, in any order and case. `department` and
    /// `seniority` are taken for the last two; one of them may be missing.
    public static func read(_ path: String) throws -> Contents {
        var reader = try TableReader(FileBytes(path: path))
        let title = column(["title", "job title", "job_title", "position"], reader.headers)
        let function = column(["function", "department"], reader.headers)
        let level = column(["level", "seniority"], reader.headers)
        guard let title, function != nil || level != nil else {
            throw AppError(
                .badData,
                "\(path): needs a column \"title\" and at least one of \"function\" and \"level\"; it has "
                    + reader.headers.joined(separator: ", "))
        }
        var contents = Contents(titles: [], rejected: [])
        while let batch = try reader.nextBatch() {
            try Task.checkCancellation()
            contents.rejected += batch.rejected
            for row in 0..<batch.rowCount {
                contents.titles.append(
                    LabelledTitle(
                        title: batch.text(row: row, column: title),
                        function: function.map { batch.text(row: row, column: $0) } ?? "",
                        level: level.map { batch.text(row: row, column: $0) } ?? ""))
            }
        }
        return contents
    }

    /// The titles alone: the column `title` of a table.
    public static func titles(_ path: String) throws -> [String] {
        var reader = try TableReader(FileBytes(path: path))
        guard let title = column(["title", "job title", "job_title", "position"], reader.headers) else {
            throw AppError(
                .badData, "\(path): needs a column \"title\"; it has \(reader.headers.joined(separator: ", "))")
        }
        var titles: [String] = []
        while let batch = try reader.nextBatch() {
            try Task.checkCancellation()
            for row in 0..<batch.rowCount { titles.append(batch.text(row: row, column: title)) }
        }
        return titles
    }

    private static func column(_ names: [String], _ headers: [String]) -> Int? {
        names.lazy.compactMap { name in headers.firstIndex { TextKey($0) == TextKey(name) } }.first
    }
}
