import WeirAgreement
import WeirFacts

/// What the desk needs of an agreement, with its calendars compiled, and the limits that an agreement leaves open.
public struct DeskRules: Hashable, Sendable {
    /// The version: the hash of the agreement's text.
    public var agreement: String
    public var handOff: HandOff
    /// One for each team.
    public var calendars: [BusinessCalendar]
    public var fiscal: FiscalCalendar
    public var salesQualified: SalesQualified?
    public var limits: Limits

    /// What an agreement does not say yet; the same for all teams.
    public struct Limits: Hashable, Sendable {
        /// Without talk both ways for so long after it was accepted, an acceptance is a ghost.
        public var contactWithin = ServiceDuration(count: 5, unit: .businessDays)
        public var snoozesMost = 3
        /// The longest one snooze.
        public var snoozeWithin = ServiceDuration(count: 10, unit: .businessDays)
        public var pauses = PauseRule.standard

        public init() {}
    }

    public init(
        _ agreement: Agreement, hash: String, closed: [[CivilDay]] = [], limits: Limits = Limits()
    ) throws(DeskError) {
        try self.init(
            agreement.handOff, hash: hash, fiscalYearStarts: agreement.fiscalYearStarts,
            salesQualified: agreement.salesQualified, closed: closed, limits: limits)
    }

    /// - Parameters:
    ///   - hash: of the agreement's text.
    ///   - closed: further closed days by team, such as those of calendar files; may be shorter than the teams.
    /// - Throws: where a team's hours or holidays cannot be used.
    public init(
        _ handOff: HandOff, hash: String, fiscalYearStarts: MonthDay = .january1,
        salesQualified: SalesQualified? = nil, closed: [[CivilDay]] = [], limits: Limits = Limits()
    ) throws(DeskError) {
        self.agreement = hash
        self.handOff = handOff
        fiscal = FiscalCalendar(yearStarts: fiscalYearStarts)
        self.salesQualified = salesQualified
        self.limits = limits
        var calendars: [BusinessCalendar] = []
        for (number, team) in handOff.teams.enumerated() {
            do {
                let closed = closed.indices.contains(number) ? closed[number] : []
                let calendar = try BusinessCalendar(team.calendar, closed: closed)
                try calendar.checkWeek()
                calendars.append(calendar)
            } catch {
                throw DeskError(error.code, at: "teams.\(team.name).calendar.\(error.place)", error.message)
            }
        }
        self.calendars = calendars
    }

    /// The promises that begin when a hand-off is offered.
    func promises(raisedHand: Bool) -> [ServicePromise] {
        guard let sales = handOff.sla?.sales else { return [] }
        let respond = raisedHand ? sales.respondRaisedHand ?? sales.respondWithin : sales.respondWithin
        let warn = sales.warnAtPermille
        return [
            respond.map { ServicePromise(.respond, within: $0, warnAtPermille: warn, pauses: limits.pauses) },
            sales.disposeWithin.map {
                ServicePromise(.disposition, within: $0, warnAtPermille: warn, pauses: limits.pauses)
            },
        ].compactMap { $0 }
    }

    var contactPromise: ServicePromise { ServicePromise(.contact, within: limits.contactWithin, pauses: limits.pauses) }

    /// Days until a buyer refused for a reason may come back; `nil` if the agreement names none.
    func recycleDays(_ reason: String) -> Int? {
        let dispositions = handOff.dispositions
        return dispositions?.recycleAfter.first { $0.reason == reason }?.days ?? dispositions?.recycleOtherwiseDays
    }
}
