import WeirFacts

/// CloudEvents 1.0 over HTTP: one event, a list of them, or one whose attributes are headers.
struct CloudEventRequest {
    private let request: TrackingRequest
    private let tape: JSONTape

    init(_ request: TrackingRequest) throws(TrackingError) {
        var request = request
        // An event in binary mode is read, kept and replayed in the form that it has in structured mode.
        if CloudEventRequest.isBinary(request) { request.body = CloudEventRequest.structured(request) }
        self.request = request
        do throws(JSONProblem) {
            tape = try JSONTape(request.body, limits: request.limits.json)
        } catch {
            throw TrackingError(error)
        }
    }

    func batch() throws(TrackingError) -> TrackingBatch {
        let items: [JSONTape.Node]
        switch tape.kind(tape.root) {
        case .list:
            items = tape.children(tape.root)
            try ItemCollector.checkCount(of: items.count, request.limits)
        case .object:
            items = [tape.root]
            try ItemCollector.checkSize(of: tape.range(tape.root).count, request.limits)
        default:
            throw TrackingError(.badEnvelope, "the body is neither a CloudEvent in JSON nor a list of them")
        }
        var collector = ItemCollector(request, kept: CloudEventRequest.kept, isText: isWellFormedText(tape.bytes))
        for node in items {
            let item = CloudEventItem(tape, node, request)
            collector.take(tape, node, statedID: item.statedMessageID) {
                (raw, _) throws(ItemFault) in try item.event(raw)
            }
        }
        return collector.batch
    }

    /// The envelope of a kept item.
    static let kept = Array("{\"format\":\"cloudevents\"}".utf8)

    private static func isBinary(_ request: TrackingRequest) -> Bool {
        let type = request.contentType?.lowercased() ?? ""
        return !type.hasPrefix("application/cloudevents")
            && request.cloudEventHeaders.contains { $0.name.lowercased() == "ce-specversion" }
    }

    private static func structured(_ request: TrackingRequest) -> [UInt8] {
        var members: [(name: String, json: [UInt8])] = []
        for header in request.cloudEventHeaders where header.name.lowercased().hasPrefix("ce-") {
            let name = String(header.name.lowercased().dropFirst(3))
            members.append((name, JSONQuotes.quoted(WebAddress.percentDecoded(header.value))))
        }
        if !request.body.isEmpty {
            let isJSON = (try? JSONTape(request.body, limits: request.limits.json)) != nil
            let text = isJSON ? request.body : JSONQuotes.quoted(String(decoding: request.body, as: UTF8.self))
            members.append(("data", text))
        }
        return JSONQuotes.object(members)
    }
}
