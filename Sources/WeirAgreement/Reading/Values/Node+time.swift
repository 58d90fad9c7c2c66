import WeirFacts

/// Durations, days and hours.
extension Node {
    /// `30 days` or `4 weeks`, in whole days; the least allowed after reporting what is wrong.
    func days(atLeast least: Int, _ problems: ProblemList) -> Int {
        let right = "write a number of days or weeks, such as 30 days"
        guard let (count, unit) = amount(problems, right) else { return least }
        let factor: Int
        switch unit {
        case "day", "days": factor = 1
        case "week", "weeks": factor = 7
        default:
            problems.add(.wrongUnit, at: place, "\(quoted(unit)) is not a unit of time here", right)
            return least
        }
        let (days, overflow) = count.multipliedReportingOverflow(by: factor)
        guard !overflow, days >= least, days <= Bounds.days.upperBound else {
            problems.add(
                .outOfRange, at: place, "\(shown) is out of range",
                "write \(least) to \(Bounds.days.upperBound) days")
            return least
        }
        return days
    }

    /// `4 business hours`, `30 minutes`: the length of a promise.
    func serviceTime(_ problems: ProblemList) -> ServiceDuration {
        let right = "write minutes, hours or days, or business minutes, hours or days, such as 4 business hours"
        let fallback = ServiceDuration(count: 1, unit: .businessDays)
        guard let (count, written) = amount(problems, right) else { return fallback }
        let plural = written.hasSuffix("s") ? written : written + "s"
        guard let unit = ServiceDuration.Unit(rawValue: plural) else {
            problems.add(.wrongUnit, at: place, "\(quoted(written)) is not a unit of time here", right)
            return fallback
        }
        guard Bounds.positiveCount.contains(count) else {
            problems.add(.outOfRange, at: place, "\(shown) is out of range", "write 1 to 1000000")
            return fallback
        }
        return ServiceDuration(count: count, unit: unit)
    }

    /// `10 business days`, as their number.
    func businessDays(_ problems: ProblemList) -> Int {
        let right = "write a number of business days, such as 10 business days"
        guard let (count, unit) = amount(problems, right) else { return 1 }
        guard unit == "business days" || unit == "business day" else {
            problems.add(.wrongUnit, at: place, "\(quoted(unit)) is not business days", right)
            return 1
        }
        guard (1...366).contains(count) else {
            problems.add(.outOfRange, at: place, "\(shown) is out of range", "write 1 to 366 business days")
            return 1
        }
        return count
    }

    /// `02-01`: a day of every year.
    func monthDay(_ problems: ProblemList) -> MonthDay {
        let right = "write month and day as 02-01"
        guard let (text, _) = scalar(problems, right) else { return .january1 }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else {
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a day of the year", right)
            return .january1
        }
        // 2001 has no 29 February: a fiscal year must be able to start every year.
        guard CivilDay(year: 2001, month: month, day: day) != nil else {
            problems.add(
                .impossibleDate, at: place, "there is no \(text) in every year",
                "write a month 01 to 12 and a day it has every year")
            return .january1
        }
        return MonthDay(month: month, day: day)
    }

    /// `2026-03-27`.
    func date(_ problems: ProblemList) -> CivilDay? {
        let right = "write a date as 2026-03-27"
        guard let (text, _) = scalar(problems, right) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a date", right)
            return nil
        }
        guard let day = CivilDay(text) else {
            problems.add(.impossibleDate, at: place, "there is no day \(text)", "write a day that the calendar has")
            return nil
        }
        return day
    }

    /// A whole number and its unit: `30 business minutes`.
    private func amount(_ problems: ProblemList, _ right: String) -> (count: Int, unit: String)? {
        guard let (text, _) = scalar(problems, right) else { return nil }
        switch NumberText(text) {
        case .withUnit(let digits, let unit):
            guard case .number(let number) = NumberText(digits) else {
                problems.add(.wrongType, at: place, "\(quoted(digits)) is not a whole number", right)
                return nil
            }
            guard number.thousandths % 1000 == 0 else {
                problems.add(.tooPrecise, at: place, "\(number) is not a whole number", right)
                return nil
            }
            return (Int(number.thousandths / 1000), unit)
        case .number: problems.add(.wrongUnit, at: place, "\(quoted(text)) has no unit", right)
        case .tooPrecise, .tooLarge, .foreign, .notANumber:
            let isNegative = text.hasPrefix("-") && text.dropFirst().utf8.first.map(isDigit) == true
            problems.add(
                isNegative ? .outOfRange : .wrongType, at: place, "\(quoted(text)) is not a length of time", right)
        }
        return nil
    }
}
