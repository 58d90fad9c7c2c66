import Foundation
import WeirFacts
import WeirLedger

/// Does work that outlasts a request, one job after the other, so that it never takes all processors from the rest.
actor JobDesk {
    /// What a job does. It reports how far it is, in permille, and returns how it ended.
    typealias Work = @Sendable (_ progress: @escaping @Sendable (Int) -> Void) async throws -> JobEnd

    private struct Waiting {
        var id: Int64
        var work: Work
    }

    private let workspace: Workspace
    private let clock: @Sendable () -> Instant
    private let onEnd: @Sendable () -> Void
    private var waiting: [Waiting] = []
    private var running: (id: Int64, task: Task<Void, Never>)?
    private var isStopping = false

    /// - Parameter onEnd: called after each job.
    init(
        _ workspace: Workspace, _ clock: @escaping @Sendable () -> Instant, onEnd: @escaping @Sendable () -> Void
    ) {
        self.workspace = workspace
        self.clock = clock
        self.onEnd = onEnd
    }

    func start(_ kind: Job.Kind, title: String, _ work: @escaping Work) async throws -> Job {
        guard !isStopping else {
            throw ServiceError(.unavailable, "the service is stopping; start it again later", retryAfterSeconds: 5)
        }
        guard waiting.count < 100 else {
            throw ServiceError(.overloaded, "100 jobs are waiting already; start it later", retryAfterSeconds: 60)
        }
        let (ledger, now) = (workspace.ledger, clock())
        let stored = try await onDisk { try ledger.addJob(kind: kind.rawValue, title: title, now: now) }
        waiting.append(Waiting(id: stored.id, work: work))
        runNext()
        return Job(stored)
    }

    /// Stops a job; one that ended stays as it is.
    func cancel(_ id: Int64) async throws {
        if running?.id == id {
            running?.task.cancel()
            return
        }
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: place)
        try await end(id, JobEnd(state: Job.State.aborted.rawValue))
    }

    func stop() async {
        isStopping = true
        let left = waiting
        waiting = []
        for job in left { try? await end(job.id, .stopped) }
        running?.task.cancel()
        await running?.task.value
    }

    private func runNext() {
        guard running == nil, !waiting.isEmpty else { return }
        let next = waiting.removeFirst()
        running = (next.id, Task.detached(priority: .utility) { [self] in await run(next) })
    }

    private nonisolated func run(_ job: Waiting) async {
        let ledger = workspace.ledger
        let running = Job.State.running.rawValue
        try? await onDisk { try ledger.moveJob(job.id, state: running, progressPermille: 0) }
        var outcome: JobEnd
        do {
            try Task.checkCancellation()
            outcome = try await job.work { permille in
                try? ledger.moveJob(job.id, state: running, progressPermille: min(max(permille, 0), 1000))
            }
        } catch is CancellationError {
            outcome = await isBeingStopped ? .stopped : JobEnd(state: Job.State.aborted.rawValue)
        } catch {
            outcome = JobEnd(failure: error)
        }
        try? await end(job.id, outcome)
        onEnd()
        await finished()
    }

    private var isBeingStopped: Bool { isStopping }

    private nonisolated func end(_ id: Int64, _ outcome: JobEnd) async throws {
        let (ledger, now) = (workspace.ledger, clock())
        try await onDisk { try ledger.endJob(id, outcome, now: now) }
    }

    private func finished() {
        running = nil
        runNext()
    }
}

extension JobEnd {
    static let stopped = JobEnd(
        state: Job.State.aborted.rawValue, failureCode: "interrupted",
        failure: "the service was stopped while this was running; start it again")

    init(failure error: any Error) {
        let code: String =
            switch error {
            case let error as AppError: error.code.rawValue.replacing("-", with: "_")
            case let error as ServiceError: error.code.rawValue
            case let error as LedgerError: error.code.rawValue.replacing("-", with: "_")
            default: "failed"
            }
        self.init(state: Job.State.failed.rawValue, failureCode: code, failure: "\(error)")
    }
}

extension Job {
    init(_ stored: StoredJob) {
        self.init(
            id: RecordID.job.text(stored.id), kind: Kind(rawValue: stored.kind) ?? .importing,
            state: State(rawValue: stored.state) ?? .failed, progressPermille: stored.progressPermille,
            title: stored.title, createdAt: stored.createdAt, finishedAt: stored.finishedAt,
            failure: stored.failureCode.map { Failure(code: $0, sentence: stored.failure ?? "") },
            result: stored.result)
    }
}
