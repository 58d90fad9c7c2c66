import HTTPTypes
import WeirApp
import WeirFacts
import WeirIntake
import WeirLedger

extension Problem {
    /// What an error of another room means to whoever asked; `nil` where it is a mistake of ours.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as ServiceError: self.init(error)
        case let error as AppError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let error as JSONProblem: self.init(error)
        case let error as IntakeError: self.init(422, "bad_data", error.description)
        case is CancellationError: self = .stopping
        default: return nil
        }
    }

    static var stopping: Problem {
        Problem(503, "stopping", "the server is stopping; send it again in a moment", headers: [.retryAfter: "2"])
    }

    private init(_ error: ServiceError) {
        let status =
            switch error.code {
            case .notFound: 404
            case .conflict, .noAgreement: 409
            case .changed: 412
            case .invalid: 422
            case .badCursor: 400
            case .overloaded, .unavailable: 503
            }
        let seconds = error.retryAfterSeconds ?? (status == 503 ? 2 : nil)
        self.init(
            status, error.code.rawValue, error.description, headers: seconds.map { [.retryAfter: String($0)] } ?? [:])
    }

    private init(_ error: AppError) {
        switch error.code {
        case .badAgreement:
            let lines = error.description.split(separator: "\n").map(String.init)
            self.init(
                422, "bad_agreement", "the agreement has \(lines.count == 1 ? "a mistake" : "\(lines.count) mistakes")",
                mistakes: lines.map { Mistake(pointer: "#", code: "bad_agreement", message: $0) })
        case .badData: self.init(422, "bad_data", error.description)
        case .usage: self.init(422, "invalid", error.description)
        case .notFound, .noInput: self.init(404, "not_found", error.description)
        case .noAgreement: self.init(409, "no_agreement", error.description)
        case .interrupted: self = .stopping
        case .cannotWrite:
            self.init(503, "unavailable", error.description, headers: [.retryAfter: "10"])
        }
    }

    private init(_ error: LedgerError) {
        switch error.code {
        case .notFound: self.init(404, "not_found", error.description)
        case .conflict: self.init(409, "conflict", error.description)
        case .changed: self.init(412, "changed", error.description)
        case .overloaded: self = .overloaded
        case .closed: self = .stopping
        case .full: self.init(503, "unavailable", error.description, headers: [.retryAfter: "30"])
        case .noWorkspace, .workspaceExists, .tooNew, .database:
            self.init(503, "unavailable", "the ledger cannot be used now", headers: [.retryAfter: "10"])
        }
    }

    private init(_ error: JSONProblem) {
        let code = error.code == .malformed || error.code == .empty ? "bad_json" : "json_too_large"
        self.init(400, code, error.description)
    }
}
