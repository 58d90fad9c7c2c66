import WeirFacts

/// Section 4: when an account, a buyer, and a form qualify.
extension AgreementDecoder {
    func qualifiedAccount(_ node: Node?) -> QualifiedAccount {
        let fields = Fields(node, .qualifiedAccount, problems)
        let (enterFields, stayFields) = (
            fields["enter"].map { Fields($0, .accountGate, problems) },
            fields["stay"].map { Fields($0, .accountGate, problems) }
        )
        let enter = enterFields.map(accountGate) ?? .init()
        let stay = stayFields.map(accountGate) ?? .init()
        if let enterFields, let stayFields, enterFields.isPresent, stayFields.isPresent {
            reportStricter(stay, stayFields, than: enter, enterFields)
        }
        return QualifiedAccount(
            enter: enter, stay: stay,
            dwellDays: fields["dwell"]?.days(atLeast: 0, problems) ?? 0,
            cooldownDays: fields["cooldown"]?.days(atLeast: 0, problems) ?? 0,
            actNow: fields["act_now"].map(actNow))
    }

    private func accountGate(_ fields: Fields) -> QualifiedAccount.Gate {
        .init(
            tier: fields["tier"].flatMap { tiers.number($0, problems) },
            scoreMilli: fields["score"]?.thousandths(Bounds.score, problems) ?? 0,
            engagedBuyers: fields["engaged_buyers"]?.whole(Bounds.count, problems) ?? 0,
            roles: numbers(fields["roles"], in: roles))
    }

    /// An account that just entered must not fail to stay.
    private func reportStricter(
        _ stay: QualifiedAccount.Gate, _ stayFields: Fields, than enter: QualifiedAccount.Gate, _ enterFields: Fields
    ) {
        func report(_ key: String, _ what: String, _ right: String) {
            problems.add(.stricterStay, at: stayFields[key]?.place ?? stayFields.place, what, right)
        }
        // A tier that does not exist was reported, and compares with nothing.
        let enterIsSound = enterFields["tier"] == nil || enter.tier != nil
        if let tier = stay.tier, enterIsSound, tier < (enter.tier ?? tiers.names.count) {
            report(
                "tier", "staying asks for tier \(quoted(tiers.names[tier])), which is better than entering asks",
                enter.tier.map { "write \(tiers.names[$0]) or a worse tier" } ?? "leave 'tier' out of 'stay'")
        }
        if stay.scoreMilli > enter.scoreMilli {
            let (asked, most) = (FixedNumber(thousandths: stay.scoreMilli), FixedNumber(thousandths: enter.scoreMilli))
            report("score", "staying asks for a score of \(asked), entering for \(most)", "write at most \(most)")
        }
        if stay.engagedBuyers > enter.engagedBuyers {
            report(
                "engaged_buyers",
                "staying asks for \(stay.engagedBuyers) engaged buyers, entering for \(enter.engagedBuyers)",
                "write at most \(enter.engagedBuyers)")
        }
        let extra = stay.roles.filter { !enter.roles.contains($0) }.map { quoted(roles.names[$0]) }
        if !extra.isEmpty {
            report(
                "roles", "staying asks for the role \(listed(extra, by: "and")), and entering does not",
                "add it to 'enter', or take it from 'stay'")
        }
    }

    private func actNow(_ node: Node) -> QualifiedAccount.ActNow {
        let fields = Fields(node, .actNow, problems)
        return .init(
            tier: fields["tier"].flatMap { tiers.number($0, problems) },
            days: fields["days"]?.whole(1...Bounds.days.upperBound, problems) ?? 1,
            roles: numbers(fields["roles"], in: roles))
    }

    func qualifiedBuyer(_ node: Node?) -> QualifiedBuyer {
        let fields = Fields(node, .qualifiedBuyer, problems)
        let enter = fields["enter"]?.thousandths(Bounds.score, problems) ?? 0
        let stay = fields["stay"]?.thousandths(Bounds.score, problems) ?? 0
        if let stayNode = fields["stay"], stay > enter {
            let (asked, most) = (FixedNumber(thousandths: stay), FixedNumber(thousandths: enter))
            problems.add(
                .stricterStay, at: stayNode.place, "staying asks for \(asked) points, entering for \(most)",
                "write at most \(most)")
        }
        return QualifiedBuyer(
            roles: numbers(fields["roles"], in: roles),
            tier: fields["tier"].flatMap { tiers.number($0, problems) },
            raisedHandDays: fields["raised_hand"]?.days(atLeast: 0, problems) ?? 0,
            accountQualified: fields["account_qualified"]?.yesNo(problems) ?? false,
            enterMilli: enter, stayMilli: stay)
    }

    func salesQualified(_ node: Node?) -> SalesQualified? {
        guard let node else { return nil }
        let fields = Fields(node, .salesQualified, problems)
        return SalesQualified(
            confirmed: fields["confirmed"]?.distinct(problems) { $0.choice(SalesQualified.Letter.self, problems) }
                ?? [],
            atLeast: fields["at_least"]?.whole(1...5, problems) ?? 1)
    }

    func inboundGate(_ node: Node?) -> InboundGate? {
        guard let node else { return nil }
        let fields = Fields(node, .gate, problems)
        func classes(_ key: String) -> [InboundGate.Class] {
            fields[key]?.distinct(problems) { $0.choice(InboundGate.Class.self, problems) } ?? []
        }
        let (refuse, review) = (classes("refuse"), classes("review"))
        if let both = review.first(where: refuse.contains), let place = fields["review"]?.place {
            problems.add(
                .duplicateName, at: place, "\(quoted(both.rawValue)) is both refused and reviewed",
                "keep it in one of the two lists")
        }
        return InboundGate(refuse: refuse, review: review)
    }
}
