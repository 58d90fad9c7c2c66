/// What happens because marketing mails, invites and exhibits, and what machines do.
extension AccountWalk {
    mutating func meetMarketing(_ day: Int) {
        guard world.isMarketingDay[day] else { return }
        let (parameters, campaigns) = (world.parameters, world.campaigns)
        if campaigns.webinar[day] != Campaign.none {
            attend(
                .webinarAttended, campaigns.webinar[day], on: day, idle: parameters.webinarIdlePermille,
                inNeed: parameters.webinarInNeedPermille)
        }
        if campaigns.event[day] != Campaign.none {
            attend(
                .eventMet, campaigns.event[day], on: day, idle: parameters.eventIdlePermille,
                inNeed: parameters.eventInNeedPermille)
        }
        if story.habits.isMailed, campaigns.mailing[day] != Campaign.none {
            openMail(of: campaigns.mailing[day], on: day)
        }
    }

    /// Buyers at a webinar or an event: those in need far more often than others, collectors in between.
    private mutating func attend(_ signal: WorldSignal, _ campaign: UInt16, on day: Int, idle: Int, inNeed: Int) {
        let need = story.needs.first { $0.lasts(on: day) }
        let collectors = story.habits.enthusiasts.filter { $0.days.contains(day) && $0.kind == .studentOfContent }
        guard need != nil || !collectors.isEmpty || story.habits.isActive else { return }
        let progress = need?.progress(on: day) ?? 0
        for seat in story.group.indices where story.group[seat].joined < day {
            let joined = need?.people.contains { $0.seat == seat && $0.joins <= progress } ?? false
            let collects = collectors.contains { $0.seat == seat }
            let permille = joined ? inNeed : collects ? inNeed : story.habits.isActive ? idle : 0
            for _ in 0..<chance.times(perMillion: permille * scalePermille) {
                var act = act(signal, by: seat, on: day, at: 50_400 + chance.below(3600))
                act.campaign = campaign
                act.channel = world.channels[Int(campaign)]
                if signal == .webinarAttended { act.content = UInt8(chance.below(Content.assets.count)) }
                today.append(act)
            }
        }
    }

    /// People who click in a mailing, hours after a link scanner has clicked everything.
    private mutating func openMail(of campaign: UInt16, on day: Int) {
        let sent = 32_400
        let topic = Int(campaign) % Content.topics
        for seat in story.group.indices where story.group[seat].joined < day {
            guard chance.chance(permille: world.parameters.recipientsPermille) else { continue }
            let isScanned = story.habits.hasLinkScanner && story.group[seat].freeMail == nil
            if isScanned {
                for _ in 0..<chance.times(perMillion: world.parameters.scannedPermille * scalePermille) {
                    scan(seat, sent: sent + chance.below(3), campaign, topic: topic, on: day)
                }
            }
            for _ in 0..<chance.times(perMillion: world.parameters.clicksPermille * scalePermille) {
                let signal: WorldSignal = chance.chance(permille: 600) ? .pageViewed : .contentRead
                var act = act(signal, by: seat, on: day, at: sent + 600 + chance.below(30_000))
                act.campaign = campaign
                act.channel = .email
                act.content =
                    signal == .pageViewed
                    ? Content.page(chance.below(Content.ordinaryPages))
                    : UInt8(topic * Content.assetsPerTopic + chance.below(Content.assetsPerTopic))
                today.append(act)
            }
        }
    }

    /// A mail server opens every link of a message within seconds.
    private mutating func scan(_ seat: Int, sent: Int, _ campaign: UInt16, topic: Int, on day: Int) {
        for link in 0..<chance.between(2...4) {
            let signal: WorldSignal = link == 1 ? .contentRead : .pageViewed
            var act = act(signal, by: seat, on: day, at: sent + chance.below(4))
            act.campaign = campaign
            act.channel = .email
            act.automation = .linkScanner
            act.content =
                signal == .contentRead
                ? UInt8(topic * Content.assetsPerTopic) : Content.page(link % Content.ordinaryPages)
            today.append(act)
        }
    }

    /// Crawlers, and job seekers, who are people but no buyers.
    mutating func visitByMachine(_ day: Int) {
        let crawls = story.habits.isActive ? world.parameters.crawlersPerThousandAYear * 1000 / 365 : 0
        let seekers = story.habits.jobSeekersPerMillion * world.busy[day] / 1000
        // One draw for both: on most days there is neither.
        for _ in 0..<chance.times(perMillion: (crawls + seekers) * scalePermille / 1000) {
            if chance.below(crawls + seekers) < crawls { crawl(day) } else { seekJob(day) }
        }
    }

    private mutating func crawl(_ day: Int) {
        var second = chance.below(86_000)
        let identity: Identity = chance.chance(permille: 400) ? .known : .domainOnly
        let seat = chance.below(story.group.count)
        guard story.group[seat].joined < day else { return }
        for page in 0..<chance.between(8...30) {
            var act = act(.pageViewed, by: seat, on: day, at: second)
            act.identity = identity
            act.automation = .crawler
            act.content = Content.page(page % Content.ordinaryPages)
            today.append(act)
            second += chance.below(2)
        }
    }

    private mutating func seekJob(_ day: Int) {
        var second = DayHours.second(hoursAhead: story.profile.hoursAhead, &chance)
        for page in 0..<chance.between(3...9) where second < 86_400 {
            var act = act(.pageViewed, by: 0, on: day, at: second)
            act.identity = .domainOnly
            act.content = Content.careers + UInt8(page & 1)
            act.channel = .organic
            today.append(act)
            second += chance.between(20...240)
        }
    }
}
