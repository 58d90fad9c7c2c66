/// Writes what Sales recorded: dispositions and opportunities, and beside them where each opportunity truly came from.
struct SalesRows {
    let world: DemandWorld

    static func opportunityID(_ number: Int, to text: inout CSVText) {
        text.raw("O")
        text.padded(UInt(number), digits: 6)
    }

    func write(to writer: inout WorldWriter) throws {
        for (place, disposition) in world.sales.dispositions.enumerated() {
            try writer.row(.dispositions) { row(disposition, number: place + 1, &$0) }
        }
        for (place, opportunity) in world.sales.opportunities.enumerated() {
            try writer.row(.opportunities) { row(opportunity, number: place + 1, &$0) }
            try writer.row(.opportunityCauses) { cause(of: opportunity, number: place + 1, &$0) }
        }
    }

    func count(into summary: inout WorldSummary) {
        for opportunity in world.sales.opportunities {
            switch opportunity.outcome(days: world.settings.days) {
            case .open: summary.opportunitiesOpen += 1
            case .won: summary.opportunitiesWon += 1
            case .lost: summary.opportunitiesLost += 1
            }
            if opportunity.need == nil { summary.junkOpportunities += 1 }
        }
    }

    private func row(_ disposition: Disposition, number: Int, _ text: inout CSVText) {
        text.raw("D")
        text.padded(UInt(number), digits: 6)
        text.comma()
        text.raw(AccountCard.buyerID(account: disposition.account, seat: disposition.seat))
        text.comma()
        text.field(world.teller.id(of: disposition.account))
        text.comma()
        text.field(disposition.verdict.rawValue)
        text.comma()
        text.field(disposition.reason ?? "")
        text.comma()
        text.instant(day: world.acts.calendar.day(disposition.day), second: disposition.second)
        text.comma()
        text.field(disposition.by)
    }

    private func row(_ opportunity: Opportunity, number: Int, _ text: inout CSVText) {
        let days = world.settings.days
        let outcome = opportunity.outcome(days: days)
        SalesRows.opportunityID(number, to: &text)
        text.comma()
        text.field(world.teller.id(of: opportunity.account))
        text.comma()
        text.raw(AccountCard.buyerID(account: opportunity.account, seat: opportunity.seat))
        text.comma()
        text.instant(day: world.acts.calendar.day(opportunity.opened), second: 50_400 + number % 7200)
        text.comma()
        text.field(opportunity.stage(days: days))
        text.comma()
        // Whole hundreds: nobody quotes pence.
        text.number(opportunity.amount / 100 / 100 * 100)
        text.comma()
        text.field(world.teller.profile(opportunity.account).currency)
        text.comma()
        if outcome != .open {
            text.instant(day: world.acts.calendar.day(opportunity.closes), second: 54_000 + number % 7200)
        }
        text.comma()
        text.field(outcome.rawValue)
        text.comma()
        if outcome == .lost { text.field(opportunity.lossReason) }
    }

    private func cause(of opportunity: Opportunity, number: Int, _ text: inout CSVText) {
        SalesRows.opportunityID(number, to: &text)
        text.comma()
        text.field(world.teller.id(of: opportunity.account))
        text.comma()
        text.raw(opportunity.need == nil ? "junk" : "need")
        text.comma()
        if let need = opportunity.need {
            text.raw("N")
            text.padded(UInt(opportunity.account + 1), digits: 7)
            text.raw("-")
            text.number(need + 1)
        }
        text.comma()
        text.field(opportunity.source.rawValue)
    }
}
