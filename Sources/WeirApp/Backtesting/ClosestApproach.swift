import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight

/// The moment at which an account came closest to a gate, and what it lacked then.
struct ClosestApproach {
    /// One condition of a gate that did not hold.
    enum Lack: Hashable {
        case tier
        case score(missingMilli: Int64)
        case engagedBuyers(missing: Int)
        case role(Int)
        case cooldown(days: Int)
    }

    var day: Int32
    var standing: Standing
    var lacks: [Lack]

    init(_ fold: borrowing AccountFold, on day: Int32) {
        let gate = fold.compiled.rules.enter
        self.day = day
        standing = fold.measure(on: day)
        lacks = []
        if fold.tier > gate.tier { lacks.append(.tier) }
        if standing.scoreMilli < gate.scoreMilli {
            lacks.append(.score(missingMilli: gate.scoreMilli - standing.scoreMilli))
        }
        if standing.engagedBuyers < gate.engagedBuyers {
            lacks.append(.engagedBuyers(missing: gate.engagedBuyers - standing.engagedBuyers))
        }
        lacks += gate.roles.members.filter { !standing.engagedRoles.contains($0) }.map { .role($0) }
        if lacks.isEmpty, let left = fold.leftDay {
            lacks.append(.cooldown(days: fold.compiled.rules.cooldownDays - Int(day - left)))
        }
    }

    /// Fewer lacks are closer; then the higher score.
    func isCloser(than other: ClosestApproach) -> Bool {
        (lacks.count, -standing.scoreMilli) < (other.lacks.count, -other.standing.scoreMilli)
    }
}

extension Population {
    /// For each account that was won: why it was not let through, by the moment it came closest.
    func missedReasons(wonAccounts: [BacktestOpportunity], lives: [AccountLife], until: CivilDay)
        -> [String: MissedReason]
    {
        var opened: [String: CivilDay] = [:]
        for win in wonAccounts { opened[win.accountID] = min(win.opened, opened[win.accountID] ?? win.opened) }
        var fold = fold()
        var reasons: [String: MissedReason] = [:]
        for account in columns.accounts.indices {
            guard let day = opened[accountID(account)] else { continue }
            if let entered = lives[account].stays.first?.entered, entered <= day.number { continue }
            reasons[accountID(account)] = missedReason(account, &fold, until: min(day, until))
        }
        return reasons
    }

    /// Why an account had not entered by a day.
    func missedReason(_ account: Int, _ fold: inout HistoryFold, until: CivilDay) -> MissedReason {
        guard let closest = closestApproach(account, &fold, until: until) else {
            return MissedReason(condition: "nothing known", detail: "no engagement on record by \(until)")
        }
        return MissedReason(condition: condition(closest, account), detail: detail(closest))
    }

    func closestApproach(_ account: Int, _ fold: inout HistoryFold, until: CivilDay) -> ClosestApproach? {
        var closest: ClosestApproach?
        var hasEngagement = false
        fold.visit(account, in: columns.history, until: until.number) { state, _ in
            let here = ClosestApproach(state, on: state.day)
            hasEngagement = hasEngagement || here.standing.engagementMilli > 0
            if closest.map({ here.isCloser(than: $0) }) ?? true { closest = here }
        }
        return hasEngagement ? closest : nil
    }

    /// The condition in words, for grouping.
    func condition(_ closest: ClosestApproach, _ account: Int) -> String {
        let roles = use.agreement.buyingGroup.roles
        if closest.lacks.contains(.tier) {
            return places[account].isTarget ? "tier too low" : "outside the target market"
        }
        let words = closest.lacks.map { lack -> String in
            switch lack {
            case .tier: "tier too low"
            case .score: "score too low"
            case .engagedBuyers: "too few engaged buyers"
            case .role(let role): "no \(roles[role].name) engaged"
            case .cooldown: "still in cooldown"
            }
        }
        return words.isEmpty ? "came in only later" : words.joined(separator: ", ")
    }

    private func detail(_ closest: ClosestApproach) -> String {
        let gate = use.rules.rules.enter
        let standing = closest.standing
        var parts = ["\(standing.scoreMilli / 1000) points of \(gate.scoreMilli / 1000)"]
        if gate.engagedBuyers > 0 { parts.append("\(standing.engagedBuyers) engaged buyers of \(gate.engagedBuyers)") }
        for case .role(let role) in closest.lacks {
            parts.append("no \(use.agreement.buyingGroup.roles[role].name)")
        }
        if closest.lacks.contains(.tier) { parts.append("outside the tiers admitted") }
        return "closest on \(CivilDay(number: closest.day)): " + parts.joined(separator: "; ")
    }
}
