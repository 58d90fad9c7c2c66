/// Who follows up, and when: three teams in three time zones, with leave, half days, people who join and who go.
///
/// It has a stream of chance of its own, and takes nothing away from the teams' capacity: a world's leads are followed up
/// as without it, by somebody who is there.
struct SalesRota {
    struct Team {
        var name: StaticString
        var timeZone: StaticString
        /// Monday to Friday.
        var hours: StaticString
        /// Whose public holidays are off.
        var holidays: StaticString
        /// Whose companies are theirs; of no country: those of all others.
        var countries: [String]
        var members: [Member]
    }

    struct Member {
        var name: String
        /// Follow-ups a business day.
        var capacity: Int
        /// First day of the window on which they are there.
        var joins = 0
        /// First day on which they are there no more.
        var leaves: Int?
        var absences: [Absence] = []
    }

    struct Absence {
        var days: ClosedRange<Int>
        /// Part of each day, permille.
        var awayPermille: Int
    }

    private(set) var teams = [
        Team(
            name: "sdr_emea", timeZone: "Europe/London", hours: "09:00-12:30;13:30-17:30", holidays: "GB",
            countries: [],
            members: [
                Member(name: "ana", capacity: 12), Member(name: "ben", capacity: 10),
                Member(name: "chloe", capacity: 10), Member(name: "gus", capacity: 8),
            ]),
        Team(
            name: "sdr_us", timeZone: "America/New_York", hours: "09:00-17:00", holidays: "US",
            countries: ["United States", "Canada", "Brazil"],
            members: [Member(name: "dan", capacity: 15), Member(name: "eve", capacity: 10)]),
        Team(
            name: "sdr_apac", timeZone: "Australia/Sydney", hours: "09:00-12:30;13:30-17:30", holidays: "AU-NSW",
            countries: ["India", "Japan", "Australia"],
            members: [Member(name: "emi", capacity: 6), Member(name: "finn", capacity: 3)]),
    ]

    /// Nobody of a team is away for whole days while a colleague is: they take turns by the fortnight.
    private static let fortnight = 14

    init(settings: WorldSettings) {
        var chance = SeededGenerator(settings.seed, .rota, 0)
        teams[0].members[1].leaves = settings.days * chance.between(55...70) / 100
        teams[0].members[3].joins = settings.days * chance.between(30...45) / 100
        for team in teams.indices {
            for member in teams[team].members.indices {
                let turns = teams[team].members.count
                teams[team].members[member].absences = SalesRota.absences(
                    of: teams[team].members[member], turn: member, of: turns, days: settings.days, &chance)
            }
        }
    }

    /// About 25 days of leave a year, and a few half days.
    private static func absences(
        of member: Member, turn: Int, of turns: Int, days: Int, _ chance: inout SeededGenerator
    ) -> [Absence] {
        var absences: [Absence] = []
        for number in 0..<(days + fortnight - 1) / fortnight {
            let begin = number * fortnight + chance.below(fortnight)
            let end = min(begin + chance.between(2...11), (number + 1) * fortnight - 1)
            let isHalf = chance.chance(permille: 150)
            let isAway = chance.chance(permille: turns * 180)
            if number % turns == turn {
                if isAway { absences.append(Absence(days: begin...end, awayPermille: 1000)) }
            } else if isHalf {
                absences.append(Absence(days: begin...begin, awayPermille: 500))
            }
        }
        return absences.filter { $0.days.lowerBound >= member.joins && $0.days.upperBound < member.leaves ?? days }
    }

    /// The team that follows up companies of a country.
    func team(of country: String?) -> Int {
        country.flatMap { country in teams.firstIndex { $0.countries.contains(country) } } ?? 0
    }

    /// Somebody of a team who is there on a day; since they take turns, somebody is.
    /// - Parameter number: chooses among them.
    func member(of team: Int, on day: Int, number: Int) -> String {
        let present = teams[team].members.filter { member in
            member.joins <= day && day < member.leaves ?? .max
                && !member.absences.contains { $0.awayPermille == 1000 && $0.days.contains(day) }
        }
        return present[number % present.count].name
    }
}
