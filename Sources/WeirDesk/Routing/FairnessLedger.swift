import WeirFacts

/// Who was given how much of a team's work against what was theirs: an account book whose every row sums to zero.
///
/// Each buyer handed over is one unit. Those who could have taken it are credited their shares, by capacity; the one who
/// takes it is debited as much as all were credited. Next is whoever has most to their credit. Those who are away gain
/// and lose nothing, so nobody returns to a flood, and nobody pays for having been away. All is whole numbers, in the
/// order of the rows, so that a replay gives the same book and the same choices.
public struct FairnessLedger: Hashable, Sendable, Codable {
    public enum Cause: String, Hashable, Sendable, Codable {
        case assigned, joined, left
        case wentAway = "went_away"
        /// The record was wrong: it does not count as work, and the member gets another.
        case returned
        /// Handed on without anybody's fault: leave, departure, a person's decision.
        case reassigned
    }

    public struct Credit: Hashable, Sendable, Codable {
        public var member: String
        /// Millionths of one buyer handed over; positive is owed to the member.
        public var micro: Int64
    }

    /// INVARIANT: the credits of a row sum to zero.
    public struct Row: Hashable, Sendable, Codable {
        public var number: Int
        public var at: Instant
        public var cause: Cause
        public var member: String
        /// The hand-off or buyer it is about.
        public var subject: String
        public var credits: [Credit]
    }

    /// Someone who could take work, and how much of it is theirs.
    public struct Candidate: Hashable, Sendable {
        public var name: String
        public var weight: Int

        public init(name: String, weight: Int) {
            self.name = name
            self.weight = weight
        }
    }

    public static let unit: Int64 = 1_000_000
    /// Stands in where nobody else is there to owe or be owed.
    public static let house = "(the team)"

    /// Rows written so far; the rows themselves go to whoever keeps the book.
    public private(set) var count = 0
    public private(set) var balances: [String: Int64] = [:]
    private var lastGiven: [String: Int] = [:]

    public init() {}

    /// Who takes the next one: the most credit after this one is shared out; among equals the one who had to wait
    /// longest, then the one with the larger share, then by name.
    public func next(among candidates: [Candidate]) -> String? {
        let shares = FairnessLedger.shares(candidates)
        func standing(_ index: Int) -> Int64 { (balances[candidates[index].name] ?? 0) + shares[index] }
        return candidates.indices.filter { candidates[$0].weight > 0 }.max { a, b in
            let (x, y) = (candidates[a], candidates[b])
            if standing(a) != standing(b) { return standing(a) < standing(b) }
            let (last, other) = (lastGiven[x.name] ?? -1, lastGiven[y.name] ?? -1)
            if last != other { return last > other }
            return x.weight != y.weight ? x.weight < y.weight : x.name > y.name
        }.map { candidates[$0].name }
    }

    /// Shares of one unit by weight, rounded down.
    private static func shares(_ candidates: [Candidate]) -> [Int64] {
        let total = candidates.reduce(0) { $0 + max($1.weight, 0) }
        guard total > 0 else { return candidates.map { _ in 0 } }
        return candidates.map { unit * Int64(max($0.weight, 0)) / Int64(total) }
    }

    /// One buyer is handed to `member`, whom `candidates` could have been.
    mutating func assign(_ subject: String, to member: String, among candidates: [Candidate], at now: Instant) -> Row {
        let credits = zip(candidates, FairnessLedger.shares(candidates)).map { Credit(member: $0.name, micro: $1) }
        let sum = credits.reduce(0) { $0 + $1.micro }
        lastGiven[member] = count
        return append(.assigned, member, subject, credits + [Credit(member: member, micro: -sum)], now)
    }

    /// The record was wrong: the member gets the unit back, from those who share the work.
    mutating func giveBack(_ subject: String, to member: String, among candidates: [Candidate], at now: Instant) -> Row
    {
        let others = candidates.filter { $0.name != member }
        let credits = zip(others, FairnessLedger.shares(others)).map { Credit(member: $0.name, micro: -$1) }
        return append(.returned, member, subject, settled(credits, by: member), now)
    }

    mutating func hand(_ subject: String, from old: String, to new: String, at now: Instant) -> Row {
        lastGiven[new] = count
        return append(
            .reassigned, new, subject,
            [Credit(member: old, micro: Self.unit), Credit(member: new, micro: -Self.unit)], now)
    }

    /// Joining and going away move nothing; the row says from when on someone shares again, or no longer.
    mutating func note(_ cause: Cause, _ member: String, at now: Instant) -> Row {
        append(cause, member, "", [Credit(member: member, micro: 0)], now)
    }

    /// Someone left: what they were owed, or owed, goes to those who stay.
    mutating func settle(_ member: String, among candidates: [Candidate], at now: Instant) -> Row {
        let balance = balances[member] ?? 0
        let others = candidates.filter { $0.name != member && $0.weight > 0 }
        let total = Int64(others.reduce(0) { $0 + $1.weight })
        var credits = others.map { Credit(member: $0.name, micro: balance * Int64($0.weight) / total) }
        let rest = balance - credits.reduce(0) { $0 + $1.micro }
        if credits.isEmpty { credits = [Credit(member: Self.house, micro: rest)] } else { credits[0].micro += rest }
        return append(.left, member, "", credits + [Credit(member: member, micro: -balance)], now)
    }

    private func settled(_ credits: [Credit], by member: String) -> [Credit] {
        let sum = credits.reduce(0) { $0 + $1.micro }
        if sum != 0 { return credits + [Credit(member: member, micro: -sum)] }
        return [Credit(member: Self.house, micro: -Self.unit), Credit(member: member, micro: Self.unit)]
    }

    private mutating func append(
        _ cause: Cause, _ member: String, _ subject: String, _ credits: [Credit], _ now: Instant
    ) -> Row {
        for credit in credits { balances[credit.member, default: 0] += credit.micro }
        count += 1
        return Row(number: count, at: now, cause: cause, member: member, subject: subject, credits: credits)
    }
}
