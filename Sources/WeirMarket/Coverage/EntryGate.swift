import WeirAgreement

/// What an account must reach to become qualified, and what one more engaged person brings towards it.
public struct EntryGate: Hashable, Sendable {
    /// Worst tier admitted.
    public let tier: Int
    public let scoreMilli: Int64
    public let engagedBuyers: Int
    /// Numbers of the roles that must be engaged.
    public let roles: Set<Int>
    private let engagedAtMilli: Int64
    private let breadthMilli: Int64
    private let weightsPermille: [Int64]

    public init(_ agreement: Agreement) {
        self.init(
            agreement.qualifiedAccount.enter, tierCount: agreement.market.tiers.count, group: agreement.buyingGroup,
            engagedAtMilli: agreement.engagedAtMilli, breadthMilli: Int64(agreement.breadthMilli))
    }

    /// - Parameters:
    ///   - engagedAtMilli: engagement from which somebody counts as engaged.
    ///   - breadthMilli: points for each role among the engaged.
    public init(
        _ gate: QualifiedAccount.Gate, tierCount: Int, group: BuyingGroup, engagedAtMilli: Int64, breadthMilli: Int64
    ) {
        tier = gate.tier ?? tierCount
        scoreMilli = gate.scoreMilli
        engagedBuyers = gate.engagedBuyers
        roles = Set(gate.roles)
        self.engagedAtMilli = engagedAtMilli
        self.breadthMilli = breadthMilli
        weightsPermille = group.roles.map { Int64($0.weightPermille) }
    }

    /// Where an account stands towards the gate.
    public struct Standing: Hashable, Sendable {
        public var isQualified: Bool
        /// 0 the best; the count of tiers for the unfit and for who is not in the target market.
        public var tier: Int
        public var scoreMilli: Int64
        public var engagedBuyers: Int
        /// Numbers of the roles among the engaged.
        public var engagedRoles: Set<Int>
        /// Days until it may enter again; 0 for none.
        public var cooldownDays: Int

        public init(
            isQualified: Bool, tier: Int, scoreMilli: Int64, engagedBuyers: Int, engagedRoles: Set<Int>,
            cooldownDays: Int = 0
        ) {
            self.isQualified = isQualified
            self.tier = tier
            self.scoreMilli = scoreMilli
            self.engagedBuyers = engagedBuyers
            self.engagedRoles = engagedRoles
            self.cooldownDays = cooldownDays
        }
    }

    /// Points that one more person of a role brings, once engaged, at the least: the bar of engagement times the role's
    /// weight, and breadth where the role is new.
    public func gainMilli(role: Int, _ standing: Standing) -> Int64 {
        let weight = weightsPermille.indices.contains(role) ? weightsPermille[role] : 0
        let breadth = standing.engagedRoles.contains(role) ? 0 : breadthMilli
        return engagedAtMilli * weight / 1000 + breadth
    }

    /// What becomes of an account when one more person of a role is found and engaged.
    public func effect(role: Int, _ standing: Standing) -> SeatEffect {
        if standing.isQualified { return .alreadyQualified }
        if standing.tier > tier { return .closed(.tier) }
        if standing.cooldownDays > 0 { return .closed(.cooldown(days: standing.cooldownDays)) }
        let missingMilli = max(0, scoreMilli - standing.scoreMilli - gainMilli(role: role, standing))
        let missingBuyers = max(0, engagedBuyers - standing.engagedBuyers - 1)
        let missingRoles = roles.subtracting(standing.engagedRoles).subtracting([role]).sorted()
        if missingMilli == 0 && missingBuyers == 0 && missingRoles.isEmpty { return .qualifies }
        return .nearer(missingMilli: missingMilli, missingBuyers: missingBuyers, missingRoles: missingRoles)
    }
}

/// What one more engaged person would do to an account's status.
public enum SeatEffect: Hashable, Sendable {
    /// It becomes qualified.
    case qualifies
    /// It does not yet; so much is missing then.
    case nearer(missingMilli: Int64, missingBuyers: Int, missingRoles: [Int])
    /// It is already.
    case alreadyQualified
    /// Nobody can change it.
    case closed(Reason)

    public enum Reason: Hashable, Sendable {
        /// Too low a tier, or not in the target market.
        case tier
        /// It left too recently.
        case cooldown(days: Int)
    }

    /// Conditions that then still fail: what else has to happen. People and roles that one person can fill count once.
    var conditionsLeft: Int {
        guard case .nearer(let milli, let buyers, let roles) = self else { return 0 }
        return max(buyers, roles.count) + (milli > 0 ? 1 : 0)
    }

    /// In words: `the account qualifies`, `12.5 points and 1 more engaged buyer are then missing`.
    public func words(_ group: BuyingGroup) -> String {
        switch self {
        case .qualifies: return "the account qualifies"
        case .alreadyQualified: return "the account is qualified already; a seat more makes it safer"
        case .closed(.tier): return "the account's tier is too low, whoever is found"
        case .closed(.cooldown(let days)): return "the account left lately, and may enter again in \(days) days"
        case .nearer(let milli, let buyers, let roles):
            var missing: [String] = []
            if milli > 0 { missing.append("\(Words.number(thousandths: milli)) points") }
            let others = max(0, buyers - roles.count)
            missing += roles.map { "an engaged \(group.roles.indices.contains($0) ? group.roles[$0].name : "\($0)")" }
            if others > 0 { missing.append("\(others) more engaged \(others == 1 ? "buyer" : "buyers")") }
            return "still missing then: " + Words.list(missing)
        }
    }
}
