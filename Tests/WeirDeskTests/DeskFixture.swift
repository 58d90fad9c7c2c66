import WeirAgreement
import WeirDesk
import WeirFacts

/// The hand-off of the example agreement, as its reader gives it.
enum DeskFixture {
    static let hours = [WorkingCalendar.Hours(from: 540, to: 750), .init(from: 810, to: 1050)]

    static func calendar(_ zone: String, _ hours: [WorkingCalendar.Hours] = hours, holidays: String?) -> WorkingCalendar
    {
        WorkingCalendar(timeZone: zone, week: [hours, hours, hours, hours, hours, [], []], holidays: holidays)
    }

    static var handOff: HandOff {
        HandOff(
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

    static func rules(_ change: (inout HandOff) -> Void = { _ in }) throws -> DeskRules {
        var handOff = handOff
        change(&handOff)
        return try DeskRules(
            handOff, hash: "abc", fiscalYearStarts: MonthDay(month: 2, day: 1),
            salesQualified: SalesQualified(confirmed: [.need, .authority, .timing], atLeast: 4))
    }

    static func at(_ text: String) throws -> Instant { try InstantParser().instant(text) }

    static func london() throws -> BusinessCalendar { try BusinessCalendar(calendar("Europe/London", holidays: "GB")) }

    static func buyer(
        _ name: String, raisedHand: Bool = false, tier: Int = 0, score: Int64 = 100_000, rules: [Int] = [2],
        owner: String? = nil
    ) -> DeskInput {
        .qualified(
            QualifiedInput(
                buyer: name, account: "acc_" + name, raisedHand: raisedHand, tier: tier, scoreMilli: score,
                accountOwner: owner, fittingRules: rules, facts: [1]))
    }

    /// The hand-offs offered by actions, with their owners.
    static func offers(_ actions: [DeskAction]) -> [(id: String, buyer: String, owner: String)] {
        actions.compactMap { action in
            if case .offered(let id, let buyer, _, let owner, _) = action { return (id, buyer, owner) }
            return nil
        }
    }
}
