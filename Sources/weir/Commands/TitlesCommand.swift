import ArgumentParser
import WeirApp
import WeirIntake
import WeirMarket

struct TitlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "titles", abstract: "Which function and level a job title belongs to, and by which words.",
        subcommands: [TitlesReadCommand.self, TitlesEvalCommand.self])
}

struct TitlesReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read titles: function, level, role, how sure, and the words that decided.",
        discussion: "With --draft the agreement's keywords come first, and the answer is in its functions and levels.")

    @Argument(help: "Titles, each in quotes.")
    var titles: [String] = []
    @Option(help: "A table with a column \"title\".")
    var file: String?
    @Option(help: "Read by this agreement's keywords first.")
    var draft: String?
    @Option(help: "Permille: answers less sure than this are unknown.")
    var threshold = 500
    @Option(help: "text or json.")
    var format = TextOrJSON.text

    func validate() throws {
        guard !titles.isEmpty || file != nil else { throw ValidationError("give titles, or --file FILE") }
        guard 0...1000 ~= threshold else { throw ValidationError("--threshold: give 0 to 1000") }
    }

    func run() throws {
        let classifier = TitleClassifier(threshold: threshold)
        let all = try titles + (file.map(LabelledTitles.titles) ?? [])
        let answers = try self.answers(all, classifier)
        switch format {
        case .json: Terminal.print(try TitleAnswer.json(answers))
        case .text: Terminal.print(answers.map(\.line).joined(separator: "\n"))
        }
    }

    private func answers(_ titles: [String], _ classifier: TitleClassifier) throws -> [TitleAnswer] {
        guard let draft else { return titles.map { TitleAnswer($0, by: classifier) } }
        let group = try AgreementInUse.draft(draft).agreement.buyingGroup
        let reader = TitleReader(group, below: classifier)
        return titles.map { TitleAnswer($0, group: group, reader: reader, classifier: classifier) }
    }
}

struct TitlesEvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure the classifier on a labelled file: title,function,level.",
        discussion: """
            Prints accuracy, macro-F1, precision and recall of each class, what was taken for what, the share unknown, \
            and how our classes were read in the file's own labels. The file's labels are understood by name in any \
            case ("HR", "Human Resources", "Personalwesen"); what cannot be understood is said.
            """)

    @Argument(help: "A table with the columns title, function and level; one of the last two may be missing.")
    var file: String
    @Option(help: "The title's column, if it is not a usual one.")
    var title: String?
    @Option(help: "The function's column, if it is not a usual one (function, department).")
    var function: String?
    @Option(help: "The level's column, if it is not a usual one (level, seniority).")
    var level: String?
    @Option(help: "Writes the titles told wrong into this CSV file.")
    var wrong: String?
    @Option(help: "Permille: answers less sure than this are unknown.")
    var threshold = 500
    @Option(help: "text or json.")
    var format = TextOrJSON.text

    func validate() throws {
        guard 0...1000 ~= threshold else { throw ValidationError("--threshold: give 0 to 1000") }
    }

    func run() throws {
        let contents = try LabelledTitles.read(
            file, columns: LabelledTitles.Columns(title: title, function: function, level: level))
        for row in contents.rejected { Terminal.error("\(file): \(row.problem)") }
        let evaluation = TitleEvaluation(contents.titles, by: TitleClassifier(threshold: threshold))
        if let wrong {
            try Files.write(evaluation.mistakesCSV.utf8, to: wrong)
            Terminal.error("The \(evaluation.mistakes.count) titles told wrong are in \(wrong)")
        }
        switch format {
        case .json: Terminal.print(try evaluation.json())
        case .text: Terminal.print(evaluation.lines().joined(separator: "\n"))
        }
    }
}
