import WeirFacts

/// One account's spells and opportunities, cut to what was known on the period's last day.
struct AccountHistory {
    let account: BacktestAccount
    /// In order of entry; a spell that ends after the period is still open.
    let spells: [AccountSpell]
    /// In order of opening; one that closes after the period is still open.
    let opportunities: [BacktestOpportunity]
    let from: CivilDay
    let to: CivilDay
    let horizonDays: Int

    init(
        _ account: BacktestAccount, spells: [AccountSpell], opportunities: [BacktestOpportunity],
        in input: BacktestInput
    ) {
        self.account = account
        from = input.from
        to = input.to
        horizonDays = input.horizonDays
        let last = input.to
        self.spells =
            spells.filter { $0.entered <= last }.map { spell in
                guard let left = spell.left, left > last else { return spell }
                var open = spell
                open.left = nil
                open.leftScoreMilli = nil
                return open
            }
            .sorted { ($0.entered, $0.left ?? .max) < ($1.entered, $1.left ?? .max) }
        self.opportunities =
            opportunities.filter { $0.opened <= last }.map { opportunity in
                guard let closed = opportunity.closed, closed > last else { return opportunity }
                var open = opportunity
                open.outcome = .open
                open.closed = nil
                return open
            }
            .sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
    }

    /// The first spell that began in the period: the account counts once, by this.
    var entry: AccountSpell? { spells.first { $0.entered >= from } }

    /// Whether it was qualified on a day; the day of leaving still counts, for answers given on it.
    func isQualified(on day: CivilDay) -> Bool {
        spells.contains { $0.entered <= day && day <= ($0.left ?? .max) }
    }

    /// Whether an opportunity opened before a day was not yet closed on it.
    func isInPipeline(on day: CivilDay) -> Bool {
        opportunities.contains { $0.opened < day && ($0.closed ?? .max) >= day }
    }

    /// The days of the period on which the account was qualified or no more than the horizon past an entry.
    var daysAfterEntry: DaySpans {
        DaySpans(
            spells.map { spell in
                let stays = (spell.left ?? .max).number
                return spell.entered.number..<max(stays, spell.entered.number + Int32(horizonDays) + 1)
            }
        ).clipped(to: periodDays)
    }

    /// The days of the period on which an opportunity could open: none is open from before.
    var daysAtRisk: DaySpans {
        let pipeline = opportunities.compactMap { opportunity -> Range<Int32>? in
            let first = opportunity.opened.number + 1
            let last = (opportunity.closed ?? to).number
            return first <= last ? first..<last + 1 : nil
        }
        return DaySpans([periodDays]).subtracting(DaySpans(pipeline))
    }

    private var periodDays: Range<Int32> { from.number..<to.number + 1 }
}

extension CivilDay {
    /// Later than any day that occurs.
    static let max = CivilDay(number: .max - 10_000)
}
