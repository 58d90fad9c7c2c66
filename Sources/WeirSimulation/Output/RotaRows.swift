import WeirFacts

/// Writes who follows up: a row for each member with what is said of the team, and a row for each absence.
struct RotaRows {
    let rota: SalesRota
    let calendar: WorldCalendar

    func write(to writer: inout WorldWriter) throws {
        for team in rota.teams {
            for member in team.members {
                try writer.row(.teams) { row(team, member, &$0) }
                for absence in member.absences {
                    try writer.row(.leave) { row(team, member, absence, &$0) }
                }
            }
        }
    }

    private func row(_ team: SalesRota.Team, _ member: SalesRota.Member, _ text: inout CSVText) {
        for word in [team.name, team.timeZone, team.hours, team.holidays] {
            text.raw(word)
            text.comma()
        }
        text.field(team.countries.joined(separator: ";"))
        text.comma()
        text.field(member.name)
        text.comma()
        text.number(member.capacity)
        text.comma()
        if member.joins > 0 { text.day(calendar.day(member.joins)) }
        text.comma()
        if let leaves = member.leaves { text.day(calendar.day(leaves)) }
    }

    private func row(
        _ team: SalesRota.Team, _ member: SalesRota.Member, _ absence: SalesRota.Absence, _ text: inout CSVText
    ) {
        text.raw(team.name)
        text.comma()
        text.field(member.name)
        for day in [absence.days.lowerBound, absence.days.upperBound] {
            text.comma()
            text.day(calendar.day(day))
        }
        text.comma()
        text.number(absence.awayPermille / 10)
    }
}
