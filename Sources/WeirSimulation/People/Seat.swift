/// One person of a buying group, in numbers; names and addresses are put together when they are written.
struct Seat {
    var function: Function
    var seniority: Seniority
    /// Place in `PersonNames.first` and `.last`.
    var first: UInt16
    var last: UInt16
    /// Place in `JobTitles.all`; `nil` if nobody knows the title.
    var title: UInt16?
    /// Uses a private address: the place in `PersonNames.freeMailHosts`.
    var freeMail: UInt8?
    /// Day of the window on which the person became known; before the window it is negative.
    var joined: Int32
    /// Second of that day.
    var joinedSecond: UInt32

    /// Can decide: marketing or sales, at the top.
    var isDecisionMaker: Bool {
        (function == .marketing || function == .sales) && seniority <= .vicePresident
    }
}

/// Invents the buying group of an account.
struct GroupInvention {
    let seed: UInt64
    let parameters: WorldParameters
    let days: Int

    /// - Parameter atLeast: more people than the size of the company calls for, for an account with a huge share.
    func group(account index: Int, employees: Int, atLeast: Int) -> [Seat] {
        var chance = SeededGenerator(seed, .people, index)
        let size = max(atLeast, chance.between(GroupInvention.size(employees: employees)))
        return (0..<size).map { seat($0, &chance) }
    }

    /// People a company of that size sends to look at a purchase.
    static func size(employees: Int) -> ClosedRange<Int> {
        switch employees {
        case ..<200: 3...5
        case ..<1000: 4...7
        case ..<5000: 5...10
        case ..<10_000: 7...12
        default: 9...16
        }
    }

    /// The first three seats are who usually does the work, drives it and decides; the others are anybody.
    private func seat(_ place: Int, _ chance: inout SeededGenerator) -> Seat {
        let function: Function
        let seniority: Seniority
        switch place {
        case 0:
            function = chance.chance(permille: 650) ? .marketing : .sales
            seniority = chance.chance(permille: 650) ? .staff : .manager
        case 1:
            function = chance.chance(permille: 600) ? .marketing : .sales
            seniority = chance.chance(permille: 550) ? .manager : .director
        case 2 where chance.chance(permille: parameters.decisionMakerKnownPermille):
            function = chance.chance(permille: 600) ? .marketing : .sales
            seniority = chance.chance(permille: 450) ? .chief : .vicePresident
        default:
            function = Function.allCases[chance.place(inProportionTo: [260, 230, 220, 170, 120])]
            seniority = Seniority.allCases[chance.place(inProportionTo: [50, 110, 180, 270, 390])]
        }
        return Seat(
            function: function, seniority: seniority,
            first: UInt16(chance.below(PersonNames.first.count)), last: UInt16(chance.below(PersonNames.last.count)),
            title: title(function, seniority, &chance),
            freeMail: chance.chance(permille: parameters.freeMailPermille)
                ? UInt8(chance.below(PersonNames.freeMailHosts.count)) : nil,
            joined: joined(place, &chance), joinedSecond: UInt32(chance.between(28_800...64_800)))
    }

    private func title(_ function: Function, _ seniority: Seniority, _ chance: inout SeededGenerator) -> UInt16? {
        let places = JobTitles.places(function, seniority)
        let kind = chance.below(1000)
        let clear = UInt16(places.clear.lowerBound + chance.below(places.clear.count))
        let messy = UInt16(places.messy.lowerBound + chance.below(places.messy.count))
        if kind < parameters.noTitlePermille { return nil }
        return kind < parameters.noTitlePermille + parameters.messyTitlePermille ? messy : clear
    }

    /// Most are known before the window; the first person always is.
    private func joined(_ place: Int, _ chance: inout SeededGenerator) -> Int32 {
        let before = -1 - chance.between(0...1400)
        let within = chance.below(max(1, days * 3 / 4))
        return Int32(place > 0 && chance.chance(permille: parameters.newBuyerPermille) ? within : before)
    }
}
