import WeirDesk
import WeirFacts

extension Service: DeskUseCases {
    public func inbox(_ filter: InboxFilter, _ page: PageRequest) async throws -> Page<InboxEntry> {
        let list = "inbox \(filter.owner ?? "") \(filter.team ?? "") \(filter.includesSnoozed)"
        let offset = Int(try seal.place(page.cursor, of: list))
        let (desk, now) = (desk, clock())
        let found = try await onDisk {
            try desk.inbox(filter, from: offset, limit: page.limit + 1, now: now).enumerated().map { index, entry in
                (place: Int64(offset + index + 1), entry: entry)
            }
        }
        return seal.page(found, page, of: list, id: \.place) { $0.entry }
    }

    public func handOff(_ id: String) async throws -> HandOffView {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.handOff(id, now: now) }
    }

    public func act(
        _ move: HandOffMove, on id: String, by name: String, seen version: Int?
    ) async throws -> HandOffView {
        let (desk, now) = (desk, clock())
        let view = try await onDisk {
            try desk.act(move, on: id, by: name, seen: version, now: now)
            return try desk.handOff(id, now: now)
        }
        follower?.nudge()
        return view
    }

    public func deskFlow() async throws -> DeskFlow {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.flow(now: now) }
    }

    public func dayLoad(of member: String) async throws -> (given: Int, capacity: Int)? {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.dayLoad(of: member, now: now) }
    }

    public func deskForecast(_ campaigns: [PlannedCampaign], weeks: Int) async throws -> DeskForecast {
        let qualified = try await overview().past?.qualified ?? []
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.forecast(campaigns, qualified, weeks: weeks, now: now) }
    }

    public func waterfall(from: CivilDay?, to: CivilDay?) async throws -> StageWaterfall {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.waterfall(from: from, to: to, now: now) }
    }

    public func stageList(_ question: StageQuestion, from offset: Int, limit: Int) async throws -> StageList {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.stageList(question, from: offset, limit: limit, now: now) }
    }

    public func promises(from: CivilDay, to: CivilDay) async throws -> PromiseBook {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.promises(from: from, to: to, now: now) }
    }

    public func named(_ lines: [PromiseBook.Line]) async throws -> [PromiseBook.Line] {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.named(lines, now: now) }
    }

    public func stageMoves(after id: Int64, limit: Int, buyer: String?) async throws -> [StageMoveView] {
        let desk = desk
        return try await onDisk { try desk.stageMoves(after: id, limit: limit, buyer: buyer) }
    }

    public func stageMoveStream(after id: Int64) -> AsyncThrowingStream<StageMoveView, any Error> {
        FeedReader(after: id, desk.board, place: \.id) { [self] in
            try await stageMoves(after: $0, limit: 200, buyer: nil)
        }.lines
    }

    public func addLead(_ lead: SalesLead, by name: String) async throws -> AddedLead {
        let name = try AccessDesk.name(name)
        let desk = desk
        let recorded = try await inquiries.record(lead) { buyer in
            try desk.refuseSuppressed(buyer, now: self.clock())
        }
        let now = clock()
        let added = try await onDisk { try desk.add(recorded, by: name, now: now) }
        follower?.nudge()
        return added
    }

    public func deskTeams() async throws -> [DeskTeamView] {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.teams(now: now) }
    }

    public func changeTeam(_ team: String, _ change: TeamChange, by name: String) async throws -> DeskTeamView {
        let (desk, now) = (desk, clock())
        let teams = try await onDisk {
            try desk.changeTeam(team, change, by: name, now: now)
            return try desk.teams(now: now)
        }
        guard let changed = teams.first(where: { $0.name == team }) else {
            throw ServiceError(.notFound, "there is no team “\(team)”")
        }
        return changed
    }

    public func suppress(buyer: String, because reason: String, by name: String) async throws {
        let (desk, now) = (desk, clock())
        try await onDisk { try desk.suppress(buyer: buyer, because: reason, by: name, now: now) }
    }

    public func deskTick() async throws -> Int {
        let (desk, now) = (desk, clock())
        return try await onDisk { try desk.refusing { try desk.catchUp(now: now) } }
    }
}
