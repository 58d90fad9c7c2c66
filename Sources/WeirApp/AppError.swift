/// What a use case could not do, with a stable code and what to do about it.
public struct AppError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// The command does not make sense as given.
        case usage
        /// The agreement has mistakes; the description lists them.
        case badAgreement = "bad-agreement"
        /// Input data cannot be used.
        case badData = "bad-data"
        /// A file is missing or cannot be read.
        case noInput = "no-input"
        /// Nothing is in force.
        case noAgreement = "no-agreement"
        /// What was asked for does not exist.
        case notFound = "not-found"
        /// A file cannot be written.
        case cannotWrite = "cannot-write"
        /// Stopped by the user.
        case interrupted
    }

    public var code: Code
    public var description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The exit status, as `sysexits.h` numbers them.
    public var exitStatus: Int32 {
        switch code {
        case .usage: 64
        case .badAgreement, .badData: 65
        case .noInput: 66
        case .notFound: 69
        case .cannotWrite: 73
        case .noAgreement: 78
        case .interrupted: 130
        }
    }
}
