/// How the OpenAPI document describes a route, and what is checked of a request before its handler sees it.
struct Operation: Sendable {
    /// `listAccounts`: stable, for generated clients.
    var id: String
    var tag: String
    var summary: String
    var description: String?
    var parameters: [Parameter] = []
    var body: BodyRule?
    /// What comes back when all is well.
    var answers: [AnswerRule]
    /// Statuses of problems beyond those that every operation may answer with.
    var problems: [Int] = []
    /// Whether a repeated request with the same `Idempotency-Key` is answered as the first one was.
    var isRepeatable = false
    /// Other operations that what this one made can be asked with.
    var links: [Link] = []

    struct Link: Sendable {
        var operation: String
        var parameter: String
        /// A JSON pointer into the answer.
        var pointer: String
    }
}

/// A parameter in the path, the query or the header.
struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    var name: String
    var place: Place
    var schema: Schema
    var isRequired: Bool
    var description: String

    static func path(_ name: String, _ prefix: String, _ description: String) -> Parameter {
        let pattern: JSON = ["type": "string", "pattern": .text("^\(prefix)_[0-9]{1,18}$")]
        return Parameter(
            name: name, place: .path, schema: .described(pattern), isRequired: true, description: description)
    }

    static func query(_ name: String, _ schema: Schema, isRequired: Bool = false, _ description: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: isRequired, description: description)
    }

    static let page: [Parameter] = [
        .query("limit", .integer(1...200), "How many to give; 50 if not given."),
        .query(
            "cursor", .text(TextRule(length: 1...500, format: .word)),
            "Where the page before ended, as its `next_cursor` said."),
    ]

    static let asOf = Parameter.query(
        "as_of", .day, "The day to answer for, in the agreement's time zone; today if not given.")

    static let ifMatch = Parameter(
        name: "If-Match", place: .header, schema: .text(TextRule(length: 1...200)), isRequired: true,
        description: "The `ETag` of what you read; the change is refused (412) if somebody changed it in between.")

    static let idempotencyKey = Parameter(
        name: "Idempotency-Key", place: .header, schema: .text(TextRule(length: 1...100, format: .word)),
        isRequired: false,
        description: "A value of your own, new for each thing to be done: repeating the request is safe.")
}

/// What a request's body may be.
enum BodyRule: Sendable {
    case json(Schema)
    /// Bytes of one of these media types; the schema is for the document.
    case bytes([String], limit: Int)

    var mediaTypes: [String] {
        switch self {
        case .json: ["application/json"]
        case .bytes(let types, _): types
        }
    }
}

/// An answer that is not a problem.
struct AnswerRule: Sendable {
    var status: Int
    var description: String
    var mediaTypes: [String] = ["application/json"]
    var schema: Schema?
    var headers: [String] = []

    static func json(_ status: Int = 200, _ schema: Schema, _ description: String, headers: [String] = []) -> AnswerRule
    {
        AnswerRule(status: status, description: description, schema: schema, headers: headers)
    }

    static func page(of name: String, _ description: String) -> AnswerRule {
        .json(200, .named(name + "Page"), description)
    }

    static let nothing = AnswerRule(status: 204, description: "Done.", mediaTypes: [])
}
