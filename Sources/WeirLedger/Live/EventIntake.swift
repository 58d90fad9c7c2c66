import Foundation
import GRDB
import Synchronization
import WeirFacts

/// Takes work from many requests at once and puts it on disk together.
///
/// One thread writes. While it waits for the disk, requests gather; they share the next transaction, and each goes on
/// when it is on disk (`synchronous = FULL`). What waits is bounded: beyond that a request is told to come back later,
/// so memory does not grow and nothing that was acknowledged is lost.
public final class EventIntake: Sendable {
    /// How much may wait, and how much one transaction takes, in bytes of what was sent and about what each event
    /// takes beside them.
    public struct Limits: Hashable, Sendable {
        public var waiting: Int
        public var together: Int

        public init(waiting: Int = 64 << 20, together: Int = 8 << 20) {
            self.waiting = waiting
            self.together = together
        }
    }

    public struct Counts: Hashable, Sendable {
        /// Events that wait.
        public var waiting = 0
        public var added = 0
        public var known = 0
        public var rejected = 0
        public var commits = 0
        /// The last fact put on disk; 0 before the first commit.
        public var lastFact: Int64 = 0
        /// Words of the last failure; `nil` after a commit.
        public var trouble: String?
    }

    private struct Waiting {
        var work: LiveWork
        var answer: @Sendable (Result<IntakeReceipt, LedgerError>) -> Void
    }

    private struct State {
        var queue: [Waiting] = []
        var counts = Counts()
        /// Of everything in the queue.
        var bytes = 0
        var isClosed = false
        var onCommit: @Sendable () -> Void = {}
    }

    private let ledger: Ledger
    private let limits: Limits
    private let state = Mutex(State())
    private let hasWork = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    public init(_ ledger: Ledger, limits: Limits = Limits()) {
        self.ledger = ledger
        self.limits = limits
        let thread = Thread { [self] in run() }
        thread.name = "weir.intake"
        thread.start()
    }

    /// - Parameter body: called on the writing thread from now on after each commit that put facts on disk.
    public func whenCommitted(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.onCommit = body } }

    public var counts: Counts {
        state.withLock { $0.counts }
    }

    /// Puts a request's events on disk.
    /// - Parameter source: our number of the source.
    /// - Throws: `overloaded` where too much is waiting, `closed` after ``close()``, else what the disk said; then none
    ///   of them is in the ledger.
    public func record(_ events: [LiveEvent], rejected: [LiveRejection] = [], source: Int64) async throws(LedgerError)
        -> IntakeReceipt
    {
        try await perform(.events(events, rejected: rejected, source: source))
    }

    /// Gives events kept as unmapped the act that the mapping knows by now.
    public func complete(_ events: [(event: Int64, LiveEvent)], source: Int64) async throws(LedgerError)
        -> IntakeReceipt
    {
        try await perform(.completion(events, source: source))
    }

    /// Takes in what a rejected item turned out to be.
    public func replay(rejected: Int64, _ events: [LiveEvent], source: Int64, at now: Instant) async throws(LedgerError)
        -> IntakeReceipt
    {
        try await perform(.replay(rejected: rejected, events, source: source, at: now))
    }

    public func judge(_ judgement: ActJudgement) async throws(LedgerError) -> IntakeReceipt {
        try await perform(.judgement(judgement))
    }

    /// Puts on disk who is one, or two after all. The receipt's `seq` is the place of what was said.
    /// - Throws: `notFound` or `conflict`, see ``Ledger/record(_:)``.
    public func record(_ word: MergeWord) async throws(LedgerError) -> IntakeReceipt {
        try await perform(.merging(word))
    }

    /// - Parameter event: what the inquiry says of the person and the company, and the engagement that it is.
    public func record(_ inquiry: InquiryRecord, _ event: LiveEvent?, source: Int64) async throws(LedgerError)
        -> IntakeReceipt
    {
        try await perform(.inquiry(inquiry, event, source: source))
    }

    /// Stores decisions together with whatever facts wait for the disk: they would hold each other up.
    /// - Returns: the decisions with their places in the feed.
    public func store(_ batch: DecisionBatch) throws(LedgerError) -> [StoredDecision] {
        let isStored = DispatchSemaphore(value: 0)
        let result = Mutex<Result<IntakeReceipt, LedgerError>?>(nil)
        submit(.decisions(batch)) { answer in
            result.withLock { $0 = answer }
            isStored.signal()
        }
        isStored.wait()
        do {
            return try result.withLock { $0 }?.get().decisions ?? []
        } catch let error where error.code == .closed {
            // No fact comes any more that it could hold up.
            return try ledger.store(batch)
        }
    }

    /// Takes nothing more, puts what waits on disk, and ends.
    public func close() {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard wasOpen else { return }
        hasWork.signal()
        hasEnded.wait()
    }

    private func perform(_ work: LiveWork) async throws(LedgerError) -> IntakeReceipt {
        let result = await withCheckedContinuation { continuation in
            submit(work) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    private func submit(_ work: LiveWork, _ answer: @escaping @Sendable (Result<IntakeReceipt, LedgerError>) -> Void) {
        let bytes = work.bytes
        let refusal = state.withLock { state -> LedgerError? in
            if state.isClosed { return LedgerError(.closed, "the service is stopping; send it again in a moment") }
            // A request larger than all that may wait is taken when nothing else waits, or it never would be.
            if !work.isInHouse, !state.queue.isEmpty, state.bytes + bytes > limits.waiting {
                return LedgerError(.overloaded, "more events are waiting for the disk than can be held")
            }
            // What is decided rests on facts that are on disk, and needs not wait for those that are not.
            state.queue.insert(Waiting(work: work, answer: answer), at: work.isInHouse ? 0 : state.queue.endIndex)
            state.counts.waiting += work.count
            state.bytes += bytes
            return nil
        }
        if let refusal {
            answer(.failure(refusal))
        } else {
            hasWork.signal()
        }
    }

    // MARK: The writing thread

    private func run() {
        var writer: LiveWriter?
        while true {
            hasWork.wait()
            awaitCompany()
            let group = takeGroup()
            if group.isEmpty {
                if state.withLock({ $0.isClosed && $0.queue.isEmpty }) { break }
                continue
            }
            write(group, &writer)
        }
        hasEnded.signal()
    }

    /// Decisions alone wait a little for facts to share their commit: a commit of their own would hold those up.
    private func awaitCompany() {
        let isAlone = state.withLock { !$0.isClosed && !$0.queue.isEmpty && $0.queue.allSatisfy(\.work.isInHouse) }
        if isAlone, hasWork.wait(timeout: .now() + EventIntake.longestWait) == .success { hasWork.signal() }
    }

    /// About what one commit takes.
    private static let longestWait = DispatchTimeInterval.milliseconds(8)

    private func takeGroup() -> [Waiting] {
        state.withLock { state in
            var bytes = 0
            var count = 0
            while count < state.queue.count {
                let next = state.queue[count].work.bytes
                if count > 0, bytes + next > limits.together { break }
                bytes += next
                count += 1
            }
            let group = Array(state.queue[..<count])
            state.queue.removeFirst(count)
            state.counts.waiting -= group.reduce(0) { $0 + $1.work.count }
            state.bytes -= bytes
            return group
        }
    }

    private func write(_ group: [Waiting], _ writer: inout LiveWriter?) {
        do {
            answer(group, try commit(group.map(\.work), &writer))
        } catch {
            writer = nil
            // One request that cannot be written must not take the others with it.
            if group.count > 1, error.isOfOneRequest {
                for waiting in group { write([waiting], &writer) }
            } else {
                state.withLock { $0.counts.trouble = error.description }
                for waiting in group { waiting.answer(.failure(error)) }
            }
        }
    }

    private func commit(_ works: [LiveWork], _ writer: inout LiveWriter?) throws(LedgerError) -> [IntakeReceipt] {
        try ledger.write { db in
            let made = try writer ?? LiveWriter(db)
            writer = made
            try made.begin(db)
            let receipts = try works.map { try made.write($0, db) }
            try made.end()
            return receipts
        }
    }

    private func answer(_ group: [Waiting], _ receipts: [IntakeReceipt]) {
        let onCommit = state.withLock { state in
            let before = state.counts.lastFact
            state.counts.commits += 1
            state.counts.trouble = nil
            state.counts.lastFact = receipts.last?.seq ?? before
            for receipt in receipts {
                state.counts.added += receipt.added
                state.counts.known += receipt.known
                state.counts.rejected += receipt.rejected
            }
            return state.counts.lastFact > before ? state.onCommit : {}
        }
        onCommit()
        for (waiting, receipt) in zip(group, receipts) { waiting.answer(.success(receipt)) }
    }
}

extension LedgerError {
    /// Whether writing the requests one by one may get the others through.
    fileprivate var isOfOneRequest: Bool { code != .full }
}
