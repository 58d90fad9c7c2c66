/// Sales over the whole window: leads in, dispositions and opportunities out.
///
/// It runs before any engagement is made, over all accounts at once, because how well one lead is followed up depends
/// on how many others came that day. It keeps leads and records, never engagements.
struct SalesFloor {
    let parameters: WorldParameters
    let calendar: WorldCalendar
    let rota: SalesRota
    private(set) var dispositions: [Disposition] = []
    private(set) var opportunities: [Opportunity] = []
    private(set) var touches: [Touch] = []
    /// What became of the needs of which a lead came, by account and place.
    private(set) var fates: [NeedKey: Fate] = [:]
    /// The number of the opportunity that came of a need.
    private(set) var numbers: [NeedKey: Int] = [:]
    private var chance: SeededGenerator
    private var memory = DealMemory()

    /// Names one need of the world.
    struct NeedKey: Hashable {
        var account: Int
        var need: Int
    }

    init(settings: WorldSettings, calendar: WorldCalendar, rota: SalesRota) {
        parameters = settings.parameters
        self.calendar = calendar
        self.rota = rota
        chance = SeededGenerator(settings.seed, .sales, 0)
    }

    /// Works through all leads of the world.
    ///
    /// - Parameters:
    ///   - leads: in order of day.
    ///   - prospects: needs nobody noticed, at which Sales calls anyway, in order of day.
    mutating func run(leads: [Lead], prospects: [Lead], memory: DealMemory) {
        self.memory = memory
        var teams = SalesFloor.teams(leads: leads, memory: memory, parameters: parameters, calendar: calendar)
        var nextLead = 0
        var nextProspect = 0
        for day in 0..<calendar.days {
            while nextLead < leads.count, leads[nextLead].day == day {
                teams[SalesFloor.queue(of: memory.deal(leads[nextLead].account))].add(leads[nextLead])
                nextLead += 1
            }
            while nextProspect < prospects.count, prospects[nextProspect].day == day {
                callUnasked(prospects[nextProspect])
                nextProspect += 1
            }
            guard calendar.isBusinessDay[day] else { continue }
            for team in teams.indices {
                var forgotten: [Lead] = []
                let done = teams[team].work(on: day, calendar: calendar, parameters: parameters) {
                    forgotten.append($0)
                }
                for lead in forgotten { settle(lead, .neverCalled) }
                for followUp in done { judge(followUp, on: day) }
            }
        }
    }

    /// The Americas are called by themselves; those who call Europe call Asia, too, early in the morning.
    private static func queue(of deal: DealMemory.Deal) -> Int { deal.team == 1 ? 1 : 0 }

    private static func teams(
        leads: [Lead], memory: DealMemory, parameters: WorldParameters, calendar: WorldCalendar
    ) -> [SalesTeam] {
        let businessDays = max(1, calendar.isBusinessDay.count { $0 })
        let americas = leads.count { queue(of: memory.deal($0.account)) == 1 }
        func capacity(_ count: Int) -> Int {
            (count * 1000 / max(1, parameters.salesLoadPermille) + businessDays - 1) / businessDays
        }
        return [
            SalesTeam(capacity: capacity(leads.count - americas)),
            SalesTeam(capacity: capacity(americas)),
        ]
    }

    /// Notes what became of the need behind a lead, where there is one.
    private mutating func settle(_ lead: Lead, _ fate: Fate) {
        if case .need(let need) = lead.cause { fates[NeedKey(account: lead.account, need: need)] = fate }
    }

    private mutating func judge(_ followUp: SalesTeam.FollowUp, on day: Int) {
        let lead = followUp.lead
        var need: Int?
        if case .need(let place) = lead.cause, memory.end(of: place, at: lead.account) >= day { need = place }
        let accepts =
            need == nil
            ? parameters.acceptsNoisePermille : parameters.acceptsNeedPermille * (500 + followUp.quality / 2) / 1000
        let isAccepted = chance.chance(permille: accepts)
        let (verdict, reason) = isAccepted ? (.accept, nil) : refusal(of: lead, isReal: need != nil)
        let said = calendar.businessDay(onOrAfter: day + chance.between(0...4))
        if said < calendar.days {
            dispositions.append(
                Disposition(
                    account: lead.account, seat: lead.seat, verdict: verdict, reason: reason, day: said,
                    second: min(61_200, followUp.second + chance.between(300...9000)),
                    by: rota.member(of: memory.deal(lead.account).team, on: said, number: followUp.number)))
        }
        var touch = Touch(
            account: lead.account, day: day, seat: lead.seat, isAccepted: isAccepted, opportunity: nil, need: need)
        var fate = isAccepted ? Fate.accepted : .refused
        let opens =
            need == nil
            ? parameters.junkOpportunityPermille : parameters.opportunityPermille * (500 + followUp.quality / 2) / 1000
        if isAccepted, chance.chance(permille: opens),
            let deal = open(
                lead, need: need, after: said, quality: followUp.quality,
                source: lead.raisedHand ? .raisedHand : .lead)
        {
            touch.opportunity = deal.opened...deal.closes
            fate = .opportunity
        }
        touches.append(touch)
        settle(lead, need == nil && fate != .opportunity ? .refused : fate)
    }

    /// Why a lead was not taken, in the agreement's words.
    private mutating func refusal(of lead: Lead, isReal: Bool) -> (Disposition.Verdict, String) {
        if isReal {
            let reasons = ["bad_timing", "no_budget", "no_authority", "no_need"]
            let reason = reasons[chance.place(inProportionTo: [400, 250, 200, 150])]
            return (chance.chance(permille: 600) ? .recycle : .reject, reason)
        }
        if memory.deal(lead.account).isUnfit, chance.chance(permille: 450) { return (.reject, "outside_target") }
        let reasons = [
            "no_need", "only_wanted_content", "wrong_role", "no_authority", "bad_contact_details", "duplicate",
            "bad_timing", "already_in_pipeline",
        ]
        let parts =
            lead.cause == .enthusiast ? [150, 550, 120, 120, 20, 20, 20, 0] : [400, 150, 120, 90, 90, 50, 80, 20]
        let reason = reasons[chance.place(inProportionTo: parts)]
        return (reason == "bad_timing" ? .recycle : .reject, reason)
    }

    /// Sales calls an account with a need that gave no sign.
    private mutating func callUnasked(_ lead: Lead) {
        guard case .need(let need) = lead.cause,
            let deal = open(lead, need: need, after: lead.day, quality: 700, source: .calling)
        else { return }
        settle(lead, .opportunity)
        touches.append(
            Touch(
                account: lead.account, day: deal.opened, seat: lead.seat, isAccepted: true,
                opportunity: deal.opened...deal.closes, need: need))
    }

    /// Opens an opportunity some days later, unless the window or the need is over by then.
    private mutating func open(
        _ lead: Lead, need: Int?, after day: Int, quality: Int, source: Opportunity.Source
    ) -> Opportunity? {
        let opened = calendar.businessDay(onOrAfter: day + chance.between(2...24))
        guard opened < calendar.days else { return nil }
        if let need, memory.end(of: need, at: lead.account) < opened { return nil }
        var closes = opened + chance.between(parameters.cycleDays)
        if chance.chance(permille: 450) {
            closes =
                calendar.endOfQuarter(after: closes, fiscalYearStart: parameters.fiscalYearStartMonth)
                + chance.between(0...4)
        }
        let intensity = need.map { memory.intensity(of: $0, at: lead.account) } ?? 0
        let wins =
            parameters.wonPermille + parameters.wonByIntensityPermille * intensity / 1000
            + parameters.wonByQualityPermille * quality / 1000
        let reasons =
            need == nil
            ? ["no_decision", "no_budget"] : ["price", "competitor", "no_decision", "bad_timing", "missing_feature"]
        let opportunity = Opportunity(
            account: lead.account, seat: lead.seat, need: need,
            source: source,
            opened: opened, closes: calendar.businessDay(onOrAfter: closes),
            wins: need != nil && chance.chance(permille: wins),
            amount: memory.deal(lead.account).size * chance.between(50...180), lossReason: chance.pick(reasons))
        opportunities.append(opportunity)
        return opportunity
    }

    /// Puts the records in the order in which they are read: touches by account, the others by time.
    mutating func settleAccounts() {
        // Ties are broken by every field that can differ, so that the order never depends on the sort.
        touches.sort { ($0.account, $0.day, $0.seat) < ($1.account, $1.day, $1.seat) }
        dispositions.sort { ($0.day, $0.second, $0.account, $0.seat) < ($1.day, $1.second, $1.account, $1.seat) }
        opportunities.sort { ($0.opened, $0.account, $0.closes) < ($1.opened, $1.account, $1.closes) }
        for (place, opportunity) in opportunities.enumerated() {
            if let need = opportunity.need {
                numbers[NeedKey(account: opportunity.account, need: need)] = place + 1
            }
        }
    }
}
