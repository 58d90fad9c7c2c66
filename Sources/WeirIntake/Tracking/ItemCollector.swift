import WeirFacts

/// Gathers a request's items: each becomes an event or a rejected item.
struct ItemCollector {
    private let request: TrackingRequest
    private let kept: [UInt8]
    private let isText: Bool
    private var assigned: AssignedIDs
    private var index = 0
    private(set) var batch = TrackingBatch()

    /// - Parameters:
    ///   - kept: the envelope that each item is kept with.
    ///   - isText: whether all of the body is UTF-8, so that no item need be looked at.
    init(_ request: TrackingRequest, kept: [UInt8], isText: Bool) {
        self.request = request
        self.kept = kept
        self.isText = isText
        assigned = AssignedIDs(receivedAt: request.receivedAt)
    }

    mutating func take(
        _ tape: JSONTape, _ node: JSONTape.Node, statedID: @autoclosure () -> String?,
        _ event: ([UInt8], inout AssignedIDs) throws(ItemFault) -> TrackedEvent
    ) {
        defer { index += 1 }
        guard !request.asksNotToBeTracked else {
            batch.optedOut += 1
            return
        }
        let raw = tape.raw(node)
        do throws(ItemFault) {
            try check(raw, isObject: tape.kind(node) == .object)
            batch.events.append(try event(raw, &assigned))
        } catch {
            batch.rejected.append(
                RejectedItem(
                    index: index, code: error.code, reason: error.reason, messageID: statedID(), raw: raw,
                    envelope: kept))
        }
    }

    private func check(_ raw: [UInt8], isObject: Bool) throws(ItemFault) {
        guard isObject else {
            throw ItemFault(.notAnObject, "this is no JSON object; an event is one, in braces")
        }
        guard raw.count <= request.limits.eventBytes else {
            throw ItemFault(
                .tooLarge, "the event has \(raw.count) bytes; at most \(request.limits.eventBytes) are taken in")
        }
        guard isText || isWellFormedText(raw) else {
            throw ItemFault(.notUTF8, "the event holds bytes that are not UTF-8 text; send it in UTF-8")
        }
    }

    static func checkSize(of bytes: Int, _ limits: TrackingLimits) throws(TrackingError) {
        guard bytes <= limits.eventBytes else {
            throw TrackingError(
                .eventTooLarge, "the event has \(bytes) bytes; at most \(limits.eventBytes) are taken in")
        }
    }

    static func checkCount(of events: Int, _ limits: TrackingLimits) throws(TrackingError) {
        guard events <= limits.events else {
            throw TrackingError(
                .tooManyEvents, "the request holds \(events) events; send at most \(limits.events) at a time")
        }
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

/// Whether bytes are UTF-8; the usual ASCII costs one quick pass.
func isWellFormedText(_ bytes: [UInt8]) -> Bool {
    if !ByteKinds(bytes.span, from: 0, to: bytes.count).hasHighBytes { return true }
    return isUTF8(bytes.span, from: 0, to: bytes.count)
}
