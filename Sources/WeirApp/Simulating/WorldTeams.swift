import WeirAgreement
import WeirDesk
import WeirFacts
import WeirIntake
import WeirSimulation

/// Who follows up in a simulated world: its teams with their hours, holidays and countries, and who comes, goes and is
/// away when.
struct WorldTeams: Sendable {
    private struct Member {
        var team: Int
        var member: Team.Member
        var joins: CivilDay?
        var leaves: CivilDay?
    }

    /// As an agreement would have them, each with whoever is there from the beginning; those of a country first.
    private(set) var inAgreement: (teams: [Team], routing: [RoutingRule]) = ([], [])
    private var members: [Member] = []
    private var leave: [(team: Int, name: String, leave: Leave)] = []

    /// - Throws: `AppError.badData` with the line that is not as `weir simulate` writes it.
    init(_ folder: String) throws {
        try WorldTeams.rows(.teams, of: folder) { try add(member: $0) }
        try WorldTeams.rows(.leave, of: folder) { try add(leave: $0) }
        // Of no country: those of all others, so that rule comes last.
        inAgreement.routing.sort { $0.when != nil && $1.when == nil }
        for member in members where member.joins == nil {
            inAgreement.teams[member.team].members.append(member.member)
        }
    }

    /// What happens to the teams from a day on.
    func events(from first: CivilDay, rules: DeskRules) -> [YearEvent] {
        var events = members.flatMap { member in
            let name = member.member.name
            let joins = member.joins.map {
                YearEvent(
                    day: max($0, first), .joined(team: member.team, name: name, capacity: member.member.capacity))
            }
            let leaves = member.leaves.map { YearEvent(day: max($0, first), .left(team: member.team, name: name)) }
            return [joins, leaves].compactMap(\.self)
        }
        // Whoever is away has said so a fortnight before, or when they came.
        for absence in leave where absence.leave.to >= first {
            let joined = members.first { $0.team == absence.team && $0.member.name == absence.name }?.joins ?? first
            events.append(
                YearEvent(
                    day: max(absence.leave.from.advanced(by: -14), joined, first),
                    .away(team: absence.team, name: absence.name, absence.leave)))
        }
        return events.sorted { $0.day < $1.day }
    }

    private mutating func add(member row: [String: String]) throws {
        guard let name = row["team"], let zone = row["time_zone"], let member = row["member"],
            let capacity = row["capacity"].flatMap(Int.init)
        else { throw AppError(.badData, "a column is missing") }
        let team: Int
        if let known = inAgreement.teams.firstIndex(where: { $0.name == name }) {
            team = known
        } else {
            team = inAgreement.teams.count
            let hours = try BusinessHours.read(words(row["hours"]), at: "hours")
            let week = Array(repeating: hours, count: 5) + [[], []]
            inAgreement.teams.append(
                Team(
                    name: name, members: [],
                    calendar: WorkingCalendar(timeZone: zone, week: week, holidays: row["holidays"])))
            let countries = words(row["countries"]).map(AttributeValue.text)
            let criteria = Criteria(lines: [.attribute(name: "country", tests: [.oneOf(countries)])])
            inAgreement.routing.append(RoutingRule(when: countries.isEmpty ? nil : criteria, team: team))
        }
        members.append(
            Member(
                team: team, member: Team.Member(name: member, capacity: capacity),
                joins: row["joins"].flatMap { CivilDay($0) }, leaves: row["leaves"].flatMap { CivilDay($0) }))
    }

    private mutating func add(leave row: [String: String]) throws {
        guard let team = inAgreement.teams.firstIndex(where: { $0.name == row["team"] }), let name = row["member"],
            let from = row["from"].flatMap({ CivilDay($0) }), let to = row["to"].flatMap({ CivilDay($0) }),
            let percent = row["away_percent"].flatMap(Int.init)
        else { throw AppError(.badData, "a column is missing, or is no day") }
        leave.append((team, name, Leave(from: from, to: to, awayPermille: percent * 10)))
    }

    private func words(_ text: String?) -> [String] { (text ?? "").split(separator: ";").map(String.init) }

    private static func rows(
        _ file: WorldFile, of folder: String, _ take: ([String: String]) throws -> Void
    ) throws {
        let path = folder + "/" + file.path
        var reader = try TableReader(FileBytes(path: path))
        while let batch = try reader.nextBatch() {
            if let bad = batch.rejected.first { throw AppError(.badData, "\(path): \(bad.problem)") }
            for row in 0..<batch.rowCount {
                let cells = zip(reader.headers, batch.texts(row: row))
                do {
                    try take(Dictionary(cells.filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first }))
                } catch {
                    throw AppError(.badData, "\(path):\(batch.lines[row]): \(error)")
                }
            }
        }
    }
}
