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

    static let handOff = HandOff.example

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
        owner: String? = nil, account: String? = nil
    ) -> DeskInput {
        .qualified(
            QualifiedInput(
                buyer: name, account: account ?? "acc_" + name, raisedHand: raisedHand, tier: tier, scoreMilli: score,
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
