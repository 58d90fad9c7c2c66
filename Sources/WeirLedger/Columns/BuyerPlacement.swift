/// Which account every buyer belongs to, and its number there.
struct BuyerPlacement {
    /// Our ids of the accounts, ascending.
    private(set) var accounts: [Int64] = []
    /// By buyer id: number of the account, −1 where there is none.
    private(set) var account: [Int32] = []
    /// By buyer id: its number in the account.
    private(set) var number: [UInt32] = []
    /// How many buyers each account has.
    private(set) var counts: [Int] = []
    /// Buyers on no account.
    private(set) var unplaced: [Int64] = []
    /// Our ids, account by account.
    private(set) var buyers: [Int64] = []
    private(set) var aliases: [Int64: Int64] = [:]

    /// - Parameter isFreeMail: domains that place nobody on a company.
    init(_ ledger: Ledger, isFreeMail: (String) -> Bool) throws(LedgerError) {
        var domains: [String: Int32] = [:]
        var ids: [Int64] = []
        // The first account that has a domain keeps it.
        try ledger.forEachAccountName { id, _, domain, _ in
            if let domain, domains[domain] == nil { domains[domain] = Int32(ids.count) }
            ids.append(id)
        }
        accounts = ids
        let accountAliases = try ledger.accountAliases()
        aliases = try ledger.buyerAliases()
        try place(ledger, domains, accountAliases, isFreeMail)
        let starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        buyers = Array(repeating: 0, count: starts[starts.count - 1])
        for id in account.indices where account[id] >= 0 && aliases[Int64(id)] == nil {
            buyers[starts[Int(account[id])] + Int(number[id])] = Int64(id)
        }
        for (mention, buyer) in aliases where Int(mention) < account.count {
            account[Int(mention)] = account[Int(buyer)]
            number[Int(mention)] = number[Int(buyer)]
        }
    }

    private mutating func place(
        _ ledger: Ledger, _ domains: [String: Int32], _ accountAliases: [Int64: Int64], _ isFreeMail: (String) -> Bool
    ) throws(LedgerError) {
        var places: [Int32] = []
        var numbers: [UInt32] = []
        var counts = Array(repeating: 0, count: accounts.count)
        var unplaced: [Int64] = []
        let ids = accounts
        let aliases = aliases
        try ledger.forEachBuyer { buyer in
            while places.count <= Int(buyer.id) {
                places.append(-1)
                numbers.append(0)
            }
            if aliases[buyer.id] != nil { return }
            var place = buyer.account.flatMap { ids.place(of: accountAliases[$0] ?? $0) }
            if place == nil, let domain = buyer.domain, !isFreeMail(domain) { place = domains[domain].map(Int.init) }
            guard let place else {
                unplaced.append(buyer.id)
                return
            }
            places[Int(buyer.id)] = Int32(place)
            numbers[Int(buyer.id)] = UInt32(counts[place])
            counts[place] += 1
        }
        account = places
        number = numbers
        self.counts = counts
        self.unplaced = unplaced
    }

    /// Number of the account of a buyer.
    func account(of buyer: Int64) -> Int? {
        guard Int(buyer) < account.count, account[Int(buyer)] >= 0 else { return nil }
        return Int(account[Int(buyer)])
    }
}

extension [Int64] {
    /// Where an id stands among ascending ones.
    func place(of id: Int64) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == id ? low : nil
    }
}
