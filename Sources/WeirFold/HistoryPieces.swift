extension HistoryColumns {
    /// The accounts in pieces of neighbours of about equal work, to be dealt out to workers.
    ///
    /// The largest accounts, each a piece, come first, so that none of them is begun when all else is done.
    public func pieces() -> [Range<Int>] {
        let target = max(4096, engagementCount / 64)
        var large: [Range<Int>] = []
        var pieces: [Range<Int>] = []
        var first = 0
        var size = 0
        for account in 0..<accountCount {
            size += engagementCount(of: account)
            guard size >= target || account - first >= 4095 else { continue }
            if engagementCount(of: account) >= target {
                if first < account { pieces.append(first..<account) }
                large.append(account..<account + 1)
            } else {
                pieces.append(first..<account + 1)
            }
            first = account + 1
            size = 0
        }
        if first < accountCount { pieces.append(first..<accountCount) }
        return large.sorted { engagementCount(of: $0.lowerBound) > engagementCount(of: $1.lowerBound) } + pieces
    }
}
