import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// What following keeps in mind between one look and the next.
struct FollowedSoFar: Sendable {
    /// Looked at, and nothing found that would be worth writing down.
    var reach: DeskReach?
    /// When time has something to do, at a position of the desk.
    var due: (position: DeskPosition, at: Instant?)?
}

/// Takes in what was decided of buyers since the desk looked last, and lets time pass.
///
/// A look that finds nothing writes nothing. One that does takes in a bounded part in one turn, so that facts never wait
/// long for the disk; whoever follows looks again until there is no more.
extension SalesDesk {
    /// Longest that a turn goes on taking things in, when it has taken some.
    private static let turnTime = Duration.milliseconds(4)
    private static let leastAtOnce = 8
    /// Facts without any news after which it is written down that they were looked at.
    private static let unwritten: Int64 = 100_000

    /// What following came to.
    struct Followed: Sendable {
        var actions: [DeskAction] = []
        /// Whether anything was written.
        var hasWritten = false
        /// Whether there is more to do at once.
        var hasMore = false
        /// When time has something to do; `nil`: not until something else happens.
        var next: Instant?
    }

    /// Follows the qualifier, and lets the desk see the time: one turn at most.
    func follow(now: Instant) throws -> Followed {
        let inForce = try terms(now: now)
        guard inForce.hasTeams else { return Followed() }
        return try look(
            now: now,
            { held, books -> (news: DeskNews, position: DeskPosition, next: Instant?, isIdle: Bool) in
                let reach = followed.withLock { $0.from(held.position.reach) }
                let news = try DeskNews(held.desk, from: reach, inForce, books, now: max(now, held.desk.now))
                let next = due(held)
                let isIdle =
                    news.items.isEmpty && held.terms.version == inForce.version
                    && news.end.placing == held.position.reach.placing
                    && news.end.seq - held.position.reach.seq < SalesDesk.unwritten && (next.map { $0 > now } ?? true)
                return (news, held.position, next, isIdle)
            },
            then: { seen in
                guard let seen, seen.isIdle else { return nil }
                followed.withLock { $0.reach = seen.news.end }
                return Followed(hasMore: seen.news.hasMore, next: seen.next)
            },
            { turn, seen in
                var done = Followed(hasMore: true)
                // Begun in this turn, under other terms by now, or somebody else was here: look again.
                if let seen, turn.held.position == seen.position {
                    done.hasMore = try take(seen.news, turn) || seen.news.hasMore
                }
                if !done.hasMore { try turn.take(.tick, "tick", about: "", by: .system("time")) }
                done.actions = turn.actions
                done.hasWritten = turn.isChanged
                followed.withLock { $0.due = nil }
                done.next = turn.desk.nextMoment
                // Time that is due and brought nothing will not bring anything at once.
                if let next = done.next, next <= turn.now {
                    done.next = nil
                    done.hasMore = done.hasMore || !done.actions.isEmpty
                }
                return done
            })
    }

    /// Follows until there is nothing more to do.
    /// - Returns: how many things happened.
    func catchUp(now: Instant) throws -> Int {
        var count = 0
        while true {
            let followed = try follow(now: now)
            count += followed.actions.count
            if !followed.hasMore { return count }
        }
    }

    private func due(_ held: HeldDesk) -> Instant? {
        if let known = followed.withLock({ $0.due }), known.position == held.position { return known.at }
        let next = held.desk.nextMoment
        followed.withLock { $0.due = (held.position, next) }
        return next
    }

    /// - Returns: whether some is left for another turn.
    private func take(_ news: DeskNews, _ turn: DeskTurn) throws -> Bool {
        let end = ContinuousClock.now + SalesDesk.turnTime
        for (number, (item, reach)) in news.items.enumerated() {
            if number >= SalesDesk.leastAtOnce, ContinuousClock.now > end { return true }
            switch item {
            case .qualifies(let input): try qualify(input, turn)
            case .leaves(let buyer, let reason):
                guard turn.desk.buyers[buyer]?.history.stage == .qualified else { break }
                try turn.takeIfAllowed(
                    .noLongerQualified(buyer: buyer, reason: reason), "no_longer_qualified", about: buyer,
                    by: .system("the agreement's definition"), ["reason": reason])
            case .verdict(let said): try CRMFollowing(turn: turn).follow(said)
            case .outcome(let said): try CRMFollowing(turn: turn).follow(said)
            }
            turn.follow(to: reach)
        }
        turn.follow(to: news.end)
        return false
    }

    private func qualify(_ input: QualifiedInput, _ turn: DeskTurn) throws {
        try turn.takeIfAllowed(
            .qualified(input), "qualified", about: input.buyer, by: .system("the agreement's definition"), input)
    }
}

extension FollowedSoFar {
    /// From where to look on: further than what is written down, where nothing was found since.
    fileprivate func from(_ written: DeskReach) -> DeskReach {
        guard let reach, reach.placing == written.placing, reach.decision >= written.decision, reach.seq >= written.seq
        else { return written }
        return reach
    }
}
