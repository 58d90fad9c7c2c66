import Foundation
import Synchronization
import WeirDesk
import WeirFacts

/// Keeps a served desk up with what is decided, and with time, in a thread of its own.
final class DeskFollower: Sendable {
    /// Time passes at the desk at least so often.
    private static let tickSeconds: Int64 = 15

    private struct State {
        var isStopping = false
        var trouble: String?
    }

    private let desk: SalesDesk
    private let clock: @Sendable () -> Instant
    private let told: @Sendable () -> Void
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    /// - Parameter told: called when something happened that somebody may have to be told of.
    init(_ desk: SalesDesk, clock: @escaping @Sendable () -> Instant, told: @escaping @Sendable () -> Void) {
        self.desk = desk
        self.clock = clock
        self.told = told
        let thread = Thread { [self] in run() }
        thread.name = "weir.desk"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Why the desk cannot go on at the moment; `nil` when all is well.
    var trouble: String? { state.withLock { $0.trouble } }

    /// There may be something new.
    func nudge() { wakeUp.signal() }

    func stop() {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        hasEnded.wait()
    }

    private func run() {
        var last: (decision: Int64, tick: Instant)?
        while !state.withLock({ $0.isStopping }) {
            do {
                let now = clock()
                let decision = try desk.workspace.ledger.lastDecision()
                let isDue = last.map { now >= $0.tick.advanced(bySeconds: DeskFollower.tickSeconds) } ?? true
                if isDue || decision != last?.decision {
                    let followed = try desk.follow(now: now)
                    if !followed.actions.isEmpty { told() }
                    last = followed.hasMore ? nil : (decision, now)
                }
                state.withLock { $0.trouble = nil }
            } catch let error as AppError where error.code == .noAgreement {
                state.withLock { $0.trouble = nil }
            } catch {
                state.withLock { $0.trouble = "the desk: \(error)" }
            }
            if last == nil, trouble == nil { continue }
            _ = wakeUp.wait(timeout: .now() + 1)
            while wakeUp.wait(timeout: .now()) == .success {}
        }
        hasEnded.signal()
    }
}
