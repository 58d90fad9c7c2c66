import Synchronization
import WeirFacts
import WeirLedger
import WeirTold

/// Sends what is due, a few at once and one at a time to each destination, for as long as the service runs.
///
/// What waits is on disk: a process that is killed between sending and writing down sends once more, under the same id.
final class Teller: Sendable {
    private struct State {
        /// Destinations that are being sent to.
        var busy: Set<Int64> = []
        var isStopping = false
        var trouble: String?
        /// Deliveries that wait.
        var waiting = 0
        var work: Task<Void, Never>?
    }

    private static let mostAtOnce = 8
    /// How long it waits, when it is stopped, for what is under way.
    private static let stopSeconds = 5

    private let delivering: Delivering
    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(_ delivering: Delivering) {
        self.delivering = delivering
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let work = Task.detached(priority: .utility) { [self] in await run() }
        state.withLock { $0.work = work }
    }

    /// Why nothing can be sent at the moment; `nil` when all is well.
    var trouble: String? { state.withLock { $0.trouble } }

    /// Deliveries that waited a second ago.
    var waiting: Int { state.withLock { $0.waiting } }

    func stop() async {
        let work = state.withLock { state in
            state.isStopping = true
            return state.work
        }
        wake.finish()
        let patience = Task {
            try? await Task.sleep(for: .seconds(Teller.stopSeconds))
            work?.cancel()
        }
        await work?.value
        patience.cancel()
    }

    private func run() async {
        let ticker = Task { [wake] in
            while !Task.isCancelled {
                wake.yield()
                try? await Task.sleep(for: .seconds(1))
            }
        }
        defer { ticker.cancel() }
        await withDiscardingTaskGroup { group in
            for await _ in wakes {
                for (delivery, destination) in await due() {
                    group.addTask { [self] in
                        await delivering.attempt(delivery, destination)
                        state.withLock { _ = $0.busy.remove(destination.id) }
                        wake.yield()
                    }
                }
            }
        }
    }

    /// Takes out what may be sent now.
    private func due() async -> [(StoredDelivery, StoredDestination)] {
        let (busy, isStopping) = state.withLock { ($0.busy, $0.isStopping) }
        guard !isStopping, delivering.options.carrier != nil else { return [] }
        do {
            let (found, waiting) = try await onDisk { [delivering] in
                let ledger = delivering.workspace.ledger
                try ledger.tellDecisions { account, entered, cause, at in
                    var matter = Notice.Matter()
                    matter.account = RecordID.account.text(account)
                    matter.reason = cause
                    return try NewNotice(entered ? .accountQualified : .accountDisqualified, matter, at: at)
                }
                let due = try ledger.dueDeliveries(
                    now: delivering.clock(), besides: busy, limit: Teller.mostAtOnce - busy.count)
                return (due, try ledger.waitingDeliveries())
            }
            state.withLock { state in
                state.trouble = nil
                state.waiting = waiting
                state.busy.formUnion(found.map(\.1.id))
            }
            return found
        } catch {
            state.withLock { $0.trouble = "notifications: \(error)" }
            return []
        }
    }
}
