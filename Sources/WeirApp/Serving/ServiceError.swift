import WeirLedger

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

extension ServiceError {
    /// What the ledger says, in the service's words.
    init(_ error: LedgerError) {
        switch error.code {
        case .notFound: self.init(.notFound, error.description)
        case .conflict, .workspaceExists: self.init(.conflict, error.description)
        case .changed: self.init(.changed, error.description)
        case .overloaded: self.init(.overloaded, error.description, retryAfterSeconds: 1)
        case .full: self.init(.unavailable, error.description, retryAfterSeconds: 30)
        case .closed: self.init(.unavailable, error.description, retryAfterSeconds: 5)
        case .database, .noWorkspace, .tooNew:
            self.init(.unavailable, error.description, retryAfterSeconds: 10)
        }
    }

    static func wrapping<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as LedgerError {
            throw ServiceError(error)
        }
    }

    static func wrapping<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as LedgerError {
            throw ServiceError(error)
        }
    }
}
