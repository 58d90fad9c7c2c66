import WeirApp
import WeirIntake
import WeirLedger

/// Taking in what tracking clients send, and again what could not be taken in at first.
public protocol TrackingUseCases: EventUseCases {
    /// Says what the events are, and puts them on disk. Returns after the commit.
    func take(_ batch: TrackingBatch, from source: TrackingSource) async throws -> IntakeReceipt
    /// - Parameter ids: which; `nil` is all that wait.
    func replayRejected(_ ids: [String]?) async throws -> ReplayOutcome
    /// Maps events again that the mapping did not know when they came.
    func replayUnmapped() async throws -> ReplayOutcome
}
