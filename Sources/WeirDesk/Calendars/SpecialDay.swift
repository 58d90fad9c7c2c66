import WeirAgreement
import WeirFacts

/// One day on which a team works other hours than its week and its country's holidays say: a closed bridge day, a half
/// day before a feast, a Saturday on which everybody comes in.
public struct SpecialDay: Hashable, Sendable, Codable {
    public var day: CivilDay
    /// The day's hours; none: closed.
    public var hours: [WorkingCalendar.Hours]
    /// In words.
    public var why: String

    public init(_ day: CivilDay, hours: [WorkingCalendar.Hours] = [], why: String = "") {
        self.day = day
        self.hours = hours
        self.why = why
    }
}

/// A team's special days, each day once.
public struct SpecialDays: Hashable, Sendable, Codable {
    /// More than these say that a week is meant, which belongs into the agreement.
    public static let most = 2000

    /// In order.
    public private(set) var days: [SpecialDay] = []

    public init() {}

    /// Puts days in the place of what was said of them before.
    mutating func say(_ said: [SpecialDay]) throws(DeskError) {
        forget(said.map(\.day))
        var latest: [CivilDay: SpecialDay] = [:]
        for var day in said {
            day.hours = try BusinessHours.ordered(day.hours, at: "\(day.day)")
            latest[day.day] = day
        }
        days = (days + latest.values).sorted { $0.day < $1.day }
        guard days.count <= SpecialDays.most else {
            throw DeskError(.notAllowed, at: "special days", "a team has at most \(SpecialDays.most) of them")
        }
    }

    /// These days are as the week has them again.
    mutating func forget(_ gone: [CivilDay]) {
        let gone = Set(gone)
        days.removeAll { gone.contains($0.day) }
    }
}

extension BusinessCalendar {
    /// The same calendar with a team's special days, which win over everything else.
    func with(_ special: SpecialDays) throws(DeskError) -> BusinessCalendar {
        if special.days.isEmpty { return self }
        var overrides = exceptions
        for day in special.days { overrides[day.day] = day.hours }
        return try BusinessCalendar(zone: zone, week: week, overrides: overrides)
    }
}
