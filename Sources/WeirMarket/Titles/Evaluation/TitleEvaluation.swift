/// How well a classifier tells the labels of a file.
///
/// The file's labels are understood by `LabelNames`, our classes are read in the file's list by `LabelTranslation`, and
/// the report says how. What the classifier does not know takes the file's class for the rest ("Other") among
/// functions, and its class for plain staff among levels, as such lists are meant: a title that names no rank. Where the
/// file has no such class, unknown is wrong. How many were unknown is told.
public struct TitleEvaluation: Hashable, Sendable, Encodable {
    /// A title of which the function or the level was told otherwise than the file has it.
    public struct Mistake: Hashable, Sendable {
        public var row: LabelledTitle
        /// What was told, in the file's labels; `nil` for nothing, or where the file labels none.
        public var function: String?
        public var level: String?
    }

    /// Rows read.
    public var rows: Int
    public var function: LabelScores
    public var level: LabelScores
    /// In the file's order. Not part of the JSON.
    public var mistakes: [Mistake] = []

    private enum CodingKeys: CodingKey {
        case rows, function, level
    }

    public init(_ rows: [LabelledTitle], by classifier: TitleClassifier) {
        let functions = LabelTranslation.departments(rows.map(\.function))
        let levels = LabelTranslation.seniorities(rows.map(\.level))
        var functionAnswers: [(label: Int, given: Int?, isKnown: Bool)] = []
        var levelAnswers: [(label: Int, given: Int?, isKnown: Bool)] = []
        for row in rows {
            let reading = classifier.read(row.title)
            var mistake = Mistake(row: row)
            var isRight = true
            if let label = functions.number(of: row.function) {
                var given = functions.numberForUnknown
                if let department = reading.department { given = functions.number(department) }
                functionAnswers.append((label, given, reading.department != nil))
                mistake.function = given.map { functions.labels[$0] }
                isRight = label == given
            }
            if let label = levels.number(of: row.level) {
                var given = levels.numberForUnknown
                if let seniority = reading.seniority { given = levels.number(seniority, other: reading.otherSeniority) }
                levelAnswers.append((label, given, reading.seniority != nil))
                mistake.level = given.map { levels.labels[$0] }
                isRight = isRight && label == given
            }
            if !isRight { mistakes.append(mistake) }
        }
        self.rows = rows.count
        function = LabelScores(functionAnswers, functions)
        level = LabelScores(levelAnswers, levels)
    }

    /// Keys in snake case and sorted.
    public func json() throws -> String { try reportJSON(self) }

    /// The mistakes as a table: the title, what the file says, what was told.
    public var mistakesCSV: String {
        mistakes.reduce(into: "title,function,told_function,level,told_level\n") { text, mistake in
            text += CSVText.line([
                mistake.row.title, mistake.row.function, mistake.function ?? "", mistake.row.level,
                mistake.level ?? "",
            ])
        }
    }
}
