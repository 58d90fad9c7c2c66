import WeirFacts

/// A request in Segment's shape, taken apart into its items.
struct SegmentRequest {
    private let request: TrackingRequest
    private let tape: JSONTape
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
        var saysHistorical = false
        if isStored, let mark = tape.member(tape.root, Name.historical) { saysHistorical = tape.kind(mark) == .yes }
        self.isHistorical = isHistorical || saysHistorical
    }

    func single(_ kind: TrackingKind) throws(TrackingError) -> TrackingBatch {
        guard tape.kind(tape.root) == .object else { throw notAnObject }
        try ItemCollector.checkSize(of: tape.range(tape.root).count, request.limits)
        return batch(of: [tape.root], SegmentEnvelope(tape, request, kind: kind, isHistorical: isHistorical))
    }

    func batch() throws(TrackingError) -> TrackingBatch {
        guard tape.kind(tape.root) == .object else { throw notAnObject }
        guard let list = tape.member(tape.root, Name.batch), tape.kind(list) == .list else {
            throw TrackingError(.noBatch, "the body has no list of events under \"batch\"; send {\"batch\": [ … ]}")
        }
        let items = tape.children(list)
        try ItemCollector.checkCount(of: items.count, request.limits)
        return batch(
            of: items,
            SegmentEnvelope(tape, request, kind: nil, isHistorical: isHistorical, isStored: isStored))
    }

    private func batch(of items: [JSONTape.Node], _ envelope: SegmentEnvelope) -> TrackingBatch {
        var collector = ItemCollector(request, kept: envelope.kept, isText: isWellFormedText(tape.bytes))
        for node in items {
            let item = SegmentItem(tape, node, envelope)
            collector.take(tape, node, statedID: item.statedMessageID) {
                (raw, assigned) throws(ItemFault) in try item.event(raw, &assigned)
            }
        }
        return collector.batch
    }

    private var notAnObject: TrackingError {
        TrackingError(.badEnvelope, "the body is no JSON object; send one, in braces")
    }
}

extension SegmentRequest {
    private enum Name {
        static let batch = Array("batch".utf8)
        static let historical = Array("historical".utf8)
    }
}
