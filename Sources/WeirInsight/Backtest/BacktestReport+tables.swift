import WeirFacts

/// The report's tables: text and page show the same rows.
extension BacktestReport {
    var flowTable: TableView {
        TableView(
            title: "In and out",
            columns: [
                .init("who", ""), .init("opening", "at the start", isTrailing: true),
                .init("entered", "entered", isTrailing: true), .init("distinct", "different ones", isTrailing: true),
                .init("left", "left", isTrailing: true), .init("closing", "at the end", isTrailing: true),
            ],
            rows: [flowRow("accounts", flow.accounts), flowRow("buyers", flow.buyers)])
    }

    /// How restless the definition is.
    var flappingTable: TableView {
        let row = { (name: String, flapping: Flapping) -> [TableView.Cell] in
            [.text(name), .share(flapping.returned), .share(flapping.short)]
        }
        return TableView(
            title: "Steadiness",
            columns: [
                .init("who", ""),
                .init("returned", "back within \(Flapping.returnWithinDays) days of leaving", isTrailing: true),
                .init("short", "stayed under \(Flapping.shortDays) days", isTrailing: true),
            ],
            rows: [row("accounts", accountFlapping), row("buyers", buyerFlapping)])
    }

    private func flowRow(_ name: String, _ flow: QualifiedFlow) -> [TableView.Cell] {
        [
            .text(name), .number(flow.opening), .number(flow.entered), .number(flow.enteredDistinct),
            .number(flow.left), .number(flow.closing),
        ]
    }

    /// All weeks, for the page.
    var weekTable: TableView {
        var table = TableView(
            title: "Week by week",
            columns: [
                .init("week", "week of"), .init("accounts_in", "accounts in", isTrailing: true),
                .init("accounts_out", "out", isTrailing: true), .init("accounts", "qualified", isTrailing: true),
                .init("buyers_in", "buyers in", isTrailing: true), .init("buyers_out", "out", isTrailing: true),
                .init("buyers", "qualified", isTrailing: true), .init("capacity", "capacity", isTrailing: true),
                .init("over", "over", isTrailing: true),
            ])
        for week in flow.weeks {
            table.append([
                .text(week.monday.description + (week.isPartial ? " (part)" : "")), .number(week.accountsEntered),
                .number(week.accountsLeft), .number(week.accountStock), .number(week.buyersEntered),
                .number(week.buyersLeft), .number(week.buyerStock), week.capacity.map { .number($0) } ?? .nothing(),
                week.overCapacity > 0 ? .number(week.overCapacity) : .nothing(),
            ])
        }
        return table
    }

    /// Accounts in stock, week by week.
    var stockTable: TableView {
        TableView(
            title: "Accounts qualified",
            columns: [.init("week", "week of"), .init("accounts", "accounts", isTrailing: true)],
            rows: flow.weeks.map { [.day($0.monday), .number($0.accountStock)] })
    }

    var teamTable: TableView {
        TableView(
            title: "Capacity",
            columns: [.init("team", "team"), .init("capacity", "follow-ups a week", isTrailing: true)],
            rows: teams.map { [.text($0.name), .number($0.perWeek)] })
    }

    /// Weeks over capacity, the worst first.
    var overCapacityTable: TableView {
        var table = TableView(
            title: "Weeks over capacity",
            columns: [
                .init("week", "week of"), .init("buyers", "buyers in", isTrailing: true),
                .init("capacity", "capacity", isTrailing: true), .init("over", "over", isTrailing: true),
            ])
        for week in flow.weeksOverCapacity.sorted(by: { ($1.overCapacity, $0.monday) < ($0.overCapacity, $1.monday) }) {
            table.append([
                .day(week.monday), .number(week.buyersEntered), .number(week.capacity ?? 0),
                .number(week.overCapacity),
            ])
        }
        return table
    }

    var outcomeTable: TableView {
        var table = TableView(
            title: "Outcome",
            columns: [
                .init("group", ""), .init("entrants", "entered", isTrailing: true),
                .init("opportunity", "opportunity", isTrailing: true), .init("opportunity_ci", "95%", isTrailing: true),
                .init("won", "won", isTrailing: true), .init("won_ci", "95%", isTrailing: true),
            ])
        for group in [outcome.all] + outcome.byWay + outcome.byTier {
            let isTier = outcome.byTier.contains { $0.name == group.name }
            table.append([
                .text(isTier ? "tier \(group.name)" : group.name), .number(group.entrants), .share(group.opportunity),
                .text(Words.interval(group.opportunity.interval)), .share(group.won),
                .text(Words.interval(group.won.interval)),
            ])
        }
        return table
    }

    var baseRateTable: TableView {
        let row = { (name: String, rate: IncidenceRate) -> [TableView.Cell] in
            let expected = rate.expectedShare(days: horizonDays)
            return [
                .text(name), .number(rate.events), .number(rate.accountQuarters),
                rate.perHundredQuartersTenths.map { .text(Words.tenths($0)) } ?? .nothing("no days"),
                expected.map { .text(Words.percent($0.permille)) } ?? .nothing("no days"),
                .text(Words.interval(expected?.interval)),
            ]
        }
        return TableView(
            title: "Against the rest of the target market",
            columns: [
                .init("group", ""), .init("events", "events", isTrailing: true),
                .init("quarters", "account-quarters", isTrailing: true),
                .init("rate", "per 100", isTrailing: true),
                .init("expected", "in \(horizonDays) days", isTrailing: true),
                .init("interval", "95%", isTrailing: true),
            ],
            rows: [
                row("opportunities after entry", baseRate.opportunitiesAfterEntry),
                row("opportunities, the rest", baseRate.opportunitiesOfRest),
                row("wins after entry", baseRate.winsAfterEntry), row("wins, the rest", baseRate.winsOfRest),
            ])
    }

    /// The two ratios in words, for under the table.
    var liftWords: [String] {
        [("Opportunities", baseRate.opportunityLift), ("Wins", baseRate.winLift)].map { name, lift in
            guard let lift else {
                return "\(name): one side has none, so no ratio can be drawn."
            }
            return "\(name) after entry: \(Words.times(lift.ratioHundredths)) the rest's rate, 95% interval "
                + "\(Words.times(lift.interval.lowerBound)) to \(Words.times(lift.interval.upperBound))."
        } + [
            "For orientation: of the target-market accounts never qualified in the period, "
                + "\(Words.share(baseRate.neverQualified)) got an opportunity in it."
        ]
    }

    var leadTimeTable: TableView {
        TableView(
            title: "Days from entry to opportunity",
            columns: [.init("days", "days"), .init("accounts", "accounts", isTrailing: true)],
            rows: outcome.leadTime.bins.map { bin in
                [.text(bin.from == bin.to ? "\(bin.from)" : "\(bin.from) to \(bin.to)"), .number(bin.count)]
            })
    }
}
