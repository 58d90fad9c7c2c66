import WeirFacts

/// What a Snowplow tracker sends: a POST of `payload_data`, or a GET with one event in its query.
struct SnowplowRequest {
    private let request: TrackingRequest
    private let tape: JSONTape

    init(_ request: TrackingRequest) throws(TrackingError) {
        self.request = request
        do throws(JSONProblem) {
            tape = try JSONTape(request.body, limits: request.limits.json)
        } catch {
            throw TrackingError(error)
        }
    }

    /// A GET's query as the same event in JSON, so that both are read, kept and replayed alike.
    init(pixel request: TrackingRequest) throws(TrackingError) {
        var seen: Set<String> = []
        let members = request.query.filter { seen.insert($0.name).inserted }.map {
            (name: $0.name, json: JSONQuotes.quoted($0.value))
        }
        var post = request
        post.body = Array("{\"data\":[".utf8) + JSONQuotes.object(members) + Array("]}".utf8)
        try self.init(post)
    }

    func batch() throws(TrackingError) -> TrackingBatch {
        guard let list = tape.member(tape.root, SnowplowItem.Name.data), tape.kind(list) == .list else {
            throw TrackingError(.badEnvelope, "the body has no list of events under \"data\", as payload_data has it")
        }
        let items = tape.children(list)
        try ItemCollector.checkCount(of: items.count, request.limits)
        var collector = ItemCollector(request, kept: SnowplowRequest.kept, isText: isWellFormedText(tape.bytes))
        for node in items {
            let item = SnowplowItem(tape, node, request)
            collector.take(tape, node, statedID: item.statedMessageID) {
                (raw, assigned) throws(ItemFault) in try item.event(raw, &assigned)
            }
        }
        return collector.batch
    }

    /// The envelope of a kept item.
    static let kept = Array("{\"format\":\"snowplow\"}".utf8)
}
