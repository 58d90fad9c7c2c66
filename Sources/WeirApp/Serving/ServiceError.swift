/// What the service could not do, with a stable code and what to do about it.
public struct ServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// What was asked for does not exist.
        case notFound = "not_found"
        /// It does not fit the state things are in, e.g. a name that is taken.
        case conflict
        /// Somebody else changed it in between.
        case changed
        /// The request makes no sense as given.
        case invalid
        /// A cursor that this service did not give.
        case badCursor = "bad_cursor"
        /// More is waiting than can be held; see ``ServiceError/retryAfterSeconds``.
        case overloaded
        /// The ledger cannot be written or read now.
        case unavailable
        /// No agreement is in force, so nothing can be decided.
        case noAgreement = "no_agreement"
    }

    public var code: Code
    public var description: String
    /// For `overloaded` and `unavailable`.
    public var retryAfterSeconds: Int?

    public init(_ code: Code, _ description: String, retryAfterSeconds: Int? = nil) {
        self.code = code
        self.description = description
        self.retryAfterSeconds = retryAfterSeconds
    }
}
