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
    private(set) var accountAliases: [Int64: Int64] = [:]

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
        accountAliases = try ledger.accountAliases()
        aliases = try ledger.buyerAliases()
        // What an account brought into a merge stays its domain: whoever has it is placed on the account it is read as.
        var isTaken: Set<String> = []
        for merged in try ledger.mergedDomains() where isTaken.insert(merged.domain).inserted {
            if let holder = domains[merged.domain], ids[Int(holder)] < merged.account { continue }
            if let place = ids.place(of: merged.means) { domains[merged.domain] = Int32(place) }
        }
        try place(ledger, domains, isFreeMail)
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
        _ ledger: Ledger, _ domains: [String: Int32], _ isFreeMail: (String) -> Bool
    ) throws(LedgerError) {
        var places: [Int32] = []
        var numbers: [UInt32] = []
        var counts = Array(repeating: 0, count: accounts.count)
        var unplaced: [Int64] = []
        let ids = accounts
        let aliases = aliases
        let accountAliases = accountAliases
        let merged = try ledger.mergedPlaces()
        try ledger.forEachBuyer { buyer in
            while places.count <= Int(buyer.id) {
                places.append(-1)
                numbers.append(0)
            }
            if aliases[buyer.id] != nil { return }
            var (account, domain) = (buyer.account, buyer.domain)
            if let filled = merged[buyer.id] {
                (account, domain) = (account ?? filled.account, domain ?? filled.domain)
            }
            var place = account.flatMap { ids.place(of: accountAliases[$0] ?? $0) }
            if place == nil, let domain, !isFreeMail(domain) { place = domains[domain].map(Int.init) }
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
