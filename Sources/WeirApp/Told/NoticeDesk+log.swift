import WeirFacts
import WeirLedger
import WeirTold

/// The log of deliveries.
extension NoticeDesk {
    /// The newest first.
    /// - Parameter destination: only its; also of one that was deleted.
    public func deliveries(_ page: PageRequest, destination: String? = nil, state: Delivery.State? = nil) async throws
        -> Page<Delivery>
    {
        let number = try destination.map { try RecordID.destination.number($0) }
        let list = "deliveries \(destination ?? "") \(state?.rawValue ?? "")"
        let place = try seal.place(page.cursor, of: list)
        let found = try await onDisk { [workspace] in
            try workspace.ledger.deliveries(
                before: place == 0 ? .max : place, limit: page.limit + 1, destination: number, state: state)
        }
        let shown = seal.page(found, page, of: list, id: \.id) { $0 }
        return Page(items: try shown.items.map { try Delivery($0) }, next: shown.next)
    }

    public func delivery(_ id: String) async throws -> (Delivery, attempts: [DeliveryAttempt]) {
        let number = try RecordID.delivery.number(id)
        let found = try await onDisk { [workspace] in try workspace.ledger.delivery(number) }
        guard let found else { throw RecordID.delivery.notFound(id) }
        return (try Delivery(found.0), found.attempts.map(DeliveryAttempt.init))
    }

    /// Sends one once more, from the first attempt on, with the same message id.
    /// - Throws: `conflict` where its destination was deleted.
    public func replay(_ id: String) async throws -> Delivery {
        let number = try RecordID.delivery.number(id)
        var replayed = try await delivery(id).0
        let now = clock()
        let count = try await onDisk { [workspace] in try workspace.ledger.replayDeliveries([number], now: now) }
        guard count == 1 else {
            throw ServiceError(.conflict, "its destination was deleted; there is nowhere to send it")
        }
        // As it was written: by the time it could be read again it may have been sent.
        (replayed.state, replayed.attempts, replayed.dueAt, replayed.endedAt) = (.waiting, 0, now, nil)
        return replayed
    }

    /// Sends what a destination did not get, since an instant, once more; at most 1,000 at once, the oldest first.
    /// - Parameter includingDelivered: also what it got.
    /// - Returns: how many.
    public func replay(of destination: String, since: Instant, includingDelivered: Bool) async throws -> Int {
        let number = try stored(destination).id
        let now = clock()
        return try await onDisk { [workspace] in
            let ids = try workspace.ledger.endedDeliveries(
                of: number, since: since, includingDelivered: includingDelivered, limit: 1000)
            return try workspace.ledger.replayDeliveries(ids, now: now)
        }
    }

    /// Sends a test at once, and waits for the answer. It is not tried again.
    public func test(_ id: String) async throws -> (Delivery, attempts: [DeliveryAttempt]) {
        let destination = try stored(id)
        let now = clock()
        var matter = Notice.Matter()
        matter.destination = id
        let notice = try NewNotice(.test, matter, at: now)
        // A server beside this process leaves it alone until it must have ended here.
        let number = try await onDisk { [workspace] in
            try workspace.ledger.addDelivery(
                notice, to: destination.id, heldUntil: now.advanced(bySeconds: 120))
        }
        let stored = try await onDisk { [workspace] in try workspace.ledger.delivery(number) }
        guard let stored else { throw ServiceError(.unavailable, "the test was not stored; try again") }
        await delivering.attempt(stored.0, destination)
        return try await delivery(RecordID.delivery.text(number))
    }
}
