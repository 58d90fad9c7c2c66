/// The little that Sales must know of every account, so that the stories need not be kept.
struct DealMemory {
    struct Deal {
        /// Hundredths of the account's currency in one hundredth of an ordinary amount.
        var size: Int
        /// The team of the rota that looks after it.
        var team: Int
        var isUnfit: Bool
        /// Where the account's needs begin in `needs`.
        var firstNeed: Int
    }

    private var deals: [Deal] = []
    private var needs: [(end: Int32, intensity: Int32)] = []

    /// Accounts are remembered in their order.
    mutating func remember(_ story: AccountStory, rota: SalesRota) {
        let doublings = Int.bitWidth - story.profile.employees.leadingZeroBitCount
        let team = rota.team(of: story.profile.place.map { Place.all[$0].country })
        deals.append(
            Deal(
                size: 4000 + doublings * doublings * 250,
                team: team,
                isUnfit: story.profile.fitBand == 0, firstNeed: needs.count))
        for need in story.needs { needs.append((Int32(need.end), Int32(need.intensity))) }
    }

    func deal(_ account: Int) -> Deal { deals[account] }
    func end(of need: Int, at account: Int) -> Int { Int(needs[deals[account].firstNeed + need].end) }
    func intensity(of need: Int, at account: Int) -> Int { Int(needs[deals[account].firstNeed + need].intensity) }
}
