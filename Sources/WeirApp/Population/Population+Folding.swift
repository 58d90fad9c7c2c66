import WeirFold

extension Population {
    /// Folds every account, on all cores, and gives what `body` makes of each, in order of account.
    ///
    /// Accounts are dealt out in pieces of about equal work, so that a few large ones do not hold everything up; each
    /// piece reuses one fold's memory.
    public func foldEach<Result: Sendable>(
        _ body: @escaping @Sendable (inout HistoryFold, Int) -> Result
    ) async throws -> [Result] {
        let pieces = pieces()
        let rules = use.rules
        let reading = reading
        let results = try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for (number, piece) in pieces.enumerated() {
                group.addTask {
                    try Task.checkCancellation()
                    var fold = HistoryFold(rules, reading: reading)
                    return (number, piece.map { body(&fold, $0) })
                }
            }
            var parts = Array(repeating: [Result](), count: pieces.count)
            for try await (number, part) in group { parts[number] = part }
            return parts
        }
        return results.flatMap { $0 }
    }

    /// One account's fold.
    public func fold() -> HistoryFold { HistoryFold(use.rules, reading: reading) }

    private func pieces() -> [Range<Int>] {
        let starts = columns.history.engagementStarts
        let target = max(4096, columns.history.engagementCount / 64)
        var pieces: [Range<Int>] = []
        var first = 0
        for account in columns.accounts.indices {
            let isFull = starts[account + 1] - starts[first] >= target || account - first >= 4095
            if isFull {
                pieces.append(first..<account + 1)
                first = account + 1
            }
        }
        if first < columns.accounts.count { pieces.append(first..<columns.accounts.count) }
        return pieces
    }
}
