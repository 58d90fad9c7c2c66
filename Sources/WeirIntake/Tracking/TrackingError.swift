/// A request of which no event can be taken in. Single bad events are a ``RejectedItem`` instead.
public struct TrackingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names for clients; they never change their meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case emptyBody = "empty_body"
        case badJSON = "bad_json"
        case tooDeep = "json_too_deep"
        case tooManyValues = "json_too_many_values"
        case bodyTooLarge = "body_too_large"
        case eventTooLarge = "event_too_large"
        case tooManyEvents = "too_many_events"
        case noBatch = "no_batch"
        case badEnvelope = "bad_envelope"
    }

    public var code: Code
    /// What was found, what was expected and what to do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The HTTP status. It is 400 for what is too large as well: that is what Segment's clients know, and they throw
    /// the request away at any status from 400 to 499.
    public var status: Int { 400 }

    public var description: String { message }

    init(_ problem: JSONProblem) {
        let code: Code =
            switch problem.code {
            case .empty: .emptyBody
            case .malformed, .notUTF8: .badJSON
            case .tooDeep: .tooDeep
            case .tooManyValues: .tooManyValues
            case .tooLarge: .bodyTooLarge
            }
        let place = problem.code == .empty ? "" : " (byte \(problem.at + 1))"
        self.init(code, "the body \(problem.reason)\(place); send one JSON object in UTF-8")
    }
}
