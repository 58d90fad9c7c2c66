import WeirFacts

/// An account that two definitions treat differently.
public struct ComparedAccount: Hashable, Sendable {
    public enum Change: String, Hashable, Sendable, CaseIterable { case gained, lost, earlier, later }

    public var accountID: String
    public var name: String
    public var tier: String
    public var change: Change
    /// The first day of the period on which it is qualified under this definition; `nil`: lost.
    public var day: CivilDay?
    /// The same under the other definition; `nil`: gained.
    public var againstDay: CivilDay?
    /// The condition that made the difference, in the caller's words.
    public var condition: String?
    /// Whether an opportunity opened within the horizon after the entry (that of the other definition if lost).
    public var hadOpportunity: Bool
    public var wasWon: Bool

    /// Days later than under the other definition; negative: earlier. `nil` where only one lets it through.
    public var daysLater: Int? {
        if let day, let againstDay { againstDay.distance(to: day) } else { nil }
    }
}

/// Two definitions over the same history: what one would have done otherwise than the other.
public struct BacktestComparison: Hashable, Sendable {
    public var subject: BacktestReport
    public var against: BacktestReport
    /// By account id.
    public var gained: [ComparedAccount]
    public var lost: [ComparedAccount]
    /// Most days first.
    public var earlier: [ComparedAccount]
    public var later: [ComparedAccount]
    /// Accounts that enter on the same day under both.
    public var unchanged: Int

    public subscript(_ change: ComparedAccount.Change) -> [ComparedAccount] {
        switch change {
        case .gained: gained
        case .lost: lost
        case .earlier: earlier
        case .later: later
        }
    }

    /// - Parameters:
    ///   - subject: the definition in question.
    ///   - against: what it is compared with, over the same period.
    ///   - condition: says which condition made the difference for an account.
    /// - Throws: `InsightError.period` when the two periods differ or one is none.
    public init(
        _ subject: BacktestInput, against: BacktestInput,
        condition: (_ accountID: String, _ change: ComparedAccount.Change) -> String?
    ) throws(InsightError) {
        guard subject.from == against.from, subject.to == against.to, subject.horizonDays == against.horizonDays else {
            throw .period("the two backtests cover different periods or horizons: run both over the same")
        }
        self.subject = try BacktestReport(subject)
        self.against = try BacktestReport(against)
        let ours = try BacktestTimeline(subject)
        let theirs = try BacktestTimeline(against)
        var changes: [ComparedAccount.Change: [ComparedAccount]] = [:]
        var same = 0
        let ids = Set(ours.histories.map(\.account.id) + theirs.histories.map(\.account.id))
        for id in ids {
            let pair = (ours.history(of: id), theirs.history(of: id))
            guard let change = BacktestComparison.change(pair.0?.firstQualified, pair.1?.firstQualified) else {
                same += pair.0?.firstQualified == nil ? 0 : 1
                continue
            }
            guard let judged = change == .lost ? pair.1 : pair.0 else { continue }
            let fate = EntrantFate(judged)
            changes[change, default: []].append(
                ComparedAccount(
                    accountID: id, name: judged.account.name, tier: judged.account.tier, change: change,
                    day: pair.0?.firstQualified, againstDay: pair.1?.firstQualified, condition: condition(id, change),
                    hadOpportunity: fate?.daysToOpportunity != nil, wasWon: fate?.wasWon ?? false))
        }
        unchanged = same
        let sorted = { (change: ComparedAccount.Change) in
            (changes[change] ?? []).sorted {
                (-abs($0.daysLater ?? 0), $0.accountID) < (-abs($1.daysLater ?? 0), $1.accountID)
            }
        }
        (gained, lost, earlier, later) = (sorted(.gained), sorted(.lost), sorted(.earlier), sorted(.later))
    }

    private static func change(_ ours: CivilDay?, _ theirs: CivilDay?) -> ComparedAccount.Change? {
        switch (ours, theirs) {
        case (nil, nil): nil
        case (_?, nil): .gained
        case (nil, _?): .lost
        case (let ours?, let theirs?): ours == theirs ? nil : ours < theirs ? .earlier : .later
        }
    }
}

extension AccountHistory {
    /// The first day of the period on which the account was qualified.
    var firstQualified: CivilDay? {
        spells.first { ($0.left ?? .max) >= from }.map { max($0.entered, from) }
    }
}
