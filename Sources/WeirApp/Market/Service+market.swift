import WeirFacts
import WeirIntake
import WeirMarket

extension Service: MarketUseCases {
    public func market(draft: [UInt8]?, top: Int) async throws -> MarketNarrowing {
        let (workspace, use) = (workspace, try await use(draft))
        let report = try await onDisk { try workspace.snapshot().marketCount(under: use).report(top: top) }
        return MarketNarrowing(agreement: use.title, sha256: use.sha256, banner: use.banner, report: report)
    }

    public func marketShift(draft: [UInt8], listed: Int) async throws -> MarketShift {
        let (workspace, old, new) = (workspace, try inForce, try await use(draft))
        // What it was asked of before is in memory; reading every profile again takes seconds.
        if let overview = try? await overview(),
            var shift = try await onDisk({ overview.shift(to: new, listed: listed) })
        {
            shift.behindSince = overview.isBehind ? overview.at : nil
            return shift
        }
        return try await onDisk { try MarketShift(workspace.snapshot(), from: old, to: new, listed: listed) }
    }

    public func placing(of account: String, draft: [UInt8]?) async throws -> AccountPlacing {
        let (workspace, use) = (workspace, try await use(draft))
        let number = try await meant(account)
        return try await onDisk { try workspace.placing(of: number, under: use) }
    }

    public func groups(top: Int) async throws -> MarketGroups {
        let (workspace, use) = (workspace, try inForce)
        return try await onDisk { try MarketGroups(workspace.snapshot(), use, top: top) }
    }

    public func coverage(asOf day: CivilDay?) async throws -> SeatRanking {
        let (workspace, use) = (workspace, try inForce)
        let day = day ?? use.days.day(of: clock())
        let population = try await onDisk { try Population(workspace, use) }
        return try await population.seats(asOf: day)
    }

    public func coverage(of account: String, asOf day: CivilDay?) async throws -> AccountCoverage {
        let number = try RecordID.account.number(account)
        let (workspace, use) = (workspace, try inForce)
        let day = day ?? use.days.day(of: clock())
        let found = try await onDisk { try AccountCoverage(workspace, use, number, asOf: day) }
        guard let found else { throw RecordID.account.notFound(account) }
        return found
    }

    public func seatOrder(_ request: SeatOrderRequest) async throws -> SeatOrder {
        var wanted: Set<Int64>?
        if let accounts = request.accounts {
            wanted = []
            for account in accounts { wanted?.insert(try await meant(account)) }
        }
        let ranking = try await coverage(asOf: request.asOf)
        let (workspace, use, chosen) = (workspace, try inForce, wanted)
        return try await onDisk {
            let gaps = ranking.gaps.lazy.filter { chosen?.contains($0.account) ?? true }.prefix(request.top)
            let order = try workspace.order(
                for: Array(gaps), required: request.required, price: request.price, under: use)
            let group = use.agreement.buyingGroup
            return SeatOrder(quantity: order.quantity, csv: order.csv(group), text: order.plainText(group))
        }
    }

    public func checkList(_ delivery: ListDelivery) async throws -> ListCheckOutcome {
        let (workspace, use, now, directory) = (workspace, try inForce, clock(), directory)
        return try await onDisk {
            try workspace.checkList(delivery, among: directory.current(), under: use, now: now)
        }
    }

    public func vendorScores(asOf day: CivilDay?) async throws -> [VendorScore] {
        let (workspace, use) = (workspace, try inForce)
        let day = day ?? use.days.day(of: clock())
        return try await onDisk { try Population(workspace, use).vendorScores(workspace, asOf: day) }
    }

    public func checkGate(_ posts: [FormPost]) async throws -> [CheckedPost] {
        let (use, mail, directory) = (try inForce, directory.mail, directory)
        let search = try await onDisk { try directory.current() }
        return try await reading { reader in
            try posts.enumerated().map { number, post in
                try reader.check(post, line: number + 1, use, mail, search)
            }
        }
    }

    public func readTitles(_ titles: [String]) async throws -> [TitleAnswer] {
        guard let use = definitions.now.use else { return titles.map { TitleAnswer($0, by: .shipped) } }
        let group = use.agreement.buyingGroup
        return titles.map { TitleAnswer($0, group: group, reader: use.titles, classifier: .shipped) }
    }

    public func match(_ queries: [CompanyQuery], limit: Int) async throws -> [[AccountMatch]] {
        let directory = directory
        return try await onDisk {
            try directory.current().matches(queries, limit: limit)
        }
    }

    private func meant(_ account: String) async throws -> Int64 {
        let number = try RecordID.account.number(account)
        guard let meant = try await reading({ try $0.account(meant: number) }) else {
            throw RecordID.account.notFound(account)
        }
        return meant
    }

    /// The agreement in force, or a draft's text.
    private func use(_ draft: [UInt8]?) async throws -> AgreementInUse {
        guard let draft else { return try inForce }
        return try await draftInUse(draft)
    }
}
