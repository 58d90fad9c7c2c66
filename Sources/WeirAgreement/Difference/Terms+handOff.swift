/// Clause 5: the hand-off. Clause 6: credit.
extension Terms {
    mutating func addHandOff() {
        clause = 5
        let handOff = agreement.handOff
        for team in handOff.teams { addTeam(team) }
        order("teams", "The teams", "are written in the order", handOff.teams.map(\.name))
        members("routing", "Routing", "has the rule:", ruleWords)
        order("routing.order", "Routing", "tries the rules in the order", ruleWords)
        if let release = handOff.release { addRelease(release) }
        if let step = handOff.firstStep { say("first_step", "The first step of Sales", "is", words.inQuotes(step)) }
        if let levels = handOff.sla { addPromises(levels) }
        if let reasons = handOff.dispositions { addAnswers(reasons) }
    }

    /// Each rule on its own, whatever its place.
    private var ruleWords: [String] {
        agreement.handOff.routing.map { rule in
            let team = words.inQuotes(agreement.handOff.teams[rule.team].name)
            return rule.when.map { "to \(team) if \(words.condition($0))" } ?? "every other company to \(team)"
        }
    }

    private mutating func addTeam(_ team: Team) {
        let key = "team.\(team.name)"
        let subject = "The team \(words.inQuotes(team.name))"
        item(key, words.sentence(team)) { terms in
            for member in team.members {
                terms.say(
                    "\(key).\(member.name)", "In the team \(terms.words.inQuotes(team.name)) \(member.name)", "does",
                    "\(terms.words.count(member.capacity, "follow-up")) a business day", amount: Int64(member.capacity),
                    looser: .higher, whenNew: .loosens)
            }
            terms.order("\(key).members", subject, "lists its members as", team.members.map(\.name))
            terms.say("\(key).hours", subject, "works", terms.words.hours(team.calendar))
        }
    }

    private mutating func addRelease(_ release: ReleaseRule) {
        item("release", words.release(release).joined(separator: " ")) { terms in
            let words = terms.words
            terms.say(
                "release.order", "The hand-off", "gives first place to",
                release.order.map(\.words).joined(separator: ", then "))
            terms.say(
                "release.expires", "What waits", "expires",
                release.expires.map { "after \(words.duration($0))" } ?? "never",
                amount: release.expires?.comparable.amount, scale: release.expires?.comparable.scale ?? "",
                looser: .higher)
            for slowDown in release.slowDown {
                let period =
                    "\(words.count(slowDown.lastBusinessDays, "business day")) of \(words.a(slowDown.of.rawValue))"
                terms.say(
                    "release.slow_down.\(period)", "In the last \(period) the hand-off", "uses only",
                    "\(words.share(slowDown.toPermille)) of the capacity", amount: Int64(slowDown.toPermille),
                    looser: .higher, whenNew: .tightens)
            }
            terms.order(
                "release.slow_down", "The slow-downs", "are written in the order",
                release.slowDown.map { "\($0.of.rawValue) \($0.lastBusinessDays)" })
        }
    }

    private mutating func addPromises(_ levels: ServiceLevels) {
        let (sales, marketing) = (levels.sales, levels.marketing)
        promise("respond", "Sales", "responds within", sales.respondWithin)
        promise("respond.raised_hand", "Sales", "responds to a raised hand within", sales.respondRaisedHand)
        promise("disposition", "Sales", "accepts, rejects or recycles within", sales.disposeWithin)
        if let warn = sales.warnAtPermille {
            say("warn_at", "The owner", "is warned after", "\(words.share(warn)) of the time")
        }
        members("on_breach", "A late response", "means that", sales.onBreach.map(\.words))
        amount("per_week.at_least", "Marketing", "brings at least", marketing.qualifiedPerWeekAtLeast, "a week", .lower)
        amount("per_week.at_most", "Marketing", "brings at most", marketing.qualifiedPerWeekAtMost, "a week", .higher)
        if let share = marketing.acceptanceAtLeastPermille {
            say(
                "acceptance", "Marketing", "promises an acceptance of at least", words.share(share),
                amount: Int64(share), looser: .lower, whenNew: .tightens)
        }
    }

    private mutating func promise(_ key: String, _ subject: String, _ verb: String, _ duration: ServiceDuration?) {
        guard let duration else { return }
        let (amount, scale) = duration.comparable
        say(
            key, subject, verb, words.duration(duration), amount: amount, scale: scale, looser: .higher,
            whenNew: .tightens)
    }

    private mutating func amount(
        _ key: String, _ subject: String, _ verb: String, _ amount: Int?, _ per: String, _ looser: Term.Looser
    ) {
        guard let amount else { return }
        say(
            key, subject, verb, "\(words.number(amount)) \(per)", amount: Int64(amount), looser: looser,
            whenNew: .tightens)
    }

    private mutating func addAnswers(_ reasons: DispositionReasons) {
        members("accept", "Sales", "accepts for the reason", reasons.accept.map(words.plain))
        members(
            "reject.procedural", "Sales", "rejects a wrong record for the reason",
            reasons.rejectProcedural.map(words.plain))
        members(
            "reject.judgement", "Sales", "rejects by judgement for the reason",
            reasons.rejectJudgement.map(words.plain))
        for recycle in reasons.recycleAfter {
            say(
                "recycle.\(recycle.reason)", "What is recycled for \(words.plain(recycle.reason))", "may return after",
                words.days(recycle.days), amount: Int64(recycle.days), looser: .lower)
        }
        order("recycle", "The reasons for recycling", "are written in the order", reasons.recycleAfter.map(\.reason))
        if let days = reasons.recycleOtherwiseDays {
            say(
                "recycle otherwise", "What is recycled for another reason", "may return after", words.days(days),
                amount: Int64(days), looser: .lower)
        }
    }

    mutating func addCredit() {
        clause = 6
        guard let attribution = agreement.attribution else { return }
        say(
            "look_back", "Credit", "goes back", words.days(attribution.lookBackDays),
            amount: Int64(attribution.lookBackDays))
        say("sourced", "A deal", "is sourced by", attribution.sourced.words)
        members("influence", "Influence", "is shown by the model", attribution.models.map(\.words))
    }
}

extension ServiceDuration {
    /// Elapsed time compares with elapsed time, business hours with business hours, and business days with business
    /// days: how many hours those have depends on the team's calendar.
    fileprivate var comparable: (amount: Int64, scale: String) {
        let count = Int64(count)
        return switch unit {
        case .minutes: (count, "elapsed")
        case .hours: (count * 60, "elapsed")
        case .days: (count * 1440, "elapsed")
        case .businessMinutes: (count, "business")
        case .businessHours: (count * 60, "business")
        case .businessDays: (count, "business days")
        }
    }
}
