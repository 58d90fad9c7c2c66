import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

/// The buying group of one account: which seats the agreement wants, who sits in them, who is missing, and what one more
/// person would change.
public struct AccountCoverage: Sendable, Encodable {
    public struct Person: Sendable, Encodable {
        /// `buy_7`.
        public var buyer: String
        /// Their name, or what stands in for it.
        public var name: String
        public var title: String?
        /// The role's name by the title; `nil` for none.
        public var role: String?
        public var isEngaged: Bool
        public var engagementMilli: Int64
    }

    public struct Seat: Sendable, Encodable {
        public var role: String
        public var wanted: Int
        /// People known in the role, the most engaged first.
        public var people: [Person]
        public var engaged: Int { people.count(where: \.isEngaged) }
        /// Seats with nobody in them.
        public var missing: Int { max(0, wanted - people.count) }
        /// Whether one more person, found and engaged, makes the account qualified.
        public var qualifies: Bool
        /// What one more person would do, in words.
        public var effect: String
        /// For whoever searches: words that titles of the role have.
        public var titleKeywords: [String]
    }

    /// `acc_7`.
    public var account: String
    public var name: String
    public var asOf: CivilDay
    public var agreement: String
    public var isTarget: Bool
    public var isQualified: Bool
    public var seats: [Seat]
    /// People in no seat that is wanted.
    public var others: [Person]

    public var missing: Int { seats.reduce(0) { $0 + $1.missing } }
}

extension AccountCoverage {
    /// - Returns: `nil` where there is no such account.
    init?(_ workspace: Workspace, _ use: AgreementInUse, _ id: Int64, asOf day: CivilDay) throws {
        guard let dossier = try AccountDossier(workspace, use, id) else { return nil }
        let explained = AccountExplanation(use, dossier, on: day)
        let explanation = explained.explanation
        let placing = explained.placing
        let group = use.agreement.buyingGroup
        var known: [(role: Int?, person: Person)] = []
        for (number, buyer) in dossier.buyers.enumerated() {
            let part = explanation.buyers.first { $0.buyer == number }
            let record = dossier.people[buyer]
            guard record?.isAnonymous != true else { continue }
            let role = part?.role ?? record?.title.flatMap { use.titles.read($0).role }
            let person = Person(
                buyer: RecordID.buyer.text(buyer), name: explained.label(number), title: record?.title,
                role: role.map { group.roles[$0].name }, isEngaged: part?.isEngaged ?? false,
                engagementMilli: part?.engagementMilli ?? 0)
            known.append((role, person))
        }
        known.sort { ($1.person.engagementMilli, $0.person.buyer) < ($0.person.engagementMilli, $1.person.buyer) }
        let isTarget = placing.verdict.target == .yes
        let rest = explanation.leftDay.map { use.rules.rules.cooldownDays - (Int(day.number) - Int($0)) } ?? 0
        let standing = EntryGate.Standing(
            isQualified: explanation.isQualified, tier: isTarget ? explanation.tier : use.rules.rules.tierCount,
            scoreMilli: explanation.standing.scoreMilli, engagedBuyers: explanation.standing.engagedBuyers,
            engagedRoles: Set(explanation.standing.engagedRoles.members),
            cooldownDays: explanation.isQualified ? 0 : max(0, rest))
        let gate = EntryGate(use.agreement)
        account = RecordID.account.text(dossier.account)
        name = dossier.name
        asOf = day
        agreement = use.title
        self.isTarget = isTarget
        isQualified = explanation.isQualified
        seats = group.wanted.map { wanted in
            let effect = gate.effect(role: wanted.role, standing)
            return Seat(
                role: group.roles[wanted.role].name, wanted: wanted.count,
                people: known.filter { $0.role == wanted.role }.map(\.person), qualifies: effect == .qualifies,
                effect: effect.words(group),
                titleKeywords: group.roles[wanted.role].functions.flatMap { group.functions[$0].keywords })
        }
        let wanted = Set(group.wanted.map(\.role))
        others = known.filter { !($0.role.map(wanted.contains) ?? false) }.map(\.person)
    }

    private enum Keys: String, CodingKey {
        case account, name, asOf, agreement, isTarget, isQualified, missing, seats, others
    }

    public func encode(to encoder: any Encoder) throws {
        var keyed = encoder.container(keyedBy: Keys.self)
        try keyed.encode(account, forKey: .account)
        try keyed.encode(name, forKey: .name)
        try keyed.encode(asOf.description, forKey: .asOf)
        try keyed.encode(agreement, forKey: .agreement)
        try keyed.encode(isTarget, forKey: .isTarget)
        try keyed.encode(isQualified, forKey: .isQualified)
        try keyed.encode(missing, forKey: .missing)
        try keyed.encode(seats, forKey: .seats)
        try keyed.encode(others, forKey: .others)
    }

    /// Keys in snake case and sorted.
    public func json() throws -> String { try MarketAnswer.json(self) }

    /// The coverage as lines for a terminal.
    public func lines() -> [String] {
        var lines = ["\(name) (\(account)), as of \(asOf): \(isQualified ? "qualified" : "not qualified")"]
        func told(_ person: Person) -> String {
            "\(person.name), \(person.title ?? "no title")\(person.isEngaged ? ", engaged" : "")"
        }
        for seat in seats {
            lines += [
                "",
                "\(seat.role): \(seat.wanted) wanted, \(seat.people.count) known, \(seat.engaged) engaged, "
                    + "\(seat.missing) missing",
            ]
            lines += seat.people.map { "  " + told($0) }
            lines.append("  one more: \(seat.effect)")
        }
        if !others.isEmpty { lines += ["", "in no seat that is wanted:"] + others.map { "  " + told($0) } }
        return lines
    }
}

extension Workspace {
    /// The seats of one account, with the people in them.
    /// - Throws: `AppError.notFound` where there is no such account.
    public func coverage(of account: Int64, under use: AgreementInUse, asOf day: CivilDay) throws -> AccountCoverage {
        guard let found = try AccountCoverage(self, use, account, asOf: day) else {
            throw AppError(.notFound, "there is no acc_\(account)")
        }
        return found
    }
}
