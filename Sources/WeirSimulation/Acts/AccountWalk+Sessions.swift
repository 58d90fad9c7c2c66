/// What people do on the web site and with content.
extension AccountWalk {
    /// Ordinary browsing of an active account.
    mutating func browse(_ day: Int) {
        let rate = story.habits.sessionsPerMillion
        guard rate > 0 else { return }
        for _ in 0..<chance.times(perMillion: rate * world.busy[day] / 1000 * scalePermille / 1000) {
            let seat = min(chance.below(story.group.count), chance.below(story.group.count))
            session(of: seat, on: day, mix: Mix.browsing, topic: chance.below(Content.topics), need: nil)
        }
    }

    /// The people of each need that lasts today.
    mutating func research(_ day: Int) {
        for (place, need) in story.needs.enumerated() where need.lasts(on: day) {
            let sessions = world.parameters.needSessionsPerDayPermille * need.activity(on: day)
            for _ in 0..<chance.times(perMillion: sessions * world.busy[day] / 1000 * scalePermille / 1000) {
                guard let seat = participant(of: need, on: day) else { continue }
                session(of: seat, on: day, mix: Mix.researching, topic: need.topic, need: place)
            }
        }
    }

    /// Somebody of the need who has joined by now; those at the top have less time for it.
    private mutating func participant(of need: Need, on day: Int) -> Int? {
        let progress = need.progress(on: day)
        for _ in 0..<3 {
            let person = chance.pick(need.people)
            if person.joins > progress { continue }
            let isSenior = story.group[person.seat].seniority <= .vicePresident
            if isSenior, chance.chance(permille: 350) { continue }
            return person.seat
        }
        return need.people.first { $0.joins <= progress }?.seat
    }

    /// Those who collect content for its own sake.
    mutating func collect(_ day: Int) {
        for enthusiast in story.habits.enthusiasts where enthusiast.days.contains(day) {
            let rate = world.parameters.enthusiastSessionsAWeek * 1_000_000 / 7
            for _ in 0..<chance.times(perMillion: rate * world.busy[day] / 1000 * scalePermille / 1000) {
                session(
                    of: enthusiast.seat, on: day, mix: enthusiast.kind.mixPlace, topic: chance.below(Content.topics),
                    need: nil)
            }
        }
    }

    /// A few acts of one person, minutes apart.
    mutating func session(of seat: Int, on day: Int, mix: Int, topic: Int, need: Int?) {
        guard story.group[seat].joined < day else { return }
        let (identity, via) = (sessionIdentity(), campaign(on: day))
        var second = DayHours.second(hoursAhead: story.profile.hoursAhead, &chance)
        var more = 1 + min(chance.below(4), chance.below(6))
        while more > 0, second < 86_400 {
            more -= 1
            let draw = chance.next()
            var signal = world.mixes[mix][Int(truncatingIfNeeded: draw & 1023)]
            // Somebody unknown can look, but not download, share or reply.
            if identity != .known, identity != .emailOnly, signal != .pricingViewed { signal = .pageViewed }
            var act = act(signal, by: seat, on: day, at: second)
            act.identity = identity
            act.campaign = via
            act.channel = channel(of: via, draw: Int(truncatingIfNeeded: draw >> 10))
            act.content = content(of: signal, topic: topic, draw: Int(truncatingIfNeeded: (draw >> 24) & 0xFFFF))
            if signal == .contentShared { share(&act, on: day, need: need) }
            if act.signal == .emailReplied { act.channel = .email }
            today.append(act)
            second += 15 + Int(truncatingIfNeeded: (draw >> 44) % 400)
        }
    }

    private mutating func sessionIdentity() -> Identity {
        world.identities[chance.below(1000)]
    }

    /// A third of the sessions come from a campaign that runs.
    private mutating func campaign(on day: Int) -> UInt16 {
        let running = world.campaigns.running[day]
        let draw = chance.below(3 * running.count)
        return draw < running.count ? running[draw] : Campaign.none
    }

    private func channel(of campaign: UInt16, draw: Int) -> WorldChannel {
        if campaign != Campaign.none { return world.channels[Int(campaign)] }
        let place = draw & 15
        return place < 8 ? .organic : place < 13 ? .direct : .referral
    }

    private func content(of signal: WorldSignal, topic: Int, draw: Int) -> UInt8 {
        switch signal {
        case .pageViewed: Content.page(draw % Content.ordinaryPages)
        case .pricingViewed: Content.pricing
        case .contentDownloaded, .contentRead, .contentShared:
            UInt8(topic * Content.assetsPerTopic + draw % Content.assetsPerTopic)
        default: Content.none
        }
    }

    /// Chooses whom to share with, and plans the reading. Without a colleague it is only reading.
    private mutating func share(_ act: inout Act, on day: Int, need: Int?) {
        let sharer = story.group[Int(act.buyer)]
        let colleague: Int
        if let need {
            let progress = story.needs[need].progress(on: day)
            let people = story.needs[need].people
            let first = chance.below(people.count)
            let others = people.indices.map { people[($0 + first) % people.count] }
                .filter { $0.seat != Int(act.buyer) && $0.joins <= progress + 150 }
            // Upwards where there is somebody above.
            let above = others.first { story.group[$0.seat].seniority < sharer.seniority }
            colleague = (above ?? others.first)?.seat ?? Int(act.buyer)
        } else {
            colleague = chance.below(story.group.count)
        }
        guard colleague != Int(act.buyer), story.group[colleague].joined < day else {
            act.signal = .contentRead
            return
        }
        act.sharedWith = UInt16(colleague)
        let isUpward = story.group[colleague].seniority < sharer.seniority
        let reads = world.parameters.upwardSharesReadPermille
        guard chance.chance(permille: need != nil && isUpward ? reads : reads / 3) else { return }
        planReading(of: act, by: colleague, on: day + 1 + min(chance.below(12), chance.below(12)))
    }

    private mutating func planReading(of share: Act, by colleague: Int, on day: Int) {
        // Beyond the window it never happens, and takes no number.
        guard day < world.calendar.days else { return }
        let second = DayHours.second(hoursAhead: story.profile.hoursAhead, &chance)
        var read = act(
            chance.chance(permille: 850) ? .contentRead : .contentDownloaded, by: colleague, on: day, at: second)
        read.content = share.content
        read.channel = .direct
        read.echoOf = share.sequence
        read.sharedBy = share.buyer
        plan(read)
    }
}
