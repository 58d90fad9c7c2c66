/// A time in which a company truly wants what is sold: the truth that an agreement tries to see.
struct Need {
    /// Day of the window; negative if it began before.
    var start: Int
    /// Days it lasts.
    var length: Int
    /// How strongly it is felt, in permille.
    var intensity: Int
    /// Places in the buying group of those who take part, and how much of the need, in permille, passes before each joins.
    var people: [(seat: Int, joins: Int)]
    /// What they read about: a topic of `Content`.
    var topic: Int
    /// When somebody asks for a demonstration, and who.
    var raisedHand: (day: Int, seat: Int)?
    /// When Sales gets a lead from it, if ever.
    var noticed: Int?
    /// Nobody noticed, but Sales calls on this day anyway.
    var foundByCalling: Int?

    /// The last day.
    var end: Int { start + length - 1 }

    func lasts(on day: Int) -> Bool { day >= start && day <= end }

    /// How much of it has passed, in permille.
    func progress(on day: Int) -> Int { (day - start) * 1000 / length }

    /// How busy its people are: they start slowly, and are quieter towards the end.
    func activity(on day: Int) -> Int {
        let progress = progress(on: day)
        let shape = progress < 300 ? 550 + progress * 3 / 2 : progress < 800 ? 1000 : 700
        return shape * intensity / 1000
    }
}

/// Lets needs arise at an account.
struct NeedInvention {
    let seed: UInt64
    let parameters: WorldParameters
    let days: Int

    func needs(account index: Int, profile: CompanyProfile, group: [Seat]) -> [Need] {
        guard !profile.isCompetitor else { return [] }
        var chance = SeededGenerator(seed, .needs, index)
        let aYear = parameters.needsPerThousandAYear[profile.fitBand]
        var needs: [Need] = []
        // Needs may have begun before the window, so that its first weeks are like the others. A step is 30 days.
        var step = -parameters.needDays.upperBound
        while step < days {
            let arises = chance.times(perMillion: aYear * 1000 * 30 / 365) > 0
            if arises {
                let need = need(from: step + chance.below(30), group, &chance)
                if need.end >= 0, need.start < days, !need.people.isEmpty { needs.append(need) }
                step = need.end + 60
            } else {
                step += 30
            }
        }
        return needs
    }

    private func need(from start: Int, _ group: [Seat], _ chance: inout SeededGenerator) -> Need {
        var need = Need(
            start: start, length: chance.between(parameters.needDays),
            intensity: chance.between(parameters.needIntensity),
            people: people(of: group, knownBefore: max(start, 1), &chance), topic: chance.below(Content.topics))
        guard !need.people.isEmpty else { return need }
        if chance.chance(permille: parameters.raisedHandPermille) {
            let passed = chance.between(350...700)
            let joined = need.people.filter { $0.joins <= passed }
            if !joined.isEmpty {
                need.raisedHand = (start + need.length * passed / 1000, chance.pick(joined).seat)
                need.noticed = need.raisedHand?.day
                return need
            }
        }
        if chance.chance(permille: parameters.noticedPermille * (500 + need.intensity / 2) / 1000) {
            need.noticed = start + need.length * chance.between(400...850) / 1000
        } else if chance.chance(permille: parameters.foundByCallingPermille) {
            need.foundByCalling = start + need.length * chance.between(300...900) / 1000
        }
        return need
    }

    /// Who takes part: juniors first, those who decide when something is worth their time.
    private func people(
        of group: [Seat], knownBefore day: Int, _ chance: inout SeededGenerator
    ) -> [(seat: Int, joins: Int)] {
        var candidates = group.indices.filter { Int(group[$0].joined) < day }
        let wanted = min(candidates.count, chance.between(parameters.needPeople))
        var people: [(seat: Int, joins: Int)] = []
        if let decider = candidates.firstIndex(where: { group[$0].isDecisionMaker }),
            chance.chance(permille: parameters.decisionMakerJoinsPermille)
        {
            people.append((candidates.remove(at: decider), chance.between(180...400)))
        }
        while people.count < wanted, !candidates.isEmpty {
            // The first seats are those whose work it is.
            let place = min(chance.below(candidates.count), chance.below(candidates.count))
            let seat = candidates.remove(at: place)
            let isSenior = group[seat].seniority <= .vicePresident
            people.append((seat, isSenior ? chance.between(150...450) : chance.between(0...250)))
        }
        if let first = people.indices.min(by: { people[$0].joins < people[$1].joins }) { people[first].joins = 0 }
        return people
    }
}
