import WeirAgreement
import WeirDesk

/// Teams to try the desk with.
public enum DeskExample {
    /// Those of an agreement in a file, signed or not.
    public static func rules(agreement path: String) throws -> DeskRules {
        let terms = try DeskTerms(try AgreementInUse.draft(path), version: 0)
        guard terms.hasTeams else { throw AppError(.badData, "\(path) has no teams, so nobody can be handed anything") }
        return terms.rules
    }

    /// Three teams in three time zones, with the public holidays of their countries.
    public static func rules() throws -> DeskRules {
        let hours = [WorkingCalendar.Hours(from: 540, to: 750), .init(from: 810, to: 1050)]
        func calendar(_ zone: String, _ holidays: String) -> WorkingCalendar {
            WorkingCalendar(timeZone: zone, week: [hours, hours, hours, hours, hours, [], []], holidays: holidays)
        }
        let handOff = HandOff(
            teams: [
                Team(
                    name: "emea",
                    members: [
                        .init(name: "ana", capacity: 12), .init(name: "ben", capacity: 10),
                        .init(name: "chloe", capacity: 10),
                    ], calendar: calendar("Europe/London", "GB")),
                Team(
                    name: "us", members: [.init(name: "dan", capacity: 15), .init(name: "dora", capacity: 8)],
                    calendar: calendar("America/New_York", "US")),
                Team(
                    name: "apac", members: [.init(name: "emi", capacity: 6), .init(name: "finn", capacity: 3)],
                    calendar: calendar("Australia/Sydney", "AU-NSW")),
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
                    disposeWithin: .init(count: 5, unit: .businessDays), onBreach: [.notifyManager, .reassign])),
            dispositions: DispositionReasons(
                rejectProcedural: ["duplicate"], rejectJudgement: ["no_need", "bad_timing"],
                recycleAfter: [.init(reason: "bad_timing", days: 90)], recycleOtherwiseDays: 60))
        do {
            return try DeskRules(handOff, hash: "example")
        } catch {
            throw AppError(.badData, error.description)
        }
    }
}
