import HTTPTypes
import Hummingbird
import WeirAgreement
import WeirApp
import WeirFacts
import WeirIntake
import WeirPages

/// The first run, and taking files in: map, check, commit, and what was rejected.
struct ImportPages: PageGroup {
    let pages: any PageUseCases
    let jobs: any JobUseCases
    static let importers: Set<Role> = [.admin, .marketingOperations]
    /// Bytes of a file that the wizard takes; larger ones go through the API or `weir import`.
    static let fileLimit = 64 << 20

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/start") { visit in
                guard try await pages.isEmpty() else { return .seeOther(visit.visitor.role.firstRoom) }
                return StartPage(visit: visit).page()
            },
            routing.form("/start/demo", for: [.admin]) { visit in
                let job = try await pages.startDemo()
                try visit.note(.changed, "the demonstration")
                return .seeOther("/import/jobs/\(job.id)")
            },
            routing.page("/import", for: ImportPages.importers) { visit in FilePage(visit: visit).page() },
            routing.form("/import", for: ImportPages.importers, limit: ImportPages.fileLimit) { visit in
                guard let file = visit.body.files.first(where: { $0.field == "file" }), !file.bytes.isEmpty else {
                    return FilePage(visit: visit).page(mistake: "choose a file first")
                }
                do {
                    let draft = try await pages.imports.keep(file.name, file.bytes)
                    return .seeOther("/import/\(draft.id)")
                } catch {
                    guard let problem = Problem(error), problem.status < 500 else { throw error }
                    return FilePage(visit: visit).page(mistake: problem.message)
                }
            },
            routing.page("/import/{draft}", for: ImportPages.importers) { visit in
                let draft = try await pages.imports.draft(visit.parameter("draft"))
                let kind = visit.query("kind").flatMap(FactKind.init(rawValue:)) ?? draft.guess ?? .accounts
                return try MappingPage(visit: visit, draft: draft, kind: kind).page()
            },
            routing.form("/import/{draft}", for: ImportPages.importers) { visit in try await check(visit) },
            routing.page("/import/jobs/{job}", for: ImportPages.importers) { visit in
                JobPage(visit: visit, job: try await jobs.job(visit.parameter("job"))).page()
            },
            routing.page("/import/jobs/{job}/rejected.csv", for: ImportPages.importers) { visit in
                let id = try visit.parameter("job")
                guard let rejects = try await jobs.importRejects(id) else {
                    throw Problem.notFound("this import rejected nothing")
                }
                try visit.note(.exported, "rejected rows of \(id)")
                return .bytes(
                    rejects, type: "text/csv; charset=utf-8",
                    headers: [.contentDisposition: "attachment; filename=\"rejected.csv\""])
            },
        ]
    }

    private func check(_ visit: Visit) async throws -> Response {
        let draft = try await pages.imports.draft(visit.parameter("draft"))
        let choice = ImportChoice(visit.body, draft)
        if visit.form("do") == "map" {
            return .seeOther("/import/\(draft.id)?kind=\(choice.kind.rawValue)")
        }
        if visit.form("do") == "commit" {
            let bytes = try await pages.imports.bytes(draft.id)
            let (stream, pieces) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
            pieces.yield(bytes)
            pieces.finish()
            let job = try await jobs.startImport(draft.name, choice.settings, body: stream)
            await pages.imports.forget(draft.id)
            try visit.note(.changed, "imported \(choice.kind.rawValue): \(job.id)")
            return .seeOther("/import/jobs/\(job.id)")
        }
        do {
            let trial = try await pages.imports.check(draft.id, choice.settings)
            guard trial.outcome.missing.isEmpty else {
                let words = trial.outcome.missing.map {
                    $0.replacing("--map COLUMN=", with: "").replacing("--set ", with: "")
                }
                return try MappingPage(visit: visit, draft: draft, kind: choice.kind, choice: choice)
                    .page(mistake: words.joined(separator: " "))
            }
            return TrialPage(visit: visit, draft: draft, choice: choice, trial: trial).page()
        } catch {
            guard let problem = Problem(error), problem.status < 500 else { throw error }
            return try MappingPage(visit: visit, draft: draft, kind: choice.kind, choice: choice)
                .page(mistake: problem.message)
        }
    }
}

/// What somebody chose for a file: what it holds, what its columns mean, how its values are read.
struct ImportChoice {
    let kind: FactKind
    let source: String
    let currency: String
    let isDayFirst: Bool
    /// A field's name for each column; `-` leaves it out; empty as Weir understands it.
    let fields: [String]
    private let headers: [String]

    init(_ body: FormBody, _ draft: ImportDesk.Draft) {
        kind = body.value("kind").flatMap(FactKind.init(rawValue:)) ?? .accounts
        let source = (body.value("source") ?? "").filter { !$0.isNewline }
        self.source = source.isEmpty ? "crm" : String(source.prefix(100))
        let currency = (body.value("currency") ?? "").uppercased()
        self.currency = currency.utf8.count == 3 ? currency : "USD"
        isDayFirst = body.value("day_first") == "yes"
        fields = draft.headers.indices.map { body.value("column-\($0)") ?? "" }
        headers = draft.headers
    }

    var settings: ImportSettings {
        var mapping = MappingOptions()
        for (header, field) in zip(headers, fields) where !field.isEmpty { mapping.fieldOfColumn[header] = field }
        return ImportSettings(
            kind: kind, source: source, mapping: mapping, currency: currency, readsDayFirst: isDayFirst)
    }

    /// The same choice, carried on by a form.
    @MarkupBuilder var hiddenFields: Markup {
        let named: [(String, String)] =
            [("kind", kind.rawValue), ("source", source), ("currency", currency)]
            + (isDayFirst ? [("day_first", "yes")] : [])
            + fields.enumerated().filter { !$0.element.isEmpty }.map { ("column-\($0.offset)", $0.element) }
        for (name, value) in named { input(.type(.hidden), .name(name), .value(value)) }
    }
}
