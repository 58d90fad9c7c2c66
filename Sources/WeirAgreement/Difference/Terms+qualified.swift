/// Clause 4: qualified.
extension Terms {
    mutating func addQualified() {
        clause = 4
        let account = agreement.qualifiedAccount
        gate("enter", "An account", "enters", account.enter)
        gate("stay", "An account", "stays", account.stay)
        say(
            "dwell", "An account that entered", "stays for at least", words.days(account.dwellDays),
            amount: Int64(account.dwellDays), looser: .higher)
        say(
            "cooldown", "An account that left", "may enter again after", words.days(account.cooldownDays),
            amount: Int64(account.cooldownDays), looser: .lower)
        if let actNow = account.actNow {
            item(
                "act_now",
                "A raised hand qualifies an account \(words.admitted(actNow.tier)) at once, for \(words.days(actNow.days))",
                whenNew: .loosens
            ) { terms in
                let subject = "A raised hand"
                terms.tier("act_now.tier", subject, "qualifies an account", actNow.tier)
                terms.say(
                    "act_now.days", subject, "qualifies an account for", terms.words.days(actNow.days),
                    amount: Int64(actNow.days), looser: .higher)
                terms.who("act_now.roles", subject, "counts from", actNow.roles)
            }
        }
        addBuyer()
        addSalesQualified()
        addGate()
    }

    private mutating func gate(_ key: String, _ subject: String, _ verb: String, _ gate: QualifiedAccount.Gate) {
        tier("\(key).tier", subject, verb, gate.tier)
        say(
            "\(key).score", subject, "\(verb) at", words.points(gate.scoreMilli), amount: gate.scoreMilli,
            looser: .lower)
        say(
            "\(key).engaged_buyers", subject, "\(verb) with", words.count(gate.engagedBuyers, "engaged buyer"),
            amount: Int64(gate.engagedBuyers), looser: .lower)
        members(
            "\(key).roles", key == "enter" ? "Entering" : "Staying", "needs the engaged role",
            gate.roles.map { words.role($0) },
            looser: .lower)
    }

    private mutating func tier(_ key: String, _ subject: String, _ verb: String, _ tier: Int?) {
        let worst = tier ?? agreement.market.tiers.count
        say(
            key, subject, verb, words.admitted(tier), amount: areTiersComparable ? Int64(worst) : nil, looser: .higher)
    }

    /// Whose raised hand counts; nobody named is anybody.
    private mutating func who(_ key: String, _ subject: String, _ verb: String, _ roles: [Int]) {
        say(key, subject, verb, roles.isEmpty ? "anybody" : words.any(roles.map { words.role($0) }))
    }

    private mutating func addBuyer() {
        let buyer = agreement.qualifiedBuyer
        members(
            "buyer.roles", "A qualified buyer", "may be", buyer.roles.map { words.a(words.role($0)) }, looser: .higher)
        tier("buyer.tier", "A qualified buyer", "belongs to an account", buyer.tier)
        say(
            "buyer.raised_hand", "A raised hand", "qualifies a buyer for", words.days(buyer.raisedHandDays),
            amount: Int64(buyer.raisedHandDays), looser: .higher)
        say(
            "buyer.account_qualified", "Engagement", "qualifies a buyer",
            buyer.accountQualified ? "only in a qualified account" : "in any account",
            amount: buyer.accountQualified ? 1 : 0, looser: .lower)
        say(
            "buyer.enter", "A buyer", "qualifies at", words.points(buyer.enterMilli), amount: buyer.enterMilli,
            looser: .lower)
        say(
            "buyer.stay", "A buyer", "stays qualified down to", words.points(buyer.stayMilli),
            amount: buyer.stayMilli, looser: .lower)
    }

    private mutating func addSalesQualified() {
        guard let sales = agreement.salesQualified else { return }
        let letters = sales.confirmed.map { words.plain($0.rawValue) }
        item(
            "sales_qualified",
            "A buyer is sales-qualified once \(words.all(letters)) and in all \(sales.atLeast) of the five are confirmed",
            whenNew: .tightens
        ) { terms in
            let subject = "Being sales-qualified"
            terms.members("sales_qualified.confirmed", subject, "needs confirmed", letters, looser: .lower)
            terms.say(
                "sales_qualified.at_least", subject, "needs",
                "\(terms.words.number(sales.atLeast)) of the five confirmed",
                amount: Int64(sales.atLeast), looser: .lower)
        }
    }

    private mutating func addGate() {
        members("gate.refuse", "The gate", "refuses", agreement.gate?.refuse.map(\.words) ?? [], looser: .lower)
        members("gate.review", "The gate", "reviews", agreement.gate?.review.map(\.words) ?? [])
    }
}
