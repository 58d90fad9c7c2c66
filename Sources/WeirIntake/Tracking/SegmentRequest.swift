import WeirFacts

/// A request in Segment's shape, taken apart into its items.
struct SegmentRequest {
    private let request: TrackingRequest
    private let tape: JSONTape
    /// Whether all of the body is UTF-8, so that no item need be looked at.
    private let isText: Bool
    private let isHistorical: Bool
    private let isStored: Bool

    /// - Parameter isStored: it was made of stored bytes, with members of ours in its envelope.
    init(
        _ request: TrackingRequest, isHistorical: Bool = false, isStored: Bool = false
    ) throws(TrackingError) {
        self.request = request
        self.isStored = isStored
        let tape: JSONTape
        do throws(JSONProblem) {
            tape = try JSONTape(request.body, limits: request.limits.json)
        } catch {
            throw TrackingError(error)
        }
        self.tape = tape
        isText = SegmentRequest.isText(tape.bytes)
        var saysHistorical = false
        if isStored, let mark = tape.member(tape.root, Name.historical) { saysHistorical = tape.kind(mark) == .yes }
        self.isHistorical = isHistorical || saysHistorical
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        if !ByteKinds(bytes.span, from: 0, to: bytes.count).hasHighBytes { return true }
        return isUTF8(bytes.span, from: 0, to: bytes.count)
    }

    func single(_ kind: TrackingKind) throws(TrackingError) -> TrackingBatch {
        guard tape.kind(tape.root) == .object else { throw notAnObject }
        let size = tape.range(tape.root).count
        guard size <= request.limits.eventBytes else {
            throw TrackingError(
                .eventTooLarge, "the event has \(size) bytes; at most \(request.limits.eventBytes) are taken in")
        }
        return batch(of: [tape.root], SegmentEnvelope(tape, request, kind: kind, isHistorical: isHistorical))
    }

    func batch() throws(TrackingError) -> TrackingBatch {
        guard tape.kind(tape.root) == .object else { throw notAnObject }
        guard let list = tape.member(tape.root, Name.batch), tape.kind(list) == .list else {
            throw TrackingError(.noBatch, "the body has no list of events under \"batch\"; send {\"batch\": [ … ]}")
        }
        let items = tape.children(list)
        guard items.count <= request.limits.events else {
            throw TrackingError(
                .tooManyEvents, "the batch holds \(items.count) events; send at most \(request.limits.events) at a time"
            )
        }
        return batch(
            of: items,
            SegmentEnvelope(tape, request, kind: nil, isHistorical: isHistorical, isStored: isStored))
    }

    private func batch(of items: [JSONTape.Node], _ envelope: SegmentEnvelope) -> TrackingBatch {
        if request.asksNotToBeTracked { return TrackingBatch(optedOut: items.count) }
        var batch = TrackingBatch()
        batch.events.reserveCapacity(items.count)
        var assigned = AssignedIDs(receivedAt: request.receivedAt)
        for (index, node) in items.enumerated() {
            let item = SegmentItem(tape, node, envelope)
            let raw = tape.raw(node)
            do throws(ItemFault) {
                try check(node, raw)
                batch.events.append(try item.event(raw, &assigned))
            } catch {
                batch.rejected.append(
                    RejectedItem(
                        index: index, code: error.code, reason: error.reason, messageID: item.statedMessageID, raw: raw,
                        envelope: envelope.kept))
            }
        }
        return batch
    }

    private func check(_ node: JSONTape.Node, _ raw: [UInt8]) throws(ItemFault) {
        guard tape.kind(node) == .object else {
            throw ItemFault(.notAnObject, "this is no JSON object; an event is one, in braces")
        }
        guard raw.count <= request.limits.eventBytes else {
            throw ItemFault(
                .tooLarge, "the event has \(raw.count) bytes; at most \(request.limits.eventBytes) are taken in")
        }
        guard isText || SegmentRequest.isText(raw) else {
            throw ItemFault(.notUTF8, "the event holds bytes that are not UTF-8 text; send it in UTF-8")
        }
    }

    private var notAnObject: TrackingError {
        TrackingError(.badEnvelope, "the body is no JSON object; send one, in braces")
    }
}

/// Why an item is no event.
struct ItemFault: Error {
    var code: RejectedItem.Code
    var reason: String

    init(_ code: RejectedItem.Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}

extension SegmentRequest {
    private enum Name {
        static let batch = Array("batch".utf8)
        static let historical = Array("historical".utf8)
    }
}
