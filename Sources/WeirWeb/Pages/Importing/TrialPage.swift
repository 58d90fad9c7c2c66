import Hummingbird
import WeirApp
import WeirFacts
import WeirIntake
import WeirPages

/// Step three: what would become of every row.
struct TrialPage {
    let visit: Visit
    let draft: ImportDesk.Draft
    let choice: ImportChoice
    let trial: ImportDesk.Trial

    func page() -> Response {
        let counts = trial.outcome.counts
        let usable = counts.read - counts.rejected - counts.skipped
        return visit.page("Check", room: .settings) {
            PageHead(usable > 0 ? "\(Texts.count(usable, "row")) can be taken in" : "No row can be taken in") {
                "\(draft.name) was tried out on the side. Nothing is taken in yet."
            }.element
            ImportSteps(step: 3).element
            FigureRow([
                Figure("Rows", Texts.number(counts.read), definition: "Rows of the file below its headers."),
                Figure("Usable", Texts.number(usable), definition: "Rows that become facts, or are known already."),
                Figure(
                    "Rejected", Texts.number(counts.rejected),
                    definition: "Rows that cannot be used; you get them back with the reasons."),
            ]).element
            for notice in trial.outcome.notices.prefix(5) {
                Notice(.plain) {
                    p { "\(notice.example) (\(Texts.count(notice.count, "row")), first in line \(notice.firstLine))" }
                }
                .element
            }
            if counts.rejected > 0 { rejects }
            div(.class("actions")) {
                if usable > 0 {
                    submit("commit", "Take \(Texts.count(usable, "row")) in", kind: "primary")
                }
                a(
                    .class("button plain"),
                    .href(HTMLAddress("/import/", step: draft.id, [("kind", choice.kind.rawValue)]))
                ) {
                    "Change the mapping"
                }
            }
            details {
                summary { "How every column is read" }
                pre(.takesFocus) { trial.outcome.mappingTable }
            }
        }
    }

    private func submit(_ what: String, _ words: String, kind: String) -> HTMLElement {
        form(.action(HTMLAddress("/import/", step: draft.id)), .method(.post), .class("inline")) {
            visit.csrfField
            choice.hiddenFields
            button(.type(.submit), .name("do"), .value(what), .class(kind)) { words }
        }
    }

    @MarkupBuilder private var rejects: Markup {
        let rows = RejectedRows(trial.rejects, limit: 20)
        DataTable(
            "Rows that cannot be used, the first \(Texts.number(rows.all.count))",
            columns: [.init("Line", isNumber: true), .init("Column"), .init("Why")],
            rows: rows.all.map { [Markup(text: $0.line), Markup(text: $0.column), Markup(text: $0.reason)] }
        ).element
    }
}

/// The first rows of a file of rejected rows.
struct RejectedRows {
    struct Row {
        var line: String
        var column: String
        var reason: String
    }

    private(set) var all: [Row] = []

    init(_ csv: [UInt8], limit: Int) {
        var reader = try? TableReader(MemoryBytes(csv), format: .csv)
        guard let batch = try? reader?.nextBatch(maxRows: limit) else { return }
        let headers = batch.headers
        func place(_ name: String) -> Int? { headers.firstIndex(of: name) }
        guard let line = place("rejected_line"), let column = place("rejected_column"),
            let reason = place("rejected_reason")
        else { return }
        for row in 0..<min(limit, batch.rowCount) {
            all.append(
                Row(
                    line: batch.text(row: row, column: line), column: batch.text(row: row, column: column),
                    reason: batch.text(row: row, column: reason)))
        }
    }
}

/// Step four: how far it is, and what became of it.
struct JobPage {
    let visit: Visit
    let job: Job

    func page() -> Response {
        let isOver = job.finishedAt != nil
        return visit.page("Import", room: .settings) {
            PageHead(title) { job.title.prefix(1).uppercased() + job.title.dropFirst() }.element
            ImportSteps(step: 4).element
            div([.id("job")] + (isOver ? [] : [.data("poll", "1000")])) {
                switch job.state {
                case .queued, .running:
                    let done = (job.progressPermille ?? 0) / 10
                    p(.isLive) { "\(done)% done." }
                    p(.class("actions")) {
                        a(.class("button plain"), .href(HTMLAddress(path: "/import/jobs/\(job.id)", []))) {
                            "Look again"
                        }
                    }
                case .completed: end
                case .failed, .aborted:
                    Notice(.breached) { p { job.failure?.sentence ?? "It was stopped." } }.element
                    p(.class("actions")) { a(.class("button plain"), .to("/import")) { "Import another file" } }
                }
            }
        }
    }

    private var title: String {
        switch job.state {
        case .queued, .running: "Taking it in"
        case .completed: "It is taken in"
        case .failed, .aborted: "It was not taken in"
        }
    }

    @MarkupBuilder private var end: Markup {
        let counts = ["read", "added", "known", "rejected"].compactMap { name in
            count(name).map { (name, $0) }
        }
        FigureRow(
            counts.map { name, value in
                Figure(
                    name.prefix(1).uppercased() + name.dropFirst(), Texts.number(value),
                    definition: JobPage.definitions[name] ?? "")
            }
        ).element
        if let rejected = count("rejected"), rejected > 0 {
            Notice(.risk) {
                p {
                    "\(Texts.count(rejected, "row")) could not be used. "
                    a(.href(HTMLAddress(path: "/import/jobs/\(job.id)/rejected.csv", []))) {
                        "Get them with the reasons"
                    }
                    ", mend them, and import that file."
                }
            }.element
        }
        p(.class("actions")) {
            a(.class("button primary"), .to("/accounts")) { "See the accounts" }
            a(.class("button plain"), .to("/import")) { "Import another file" }
        }
    }

    private static let definitions = [
        "read": "Rows of the file.", "added": "Rows that became new facts.",
        "known": "Rows that say what was known already.", "rejected": "Rows that could not be used.",
    ]

    private func count(_ name: String) -> Int? {
        guard let result = job.result, let json = try? JSONValue(parsing: Array(result.utf8)),
            case .object(let object) = json
        else { return nil }
        return object.whole(name)
    }
}
