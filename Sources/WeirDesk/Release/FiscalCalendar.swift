import WeirAgreement
import WeirFacts

/// Fiscal months, quarters and years, counted from the day on which the fiscal year starts.
public struct FiscalCalendar: Hashable, Sendable {
    public var yearStarts: MonthDay

    public init(yearStarts: MonthDay) { self.yearStarts = yearStarts }

    /// The last day of the fiscal period that a day lies in.
    ///
    /// Where a month is too short for the day on which the year starts, its fiscal month starts on its last day.
    public func end(of period: ReleaseRule.Period, containing day: CivilDay) -> CivilDay {
        let length =
            switch period {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        let (year, month, dayOfMonth) = day.components
        let calendarMonth = year * 12 + month - 1
        let fiscalMonth = dayOfMonth < start(ofMonth: calendarMonth).components.day ? calendarMonth - 1 : calendarMonth
        let since = fiscalMonth - (yearStarts.month - 1)
        let next = Int(floorDivide(Int64(since), by: Int64(length)) + 1) * length + yearStarts.month - 1
        return start(ofMonth: next).advanced(by: -1)
    }

    /// - Parameter number: months since the year 0.
    private func start(ofMonth number: Int) -> CivilDay {
        for day in stride(from: yearStarts.day, through: 28, by: -1) {
            if let found = CivilDay(year: number / 12, month: number % 12 + 1, day: day) { return found }
        }
        return CivilDay(year: number / 12, month: number % 12 + 1, day: max(yearStarts.day, 1)) ?? CivilDay(number: 0)
    }

    /// The part of capacity that remains on a day, permille: the lowest of the slow-downs that apply.
    public func remainingPermille(
        on day: CivilDay, rules: [ReleaseRule.SlowDown], calendar: BusinessCalendar
    ) -> Int {
        rules.reduce(1000) { lowest, rule in
            isAmongLast(rule.lastBusinessDays, of: rule.of, day, calendar) ? min(lowest, rule.toPermille) : lowest
        }
    }

    private func isAmongLast(
        _ count: Int, of period: ReleaseRule.Period, _ day: CivilDay, _ calendar: BusinessCalendar
    ) -> Bool {
        let last = end(of: period, containing: day)
        // So many business days take at most so many civil days but for years of holidays; look no further.
        guard day.distance(to: last) <= 4 * count + 31 else { return false }
        var left = count
        var next = day.advanced(by: 1)
        while next <= last, left > 0 {
            if calendar.isBusinessDay(next) { left -= 1 }
            next = next.advanced(by: 1)
        }
        return left > 0
    }
}
