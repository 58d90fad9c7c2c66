import WeirFacts

/// One of the numbers by which a definition is judged, so that two definitions can stand side by side.
public struct KeyNumber: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case count(Int)
        case share(Share)
        /// `nil`: nothing to take the median of.
        case days(Int?)
        /// `nil`: no ratio can be drawn.
        case lift(Lift?)
        case money([Money])
    }

    /// Stable name for the JSON.
    public var key: String
    public var words: String
    public var value: Value

    init(_ key: String, _ words: String, _ value: Value) {
        self.key = key
        self.words = words
        self.value = value
    }
}

extension BacktestReport {
    /// The report in fifteen numbers, in the order in which a sales leader asks for them.
    public var keyNumbers: [KeyNumber] {
        let within = "within \(Words.days(horizonDays))"
        var numbers = [
            KeyNumber("accounts_entered", "accounts that entered", .count(flow.accounts.enteredDistinct)),
            KeyNumber("buyers_entered", "buyers that entered", .count(flow.buyers.enteredDistinct)),
            KeyNumber("accounts_at_end", "accounts qualified at the end", .count(flow.accounts.closing)),
        ]
        if flow.hasCapacity {
            numbers.append(
                KeyNumber("weeks_over_capacity", "weeks over capacity", .count(flow.weeksOverCapacity.count)))
        }
        numbers += [
            KeyNumber("opportunity", "opportunity \(within) of entry", .share(outcome.all.opportunity)),
            KeyNumber("won", "won \(within) of entry", .share(outcome.all.won)),
            KeyNumber("opportunity_lift", "opportunities, times the rest", .lift(baseRate.opportunityLift)),
            KeyNumber("win_lift", "wins, times the rest", .lift(baseRate.winLift)),
            KeyNumber("lead_time_days", "days from entry to opportunity, median", .days(outcome.leadTime.median)),
            KeyNumber("wins_found", "wins let through in time", .share(won.foundShare)),
            KeyNumber("wins_late", "wins let through too late", .count(won.late.count)),
            KeyNumber("wins_never", "wins never let through", .count(won.never.count)),
            KeyNumber("value_found", "amount of the wins found", .money(won.found.value)),
        ]
        if let acceptance {
            numbers.append(KeyNumber("accepted", "accepted by Sales", .share(acceptance.qualified)))
        }
        numbers.append(
            KeyNumber("returned", "accounts back within 30 days of leaving", .share(accountFlapping.returned)))
        return numbers
    }
}

extension KeyNumber.Value {
    /// As it is written in text and pages.
    var words: String {
        switch self {
        case .count(let count): Words.number(count)
        case .share(let share): Words.share(share)
        case .days(let days): days.map(Words.days) ?? "none yet"
        case .lift(let lift): lift.map { Words.times($0.ratioHundredths) } ?? "too few to say"
        case .money(let amounts): Words.value(amounts)
        }
    }

    /// The change from another value: `+12`, `+4.0 points`, `-3 days`; empty where none can be drawn.
    func change(from other: KeyNumber.Value) -> String {
        switch (self, other) {
        case (.count(let new), .count(let old)): return Words.signed(new - old)
        case (.share(let new), .share(let old)):
            guard let newPermille = new.permille, let oldPermille = old.permille else { return "" }
            return Words.signedTenths(newPermille - oldPermille) + " points"
        case (.days(let new?), .days(let old?)):
            return Words.signed(new - old) + (abs(new - old) == 1 ? " day" : " days")
        case (.lift(let new?), .lift(let old?)):
            return Words.signedTenths((new.ratioHundredths - old.ratioHundredths) / 10) + "×"
        case (.money(let new), .money(let old)):
            guard new.count == 1, old.count == 1, new[0].currency == old[0].currency else { return "" }
            let difference = Money(minorUnits: new[0].minorUnits - old[0].minorUnits, currency: new[0].currency)
            return (difference.minorUnits > 0 ? "+" : "") + Words.money(difference)
        default: return ""
        }
    }

    var json: ReportJSON {
        switch self {
        case .count(let count): .number(count)
        case .share(let share): share.json
        case .days(let days): .number(days)
        case .lift(let lift): lift?.json ?? .null
        case .money(let amounts): .list(amounts.map(\.json))
        }
    }
}
