import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight

/// The account's gates, condition by condition, as they stand on the day.
struct AccountGates {
    private let explained: AccountExplanation
    private let rules: FoldRules
    private let standing: Standing

    init(_ explained: AccountExplanation) {
        self.explained = explained
        rules = explained.use.rules.rules
        standing = explained.explanation.standing
    }

    var views: [GateView] {
        var views = [
            GateView(name: "enter", conditions: conditions(rules.enter) + cooldown),
            GateView(name: "stay", conditions: conditions(rules.stay)),
        ]
        if let actNow = rules.actNow { views.append(GateView(name: "act now", conditions: [hand(actNow)])) }
        return views
    }

    private func conditions(_ gate: FoldRules.Gate) -> [GateView.Condition] {
        var conditions: [GateView.Condition] = []
        if gate.tier < rules.tierCount { conditions.append(tier(gate.tier)) }
        if gate.scoreMilli > 0 {
            let missing = gate.scoreMilli - standing.scoreMilli
            conditions.append(
                .init(
                    "score", needed: thousandths(gate.scoreMilli), has: thousandths(standing.scoreMilli),
                    holds: missing <= 0, missing: missing > 0 ? "\(thousandths(missing)) points" : nil))
        }
        if gate.engagedBuyers > 0 {
            let missing = gate.engagedBuyers - standing.engagedBuyers
            conditions.append(
                .init(
                    "engaged buyers", needed: "\(gate.engagedBuyers)", has: "\(standing.engagedBuyers)",
                    holds: missing <= 0, missing: missing > 0 ? "\(missing) more" : nil))
        }
        for role in gate.roles.members {
            let holds = standing.engagedRoles.contains(role)
            conditions.append(
                .init(
                    "\(explained.agreement.buyingGroup.roles[role].name) engaged", needed: "1",
                    has: holds ? "yes" : "no",
                    holds: holds, missing: holds ? nil : "1"))
        }
        return conditions
    }

    private func tier(_ worst: Int) -> GateView.Condition {
        let market = explained.use.market
        let has = explained.explanation.tier
        let isOutside = explained.placing.verdict.target != .yes
        return .init(
            "tier", needed: worst == 0 ? market.tierName(0) : "\(market.tierName(worst)) or better",
            has: isOutside ? "not in target" : market.tierName(has), holds: has <= worst,
            missing: has <= worst ? nil : isOutside ? "a place in it" : "a better fit")
    }

    private var cooldown: [GateView.Condition] {
        guard !explained.explanation.isQualified, let left = explained.explanation.leftDay, rules.cooldownDays > 0
        else { return [] }
        let since = Int(explained.day.number) - Int(left)
        let rest = rules.cooldownDays - since
        return [
            .init(
                "days since it left", needed: "\(rules.cooldownDays)", has: "\(since)", holds: rest <= 0,
                missing: rest > 0 ? "\(rest) days" : nil)
        ]
    }

    private func hand(_ rule: FoldRules.ActNow) -> GateView.Condition {
        let holds = explained.explanation.mustActNow
        let last = explained.explanation.buyers.compactMap(\.raisedDay).max()
        let has = last.map { "raised on \(Words.day(CivilDay(number: $0)))" } ?? "no hand raised"
        return .init(
            "hand raised", needed: "in the last \(rule.days) days", has: has, holds: holds,
            missing: holds ? nil : "a direct request")
    }

    private func thousandths(_ milli: Int64) -> String { AmountText.thousandths(milli) }
}

/// The gate of one buyer.
struct BuyerGate {
    private let explained: AccountExplanation
    private let part: Explanation.BuyerPart

    init(_ explained: AccountExplanation, _ part: Explanation.BuyerPart) {
        self.explained = explained
        self.part = part
    }

    var view: GateView {
        let rule = explained.use.rules.rules.buyer
        let names = explained.agreement.buyingGroup.roles.map(\.name)
        let hasRole = part.role.map(rule.roles.contains) ?? false
        let bar = part.isQualified ? rule.stayMilli : rule.enterMilli
        let isRaised = part.raisedDay.map { Int(explained.day.number) - Int($0) < rule.raiseDays } ?? false
        let market = explained.use.market
        var conditions = [
            GateView.Condition(
                "role", needed: rule.roles.members.map { names[$0] }.joined(separator: ", "),
                has: part.role.map { names[$0] } ?? "none", holds: hasRole, missing: hasRole ? nil : "a role"),
            GateView.Condition(
                "tier", needed: "\(market.tierName(rule.tier)) or better",
                has: market.tierName(explained.explanation.tier),
                holds: explained.explanation.tier <= rule.tier),
        ]
        let missing = bar - part.engagementMilli
        conditions.append(
            GateView.Condition(
                part.isQualified ? "engagement to stay" : "engagement to enter", needed: AmountText.thousandths(bar),
                has: isRaised ? "a raised hand" : AmountText.thousandths(part.engagementMilli),
                holds: isRaised || missing <= 0,
                missing: isRaised || missing <= 0 ? nil : "\(AmountText.thousandths(missing)) points"))
        if rule.needsQualifiedAccount {
            let isQualified = explained.explanation.isQualified
            conditions.append(
                GateView.Condition(
                    "account qualified", needed: "yes", has: isRaised ? "a raised hand" : isQualified ? "yes" : "no",
                    holds: isRaised || isQualified))
        }
        return GateView(name: "buyer", conditions: conditions)
    }
}

/// Amounts in words, exact.
enum AmountText {
    /// Millipoints as points with all three decimals: `85.800`.
    static func thousandths(_ milli: Int64) -> String {
        let fraction = String(1000 + milli.magnitude % 1000).dropFirst()
        return "\(milli < 0 ? "-" : "")\(milli.magnitude / 1000).\(fraction)"
    }
}
