import WeirAgreement
import WeirFacts

/// What time brings: clocks, breaches, expiry, returning buyers and release.
extension Desk {
    /// The most that one tick does of a kind, so that whoever writes it down is done soon; the rest is due at once.
    static let atOnce = 50

    mutating func tick() throws(DeskError) -> [DeskAction] {
        var actions: [DeskAction] = []
        for number in teams.indices {
            beginDay(number)
            actions += try lookAfterAbsent(number)
            actions += try runClocks(number)
            actions += try expire(number)
        }
        actions += try welcomeBack()
        for number in teams.indices { actions += try release(number) }
        return actions
    }

    private mutating func runClocks(_ number: Int) throws(DeskError) -> [DeskAction] {
        var done: [DeskAction] = []
        let due = teams[number].open.filter { id in
            guard let record = handOffs[id] else { return false }
            return (record.nextAt ?? Instant(milliseconds: .max)) <= now || (record.snoozedUntil ?? now) < now
        }
        for id in due.sorted(by: Desk.isEarlier).prefix(Desk.atOnce) {
            var record = try handOff(id)
            let actions = try record.tick(now, teams[number].calendar)
            keep(record)
            done += try follow(actions, of: id)
            for action in actions {
                guard case .clock(let milestone, .breached) = action, milestone != .contact else { continue }
                done += try breach(id, milestone)
            }
        }
        return done
    }

    /// Hand-offs are numbered, so `hof_9` comes before `hof_10`.
    static func isEarlier(_ a: String, _ b: String) -> Bool {
        a.utf8.count == b.utf8.count ? a < b : a.utf8.count < b.utf8.count
    }

    /// What the agreement says has to happen when a promise is broken.
    private mutating func breach(
        _ id: String, _ milestone: ServicePromise.Milestone
    ) throws(DeskError) -> [DeskAction] {
        var done: [DeskAction] = []
        for action in rules.handOff.sla?.sales.onBreach ?? [] {
            let record = try handOff(id)
            guard record.isOpen else { break }
            switch action {
            case .notifyManager: continue  // said where the clock says that it is broken
            // Work that has been taken up stays where it is: only an answer that never came goes to somebody else.
            case .reassign where record.isUnanswered && milestone == .respond:
                done += try handOn(id, isFault: true, why: "no answer in time")
            case .reassign: continue
            case .recycle:
                let reason = "\(milestone.rawValue) promise broken"
                done += try dispose(id, .recycle(reason: reason, until: nil), by: .system("breach"), seen: nil)
            }
        }
        return done
    }

    /// Recycled buyers whose day has come are leads again; if they still fit, they qualify like anybody else.
    private mutating func welcomeBack() throws(DeskError) -> [DeskAction] {
        let today = now.utcDay
        var done: [DeskAction] = []
        for day in returning.keys.filter({ $0 <= today }).sorted() {
            for buyer in (returning[day] ?? []).sorted().prefix(Desk.atOnce - done.count) {
                done.append(try move(buyer, to: .lead, by: .system("the day agreed on has come")))
            }
        }
        return done
    }
}
