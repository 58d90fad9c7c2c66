import WeirFacts
import WeirLedger

extension AccountSummary {
    /// - Parameter tiers: names of the tiers, the best first.
    init(_ stored: ListedAccount, _ tiers: [String]) {
        self.init(
            id: RecordID.account.text(stored.id), name: stored.name, domain: stored.domain, external: stored.external,
            attributes: stored.attributes, isQualified: stored.isQualified ?? false, qualifiedSince: stored.since,
            scoreMilli: stored.scoreMilli,
            tier: stored.tier.map { tiers.indices.contains($0) ? tiers[$0] : "unfit" })
    }
}

extension BuyerSummary {
    init(_ stored: ListedBuyer) {
        self.init(
            id: RecordID.buyer.text(stored.id), account: stored.account.map(RecordID.account.text),
            external: stored.isAnonymous ? nil : stored.external, name: stored.name, email: stored.email,
            title: stored.title, isAnonymous: stored.isAnonymous, isQualified: stored.qualifiedSince != nil,
            qualifiedSince: stored.qualifiedSince)
    }
}

extension EngagementSummary {
    init(_ stored: ListedEngagement) {
        self.init(
            id: RecordID.engagement.text(stored.seq), source: stored.source, message: stored.message,
            account: stored.account.map(RecordID.account.text), buyer: RecordID.buyer.text(stored.buyer),
            signal: stored.signal, at: stored.at, content: stored.content,
            sharedWith: stored.sharedWith.map(RecordID.buyer.text), campaign: stored.campaign,
            channel: stored.channel, isAutomated: stored.isAutomated)
    }
}

extension OpportunitySummary {
    init(_ stored: OpportunityRecord) {
        self.init(
            id: RecordID.opportunity.text(stored.id), external: stored.external,
            account: stored.account.map(RecordID.account.text), buyer: stored.buyer.map(RecordID.buyer.text),
            openedAt: stored.openedAt, stage: stored.stage, amount: stored.amount, closedAt: stored.closedAt,
            outcome: stored.outcome, lossReason: stored.lossReason)
    }
}

extension Decision {
    init?(_ stored: StoredDecision) {
        guard let cause = Cause(rawValue: stored.cause) else { return nil }
        self.init(
            id: stored.id, account: RecordID.account.text(stored.account), buyer: stored.buyer.map(RecordID.buyer.text),
            change: stored.entered ? .entered : .left, scoreMilli: stored.scoreMilli, day: stored.day, cause: cause,
            fact: stored.fact, agreementVersion: stored.agreement, decidedAt: stored.decidedAt)
    }
}
