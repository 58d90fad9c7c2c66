import WeirIntake
import WeirMarket

/// Titles with their labels, read from a file.
public enum LabelledTitles {
    /// Which columns of a file hold what; where `nil`, the usual names are looked for.
    public struct Columns: Sendable {
        public var title: String?
        public var function: String?
        public var level: String?

        public init(title: String? = nil, function: String? = nil, level: String? = nil) {
            self.title = title
            self.function = function
            self.level = level
        }
    }

    /// What a file of labelled titles says.
    public struct Contents: Sendable {
        public var titles: [LabelledTitle]
        public var rejected: [RejectedRow]
    }

    /// Reads a table of titles with a function, a level or both. A single column `label` is taken for the one whose
    /// classes its labels mean.
    public static func read(_ path: String, columns: Columns = Columns()) throws -> Contents {
        let table = try MatchTables.Table(path)
        let title = try table.named(columns.title, "title") ?? table.required(titleNames, "title")
        var function = try table.named(columns.function, "function") ?? table.column(functionNames)
        var level = try table.named(columns.level, "level") ?? table.column(levelNames)
        if function == nil, level == nil, let label = table.column(["label", "class", "target", "y"]) {
            if LabelTranslation.areLevels(table.rows.map { $0[label] }) { level = label } else { function = label }
        }
        guard function != nil || level != nil else {
            throw AppError(
                .badData,
                "\(path): needs a column \"function\" or \"level\" beside the title (or name them with --function and "
                    + "--level); it has \(table.headers.joined(separator: ", "))")
        }
        return Contents(
            titles: table.rows.map { row in
                LabelledTitle(
                    title: row[title], function: function.map { row[$0] } ?? "", level: level.map { row[$0] } ?? "")
            },
            rejected: table.rejected)
    }

    /// The titles alone: the column `title` of a table.
    public static func titles(_ path: String) throws -> [String] {
        try MatchTables.texts(path, titleNames, "title")
    }

    private static let titleNames = [
        "title", "job title", "jobtitle", "position", "job", "designation", "role title", "text", "titel",
        "berufsbezeichnung",
    ]
    private static let functionNames = [
        "function", "department", "job function", "dept", "functional area", "abteilung", "funktion",
    ]
    private static let levelNames = [
        "level", "seniority", "seniority level", "job level", "management level", "rank", "hierarchie", "ebene",
    ]
}
