import Foundation
import Synchronization
import WeirFold
import WeirLedger

/// Folds all accounts of a history as the product does: workers take pieces of about equal work until none is left,
/// each with a fold of its own whose memory it reuses.
struct FoldPool: Sendable {
    /// What the workers found, for one run to be compared with another.
    struct Tally: Equatable, Sendable {
        /// Changes of status of accounts and buyers, under all variants.
        var changes = 0
        /// Whatever else is added up.
        var sum: Int64 = 0

        static func + (a: Tally, b: Tally) -> Tally { Tally(changes: a.changes + b.changes, sum: a.sum &+ b.sum) }
    }

    let history: MappedHistory
    private let pieces: [Range<Int>]

    init(_ history: MappedHistory) {
        self.history = history
        pieces = history.pieces()
    }

    /// - Returns: seconds, and what was found.
    func run(
        _ fold: HistoryFold, threads: Int, _ body: @escaping @Sendable (inout HistoryFold, Int) -> Tally
    ) -> (seconds: Double, tally: Tally) {
        let next = Counter()
        let pieces = pieces
        let total = Mutex(Tally())
        let work = Work { [fold] in
            var fold = fold.forThread()
            var tally = Tally()
            while let piece = next.take(of: pieces) {
                for account in piece { tally = tally + body(&fold, account) }
            }
            total.withLock { $0 = $0 + tally }
        }
        let seconds = Stopwatch.seconds { work.run(on: threads) }
        return (seconds, total.withLock { $0 })
    }

    /// Every change of status of every account and buyer, streamed out and added up.
    func backtest(_ fold: HistoryFold, threads: Int, until: Int32) -> (seconds: Double, tally: Tally) {
        let history = history
        return run(fold, threads: threads) { fold, account in
            var tally = Tally()
            fold.decide(account, in: history, until: until) { variant, transitions in
                tally.changes += transitions.count
                for transition in transitions { tally.sum &+= transition.scoreMilli &+ Int64(transition.day) }
            }
            return tally
        }
    }

    /// Where every account stands on a day: scores added up, and engaged buyers in `changes`.
    func asOf(_ fold: HistoryFold, threads: Int, day: Int32) -> (seconds: Double, tally: Tally) {
        let history = history
        return run(fold, threads: threads) { fold, account in
            let standing = fold.standing(of: account, in: history, asOf: day)
            return Tally(changes: standing.engagedBuyers, sum: standing.scoreMilli)
        }
    }

    private final class Counter: Sendable {
        private let next = Atomic(0)

        func take(of pieces: [Range<Int>]) -> Range<Int>? {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return number < pieces.count ? pieces[number] : nil
        }
    }

    /// The same work on several threads; the calling one takes part.
    private struct Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        func run(on threads: Int) {
            let done = DispatchSemaphore(value: 0)
            for _ in 1..<max(1, threads) {
                let thread = Thread {
                    body()
                    done.signal()
                }
                thread.start()
            }
            body()
            for _ in 1..<max(1, threads) { done.wait() }
        }
    }
}

enum Stopwatch {
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(work)
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }
}
