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
        with fold: HistoryFold, workers: Int = Cores.count,
        _ body: @escaping @Sendable (inout HistoryFold, Int) -> Result
    ) async throws -> [Result] {
        try await foldPieces(with: fold, workers: workers) { fold, piece in piece.map { body(&fold, $0) } }
            .flatMap(\.self)
    }

    /// Folds pieces of neighbouring accounts, and gives what `body` makes of each piece, in order of account.
    func foldPieces<Result: Sendable>(
        with fold: HistoryFold, workers: Int = Cores.count,
        _ body: @escaping @Sendable (inout HistoryFold, Range<Int>) -> Result
    ) async throws -> [Result] {
        let pieces = columns.history.pieces()
        let next = NextPiece()
        let done = try await withThrowingTaskGroup(of: [(first: Int, result: Result)].self) { group in
            for _ in 0..<max(1, min(workers, pieces.count)) {
                group.addTask {
                    var fold = fold.forThread()
                    var done: [(first: Int, result: Result)] = []
                    while let piece = next.take(of: pieces) {
                        try Task.checkCancellation()
                        done.append((piece.lowerBound, body(&fold, piece)))
                    }
                    return done
                }
            }
            return try await group.reduce(into: []) { $0.append(contentsOf: $1) }
        }
        return done.sorted { $0.first < $1.first }.map(\.result)
    }

    /// One account's fold.
    public func fold() -> HistoryFold { HistoryFold(use.rules, reading: reading) }
}

/// Hands out pieces, each once.
private final class NextPiece: Sendable {
    private let next = Atomic(0)

    func take(of pieces: [Range<Int>]) -> Range<Int>? {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < pieces.count ? pieces[number] : nil
    }
}
