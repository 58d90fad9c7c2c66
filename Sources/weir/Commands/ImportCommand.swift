import ArgumentParser
import WeirApp
import WeirFacts
import WeirIntake

extension FactKind: ExpressibleByArgument {}
extension ValueRules.DecimalMark: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a CSV or NDJSON file of facts.",
        discussion: """
            Headers of Salesforce, HubSpot and Marketo are known. Every row that cannot be used goes to \
            FILE.rejected.csv with its reason; mend it there and import that file. The same file again changes nothing.
            """)

    @Argument(help: "accounts, buyers, engagements, opportunities, dispositions or costs.")
    var kind: FactKind
    @Argument(help: "The file.")
    var file: String
    @Option(help: "The system it comes from; ids are unique within it.")
    var source = "crm"
    @Option(help: "COLUMN=FIELD: what a column means; COLUMN=- leaves it out. May be repeated.")
    var map: [String] = []
    @Option(name: .customLong("set"), help: "FIELD=VALUE: one value for every row. May be repeated.")
    var constants: [String] = []
    @Option(help: "COLUMN=VALUE: take only these rows. May be repeated.")
    var only: [String] = []
    @Option(help: "NAME=SIGNAL: what the agreement calls an act of the file. May be repeated.")
    var signal: [String] = []
    @Option(help: "Currency of amounts that name none.")
    var currency = "USD"
    @Flag(help: "Read 3/4/2026 as the third of April.")
    var dayFirst = false
    @Option(help: "What separates decimals: auto, point or comma.")
    var decimal = ValueRules.DecimalMark.auto
    @Option(help: "auto, csv or ndjson.")
    var format = TableFormat.auto
    @OptionGroup var agreement: AgreementOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let workspace = try workspace.open()
        let settings = ImportSettings(
            kind: kind, source: source, mapping: try mapping(workspace), currency: currency, readsDayFirst: dayFirst,
            decimalMark: decimal, format: format)
        let file = file
        let kind = kind
        let outcome = try await interruptible {
            let line = ProgressLine("importing \(kind.rawValue)", unit: "rows")
            defer { line.end() }
            return try await workspace.importFile(
                file, settings, now: Clock.now,
                onMapping: { summary, table in Terminal.error("\(file): \(summary)\n\(indented(table))") },
                progress: { progress in
                    let done = progress.bytesTotal.map { Double(progress.bytesRead) / Double(max($0, 1)) }
                    line.show(done: done, count: progress.rows)
                })
        }
        report(outcome)
        if !outcome.missing.isEmpty {
            let what = outcome.missing.joined(separator: " ")
            throw AppError(.badData, "\(file): none of its rows can be read as \(kind.rawValue). \(what)")
        }
    }

    private func report(_ outcome: ImportOutcome) {
        let counts = outcome.counts
        if outcome.wasKnown {
            Terminal.print("\(file): imported before, with these very bytes and this mapping; nothing changed.")
        } else if outcome.resumedAfter > 0 {
            Terminal.print("\(file): went on after row \(grouped(outcome.resumedAfter)), where it was stopped.")
        }
        Terminal.print(
            "\(file): \(grouped(counts.read)) rows: \(grouped(counts.added)) new, \(grouped(counts.known)) known, "
                + "\(grouped(counts.skipped)) left out, \(grouped(counts.rejected)) rejected")
        for notice in outcome.notices {
            Terminal.error(
                "  note: \(notice.example) (\(grouped(notice.count)) rows, first on line \(notice.firstLine))")
        }
        if let rejected = outcome.rejectedFile {
            Terminal.print("  rejected rows, with reasons: \(rejected)")
        }
    }

    private func mapping(_ workspace: Workspace) throws -> MappingOptions {
        let use = try workspace.agreementIfAny(draft: agreement.draft, at: Clock.now)
        return MappingOptions(
            fieldOfColumn: try pairs(map, "--map"), constants: try pairs(constants, "--set"),
            only: try only.map { text in
                guard let (column, value) = MappingOptions.pair(text) else { throw notAPair(text, "--only") }
                return .init(column: column, value: value)
            },
            signalNames: try pairs(signal, "--signal"), attributeTypes: use?.attributeTypes ?? [:])
    }
}

/// `LEFT=RIGHT` options as a dictionary.
func pairs(_ texts: [String], _ option: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for text in texts {
        guard let (left, right) = MappingOptions.pair(text) else { throw notAPair(text, option) }
        result[left] = right
    }
    return result
}

func notAPair(_ text: String, _ option: String) -> AppError {
    AppError(.usage, "\(option) \(text): write NAME=VALUE")
}

func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
}
