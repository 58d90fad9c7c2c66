/// Something that reaches Sales: a reason to call an account.
struct Lead {
    /// What is truly behind it.
    enum Cause: Hashable {
        /// The need at this place of the account's needs.
        case need(Int)
        case enthusiast
        case idleHand
        case empty
    }

    var account: Int
    var day: Int
    /// Place in the buying group of the person it names.
    var seat: Int
    var cause: Cause
    /// The person asked to be called.
    var raisedHand: Bool
}

extension Lead {
    /// All leads of an account, in order of day.
    static func all(of story: AccountStory, days: Int, chance: inout SeededGenerator) -> [Lead] {
        var leads: [Lead] = []
        func add(_ day: Int, _ seat: Int, _ cause: Cause, raised: Bool = false) {
            guard (0..<days).contains(day) else { return }
            leads.append(Lead(account: story.index, day: day, seat: seat, cause: cause, raisedHand: raised))
        }
        for (place, need) in story.needs.enumerated() {
            guard let noticed = need.noticed else { continue }
            let progress = need.progress(on: noticed)
            let joined = need.people.filter { $0.joins <= progress }
            let seat = need.raisedHand?.seat ?? chance.pick(joined.isEmpty ? need.people : joined).seat
            add(noticed, seat, .need(place), raised: need.raisedHand != nil)
        }
        for enthusiast in story.habits.enthusiasts {
            if let noticed = enthusiast.noticed { add(noticed, enthusiast.seat, .enthusiast) }
        }
        for hand in story.habits.idleHands { add(hand.day, hand.seat, .idleHand, raised: true) }
        for day in story.habits.emptyLeads { add(day, chance.below(story.group.count), .empty) }
        return leads.sorted { $0.day < $1.day }
    }
}

extension Lead {
    /// The needs of an account that nobody noticed and at which Sales calls anyway.
    static func unasked(of story: AccountStory, days: Int) -> [Lead] {
        story.needs.enumerated().compactMap { place, need in
            guard let day = need.foundByCalling, (0..<days).contains(day) else { return nil }
            return Lead(
                account: story.index, day: day, seat: need.people[0].seat, cause: .need(place), raisedHand: false)
        }
    }
}
