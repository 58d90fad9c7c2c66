import WeirFacts
import WeirFold

/// What would change the answer, worked out on the account as it stands.
struct Suggestions {
    private let explained: AccountExplanation
    private let rules: FoldRules
    private let standing: Standing

    init(_ explained: AccountExplanation) {
        self.explained = explained
        rules = explained.use.rules.rules
        standing = explained.explanation.standing
    }

    /// One sentence for each way in, or for what would lose the status.
    var forAccount: [String] {
        explained.explanation.isQualified ? toLeave : toEnter
    }

    func forBuyer(_ part: Explanation.BuyerPart) -> [String] {
        let rule = rules.buyer
        if part.isQualified { return [] }
        guard let role = part.role, rule.roles.contains(role) else {
            return ["a title that places this person in a qualifying role"]
        }
        var ways: [String] = []
        if rule.raiseDays > 0 { ways.append("a direct request (a raised hand) qualifies at once") }
        let missing = rule.enterMilli - part.engagementMilli
        let account = rule.needsQualifiedAccount && !explained.explanation.isQualified
        switch (missing > 0, account) {
        case (true, true):
            ways.append("\(points(missing)) more points of engagement, and the account qualified")
        case (true, false): ways.append("\(points(missing)) more points of engagement")
        case (false, true): ways.append("the account qualified")
        case (false, false): break
        }
        return ways
    }

    private var toLeave: [String] {
        let gate = rules.stay
        let spare = standing.scoreMilli - gate.scoreMilli
        var conditions: [String] = []
        if gate.scoreMilli > 0, spare >= 0 {
            conditions.append("a score of \(points(gate.scoreMilli)) (\(points(spare)) points to spare)")
        }
        let spareBuyers = standing.engagedBuyers - gate.engagedBuyers
        if gate.engagedBuyers > 0, spareBuyers >= 0 {
            let people = gate.engagedBuyers == 1 ? "1 engaged buyer" : "\(gate.engagedBuyers) engaged buyers"
            conditions.append("\(people) (\(spareBuyers == 0 ? "none" : String(spareBuyers)) to spare)")
        }
        conditions += gate.roles.members.map { "a \(explained.agreement.buyingGroup.roles[$0].name) engaged" }
        if explained.explanation.mustActNow { return ["a raised hand keeps it in for now"] }
        return conditions.isEmpty ? [] : ["it stays as long as it keeps " + conditions.joined(separator: " and ")]
    }

    private var toEnter: [String] {
        let gate = rules.enter
        var ways: [String] = []
        if let actNow = rules.actNow, explained.explanation.tier <= actNow.tier {
            ways.append("a direct request (a raised hand) qualifies it at once")
        }
        guard explained.explanation.tier <= gate.tier else {
            let sentence = explained.placing.reasons.first?.sentence(day: explained.use.days.day(of:))
            return ways + ["no engagement lets it in by the gate: \(sentence ?? "its tier is too low")"]
        }
        let missingRoles = gate.roles.members.filter { !standing.engagedRoles.contains($0) }
        let missingBuyers = max(gate.engagedBuyers - standing.engagedBuyers, missingRoles.isEmpty ? 0 : 1)
        let missingMilli = gate.scoreMilli - standing.scoreMilli
        if missingBuyers == 0, missingMilli > 0 {
            ways.append("\(points(missingMilli)) more points")
        }
        if let buyer = oneMoreBuyer(missingBuyers: missingBuyers, missingRoles: missingRoles) { ways.append(buyer) }
        return ways
    }

    /// What one (or a few) more engaged buyers would do: each brings at least the bar of engagement times its weight,
    /// and breadth where its role is new.
    private func oneMoreBuyer(missingBuyers: Int, missingRoles: [Int]) -> String? {
        let gate = rules.enter
        let needed = max(missingBuyers, 1)
        let roles = missingRoles.isEmpty ? bestNewRole.map { [$0] } ?? [] : missingRoles
        let names = roles.map { explained.agreement.buyingGroup.roles[$0].name }
        var gain: Int64 = 0
        for number in 0..<max(needed, roles.count) {
            let role = number < roles.count ? roles[number] : nil
            let weight = role.map { rules.roleWeightsPermille[$0] } ?? rules.noRoleWeightPermille
            gain += rules.engagedAtMilli * Int64(weight) / 1000
            if let role, !standing.engagedRoles.contains(role) { gain += Int64(rules.breadthMilli) }
        }
        let rest = gate.scoreMilli - standing.scoreMilli - gain
        let count = max(needed, roles.count)
        let who = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
        let people = count == 1 ? "one more engaged buyer\(who)" : "\(count) more engaged buyers\(who)"
        if rest <= 0 { return people }
        return missingBuyers > 0 ? "\(people) and \(points(rest)) more points" : nil
    }

    /// The heaviest role that nobody engaged has yet.
    private var bestNewRole: Int? {
        rules.roleWeightsPermille.indices.filter { !standing.engagedRoles.contains($0) }
            .max { rules.roleWeightsPermille[$0] < rules.roleWeightsPermille[$1] }
    }

    private func points(_ milli: Int64) -> String { FixedNumber(thousandths: milli).description }
}
