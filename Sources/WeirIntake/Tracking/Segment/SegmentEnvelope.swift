import WeirFacts

/// What a request says for all its items.
struct SegmentEnvelope {
    /// Longest context of a batch that is kept with each of its items, bytes: so much may one item grow by.
    private static let longestContext = 2048

    let request: TrackingRequest
    /// The kind that the address names; `nil` where each item names its own.
    let kind: TrackingKind?
    let context: JSONTape.Node?
    let sentAt: JSONTape.Node?
    /// The browser that sent it, for items that do not say themselves.
    let userAgent: String?
    let clock: EventClock
    /// A JSON object of what an item needs to be decoded again alone; empty where it needs nothing.
    let kept: [UInt8]

    init(
        _ tape: JSONTape, _ request: TrackingRequest, kind: TrackingKind?, isHistorical: Bool, isStored: Bool = false
    ) {
        self.request = request
        clock = EventClock(receivedAt: request.receivedAt, limits: request.limits, isHistorical: isHistorical)
        // Of a single call the root is the item itself, which says all this without an envelope.
        let root = kind == nil ? tape.root : nil
        // Members of our own making, which no client may use.
        let stored = isStored ? root : nil
        context = tape.member(root, Name.context)
        sentAt = tape.member(root, Name.sentAt)
        let isBrowser = request.userAgent?.hasPrefix("Mozilla/") ?? false
        userAgent = isBrowser ? request.userAgent : tape.text(tape.member(stored, Name.requestUserAgent))
        self.kind = kind ?? tape.text(tape.member(stored, Name.type)).flatMap(TrackingKind.init(rawValue:))
        kept = SegmentEnvelope.kept(
            tape, kind: self.kind, context: context, sentAt: sentAt, userAgent: userAgent, isHistorical: isHistorical)
    }

    private static func kept(
        _ tape: JSONTape, kind: TrackingKind?, context: JSONTape.Node?, sentAt: JSONTape.Node?, userAgent: String?,
        isHistorical: Bool
    ) -> [UInt8] {
        var members: [[UInt8]] = []
        if let kind { members.append(Array("\"type\":\"\(kind.rawValue)\"".utf8)) }
        if isHistorical { members.append(Array("\"historical\":true".utf8)) }
        if let sentAt, tape.range(sentAt).count <= 64 { members.append(Array("\"sentAt\":".utf8) + tape.raw(sentAt)) }
        if let context, tape.range(context).count <= longestContext {
            members.append(Array("\"context\":".utf8) + tape.raw(context))
        }
        if let userAgent, userAgent.utf8.count <= longestContext {
            members.append(Array("\"requestUserAgent\":".utf8) + JSONQuotes.quoted(userAgent))
        }
        return members.isEmpty ? [] : [Json.openBrace] + members.joined(separator: [Json.comma]) + [Json.closeBrace]
    }

    private enum Name {
        static let context = JSONName("context")
        static let sentAt = JSONName("sentAt")
        static let type = JSONName("type")
        static let requestUserAgent = JSONName("requestUserAgent")
    }
}
