/// What happens because somebody asked for it, or because Sales called.
extension AccountWalk {
    /// Requests for a demonstration.
    mutating func planHands() {
        for need in story.needs {
            if let hand = need.raisedHand { raiseHand(of: hand.seat, on: hand.day) }
        }
        for hand in story.habits.idleHands where story.group[hand.seat].joined < hand.day {
            raiseHand(of: hand.seat, on: hand.day)
        }
    }

    private mutating func raiseHand(of seat: Int, on day: Int) {
        guard (0..<world.calendar.days).contains(day) else { return }
        let second = DayHours.second(hoursAhead: story.profile.hoursAhead, &chance)
        plan(act(.demoRequested, by: seat, on: day, at: second))
    }

    /// Replies and meetings that follow a call, and the meetings of an opportunity.
    mutating func planTouches(_ touches: ArraySlice<Touch>) {
        for touch in touches {
            if chance.chance(permille: touch.isAccepted ? 650 : 120) {
                planConversation(.emailReplied, touch.seat, on: touch.day + chance.below(3))
            }
            guard touch.isAccepted else { continue }
            let joined = touch.need.map { place in
                story.needs[place].people.filter { $0.joins <= story.needs[place].progress(on: touch.day) }.map(\.seat)
            }
            let people = joined.map { $0.isEmpty ? [touch.seat] : $0 } ?? [touch.seat]
            planMeeting(of: people, on: touch.day + chance.between(1...8))
            guard let opportunity = touch.opportunity, touch.need != nil else { continue }
            var day = opportunity.lowerBound + chance.between(5...14)
            while day < min(opportunity.upperBound, world.calendar.days) {
                planMeeting(of: people, on: day)
                day += chance.between(10...28)
            }
        }
    }

    private mutating func planMeeting(of people: [Int], on day: Int) {
        let first = chance.below(people.count)
        for place in 0..<min(people.count, chance.between(1...3)) {
            planConversation(.meetingHeld, people[(first + place) % people.count], on: day)
        }
    }

    private mutating func planConversation(_ signal: WorldSignal, _ seat: Int, on date: Int) {
        let day = world.calendar.businessDay(onOrAfter: date)
        guard (0..<world.calendar.days).contains(day), story.group[seat].joined < day else { return }
        var act = act(signal, by: seat, on: day, at: DayHours.second(hoursAhead: story.profile.hoursAhead, &chance))
        act.channel = signal == .emailReplied ? .email : .sales
        plan(act)
    }
}
