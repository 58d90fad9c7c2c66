import Foundation
import Synchronization
import WeirFold

extension Population {
    /// Folds every account, on all cores, and gives what `body` makes of each, in order of account.
    ///
    /// Accounts are dealt out in pieces of about equal work to one worker a core, which takes the next piece when it is
    /// done with one, so that a few large accounts do not hold everything up; each worker reuses one fold's memory.
    public func foldEach<Result: Sendable>(
        _ body: @escaping @Sendable (inout HistoryFold, Int) -> Result
    ) async throws -> [Result] {
        try await foldEach(with: fold(), body)
    }

    /// The same with a fold of one's own, which each worker gets a copy of.
    func foldEach<Result: Sendable>(
        with fold: HistoryFold, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
        _ body: @escaping @Sendable (inout HistoryFold, Int) -> Result
    ) async throws -> [Result] {
        let pieces = pieces()
        let next = NextPiece()
        let done = try await withThrowingTaskGroup(of: [(first: Int, results: [Result])].self) { group in
            for _ in 0..<max(1, min(workers, pieces.count)) {
                group.addTask {
                    var fold = fold
                    var done: [(first: Int, results: [Result])] = []
                    while let piece = next.take(of: pieces) {
                        try Task.checkCancellation()
                        done.append((piece.lowerBound, piece.map { body(&fold, $0) }))
                    }
                    return done
                }
            }
            return try await group.reduce(into: []) { $0.append(contentsOf: $1) }
        }
        return done.sorted { $0.first < $1.first }.flatMap(\.results)
    }

    /// One account's fold.
    public func fold() -> HistoryFold { HistoryFold(use.rules, reading: reading) }

    /// Pieces of neighbouring accounts of about equal work; the largest accounts, each a piece, come first, so that
    /// none of them is begun when all else is done.
    private func pieces() -> [Range<Int>] {
        let history = columns.history
        let target = max(4096, history.engagementCount / 64)
        var large: [Range<Int>] = []
        var pieces: [Range<Int>] = []
        var first = 0
        var size = 0
        for account in columns.accounts.indices {
            size += history.engagementCount(of: account)
            guard size >= target || account - first >= 4095 else { continue }
            if history.engagementCount(of: account) >= target {
                if first < account { pieces.append(first..<account) }
                large.append(account..<account + 1)
            } else {
                pieces.append(first..<account + 1)
            }
            first = account + 1
            size = 0
        }
        if first < columns.accounts.count { pieces.append(first..<columns.accounts.count) }
        return large.sorted { history.engagementCount(of: $0.lowerBound) > history.engagementCount(of: $1.lowerBound) }
            + pieces
    }
}

/// Hands out pieces, each once.
private final class NextPiece: Sendable {
    private let next = Atomic(0)

    func take(of pieces: [Range<Int>]) -> Range<Int>? {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < pieces.count ? pieces[number] : nil
    }
}
