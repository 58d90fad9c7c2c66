import WeirFold

/// Engagements as they were recorded, to be sorted by account, then day, keeping the order of recording.
struct UnsortedEngagements {
    private(set) var accounts: [Int32] = []
    private(set) var days: [Int32] = []
    private(set) var buyers: [UInt32] = []
    private(set) var signals: [UInt16] = []
    private(set) var seqs: [UInt32] = []
    private var exchangeNumbers: [UInt32] = []
    private var exchanges: [History.Exchange] = []
    private var order: [UInt32] = []
    private var starts: [Int] = []
    private(set) var firstDay: Int32 = .max
    private(set) var lastDay: Int32 = .min

    mutating func append(
        account: Int32, day: Int32, buyer: UInt32, signal: UInt16, seq: UInt32, exchange: History.Exchange?
    ) {
        accounts.append(account)
        days.append(day)
        buyers.append(buyer)
        signals.append(signal)
        seqs.append(seq)
        if let exchange {
            exchanges.append(exchange)
            exchangeNumbers.append(UInt32(exchanges.count))
        } else {
            exchangeNumbers.append(0)
        }
        firstDay = min(firstDay, day)
        lastDay = max(lastDay, day)
    }

    func exchange(_ index: Int) -> History.Exchange? {
        exchangeNumbers[index] == 0 ? nil : exchanges[Int(exchangeNumbers[index]) - 1]
    }

    /// The account's rows, in order.
    func rows(of account: Int) -> some Sequence<Int> {
        order[starts[account]..<starts[account + 1]].lazy.map(Int.init)
    }

    /// Sorts by account by counting, then each account by day, both keeping the order of recording.
    mutating func sort(accountCount: Int) {
        if firstDay > lastDay { (firstDay, lastDay) = (0, 0) }
        starts = Array(repeating: 0, count: accountCount + 1)
        for account in accounts { starts[Int(account) + 1] += 1 }
        for account in 0..<accountCount { starts[account + 1] += starts[account] }
        var next = starts
        order = Array(repeating: 0, count: accounts.count)
        for index in accounts.indices {
            let account = Int(accounts[index])
            order[next[account]] = UInt32(index)
            next[account] += 1
        }
        for account in 0..<accountCount {
            let range = starts[account]..<starts[account + 1]
            let isSorted = zip(order[range], order[range].dropFirst()).allSatisfy { days[Int($0)] <= days[Int($1)] }
            if !isSorted {
                // Order of recording is the index itself, so it breaks ties and keeps the sort stable.
                order[range].sort { (days[Int($0)], $0) < (days[Int($1)], $1) }
            }
        }
    }
}
