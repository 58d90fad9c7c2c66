/// Clause 5: the hand-off, and clause 6: credit.
extension Words {
    var handOff: [String] {
        let handOff = agreement.handOff
        let sentences =
            handOff.teams.map(sentence) + routing + (handOff.release.map(release) ?? [])
            + [handOff.firstStep.map { "The first step of Sales: \(ended($0))" }].compactMap { $0 }
            + (handOff.sla.map(promises) ?? []) + (handOff.dispositions.map(answers) ?? [])
        return sentences.isEmpty ? ["Nothing is agreed about the hand-off."] : sentences
    }

    private func ended(_ text: String) -> String {
        text.hasSuffix(".") || text.hasSuffix("!") || text.hasSuffix("?") ? text : text + "."
    }

    func sentence(_ team: Team) -> String {
        let members = team.members.map { "\($0.name) (\(number($0.capacity)))" }
        return "The team \(inQuotes(team.name)) can do \(number(team.capacity)) follow-ups on a business day: "
            + "\(all(members)). It works "
            + "\(hours(team.calendar))."
    }

    /// When a team works.
    func hours(_ calendar: WorkingCalendar) -> String {
        var parts: [String] = []
        var day = 0
        while day < calendar.week.count {
            let hours = calendar.week[day]
            var last = day
            while last + 1 < calendar.week.count && calendar.week[last + 1] == hours { last += 1 }
            if !hours.isEmpty {
                let days = day == last ? Words.weekdays[day] : "\(Words.weekdays[day]) to \(Words.weekdays[last])"
                parts.append("\(days) \(all(hours.map { "\(time($0.from)) to \(time($0.to))" }))")
            }
            day = last + 1
        }
        let holidays = calendar.holidays.map { "except on the public holidays of \($0)" } ?? "public holidays included"
        return "\(parts.joined(separator: "; ")), by the clocks of \(calendar.timeZone), \(holidays)"
    }

    private func time(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private var routing: [String] {
        agreement.handOff.routing.enumerated().map { index, rule in
            let team = inQuotes(agreement.handOff.teams[rule.team].name)
            guard let when = rule.when else {
                return index == 0 ? "Every company goes to \(team)." : "Every other company goes to \(team)."
            }
            return "A company goes to \(team) if \(condition(when))\(index == 0 ? "" : ", and no rule before took it")."
        }
    }

    func release(_ rule: ReleaseRule) -> [String] {
        let order = rule.order.map(\.words).joined(separator: ", then ")
        var sentences = [
            "Never more is handed over than the teams can follow up. When there is more, first goes \(order)."
        ]
        if let expires = rule.expires {
            sentences.append(
                "What is not handed over within \(duration(expires)) goes back to nurture, with the reason.")
        }
        sentences += rule.slowDown.map { slowDown in
            "In the last \(count(slowDown.lastBusinessDays, "business day")) of \(a(slowDown.of.rawValue)) only "
                + "\(share(slowDown.toPermille)) of the teams' capacity is used."
        }
        return sentences
    }

    private func promises(_ levels: ServiceLevels) -> [String] {
        var sentences: [String] = []
        let sales = levels.sales
        let responses = [
            sales.respondWithin.map { "responds within \(duration($0))" },
            sales.respondRaisedHand.map { "responds to a raised hand within \(duration($0))" },
        ].compactMap { $0 }
        if !responses.isEmpty { sentences.append("Sales \(all(responses)).") }
        if let warn = sales.warnAtPermille {
            sentences.append("The owner is warned when \(share(warn)) of the time to respond has passed.")
        }
        if let within = sales.disposeWithin {
            sentences.append("Sales accepts, rejects or recycles within \(duration(within)).")
        }
        if !sales.onBreach.isEmpty {
            sentences.append("When Sales is late, \(all(sales.onBreach.map(\.words))).")
        }
        let marketing = levels.marketing
        let bounds = [
            marketing.qualifiedPerWeekAtLeast.map { "at least \(number($0))" },
            marketing.qualifiedPerWeekAtMost.map { "at most \(number($0))" },
        ].compactMap { $0 }
        if !bounds.isEmpty { sentences.append("Marketing brings \(all(bounds)) qualified a week.") }
        if let share = marketing.acceptanceAtLeastPermille {
            sentences.append(
                "Marketing promises that Sales accepts at least \(self.share(share)) of what is handed over.")
        }
        return sentences
    }

    private func answers(_ reasons: DispositionReasons) -> [String] {
        var sentences = [
            reasons.accept.isEmpty
                ? "Sales accepts without giving a reason."
                : "Sales accepts with one of the reasons \(all(reasons.accept.map(plain)))."
        ]
        let parts = [
            reasons.rejectProcedural.isEmpty
                ? nil : "because the record is wrong (\(any(reasons.rejectProcedural.map(plain))))",
            reasons.rejectJudgement.isEmpty
                ? nil : "because Sales disagrees (\(any(reasons.rejectJudgement.map(plain))))",
        ].compactMap { $0 }
        if !parts.isEmpty { sentences.append("Sales rejects with a reason: \(parts.joined(separator: ", or ")).") }
        var returns = reasons.recycleAfter.map { "after \(days($0.days)) if the reason is \(plain($0.reason))" }
        if let otherwise = reasons.recycleOtherwiseDays {
            returns.append("after \(days(otherwise)) \(returns.isEmpty ? "whatever the reason" : "otherwise")")
        }
        if !returns.isEmpty { sentences.append("What is recycled may come back \(all(returns)).") }
        return sentences
    }

    var credit: [String] {
        guard let attribution = agreement.attribution else { return ["Nothing is agreed about credit."] }
        return [
            "Touches of the \(days(attribution.lookBackDays)) before an opportunity get credit.",
            "A deal is sourced by \(attribution.sourced.words). This is one definition, locked for the fiscal year.",
            "Influence is shown side by side by the \(attribution.models.count == 1 ? "model" : "models") "
                + "\(all(attribution.models.map(\.words))).",
        ]
    }
}
