import ArgumentParser
import Foundation
import WeirApp
import WeirInsight
import WeirIntake
import WeirLedger
import WeirSimulation

/// How the command ends when something is wrong: one clear message on standard error, and a status that tells a
/// script what kind of trouble it was (`sysexits.h`).
enum Failure {
    static func exit(_ error: any Error) -> Never {
        switch error {
        case let error as AppError: end("\(error)", status: error.exitStatus)
        case let error as LedgerError: end("weir: \(error)", status: error.exitStatus)
        case let error as ServiceError: end("weir: \(error)", status: error.exitStatus)
        case let error as IntakeError: end("weir: \(error)", status: error.code == .cannotOpen ? 66 : 65)
        case let error as InsightError: end("weir: \(error)", status: 64)
        case let error as SimulationError: end("weir: \(error)", status: 64)
        case is CancellationError: end("weir: stopped; what was read so far is on disk", status: 130)
        default: Weir.exit(withError: error)
        }
    }

    private static func end(_ message: String, status: Int32) -> Never {
        Terminal.error(message)
        Foundation.exit(status)
    }
}

extension ServiceError {
    fileprivate var exitStatus: Int32 {
        switch code {
        case .notFound: 69
        case .conflict, .changed, .invalid, .badCursor: 65
        case .overloaded, .unavailable: 74
        case .noAgreement: 78
        }
    }
}

extension LedgerError {
    fileprivate var exitStatus: Int32 {
        switch code {
        case .noWorkspace: 66
        case .workspaceExists: 73
        case .tooNew, .database, .full, .overloaded, .closed: 74
        case .notFound: 69
        case .conflict, .changed: 65
        }
    }
}
