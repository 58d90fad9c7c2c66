/// Clause 4: qualified.
extension Words {
    var qualified: [String] {
        account + buyer + [sales, forms].compactMap { $0 }
    }

    private var account: [String] {
        let account = agreement.qualifiedAccount
        var sentences = [
            asked(account.enter).map { "An account becomes qualified when \($0)." }
                ?? "Every account becomes qualified: nothing is asked.",
            asked(account.stay).map { "It stays qualified as long as \($0)." }
                ?? "It stays qualified for good: nothing is asked.",
        ]
        sentences.append(
            account.dwellDays == 0
                ? "There is no least time for which it stays qualified."
                : "Once qualified it stays so for at least \(days(account.dwellDays)).")
        sentences.append(
            account.cooldownDays == 0
                ? "Once it has left it may enter again at any time."
                : "Once it has left it may enter again after \(days(account.cooldownDays)).")
        if let actNow = account.actNow {
            let who = actNow.roles.isEmpty ? "any of its buyers" : a(any(actNow.roles.map(role)))
            sentences.append(
                "Act now: an account \(admitted(actNow.tier)) is qualified at once when \(who) raises a hand, and for "
                    + "\(days(actNow.days)) from then on.")
        } else {
            sentences.append("A raised hand does not qualify an account by itself.")
        }
        return sentences
    }

    /// What a gate asks of "it", the account; `nil` if nothing.
    func asked(_ gate: QualifiedAccount.Gate) -> String? {
        var conditions: [String] = []
        if let tier = gate.tier { conditions.append("it is in \(orBetter(tier))") }
        if gate.scoreMilli > 0 { conditions.append("its score is at least \(points(gate.scoreMilli))") }
        if gate.engagedBuyers > 0 {
            conditions.append(
                gate.engagedBuyers == 1
                    ? "at least 1 of its buyers is engaged"
                    : "at least \(number(gate.engagedBuyers)) of its buyers are engaged")
        }
        if !gate.roles.isEmpty {
            conditions.append("\(all(gate.roles.map { a(role($0)) })) \(gate.roles.count == 1 ? "is" : "are") engaged")
        }
        return conditions.isEmpty ? nil : all(conditions)
    }

    func orBetter(_ tier: Int) -> String {
        tier == 0 ? "tier \(self.tier(0))" : "tier \(self.tier(tier)) or better"
    }

    func admitted(_ tier: Int?) -> String {
        tier.map { "in \(orBetter($0))" } ?? "of any tier, even an unfit one"
    }

    private var buyer: [String] {
        let buyer = agreement.qualifiedBuyer
        let roles = any(buyer.roles.map { a(role($0)) })
        let account =
            buyer.tier.map { "in an account in \(orBetter($0))" } ?? "in an account of any tier, even an unfit one"
        let raised =
            buyer.raisedHandDays == 0
            ? "A raised hand does not qualify a buyer by itself."
            : "A buyer who raises a hand is qualified at once, for \(days(buyer.raisedHandDays))."
        let condition = buyer.accountQualified ? "the account is qualified and " : ""
        return [
            "Only \(roles) can be a qualified buyer, and only \(account).",
            raised,
            "Otherwise such a buyer becomes qualified when \(condition)the buyer's own engagement reaches "
                + "\(points(buyer.enterMilli)), and stays so as long as \(condition)that engagement is at least "
                + "\(points(buyer.stayMilli)).",
        ]
    }

    private var sales: String? {
        guard let sales = agreement.salesQualified else { return nil }
        let letters = all(SalesQualified.Letter.allCases.map { plain($0.rawValue) })
        return
            "A buyer is sales-qualified once a person has confirmed \(all(sales.confirmed.map { plain($0.rawValue) })), "
            + "and in all at least \(number(sales.atLeast)) of \(letters). Nothing of this is inferred."
    }

    private var forms: String? {
        guard let gate = agreement.gate else { return nil }
        let refused =
            gate.refuse.isEmpty
            ? "No form is refused" : "A form is refused if it comes with \(any(gate.refuse.map(\.words)))"
        let reviewed =
            gate.review.isEmpty
            ? "none is put aside for review"
            : "it is put aside for a person to review if it comes with "
                + any(gate.review.map(\.words))
        return "\(refused); \(reviewed)."
    }
}

extension InboundGate.Class {
    var words: String {
        switch self {
        case .disposableEmail: "a disposable e-mail address"
        case .freeEmail: "a free-mail address"
        case .roleAddress: "the address of a function rather than a person"
        case .ownCompany: "an address of our own company"
        case .competitor: "an address of a competitor"
        case .studentEmail: "a student's e-mail address"
        case .noCompanyMatch: "no company that we know"
        case .outsideTarget: "a company outside the target"
        }
    }
}
