import WeirFacts

/// One call in Segment's shape. What it does not say in its `context`, the batch's may.
struct SegmentItem {
    let tape: JSONTape
    let node: JSONTape.Node
    let envelope: SegmentEnvelope
    private let context: JSONTape.Node?
    private var values: ItemValues { ItemValues(limits: envelope.request.limits) }

    init(_ tape: JSONTape, _ node: JSONTape.Node, _ envelope: SegmentEnvelope) {
        self.tape = tape
        self.node = node
        self.envelope = envelope
        context = tape.member(node, Name.context)
    }

    /// The message id as sent, for a list of rejected items; `nil` if it is none or too long.
    var statedMessageID: String? { try? messageID() }

    func event(_ raw: [UInt8], _ assigned: inout AssignedIDs) throws(ItemFault) -> TrackedEvent {
        let statedID = try messageID()
        let kind = try kind()
        var originalAt = try instant(Name.originalTimestamp)
        if originalAt == nil { originalAt = try instant(Name.timestamp) }
        let ownSentAt = try instant(Name.sentAt)
        var sentAt = ownSentAt
        if sentAt == nil { sentAt = try instant(at: envelope.sentAt, named: "sentAt") }
        let time = envelope.clock.time(originalAt: originalAt, sentAt: sentAt)
        var event = TrackedEvent(
            messageID: "", kind: kind, at: time.at, originalAt: originalAt, sentAt: sentAt,
            receivedAt: envelope.request.receivedAt, isFromFuture: time.isFromFuture, raw: raw, envelope: envelope.kept)
        try identify(&event)
        event.name = try name(of: kind)
        event.properties = tape.object(tape.member(node, Name.properties))
        event.traits = tape.object(tape.member(node, Name.traits))
        event.contextTraits = tape.object(inContext(Name.traits))
        describe(&event)
        try require(event)
        event.messageID = statedID ?? assigned.id(of: raw, namesTime: originalAt != nil || ownSentAt != nil)
        return event
    }

    private func kind() throws(ItemFault) -> TrackingKind {
        if let kind = envelope.kind { return kind }
        guard let word = tape.text(tape.member(node, Name.type) ?? tape.member(node, Name.action)) else {
            throw ItemFault(.unknownType, "the event has no type; write one of \(SegmentItem.kinds)")
        }
        guard let kind = TrackingKind(rawValue: word) ?? TrackingKind(rawValue: word.lowercased()) else {
            throw ItemFault(
                .unknownType, "\"\(shortened(word))\" is no type of event; write one of \(SegmentItem.kinds)")
        }
        return kind
    }

    private static let kinds = TrackingKind.allCases.map(\.rawValue).joined(separator: ", ")

    private func identify(_ event: inout TrackedEvent) throws(ItemFault) {
        event.userID = try id(tape.member(node, Name.userID), named: "userId")
        event.anonymousID = try id(tape.member(node, Name.anonymousID), named: "anonymousId")
        event.previousID = try id(tape.member(node, Name.previousID), named: "previousId")
        event.groupID = try id(tape.member(node, Name.groupID), named: "groupId")
        if event.groupID == nil { event.groupID = try id(inContext(Name.groupID), named: "groupId") }
    }

    private func name(of kind: TrackingKind) throws(ItemFault) -> String {
        let key = kind == .track ? Name.event : Name.name
        guard kind == .track || kind == .page || kind == .screen, let found = tape.member(node, key) else { return "" }
        guard let name = tape.textOrNumber(found) else {
            throw ItemFault(.badValue, "the event's name is not text; write it in quotes")
        }
        return try values.eventName(name)
    }

    private func describe(_ event: inout TrackedEvent) {
        event.channel = tape.text(tape.member(node, Name.channel))
        event.userAgent = tape.text(inContext(Name.userAgent)) ?? envelope.userAgent
        event.ip = tape.text(inContext(Name.ip)) ?? envelope.request.remoteAddress
        event.locale = tape.text(inContext(Name.locale))
        event.isActive = inContext(Name.active).map { tape.kind($0) != .no } ?? true
        event.isDrivenByProgram = inContext(Name.automated).map { tape.kind($0) == .yes } ?? false
        event.page = page(isPage: event.kind == .page)
        event.campaign = campaign(on: event.page)
    }

    /// What the kind of call cannot do without.
    private func require(_ event: TrackedEvent) throws(ItemFault) {
        switch event.kind {
        case .track where event.name.isEmpty:
            throw ItemFault(.noEventName, "a track call needs the name of what happened in \"event\"")
        case .group where event.groupID == nil:
            throw ItemFault(.noGroupID, "a group call needs the company's id in \"groupId\"" + whyNoID(Name.groupID))
        case .group: return
        case .alias where event.userID == nil:
            throw ItemFault(.noUserID, "an alias call needs the person's new id in \"userId\"" + whyNoID(Name.userID))
        case .alias where event.previousID == nil && event.anonymousID == nil:
            throw ItemFault(
                .noPreviousID, "an alias call needs the person's old id in \"previousId\"" + whyNoID(Name.previousID))
        default: break
        }
        guard event.userID == nil, event.anonymousID == nil, event.email == nil else { return }
        throw ItemFault(
            .noIdentity,
            "nobody is named; send \"userId\" or \"anonymousId\"" + whyNoID(Name.userID)
                + whyNoID(Name.anonymousID))
    }

    /// A word about an id that was sent, yet is nobody's.
    private func whyNoID(_ name: JSONName) -> String {
        guard let text = tape.textOrNumber(tape.member(node, name)) else { return "" }
        return " (\"\(shortened(text))\" is nobody's id)"
    }
}

// MARK: - Where it happened

extension SegmentItem {
    private func page(isPage: Bool) -> TrackedPage {
        // A page call describes the page in its properties; the context may describe it as well.
        let own = isPage ? tape.member(node, Name.properties) : nil
        let said = tape.member(context, Name.page)
        let shared = tape.member(envelope.context, Name.page)
        func text(_ name: JSONName) -> String? {
            for place in [own, said, shared] {
                if let text = tape.text(tape.member(place, name)), !text.isEmpty { return text }
            }
            return nil
        }
        var page = TrackedPage(
            path: text(Name.path), url: text(Name.url), title: text(Name.title), referrer: text(Name.referrer))
        if page.path == nil, let url = page.url { page.path = WebAddress.path(of: url) }
        return page
    }

    private func campaign(on page: TrackedPage) -> TrackedCampaign? {
        if let said = inContext(Name.campaign), tape.kind(said) == .object {
            func text(_ name: JSONName) -> String? {
                tape.text(tape.member(said, name)).flatMap { $0.isEmpty ? nil : $0 }
            }
            let campaign = TrackedCampaign(
                name: text(Name.name), source: text(Name.source), medium: text(Name.medium), term: text(Name.term),
                content: text(Name.content))
            if !campaign.isEmpty { return campaign }
        }
        return page.url.flatMap(WebAddress.campaign(in:))
    }

    func inContext(_ name: JSONName) -> JSONTape.Node? {
        tape.member(context, name) ?? tape.member(envelope.context, name)
    }
}

// MARK: - Ids and times

extension SegmentItem {
    private func messageID() throws(ItemFault) -> String? {
        guard let found = tape.member(node, Name.messageID) else { return nil }
        guard let id = tape.textOrNumber(found) else {
            throw ItemFault(.badMessageID, "the messageId is not text; write it in quotes")
        }
        return try values.messageID(id, named: "messageId")
    }

    /// An id as text; `nil` where there is none, or one that is nobody's.
    private func id(_ found: JSONTape.Node?, named name: String) throws(ItemFault) -> String? {
        guard let found else { return nil }
        guard let text = tape.textOrNumber(found) else {
            throw ItemFault(.badID, "the \(name) is neither text nor a number; write it in quotes")
        }
        if tape.kind(found) == .number, text.utf8.contains(where: { $0 == Json.dot || $0 | 0x20 == 0x65 }) {
            throw ItemFault(.badID, "the \(name) \(shortened(text)) is no whole number; write ids in quotes")
        }
        return try values.id(text, named: name)
    }

    private func instant(_ name: JSONName) throws(ItemFault) -> Instant? {
        try instant(at: tape.member(node, name), named: String(decoding: name.camel, as: UTF8.self))
    }

    private func instant(at found: JSONTape.Node?, named name: String) throws(ItemFault) -> Instant? {
        guard let found else { return nil }
        // In place, since nearly every event has a time.
        if let range = tape.inPlace(found),
            let instant = try? ItemValues.times.instant(tape.bytes.span.extracting(range))
        {
            return instant
        }
        guard let text = tape.textOrNumber(found) else {
            throw ItemFault(.badTime, "the \(name) is no text; write it as 2026-03-27T16:50:00Z")
        }
        return try values.instant(text, named: name)
    }
}

extension SegmentItem {
    enum Name {
        static let type = JSONName("type")
        static let action = JSONName("action")
        static let messageID = JSONName("messageId")
        static let userID = JSONName("userId")
        static let anonymousID = JSONName("anonymousId")
        static let previousID = JSONName("previousId")
        static let groupID = JSONName("groupId")
        static let timestamp = JSONName("timestamp")
        static let originalTimestamp = JSONName("originalTimestamp")
        static let sentAt = JSONName("sentAt")
        static let event = JSONName("event")
        static let name = JSONName("name")
        static let properties = JSONName("properties")
        static let traits = JSONName("traits")
        static let context = JSONName("context")
        static let channel = JSONName("channel")
        static let userAgent = JSONName("userAgent")
        static let ip = JSONName("ip")
        static let locale = JSONName("locale")
        static let automated = JSONName("automated")
        static let active = JSONName("active")
        static let page = JSONName("page")
        static let path = JSONName("path")
        static let url = JSONName("url")
        static let title = JSONName("title")
        static let referrer = JSONName("referrer")
        static let campaign = JSONName("campaign")
        static let source = JSONName("source")
        static let medium = JSONName("medium")
        static let term = JSONName("term")
        static let content = JSONName("content")
    }
}
