/// Why somebody without a need looks at a lot of content.
enum Enthusiasm: String, CaseIterable {
    case studentOfContent = "student_of_content"
    case competitor

    var mixPlace: Int { self == .studentOfContent ? 2 : 3 }
}

/// A time in which one person looks at a lot of content without any need.
struct Enthusiast {
    var seat: Int
    var days: ClosedRange<Int>
    var kind: Enthusiasm
    /// When Sales gets a lead from it, if ever.
    var noticed: Int?
}

/// What an account does without need.
struct Habits {
    /// Sessions a day in millionths, by ordinary browsing.
    var sessionsPerMillion = 0
    var isActive = false
    /// The mail server opens every link.
    var hasLinkScanner = false
    var isMailed = false
    var jobSeekersPerMillion = 0
    var enthusiasts: [Enthusiast] = []
    /// Days on which somebody asks for a demonstration out of curiosity, and who.
    var idleHands: [(day: Int, seat: Int)] = []
    /// Days on which Sales gets a lead that means nothing.
    var emptyLeads: [Int] = []
}

/// Gives accounts their habits.
struct HabitInvention {
    let seed: UInt64
    let parameters: WorldParameters
    let days: Int

    func habits(account index: Int, profile: CompanyProfile, group: [Seat]) -> Habits {
        var chance = SeededGenerator(seed, .habits, index)
        var habits = Habits()
        habits.hasLinkScanner = chance.chance(permille: parameters.linkScannerPermille)
        habits.isActive = chance.chance(permille: parameters.activePermille[profile.fitBand])
        habits.isMailed = habits.isActive || chance.chance(permille: parameters.mailedPermille)
        let doublings = Int.bitWidth - profile.employees.leadingZeroBitCount
        habits.jobSeekersPerMillion = parameters.jobSeekersPerThousandAYear * doublings * 1000 / 365 / 8
        if habits.isActive {
            // Large companies browse more: one half more for each eight doublings.
            let sessions = chance.between(parameters.browsingSessionsAYear) * (16 + doublings) / 24
            habits.sessionsPerMillion = sessions * 1_000_000 / 365
            habits.emptyLeads = dates(perThousandAYear: parameters.emptyLeadsPerThousandAYear, &chance)
            habits.idleHands = dates(perThousandAYear: parameters.idleHandsPerThousandAYear, &chance)
                .map { ($0, chance.below(group.count)) }
        }
        habits.enthusiasts = enthusiasts(profile, group, &chance)
        return habits
    }

    private func enthusiasts(
        _ profile: CompanyProfile, _ group: [Seat], _ chance: inout SeededGenerator
    ) -> [Enthusiast] {
        if profile.isCompetitor {
            return (0..<min(2, group.count)).map { Enthusiast(seat: $0, days: 0...days - 1, kind: .competitor) }
        }
        return dates(perThousandAYear: parameters.enthusiastsPerThousandAYear, &chance).map { day in
            let last = min(days - 1, day + chance.between(30...180))
            let isNoticed = chance.chance(permille: 650)
            return Enthusiast(
                // Mostly juniors, who sit in the first and the last places.
                seat: chance.chance(permille: 500) ? 0 : chance.below(group.count),
                days: day...last,
                kind: chance.chance(permille: 920) ? .studentOfContent : .competitor,
                noticed: isNoticed ? min(last, day + chance.between(10...60)) : nil)
        }
    }

    /// Random days of the window, at so many times in 1000 accounts and a year.
    private func dates(perThousandAYear rate: Int, _ chance: inout SeededGenerator) -> [Int] {
        let count = chance.times(perMillion: rate * 1000 * days / 365)
        return (0..<count).map { _ in chance.below(days) }.sorted()
    }
}
