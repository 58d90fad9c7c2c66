import HTTPTypes
import Hummingbird
import NIOCore
import WeirApp
import WeirFacts
import WeirIntake

/// Work that outlasts a request: backtests, imports; and exports.
struct WorkRoutes: Sendable {
    let jobs: any JobUseCases
    let exports: any ExportUseCases
    let limits: WebLimits

    private let job = Parameter.path("job", "job", "The job.")

    var routes: [Route] { [backtest, importing] + jobRoutes + [export] }

    private var backtest: Route {
        .post(
            "/api/v1/backtests", .reportsWrite,
            Operation(
                id: "startBacktest", tag: "Work", summary: "Try a definition on the past",
                body: .json(
                    .object([
                        .init(
                            "version", .integer(1...1_000_000), isRequired: false,
                            "The version to try; the one in force if not given."),
                        .init(
                            "draft", .text(1...1_048_576), isRequired: false,
                            "An unsigned text to try instead, in YAML."),
                        .init("from", .day, isRequired: false, "First day; the first of the data if not given."),
                        .init("to", .day, isRequired: false, "Last day; the last of the data if not given."),
                        .init(
                            "horizon_days", .integer(1...730), isRequired: false,
                            "Within how many days an opportunity has to follow; 90 if not given."),
                    ])),
                answers: [.json(202, .named("Job"), "It was begun; ask for the job.", headers: ["Location"])],
                problems: [409], isRepeatable: true,
                links: [.init(operation: "getJob", parameter: "job", pointer: "/id")])
        ) { call in
            let json = call.json
            if let from = json.day("from"), let to = json.day("to"), from > to {
                throw Problem(409, "no_period", "from is after to; give them the other way round")
            }
            let request = BacktestRequest(
                version: json.whole("version"), draft: json.text("draft").map { Array($0.utf8) },
                from: json.day("from"),
                to: json.day("to"), horizonDays: json.whole("horizon_days") ?? 90)
            return Response.begun(try await jobs.startBacktest(request))
        }
    }

    private var importing: Route {
        .post(
            "/api/v1/imports/{kind}", .importsWrite,
            Operation(
                id: "startImport", tag: "Work", summary: "Take in a file of facts",
                description:
                    "The body is the file; it may be compressed with gzip (`Content-Encoding`). The same file again changes nothing.",
                parameters: [
                    Parameter(
                        name: "kind", place: .path, schema: .choice(FactKind.allCases.map(\.rawValue)),
                        isRequired: true,
                        description: "What its rows are."),
                    .query(
                        "source", .text(TextRule(length: 1...100, format: .word)),
                        "The system it came from; crm if not given."),
                    .query("name", .text(TextRule(length: 1...100, format: .word)), "The file's name, for people."),
                    .query(
                        "currency", .text(TextRule(choices: ["USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD"])),
                        "For amounts that name none; USD if not given."),
                    .query("day_first", .yesNo, "Whether 3/4/2026 is the third of April; false if not given."),
                ], body: .bytes(["text/csv", "application/x-ndjson"], limit: limits.importBytes),
                answers: [.json(202, .named("Job"), "It was begun; ask for the job.", headers: ["Location"])],
                problems: [409],
                links: [
                    .init(operation: "getJob", parameter: "job", pointer: "/id"),
                    .init(operation: "cancelJob", parameter: "job", pointer: "/id"),
                    .init(operation: "getImportRejects", parameter: "job", pointer: "/id"),
                ])
        ) { call in
            guard let kind = FactKind(rawValue: try call.parameter("kind")) else {
                throw Problem.notFound("imports take \(FactKind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let type = try requireType(call.request.headers, ["text/csv", "application/x-ndjson"])
            let settings = ImportSettings(
                kind: kind, source: call.query("source") ?? "crm", currency: call.query("currency") ?? "USD",
                readsDayFirst: call.query("day_first") == "true", format: type == "text/csv" ? .csv : .ndjson)
            let name = call.query("name") ?? (type == "text/csv" ? "\(kind.rawValue).csv" : "\(kind.rawValue).ndjson")
            let job = try await jobs.startImport(name, settings, body: try call.pieces(limit: limits.importBytes))
            return Response.begun(job)
        }
    }

    private var jobRoutes: [Route] {
        [
            .get(
                "/api/v1/jobs", .reportsRead,
                Operation(
                    id: "listJobs", tag: "Work", summary: "Jobs, the latest first", parameters: Parameter.page,
                    answers: [.page(of: "Job", "Some jobs.")])
            ) { call in
                call.page(try await jobs.jobs(call.pageRequest)) { $0.json }
            },
            .get(
                "/api/v1/jobs/{job}", .reportsRead,
                Operation(
                    id: "getJob", tag: "Work", summary: "A job, with its progress or result", parameters: [job],
                    answers: [.json(200, .named("Job"), "The job.")])
            ) { call in
                .json(try await jobs.job(call.parameter("job")).json)
            },
            .post(
                "/api/v1/jobs/{job}/cancellation", .reportsWrite,
                Operation(
                    id: "cancelJob", tag: "Work", summary: "Ask a job to stop",
                    description: "What it had put on disk stays. A job that has ended stays as it is.",
                    parameters: [job],
                    answers: [.json(200, .named("Job"), "The job.")])
            ) { call in
                .json(try await jobs.cancelJob(call.parameter("job")).json)
            },
            .get(
                "/api/v1/jobs/{job}/rejects", .reportsRead,
                Operation(
                    id: "getImportRejects", tag: "Work", summary: "The rows that an import could not use, with reasons",
                    parameters: [job],
                    answers: [AnswerRule(status: 200, description: "The rows.", mediaTypes: ["text/csv"])])
            ) { call in
                guard let rows = try await jobs.importRejects(call.parameter("job")) else {
                    throw Problem.notFound("this job has no rejected rows")
                }
                return .bytes(rows, type: "text/csv")
            },
        ]
    }

    private var export: Route {
        .get(
            "/api/v1/exports/{set}", .exportsRead,
            Operation(
                id: "export", tag: "Work", summary: "The whole of a set, as it stands now",
                parameters: [
                    Parameter(
                        name: "set", place: .path, schema: .choice(ExportSet.allCases.map(\.rawValue)),
                        isRequired: true,
                        description: "What to export."),
                    .query("format", .choice(ExportFormat.allCases.map(\.rawValue)), "ndjson if not given."),
                ],
                answers: [
                    AnswerRule(
                        status: 200, description: "One record a line.",
                        mediaTypes: ["application/x-ndjson", "text/csv"])
                ])
        ) { call in
            guard let set = ExportSet(rawValue: try call.parameter("set")) else {
                throw Problem.notFound("exports are \(ExportSet.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let format = call.query("format").flatMap(ExportFormat.init(rawValue:)) ?? .ndjson
            let type = format == .csv ? "text/csv" : "application/x-ndjson"
            let file = "attachment; filename=\"\(set.rawValue).\(format.rawValue)\""
            return .pieces(exports.export(set, as: format), type: type, headers: [.contentDisposition: file])
        }
    }
}

extension Response {
    fileprivate static func begun(_ job: Job) -> Response {
        .json(job.json, status: .accepted, headers: [.location: "/api/v1/jobs/\(job.id)"])
    }
}

extension Job {
    var json: JSON {
        [
            "id": .text(id), "kind": .text(kind.rawValue), "state": .text(state.rawValue),
            "progress_permille": progressPermille.map { .integer($0) } ?? .null, "title": .text(title),
            "created_at": .words(createdAt), "finished_at": .words(finishedAt),
            "failure": failure.map { ["code": .text($0.code), "message": .text($0.sentence)] } ?? .null,
            "result": result.map(JSON.written) ?? .null,
        ]
    }
}

extension Call {
    /// The body as it comes, inflated; never more of it in memory than a piece.
    fileprivate func pieces(limit: Int) throws -> AsyncThrowingStream<[UInt8], any Error> {
        let reader = try BodyPieces(request, limit: limit)
        return AsyncThrowingStream { try await reader.next() }
    }
}
