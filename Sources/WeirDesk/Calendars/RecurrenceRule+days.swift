import WeirFacts

extension RecurrenceRule {
    /// The days on which an event that starts on `start` happens, up to a day, in order.
    func days(from start: CivilDay, until last: CivilDay) -> [CivilDay] {
        let end = until.map { min($0, last) } ?? last
        var days: [CivilDay] = []
        var period = 0
        while true {
            guard let first = periodStart(start, period), first <= end else { return days }
            for day in candidates(first, start).sorted() where day >= start {
                guard day <= end else { return days }
                days.append(day)
                if let count, days.count == count { return days }
            }
            period += interval
        }
    }

    /// The first day of the day, week, month or year that lies `number` periods after the start's.
    private func periodStart(_ start: CivilDay, _ number: Int) -> CivilDay? {
        let (year, month, _) = start.components
        switch frequency {
        case .daily: return start.advanced(by: number)
        case .weekly: return start.advanced(by: number * 7 - (start.weekday - weekStart + 7) % 7)
        case .monthly:
            let months = year * 12 + month - 1 + number
            return CivilDay(year: months / 12, month: months % 12 + 1, day: 1)
        case .yearly: return CivilDay(year: year + number, month: 1, day: 1)
        }
    }

    /// The days of one period that the rule names.
    private func candidates(_ first: CivilDay, _ start: CivilDay) -> Set<CivilDay> {
        let (year, month, _) = first.components
        switch frequency {
        case .daily: return fits(first) ? [first] : []
        case .weekly:
            let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
            return Set((0..<7).map { first.advanced(by: $0) }.filter { wanted.contains($0.weekday) && isInMonths($0) })
        case .monthly: return months.isEmpty || months.contains(month) ? inMonth(year, month, start) : []
        case .yearly:
            if !weekdays.isEmpty, months.isEmpty, monthDays.isEmpty { return inYear(year) }
            let chosen = months.isEmpty ? monthDays.isEmpty ? [start.components.month] : Array(1...12) : months
            return chosen.reduce(into: []) { $0.formUnion(inMonth(year, $1, start)) }
        }
    }

    private func inMonth(_ year: Int, _ month: Int, _ start: CivilDay) -> Set<CivilDay> {
        let all = (1...31).compactMap { CivilDay(year: year, month: month, day: $0) }
        if monthDays.isEmpty, weekdays.isEmpty {
            return Set(all.filter { $0.components.day == start.components.day })
        }
        var chosen = Set(all)
        if !monthDays.isEmpty {
            chosen.formIntersection(
                monthDays.compactMap { number in
                    let index = number > 0 ? number - 1 : all.count + number
                    return all.indices.contains(index) ? all[index] : nil
                })
        }
        return weekdays.isEmpty ? chosen : chosen.intersection(matching(weekdays, all))
    }

    private func inYear(_ year: Int) -> Set<CivilDay> {
        guard let first = CivilDay(year: year, month: 1, day: 1) else { return [] }
        return Set(matching(weekdays, (0..<366).map { first.advanced(by: $0) }.filter { $0.components.year == year }))
    }

    /// The days of a month or year that `4TH`, `-1FR` or `MO` name.
    private func matching(_ wanted: [Weekday], _ days: [CivilDay]) -> [CivilDay] {
        wanted.flatMap { wanted -> [CivilDay] in
            let same = days.filter { $0.weekday == wanted.weekday }
            guard let ordinal = wanted.ordinal else { return same }
            let index = ordinal > 0 ? ordinal - 1 : same.count + ordinal
            return same.indices.contains(index) ? [same[index]] : []
        }
    }

    private func fits(_ day: CivilDay) -> Bool {
        let (_, _, number) = day.components
        let fromEnd =
            number
            - (1...31).filter { CivilDay(year: day.components.year, month: day.components.month, day: $0) != nil }.count
            - 1
        return isInMonths(day) && (monthDays.isEmpty || monthDays.contains(number) || monthDays.contains(fromEnd))
            && (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday })
    }

    private func isInMonths(_ day: CivilDay) -> Bool { months.isEmpty || months.contains(day.components.month) }
}
