import WeirAgreement
import WeirFacts
import WeirInsight

/// The thresholds that the lab's sliders set.
public struct TrialValues: Hashable, Sendable {
    /// What an account needs to enter and to stay, millipoints.
    public var enterMilli: Int64
    public var stayMilli: Int64
    /// Engaged buyers it needs to enter.
    public var engagedBuyers: Int
    /// A buyer's own bar to enter, millipoints.
    public var buyerMilli: Int64
    /// Days it stays at least, and days before it may enter again.
    public var dwellDays: Int
    public var cooldownDays: Int

    /// The values as an agreement has them.
    public init(_ agreement: Agreement) {
        enterMilli = agreement.qualifiedAccount.enter.scoreMilli
        stayMilli = agreement.qualifiedAccount.stay.scoreMilli
        engagedBuyers = agreement.qualifiedAccount.enter.engagedBuyers
        buyerMilli = agreement.qualifiedBuyer.enterMilli
        dwellDays = agreement.qualifiedAccount.dwellDays
        cooldownDays = agreement.qualifiedAccount.cooldownDays
    }

    private init() {
        (enterMilli, stayMilli, engagedBuyers, buyerMilli, dwellDays, cooldownDays) = (0, 0, 0, 0, 0, 0)
    }

    /// Asks for nothing.
    public static let zero = TrialValues()

    /// Other bars of entry: scores from half of the own to three times of it, in whole points, each with as many engaged
    /// buyers as now, and with up to two fewer and two more. Which of the two holds accounts back differs from market to market.
    var barsAround: [TrialValues] {
        let points = max(20, enterMilli / 1000)
        let scores = [50, 100, 150, 200, 300].map { points * $0 / 100 * 1000 }
        return (max(engagedBuyers - 2, 0)...engagedBuyers + 2).flatMap { engaged in
            scores.map { score in
                var copy = self
                (copy.enterMilli, copy.engagedBuyers) = (score, engaged)
                return copy
            }
        }.filter { $0 != self }
    }

    /// An agreement with these values. Staying never asks more than entering does.
    func applied(to agreement: Agreement) -> Agreement {
        var copy = agreement
        copy.qualifiedAccount.enter.scoreMilli = enterMilli
        copy.qualifiedAccount.stay.scoreMilli = min(stayMilli, enterMilli)
        copy.qualifiedAccount.enter.engagedBuyers = engagedBuyers
        copy.qualifiedAccount.stay.engagedBuyers = min(copy.qualifiedAccount.stay.engagedBuyers, engagedBuyers)
        copy.qualifiedBuyer.enterMilli = buyerMilli
        copy.qualifiedBuyer.stayMilli = min(copy.qualifiedBuyer.stayMilli, buyerMilli)
        copy.qualifiedAccount.dwellDays = dwellDays
        copy.qualifiedAccount.cooldownDays = cooldownDays
        return copy
    }

    /// What these values change in an agreement: where it stands in the text, and what shall stand there.
    func changes(to agreement: Agreement) -> [(path: String, value: String)] {
        zip(TrialValues.settings(agreement), TrialValues.settings(applied(to: agreement)))
            .filter { $0.value != $1.value }.map { $1 }
    }

    /// Everything that ``applied(to:)`` touches, as an agreement has it.
    private static func settings(_ agreement: Agreement) -> [(path: String, value: String)] {
        func points(_ milli: Int64) -> String { FixedNumber(thousandths: milli).description }
        let (account, buyer) = (agreement.qualifiedAccount, agreement.qualifiedBuyer)
        return [
            ("qualified_account.enter.score", points(account.enter.scoreMilli)),
            ("qualified_account.stay.score", points(account.stay.scoreMilli)),
            ("qualified_account.enter.engaged_buyers", String(account.enter.engagedBuyers)),
            ("qualified_account.stay.engaged_buyers", String(account.stay.engagedBuyers)),
            ("qualified_buyer.enter", points(buyer.enterMilli)), ("qualified_buyer.stay", points(buyer.stayMilli)),
            ("qualified_account.dwell", String(account.dwellDays)),
            ("qualified_account.cooldown", String(account.cooldownDays)),
        ]
    }
}

extension Service {
    /// What definitions with these thresholds would have done; `nil` before the first engagement.
    public func trials(of values: [TrialValues], in overview: Overview) async throws -> [Trial]? {
        guard let past = overview.past else { return nil }
        return try await past.frame.trials(
            of: values.map { $0.applied(to: overview.use.agreement) }, overview.population)
    }
}
