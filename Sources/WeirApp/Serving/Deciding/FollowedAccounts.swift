/// The accounts kept in memory: those that something happened to last, up to a bound.
struct FollowedAccounts {
    private struct Kept {
        var account: FollowedAccount
        var use: UInt64
    }

    private var kept: [Int64: Kept] = [:]
    private var weight = 0
    private var uses: UInt64 = 0
    private let capacity: Int

    /// - Parameter capacity: in people, with a few for each account itself.
    init(capacity: Int) { self.capacity = capacity }

    var count: Int { kept.count }

    /// Takes an account out, to be put back changed: nobody copies it meanwhile.
    mutating func take(_ id: Int64) -> FollowedAccount? {
        guard let found = kept.removeValue(forKey: id) else { return nil }
        weight -= found.account.weight
        return found.account
    }

    mutating func put(_ account: FollowedAccount) {
        uses += 1
        if let before = kept.updateValue(Kept(account: account, use: uses), forKey: account.id) {
            weight -= before.account.weight
        }
        weight += account.weight
        if weight > capacity { forgetOldest() }
    }

    mutating func remove(_ id: Int64) { _ = take(id) }

    mutating func removeAll() {
        kept.removeAll()
        weight = 0
    }

    /// Lets the older half go at once: sorting for each single one would cost more than folding it again.
    private mutating func forgetOldest() {
        for (id, _) in kept.sorted(by: { $0.value.use < $1.value.use }) {
            if weight <= capacity / 2 { return }
            remove(id)
        }
    }
}
