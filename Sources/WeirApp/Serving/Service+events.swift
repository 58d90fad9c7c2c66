import Foundation
import WeirFacts
import WeirIntake
import WeirLedger

extension Service: EventUseCases {
    public func take(_ batch: TrackingBatch, from source: TrackingSource) async throws -> IntakeReceipt {
        try await events.take(batch, from: source, now: clock())
    }

    public func take(_ events: [LiveEvent], rejected: [LiveRejection], from source: TrackingSource) async throws
        -> IntakeReceipt
    {
        try await self.events.record(events, rejected, source)
    }

    public func rejectedEvents(_ page: PageRequest, includingReplayed: Bool) async throws -> Page<RejectedEvent> {
        let list = "rejected \(includingReplayed)"
        let after = try seal.place(page.cursor, of: list)
        let found = try await reading {
            try $0.rejections(after: after, limit: page.limit + 1, includingReplayed: includingReplayed)
        }
        return seal.page(found, page, of: list, id: \.seq, RejectedEvent.init)
    }

    public func unmappedEvents() async throws -> [UnmappedEvents] {
        try await reading { try $0.unmapped(limit: 1_000) }.map {
            UnmappedEvents(source: $0.sourceName, kind: $0.kind, name: $0.name, count: $0.count, lastAt: $0.lastAt)
        }
    }

    public func automatedEvents(_ page: PageRequest) async throws -> Page<AutomatedEvent> {
        let after = try seal.place(page.cursor, of: "automated")
        let found = try await reading { try $0.automatedActs(after: after, limit: page.limit + 1) }
        return seal.page(found, page, of: "automated", id: \.engagement, AutomatedEvent.init)
    }

    public func clearAutomated(_ id: String, by name: String) async throws -> AutomatedEvent {
        let name = try AccessDesk.name(name)
        let engagement = try RecordID.event.number(id)
        guard try await automated(engagement) != nil else { throw RecordID.event.notFound(id) }
        try await ServiceError.wrapping {
            _ = try await intake.judge(
                ActJudgement(engagement: engagement, isAutomated: false, by: name, at: clock()))
        }
        guard let cleared = try await automated(engagement) else { throw RecordID.event.notFound(id) }
        return AutomatedEvent(cleared)
    }

    private func automated(_ engagement: Int64) async throws -> AutomatedAct? {
        try await reading { try $0.automatedActs(after: 0, limit: 1, only: engagement) }.first
    }

    // MARK: Replaying

    public func replayRejected(_ ids: [String]?) async throws -> ReplayOutcome {
        var outcome = ReplayOutcome(tried: 0, taken: 0, rejected: 0)
        if let ids {
            for id in ids {
                let seq = try RecordID.rejected.number(id)
                let found = try await reading { reader in
                    try reader.rejections(after: 0, limit: 1, includingReplayed: true, only: seq)
                }
                guard let item = found.first else { throw RecordID.rejected.notFound(id) }
                if item.replayedAt == nil { try await replay(item, &outcome) }
            }
            return outcome
        }
        var last: Int64 = 0
        while true {
            let after = last
            let found = try await reading {
                try $0.rejections(after: after, limit: 200, includingReplayed: false)
            }
            guard let newest = found.last else { return outcome }
            for item in found { try await replay(item, &outcome) }
            last = newest.seq
        }
    }

    private func replay(_ item: StoredRejection, _ outcome: inout ReplayOutcome) async throws {
        outcome.tried += 1
        let batch = try? TrackingDecoder.decode(
            raw: item.raw, envelope: item.envelope, receivedAt: item.receivedAt, limits: .rudderstack)
        guard let batch, !batch.events.isEmpty, batch.rejected.isEmpty else {
            outcome.rejected += 1
            return
        }
        let reader = events.reader()
        let understood = batch.events.map { self.events.event($0, reader) }
        try await ServiceError.wrapping {
            _ = try await intake.replay(rejected: item.seq, understood, source: item.source, at: clock())
        }
        outcome.taken += 1
    }

    public func replayUnmapped() async throws -> ReplayOutcome {
        var outcome = ReplayOutcome(tried: 0, taken: 0, rejected: 0)
        var last: Int64 = 0
        while true {
            let after = last
            let found = try await reading { try $0.unmappedEvents(after: after, limit: 500) }
            guard let newest = found.last else { return outcome }
            last = newest.seq
            outcome.tried += found.count
            let desk = events
            let reader = desk.reader()
            for (source, events) in Dictionary(grouping: found, by: \.source).sorted(by: { $0.key < $1.key }) {
                let known = events.compactMap { desk.known($0, reader) }
                outcome.rejected += events.count - known.count
                outcome.taken += known.count
                if known.isEmpty { continue }
                try await ServiceError.wrapping { _ = try await intake.complete(known, source: source) }
            }
        }
    }

    /// Reads the ledger on a thread that may wait.
    func reading<T: Sendable>(_ body: @escaping @Sendable (LiveReader) throws -> T) async throws -> T {
        let ledger = workspace.ledger
        let mail = CompanyMail()
        return try await onDisk { try ledger.readLive(isFreeMail: mail.isFree, body) }
    }
}

extension EventDesk {
    /// An event kept as unmapped, where it is known by now.
    fileprivate func known(_ stored: StoredEvent, _ reader: EventReader) -> (event: Int64, LiveEvent)? {
        let batch = try? TrackingDecoder.decode(
            raw: stored.raw, envelope: stored.envelope, receivedAt: stored.receivedAt, limits: .rudderstack)
        guard let tracked = batch?.events.first else { return nil }
        let event = event(tracked, reader)
        return event.outcome == .unmapped ? nil : (stored.seq, event)
    }
}

extension RejectedEvent {
    init(_ stored: StoredRejection) {
        self.init(
            id: RecordID.rejected.text(stored.seq), source: stored.sourceName, code: stored.code,
            reason: stored.reason, message: stored.message, receivedAt: stored.receivedAt,
            replayedAt: stored.replayedAt, raw: stored.raw)
    }
}

extension AutomatedEvent {
    init(_ stored: AutomatedAct) {
        self.init(
            id: RecordID.event.text(stored.engagement), source: stored.sourceName, kind: stored.kind,
            name: stored.name, at: stored.at, reason: stored.reason, buyer: RecordID.buyer.text(stored.buyer),
            clearedAt: stored.clearedAt)
    }
}
