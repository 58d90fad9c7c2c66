/// Teams and the hours they work.
extension AgreementDecoder {
    mutating func readTeams(_ node: Node?) -> [Team] {
        let entries = node?.named(problems, "teams") ?? []
        teams.isUnknown = node != nil && entries.isEmpty
        return entries.map { entry in
            let fields = Fields(entry.value, .team, problems)
            teams.add(entry.key)
            let members = fields["members"]?.named(problems, "the members").map {
                Team.Member(name: $0.key, capacity: $0.value.whole(1...10_000, problems))
            }
            return Team(name: entry.key, members: members ?? [], calendar: calendar(fields["calendar"]))
        }
    }

    private func calendar(_ node: Node?) -> WorkingCalendar {
        let fields = Fields(node, .calendar, problems)
        let holidays = fields["holidays"].map { node in
            let country = node.text(problems)
            if !country.isEmpty && !CountryCodes.set.contains(country) {
                let right =
                    CountryCodes.set.contains(country.uppercased())
                    ? "write \(country.uppercased())" : "write two capitals such as GB (ISO 3166)"
                problems.add(.unknownCountry, at: node.place, "there is no country \(quoted(country))", right)
            }
            return country
        }
        return WorkingCalendar(
            timeZone: fields["timezone"].map(timeZone) ?? "", week: week(fields["week"]), holidays: holidays)
    }

    private func week(_ node: Node?) -> [[WorkingCalendar.Hours]] {
        var week = [[WorkingCalendar.Hours]](repeating: [], count: 7)
        var first: [Int: Place] = [:]
        for entry in node?.named(problems, "the week") ?? [] {
            let hours = hours(entry.value)
            for day in days(entry) {
                if let before = first[day] {
                    problems.add(
                        .duplicateName, at: entry.keyPlace,
                        "\(Weekday.names[day]) has hours in line \(before.line) already", "name each day once")
                } else {
                    first[day] = entry.keyPlace
                    week[day] = hours
                }
            }
        }
        return week
    }

    /// `mon` or `mon-fri`: numbers of days, Monday 0.
    private func days(_ entry: Node.Entry) -> [Int] {
        let parts = entry.key.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap { Weekday.names.firstIndex(of: $0) }
        guard numbers.count == parts.count, (1...2).contains(parts.count) else {
            problems.add(
                .unknownChoice, at: entry.keyPlace, "\(quoted(entry.key)) is not a day or a range of days",
                "write \(listed(Weekday.names, by: "or")), or a range such as mon-fri")
            return []
        }
        guard let from = numbers.first, let to = numbers.last, from <= to else {
            problems.add(
                .invertedRange, at: entry.keyPlace, "\(quoted(entry.key)) runs backwards",
                "the week starts on Monday: write the earlier day first, or two lines")
            return []
        }
        return Array(from...to)
    }

    /// Hours of a day, in their order.
    private func hours(_ node: Node) -> [WorkingCalendar.Hours] {
        var found: [(hours: WorkingCalendar.Hours, place: Place)] = []
        for item in node.items(problems) {
            guard let hours = spell(item) else { continue }
            if let other = found.first(where: { $0.hours.from < hours.to && hours.from < $0.hours.to }) {
                problems.add(
                    .overlappingHours, at: item.place,
                    "\(item.shown) overlaps the hours in \(other.place.line):\(other.place.column)",
                    "write hours that do not overlap")
            } else if found.count < 100 {
                found.append((hours, item.place))
            }
        }
        return found.map(\.hours).sorted { $0.from < $1.from }
    }

    /// `09:00-17:30`.
    private func spell(_ node: Node) -> WorkingCalendar.Hours? {
        let right = "write hours as \"09:00-17:30\""
        guard let (text, _) = node.scalar(problems, right) else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = minutes(ends[0]), let to = minutes(ends[1]) else {
            problems.add(.wrongType, at: node.place, "\(quoted(text)) is not a time of the day", right)
            return nil
        }
        guard from < to else {
            problems.add(
                .invertedRange, at: node.place, "\(quoted(text)) ends before it begins",
                "write the earlier time first; hours past midnight belong to the next day")
            return nil
        }
        return WorkingCalendar.Hours(from: from, to: to)
    }

    /// Minutes since midnight of `09:30`; 24:00 is the end of the day.
    private func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        return minutes <= 1440 ? minutes : nil
    }
}

enum Weekday {
    static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
