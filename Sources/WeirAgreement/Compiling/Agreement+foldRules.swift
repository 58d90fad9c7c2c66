import WeirFold

extension Agreement {
    /// The agreement in the fold's own units and numbers (`docs/agreement.md`, "Compiled").
    ///
    /// Categories, signals, roles and levels keep the order in which they are written. A tier that is left out admits
    /// the unfit; a cap that is left out is none; nobody is engaged who has done nothing.
    public func foldRules() -> FoldRules {
        FoldRules(
            categories: categories.map {
                .init(halfLife: $0.halfLifeDays.flatMap { HalfLife(days: $0) }, capMilli: $0.capMilli ?? .max)
            },
            signals: signals.map {
                .init(
                    pointsMilli: $0.pointsMilli, category: $0.category, limitPerDay: $0.limitPerDay,
                    raisesHand: $0.handRaise, shares: $0.shares, consumes: $0.consumes)
            },
            roleWeightsPermille: buyingGroup.roles.map(\.weightPermille),
            noRoleWeightPermille: buyingGroup.noRoleWeightPermille,
            tierCount: market.tiers.count,
            engagedAtMilli: max(1, engagedAtMilli),
            breadthMilli: breadthMilli,
            echo: echo.map {
                .init(
                    windowDays: $0.windowDays, pointsMilli: $0.pointsMilli, upwardPointsMilli: $0.upwardPointsMilli,
                    halfLife: $0.halfLifeDays.flatMap { HalfLife(days: $0) }, capMilli: $0.capMilli ?? .max)
            },
            enter: compile(qualifiedAccount.enter),
            stay: compile(qualifiedAccount.stay),
            dwellDays: qualifiedAccount.dwellDays,
            cooldownDays: qualifiedAccount.cooldownDays,
            actNow: qualifiedAccount.actNow.map {
                .init(tier: worstTier($0.tier), days: $0.days, roles: RoleSet($0.roles))
            },
            buyer: .init(
                roles: RoleSet(qualifiedBuyer.roles), tier: worstTier(qualifiedBuyer.tier),
                raiseDays: qualifiedBuyer.raisedHandDays, needsQualifiedAccount: qualifiedBuyer.accountQualified,
                enterMilli: qualifiedBuyer.enterMilli, stayMilli: qualifiedBuyer.stayMilli))
    }

    private func compile(_ gate: QualifiedAccount.Gate) -> FoldRules.Gate {
        .init(
            tier: worstTier(gate.tier), scoreMilli: gate.scoreMilli, engagedBuyers: gate.engagedBuyers,
            roles: RoleSet(gate.roles))
    }

    private func worstTier(_ tier: Int?) -> Int { tier ?? market.tiers.count }
}
