import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirLedger

/// Who was said to be one, and saying so.
struct MergeRoutes: Sendable {
    let merges: any MergeUseCases

    private let merge = Parameter.path("merge", "mrg", "The merge.")

    var routes: [Route] {
        [
            .get(
                "/api/v1/merges", .peopleRead,
                Operation(
                    id: "listMerges", tag: "Records", summary: "Merges, in the order they were said",
                    parameters: Parameter.page + [
                        .query("kind", .choice(RecordKind.allCases.map(\.rawValue)), "Only those of this kind."),
                        .query(
                            "taken_back", .yesNo, "Whether those taken back are listed too; false if not given."),
                    ], answers: [.page(of: "Merge", "Some merges.")])
            ) { call in
                let filter = MergeFilter(
                    kind: call.query("kind").flatMap(RecordKind.init(rawValue:)),
                    includesTakenBack: call.query("taken_back") == "true")
                return call.page(try await merges.merges(filter, call.pageRequest)) { $0.json }
            },
            create,
            .get(
                "/api/v1/merges/{merge}", .peopleRead,
                Operation(
                    id: "getMerge", tag: "Records", summary: "A merge, with who said so and why", parameters: [merge],
                    answers: [.json(200, .named("Merge"), "The merge.")])
            ) { call in
                .json(try await merges.merge(call.parameter("merge")).json)
            },
            Route(
                method: .delete, path: "/api/v1/merges/{merge}", access: .scope(.mergesWrite), group: .api,
                operation: Operation(
                    id: "takeBackMerge", tag: "Records", summary: "Take a merge back",
                    description: "Everything is read as if it had never been said; the merge stays on record.",
                    parameters: [
                        merge, .query("because", .text(1...1000, .line), "Why, in words."),
                    ], answers: [.json(200, .named("Merge"), "The merge, taken back.")], problems: [409])
            ) { call in
                let taken = try await merges.takeBackMerge(
                    call.parameter("merge"), by: call.caller?.name ?? "", because: call.query("because"))
                return .json(taken.json)
            },
        ]
    }

    private var create: Route {
        .post(
            "/api/v1/merges", .mergesWrite,
            Operation(
                id: "createMerge", tag: "Records", summary: "Say that two buyers, or two accounts, are one",
                description: """
                    What was recorded under either is read as one record's; nothing is copied or deleted. A known person is \
                    kept rather than an anonymous one, a described record rather than a mention; of two alike the one named \
                    in `into`, or else the one of whom more is known, or else the older one.
                    """,
                body: .json(
                    .object([
                        .init("first", .text(5...22, .word), "A buyer's or an account's id.", example: "buy_7"),
                        .init("second", .text(5...22, .word), "Another one of the same kind.", example: "buy_12"),
                        .init("into", .text(5...22, .word), isRequired: false, "Which of the two is kept."),
                        .init("because", .text(1...1000, .line), isRequired: false, "What it rests on, in words."),
                    ])),
                answers: [.json(201, .named("Merge"), "The merge.", headers: ["Location"])], problems: [404, 409],
                isRepeatable: true,
                links: [
                    .init(operation: "getMerge", parameter: "merge", pointer: "/id"),
                    .init(operation: "takeBackMerge", parameter: "merge", pointer: "/id"),
                ])
        ) { call in
            let said = try await merges.merge(
                MergeRequest(
                    first: call.json.text("first") ?? "", second: call.json.text("second") ?? "",
                    into: call.json.text("into"), by: call.caller?.name ?? "", because: call.json.text("because")))
            return .json(said.json, status: .created, headers: [.location: "/api/v1/merges/\(said.id)"])
        }
    }
}

extension MergeSummary {
    var json: JSON {
        [
            "id": .text(id), "kind": .text(kind.rawValue), "first": .text(first), "second": .text(second),
            "first_name": .text(orNull: firstName), "second_name": .text(orNull: secondName), "into": .text(into),
            "by": .text(by), "because": .text(orNull: because), "at": .words(at),
            "taken_back_by": .text(orNull: takenBackBy), "taken_back_because": .text(orNull: takenBackBecause),
            "taken_back_at": .words(takenBackAt),
        ]
    }
}

extension Shapes {
    static let merges: [(String, JSON)] = [
        (
            "Merge",
            object(
                "That two records are one, as somebody said.",
                [
                    ("id", id("mrg")), ("kind", oneOf(RecordKind.allCases.map(\.rawValue))), ("first", text),
                    ("second", text), ("first_name", orNull(text)), ("second_name", orNull(text)), ("into", text),
                    ("by", text), ("because", orNull(text)), ("at", time), ("taken_back_by", orNull(text)),
                    ("taken_back_because", orNull(text)), ("taken_back_at", orNull(time)),
                ])
        ),
        page("Merge"),
    ]
}
