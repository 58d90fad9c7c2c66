import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

extension Service: RecordUseCases {
    public func accounts(_ filter: AccountFilter, _ page: PageRequest) async throws -> Page<AccountSummary> {
        let list = "accounts \(filter.domain ?? "") \(filter.isQualified.map(String.init) ?? "")"
        let after = try seal.place(page.cursor, of: list)
        let found = try await reading {
            try $0.accounts(
                after: after, limit: page.limit + 1, domain: filter.domain?.lowercased(),
                isQualified: filter.isQualified)
        }
        let tiers = tierNames
        return seal.page(found, page, of: list, id: \.id) { AccountSummary($0, tiers) }
    }

    public func account(_ id: String) async throws -> AccountSummary {
        let number = try RecordID.account.number(id)
        let found = try await reading { reader -> ListedAccount? in
            guard let meant = try reader.account(meant: number) else { return nil }
            return try reader.accounts(after: 0, limit: 1, only: meant).first
        }
        guard let found else { throw RecordID.account.notFound(id) }
        return AccountSummary(found, tierNames)
    }

    public func buyers(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<BuyerSummary> {
        let list = "buyers \(filter.account ?? "")"
        let after = try seal.place(page.cursor, of: list)
        let account = try await accountNumber(filter.account)
        let found = try await reading { try $0.buyers(after: after, limit: page.limit + 1, account: account) }
        return seal.page(found, page, of: list, id: \.id, BuyerSummary.init)
    }

    public func buyer(_ id: String) async throws -> BuyerSummary {
        let number = try RecordID.buyer.number(id)
        guard let found = try await reading({ try $0.buyer(number) }) else { throw RecordID.buyer.notFound(id) }
        return BuyerSummary(found)
    }

    public func engagements(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<EngagementSummary> {
        let list = "engagements \(filter.account ?? "") \(filter.buyer ?? "")"
        let after = try seal.place(page.cursor, of: list)
        let account = try await accountNumber(filter.account)
        let buyer = try filter.buyer.map { try RecordID.buyer.number($0) }
        let found = try await reading {
            try $0.listedEngagements(after: after, limit: page.limit + 1, buyer: buyer, account: account)
        }
        return seal.page(found, page, of: list, id: \.seq, EngagementSummary.init)
    }

    public func opportunities(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<OpportunitySummary> {
        let list = "opportunities \(filter.account ?? "")"
        let after = try seal.place(page.cursor, of: list)
        let account = try await accountNumber(filter.account)
        let found = try await reading { try $0.opportunities(after: after, limit: page.limit + 1, account: account) }
        return seal.page(found, page, of: list, id: \.id, OpportunitySummary.init)
    }

    public func opportunity(_ id: String) async throws -> OpportunitySummary {
        let number = try RecordID.opportunity.number(id)
        let found = try await reading { try $0.opportunities(after: 0, limit: 1, only: number) }
        guard let first = found.first else { throw RecordID.opportunity.notFound(id) }
        return OpportunitySummary(first)
    }

    private func accountNumber(_ id: String?) async throws -> Int64? {
        guard let id else { return nil }
        let number = try RecordID.account.number(id)
        guard let meant = try await reading({ try $0.account(meant: number) }) else {
            throw RecordID.account.notFound(id)
        }
        return meant
    }

    private var tierNames: [String] { definitions.now.use?.market.tierNames ?? [] }

    // MARK: Qualification

    public func qualification(of account: String, asOf day: CivilDay?) async throws -> AccountQualification {
        let number = try RecordID.account.number(account)
        let use = try inForce
        let day = day ?? use.days.day(of: clock())
        let (workspace, titles) = (workspace, use.agreement.buyingGroup.roles.map(\.name))
        let found = try await onDisk { try AccountDossier(workspace, use, number) }
        guard let found else { throw RecordID.account.notFound(account) }
        let explanation = AccountExplanation(use, found, on: day).explanation
        return AccountQualification(
            account: RecordID.account.text(found.account), asOf: day, agreement: use.title,
            isQualified: explanation.isQualified,
            since: (explanation.isQualified ? explanation.enteredDay : explanation.leftDay)
                .map(CivilDay.init(number:)),
            scoreMilli: explanation.standing.scoreMilli, tier: use.market.tierName(explanation.tier),
            engagedBuyers: explanation.standing.engagedBuyers,
            rolesEngaged: explanation.standing.engagedRoles.members.map { titles[$0] },
            qualifiedBuyers: explanation.buyers.filter(\.isQualified).map {
                RecordID.buyer.text(found.buyers[$0.buyer])
            },
            nextChange: explanation.nextChangeDay.map(CivilDay.init(number:)))
    }

    public func explanation(of id: String, asOf day: CivilDay?) async throws -> ExplanationView {
        let use = try inForce
        let day = day ?? use.days.day(of: clock())
        let workspace = workspace
        if let buyer = RecordID.buyer.numberIfAny(id) {
            guard let place = try await reading({ try $0.buyer(buyer) }) else { throw RecordID.buyer.notFound(id) }
            guard let account = place.account else {
                throw ServiceError(
                    .conflict, "\(id) is known, but belongs to no account, so nothing is folded for them")
            }
            return try await onDisk {
                guard let dossier = try AccountDossier(workspace, use, account),
                    let number = dossier.buyers.firstIndex(of: place.id)
                else { throw RecordID.buyer.notFound(id) }
                do {
                    return try AccountExplanation(use, dossier, on: day).buyerView(number)
                } catch let error as AppError where error.code == .notFound {
                    throw ServiceError(.conflict, error.description)
                }
            }
        }
        let account = try RecordID.account.number(id)
        return try await onDisk {
            guard let dossier = try AccountDossier(workspace, use, account) else { throw RecordID.account.notFound(id) }
            return try AccountExplanation(use, dossier, on: day).accountView()
        }
    }

    var inForce: AgreementInUse {
        get throws {
            if let use = definitions.now.use { return use }
            definitions.refresh(now: clock())
            guard let use = definitions.now.use else {
                throw ServiceError(
                    .noAgreement,
                    "no agreement is in force, so nothing can be decided; propose one and have both sides sign it")
            }
            return use
        }
    }

    // MARK: Decisions

    public func decisions(after id: Int64, limit: Int) async throws -> [Decision] {
        let ledger = workspace.ledger
        return try await onDisk {
            try ledger.decisions(after: max(0, id), limit: min(max(limit, 1), 1000)).compactMap(Decision.init)
        }
    }

    public func decisionStream(after id: Int64) -> AsyncThrowingStream<Decision, any Error> {
        FeedReader(after: id, qualifier?.board, place: \.id) { [self] in try await decisions(after: $0, limit: 200) }
            .lines
    }
}
