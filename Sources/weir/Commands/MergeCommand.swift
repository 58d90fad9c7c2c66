import ArgumentParser
import WeirApp
import WeirInsight
import WeirLedger

extension RecordKind: ExpressibleByArgument {}

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Say that two buyers, or two accounts, are one.",
        discussion: """
            Nothing is copied or deleted: what was recorded under either is read as one record's, and weir unmerge \
            takes it back exactly. A known person is kept rather than an anonymous one, a described record rather \
            than a mention; of two alike the one named with --into, or else the one of whom more is known, or else \
            the older one.
            """)

    @Argument(help: "buyer or account.") var kind: RecordKind
    @Argument(help: "An id (buy_7, acc_12), an e-mail address, a domain or a name.") var first: String
    @Argument(help: "The other one.") var second: String
    @Option(help: "Which of the two is kept.") var into: String?
    @Option(help: "Who says so.") var by: String
    @Option(help: "What it rests on, in words.") var because: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let merge = try workspace.open().merge(
            kind, first, second, into: into, by: by, because: because, now: Clock.now)
        let (one, other) = (
            MergesCommand.words(merge.first, merge.firstName), MergesCommand.words(merge.second, merge.secondName)
        )
        Terminal.print("\(one) and \(other) are one, read as \(merge.into). Taken back with:")
        Terminal.print("  weir unmerge \(merge.id) --by NAME")
    }
}

struct UnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Take a merge back: everything is read as if it had never been said.")

    @Argument(help: "The merge's id, such as mrg_120; weir merges lists them.") var id: String
    @Option(help: "Who says so.") var by: String
    @Option(help: "Why, in words.") var because: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let merge = try workspace.open().takeBackMerge(id, by: by, because: because, now: Clock.now)
        Terminal.print("\(merge.first) and \(merge.second) are read apart again.")
    }
}

struct MergesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merges", abstract: "Who was said to be one, by whom and why.")

    @Option(help: "Only buyer or account.") var kind: RecordKind?
    @Flag(help: "Those that were taken back too.") var all = false
    @Flag(
        help:
            "Instead, pairs that look like one and are not merged, with the evidence; --all those to look at closely too."
    )
    var suggest = false
    @Option(help: "text or csv.") var format = OutputFormat.text
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if format == .json { throw ValidationError("--format is text or csv") }
    }

    func run() throws {
        if suggest { return try showSuggestions() }
        var table = TableView(
            title: "Merges",
            columns: [
                .init("id", "Id"), .init("first", "First"), .init("second", "Second"), .init("kept", "Kept"),
                .init("by", "By"), .init("at", "At"), .init("because", "Because"), .init("taken_back", "Taken back"),
            ])
        for merge in try workspace.open().merges(MergeFilter(kind: kind, includesTakenBack: all)) {
            let end = merge.takenBackAt.map { "\($0) by \(merge.takenBackBy ?? "") \(merge.takenBackBecause ?? "")" }
            table.append([
                .text(merge.id), .text(MergesCommand.words(merge.first, merge.firstName)),
                .text(MergesCommand.words(merge.second, merge.secondName)), .text(merge.into), .text(merge.by),
                .text(merge.at.description), .text(merge.because ?? ""), .text(end ?? ""),
            ])
        }
        Terminal.print(format == .csv ? table.csv() : table.text(Terminal.options(listLimit: nil)))
    }

    private func showSuggestions() throws {
        let workspace = try workspace.open().snapshot()
        var table = TableView(
            title: "Records that look like one",
            columns: [
                .init("first", "First"), .init("second", "Second"), .init("strength", "How sure"), .init("why", "Why"),
            ])
        for kind in kind.map({ [$0] }) ?? RecordKind.allCases {
            for found in try workspace.suggestMerges(kind, weak: all) {
                table.append([
                    .text(MergesCommand.words(found.first, found.firstName)),
                    .text(MergesCommand.words(found.second, found.secondName)), .text(found.strength.rawValue),
                    .text(found.evidence.joined(separator: "; ")),
                ])
            }
        }
        Terminal.print(format == .csv ? table.csv() : table.text(Terminal.options(listLimit: nil)))
        if format != .csv { Terminal.print("Merge with: weir merge account|buyer FIRST SECOND --by NAME") }
    }

    static func words(_ id: String, _ name: String?) -> String { name.map { "\(id) \($0)" } ?? id }
}
