import Foundation
import Synchronization
import WeirFacts
import WeirLedger

/// Follows the facts as they come and decides who is qualified, in a thread of its own.
///
/// Whatever it decides is stored together with how far it came. It looks when it is nudged (after a commit), and now
/// and then by itself: a day may have begun, an agreement come into force, another process have imported a file.
public final class LiveQualifier: Sendable {
    public struct Settings: Hashable, Sendable {
        /// Accounts kept in memory, in people with a few for each account.
        public var capacity: Int
        /// Least time from one look that stored something to the next, so that decisions do not take the disk from the
        /// facts.
        public var pause: Duration
        /// How often to look without being nudged.
        public var interval: Duration

        public init(
            capacity: Int = 400_000, pause: Duration = .milliseconds(15), interval: Duration = .seconds(1)
        ) {
            self.capacity = capacity
            self.pause = pause
            self.interval = interval
        }
    }

    public struct Counts: Hashable, Sendable {
        public var decisions = 0
        public var refolds = 0
        public var rebuilds = 0
        public var accountsInMemory = 0
        public var position: FollowerPosition?
        /// Why nothing can be decided at the moment.
        public var trouble: String?
    }

    private struct State {
        var counts = Counts()
        var isStopping = false
        var hasEnded = false
        /// Who waits for the end.
        var stopping: [CheckedContinuation<Void, Never>] = []
        var waiting: [(seq: Int64, resume: @Sendable () -> Void)] = []
    }

    private let workspace: Workspace
    private let settings: Settings
    private let clock: @Sendable () -> Instant
    private let moved: @Sendable () -> Void
    private let store: @Sendable (DecisionBatch) throws -> [StoredDecision]
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    /// Says each time that something was decided, until it ends.
    let board = NewsBoard()

    /// Begins to follow.
    /// - Parameters:
    ///   - intake: where facts are put on disk too, so that both share their commits; `nil`: nobody else writes.
    ///   - moved: called on the deciding thread each time that more facts have been decided upon.
    public init(
        _ workspace: Workspace, settings: Settings = Settings(), intake: EventIntake? = nil,
        clock: @escaping @Sendable () -> Instant, moved: @escaping @Sendable () -> Void = {}
    ) {
        self.moved = moved
        let ledger = workspace.ledger
        store = { try intake?.store($0) ?? ledger.store($0) }
        self.workspace = workspace
        self.settings = settings
        self.clock = clock
        let thread = Thread { [self] in run() }
        thread.name = "weir.qualifier"
        thread.stackSize = 4 << 20
        thread.start()
    }

    public var counts: Counts { state.withLock { $0.counts } }

    /// There may be something new.
    public func nudge() { wakeUp.signal() }

    /// Waits until every fact up to one has been decided upon, or until it stops.
    public func decided(upTo seq: Int64) async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.isStopping || (state.counts.position?.seq ?? -1) >= seq { return true }
                state.waiting.append((seq, { continuation.resume() }))
                return false
            }
            if isDone { continuation.resume() } else { nudge() }
        }
    }

    /// Decides upon what is on disk, and ends.
    ///
    /// Whoever waits must not hold a thread meanwhile: what is left to decide may need it.
    public func stop() async {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.stopping.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    // MARK: The thread

    private func run() {
        var decider: Decider?
        while true {
            let isLast = state.withLock { $0.isStopping }
            decideAll(&decider)
            if isLast { break }
            _ = wakeUp.wait(timeout: .now() + settings.interval.seconds)
            // One look serves all who nudged.
            while wakeUp.wait(timeout: .now()) == .success {}
        }
        end()
    }

    private func end() {
        let last = state.withLock { state in
            defer {
                state.waiting = []
                state.stopping = []
            }
            state.hasEnded = true
            return (waiting: state.waiting, stopping: state.stopping)
        }
        for waiter in last.waiting { waiter.resume() }
        board.end()
        for continuation in last.stopping { continuation.resume() }
    }

    private func decideAll(_ decider: inout Decider?) {
        do {
            try follow(agreement: &decider)
            guard let decider else { return }
            while try look(decider) { Thread.sleep(forTimeInterval: settings.pause.seconds) }
            state.withLock { $0.counts.trouble = nil }
        } catch {
            decider?.forget()
            state.withLock { $0.counts.trouble = "\(error)" }
        }
    }

    /// - Returns: whether there may be more to decide.
    private func look(_ decider: Decider) throws -> Bool {
        let now = clock()
        switch try decider.look(now: now) {
        case .idle:
            publish([], decider)
            return false
        case .decided(let decisions):
            publish(decisions, decider)
            return true
        case .rebuild(let cause):
            let decisions = try rebuild(decider, cause, now)
            decider.forget()
            publish(decisions, decider)
            return true
        }
    }

    /// Makes sure that the agreement in force is the one decided by.
    private func follow(agreement decider: inout Decider?) throws {
        let now = clock()
        guard let version = try workspace.ledger.agreementInForce(at: now)?.version else {
            decider = nil
            throw AppError(.noAgreement, "no agreement is in force, so nothing can be decided")
        }
        if decider?.version == version { return }
        let use = try workspace.agreementInForce(at: now)
        decider = Decider(workspace, use, version: version, capacity: settings.capacity, store: store)
    }

    private func rebuild(_ decider: Decider, _ cause: Decision.Cause, _ now: Instant) throws -> [StoredDecision] {
        let stored = try workspace.ledger.readLive(isFreeMail: { _ in false }) { reader in
            var standings: [StoredStanding] = []
            try reader.forEachStanding { standings.append($0) }
            return (position: try reader.position(), standings: standings)
        }
        let isDone = DispatchSemaphore(value: 0)
        let (workspace, use, version) = (workspace, decider.use, decider.version)
        let box = ResultBox()
        Task.detached {
            do {
                box.put(
                    .success(
                        try await Rebuild(workspace, use, version: version, earliest: stored.position?.day, now: now)))
            } catch {
                box.put(.failure(error))
            }
            isDone.signal()
        }
        isDone.wait()
        let rebuild = try box.take()
        let decisions = rebuild.decisions(from: stored.standings, cause: cause, now: now)
        state.withLock { $0.counts.rebuilds += 1 }
        return try workspace.ledger.store(decisions, replacing: rebuild.standings, position: rebuild.position)
    }

    private func publish(_ decisions: [StoredDecision], _ decider: Decider) {
        let (ready, hasMoved) = state.withLock { state in
            let before = state.counts.position
            state.counts.decisions += decisions.count
            state.counts.refolds = decider.refolds
            state.counts.accountsInMemory = decider.accountsInMemory
            if let position = decider.position { state.counts.position = position }
            let seq = state.counts.position?.seq ?? -1
            let ready = state.waiting.filter { $0.seq <= seq }
            state.waiting.removeAll { $0.seq <= seq }
            return (ready, state.counts.position != before)
        }
        if hasMoved { moved() }
        for waiter in ready { waiter.resume() }
        if !decisions.isEmpty { board.tell() }
    }
}

/// Carries the outcome of a task to the thread that waits for it.
private final class ResultBox: Sendable {
    private let result = Mutex<Result<Rebuild, any Error>?>(nil)

    func put(_ value: Result<Rebuild, any Error>) { result.withLock { $0 = value } }

    func take() throws -> Rebuild {
        guard let result = result.withLock({ $0 }) else { throw AppError(.interrupted, "the rebuild was stopped") }
        return try result.get()
    }
}

extension Duration {
    /// Whole and part of seconds, for clocks that count so.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
