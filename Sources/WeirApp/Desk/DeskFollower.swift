import Foundation
import Synchronization
import WeirDesk
import WeirFacts

/// Keeps a served desk up with what is decided, and with time, in a thread of its own.
///
/// It rests until it is told that something moved, or a moment comes at which time has something to do. Between turns
/// that write, it leaves the disk to the facts.
final class DeskFollower: Sendable {
    /// What another process did at the desk is seen after so long at the latest.
    private static let atLatest: Int64 = 60
    /// How often a resting follower looks at the clock, and at nothing else.
    private static let clockPause = Duration.seconds(1)

    private struct State {
        var isStopping = false
        var isTold = true
        var trouble: String?
    }

    private let desk: SalesDesk
    private let clock: @Sendable () -> Instant
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ desk: SalesDesk, clock: @escaping @Sendable () -> Instant) {
        self.desk = desk
        self.clock = clock
        let thread = Thread { [self] in run() }
        thread.name = "weir.desk"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Why the desk cannot go on at the moment; `nil` when all is well.
    var trouble: String? { state.withLock { $0.trouble } }

    /// Something has moved.
    func nudge() {
        state.withLock { $0.isTold = true }
        wakeUp.signal()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        hasEnded.wait()
    }

    private func run() {
        var due = Instant(milliseconds: .min)
        while !state.withLock({ $0.isStopping }) {
            let isTold = state.withLock { state in
                defer { state.isTold = false }
                return state.isTold
            }
            let now = clock()
            if isTold || now >= due {
                let pause = look(now, &due)
                Thread.sleep(forTimeInterval: pause.seconds)
            } else {
                _ = wakeUp.wait(timeout: .now() + DeskFollower.clockPause.seconds)
            }
        }
        hasEnded.signal()
    }

    /// Looks once.
    /// - Returns: how long to leave the disk to others.
    private func look(_ now: Instant, _ due: inout Instant) -> Duration {
        let start = ContinuousClock.now
        due = now.advanced(bySeconds: DeskFollower.atLatest)
        do {
            let followed = try desk.follow(now: now)
            state.withLock { $0.trouble = nil }
            if followed.hasMore {
                due = now
                return min(max((ContinuousClock.now - start) * 2, .milliseconds(15)), .seconds(1))
            }
            due = min(due, followed.next ?? due)
            return .milliseconds(followed.hasWritten ? 200 : 50)
        } catch let error as AppError where error.code == .noAgreement {
            state.withLock { $0.trouble = nil }
        } catch {
            state.withLock { $0.trouble = "the desk: \(error)" }
            due = now
            return .seconds(1)
        }
        return .milliseconds(50)
    }
}
