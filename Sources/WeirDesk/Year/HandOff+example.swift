import WeirAgreement

extension HandOff {
    /// Three teams in three time zones, with the public holidays of their countries: to try the desk with.
    public static var example: HandOff {
        let hours = [WorkingCalendar.Hours(from: 540, to: 750), .init(from: 810, to: 1050)]
        func calendar(
            _ zone: String, _ hours: [WorkingCalendar.Hours] = hours, holidays: String
        ) -> WorkingCalendar {
            WorkingCalendar(timeZone: zone, week: [hours, hours, hours, hours, hours, [], []], holidays: holidays)
        }
        return HandOff(
            teams: [
                Team(
                    name: "sdr_emea",
                    members: [
                        .init(name: "ana", capacity: 12), .init(name: "ben", capacity: 10),
                        .init(name: "chloe", capacity: 10),
                    ],
                    calendar: calendar("Europe/London", holidays: "GB")),
                Team(
                    name: "sdr_us", members: [.init(name: "dan", capacity: 15)],
                    calendar: calendar("America/New_York", [.init(from: 540, to: 1020)], holidays: "US")),
                Team(
                    name: "sdr_apac", members: [.init(name: "emi", capacity: 6), .init(name: "finn", capacity: 3)],
                    calendar: calendar("Australia/Sydney", holidays: "AU-NSW")),
            ],
            routing: [
                RoutingRule(when: Criteria(), team: 1), RoutingRule(when: Criteria(), team: 2),
                RoutingRule(when: nil, team: 0),
            ],
            release: ReleaseRule(
                order: [.raisedHand, .tier, .score, .age], expires: .init(count: 10, unit: .businessDays),
                slowDown: [.init(lastBusinessDays: 10, of: .quarter, toPermille: 300)]),
            sla: ServiceLevels(
                sales: .init(
                    respondWithin: .init(count: 4, unit: .businessHours),
                    respondRaisedHand: .init(count: 30, unit: .businessMinutes), warnAtPermille: 500,
                    disposeWithin: .init(count: 5, unit: .businessDays), onBreach: [.notifyManager, .reassign]),
                marketing: .init(
                    qualifiedPerWeekAtLeast: 20, qualifiedPerWeekAtMost: 160, acceptanceAtLeastPermille: 700)),
            dispositions: DispositionReasons(
                rejectProcedural: ["duplicate", "bad_contact_details"], rejectJudgement: ["no_need", "bad_timing"],
                recycleAfter: [.init(reason: "bad_timing", days: 90)], recycleOtherwiseDays: 60))
    }
}
