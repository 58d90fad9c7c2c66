import WeirFacts

/// One event of Snowplow's tracker protocol. All its values are texts, even its numbers.
struct SnowplowItem {
    let tape: JSONTape
    let node: JSONTape.Node
    let request: TrackingRequest
    private var values: ItemValues { ItemValues(limits: request.limits) }

    init(_ tape: JSONTape, _ node: JSONTape.Node, _ request: TrackingRequest) {
        self.tape = tape
        self.node = node
        self.request = request
    }

    var statedMessageID: String? { try? values.messageID(text(Name.eid), named: "eid") }

    func event(_ raw: [UInt8], _ assigned: inout AssignedIDs) throws(ItemFault) -> TrackedEvent {
        let statedID = try values.messageID(text(Name.eid), named: "eid")
        let content = try SnowplowContent(self)
        let trueAt = try values.instant(text(Name.ttm), named: "ttm")
        let createdAt = try values.instant(text(Name.dtm), named: "dtm")
        let sentAt = try values.instant(text(Name.stm), named: "stm")
        let clock = EventClock(receivedAt: request.receivedAt, limits: request.limits, isHistorical: trueAt != nil)
        let time = clock.time(originalAt: trueAt ?? createdAt, sentAt: sentAt)
        var event = TrackedEvent(
            messageID: "", kind: content.kind, name: try values.eventName(content.name),
            userID: try values.id(text(Name.uid), named: "uid"), anonymousID: try visitor(),
            properties: content.properties, page: page, channel: text(Name.platform), userAgent: userAgent,
            ip: text(Name.ip) ?? request.remoteAddress, locale: text(Name.lang), at: time.at,
            originalAt: trueAt ?? createdAt, sentAt: sentAt, receivedAt: request.receivedAt,
            isFromFuture: time.isFromFuture, raw: raw, envelope: SnowplowRequest.kept)
        event.campaign = event.page.url.flatMap(WebAddress.campaign(in:))
        guard event.personID != nil else {
            throw ItemFault(.noIdentity, "nobody is named; send \"uid\", \"duid\" or \"nuid\"")
        }
        event.messageID = statedID ?? assigned.id(of: raw, namesTime: createdAt != nil || trueAt != nil)
        return event
    }

    /// A member's text; `nil` where it is absent or empty.
    func text(_ name: [UInt8]) -> String? {
        tape.textOrNumber(tape.member(node, name)).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func visitor() throws(ItemFault) -> String? {
        for (name, key) in [("duid", Name.duid), ("nuid", Name.nuid), ("tnuid", Name.tnuid)] {
            if let id = try values.id(text(key), named: name) { return id }
        }
        return nil
    }

    private var page: TrackedPage {
        let url = text(Name.url)
        return TrackedPage(
            path: url.flatMap(WebAddress.path(of:)), url: url, title: text(Name.page), referrer: text(Name.refr))
    }

    private var userAgent: String? {
        text(Name.ua) ?? request.userAgent.flatMap { $0.hasPrefix("Mozilla/") ? $0 : nil }
    }

    enum Name {
        static let data = Array("data".utf8)
        static let schema = Array("schema".utf8)
        static let e = Array("e".utf8)
        static let eid = Array("eid".utf8)
        static let dtm = Array("dtm".utf8)
        static let stm = Array("stm".utf8)
        static let ttm = Array("ttm".utf8)
        static let uid = Array("uid".utf8)
        static let duid = Array("duid".utf8)
        static let nuid = Array("nuid".utf8)
        static let tnuid = Array("tnuid".utf8)
        static let url = Array("url".utf8)
        static let page = Array("page".utf8)
        static let refr = Array("refr".utf8)
        static let platform = Array("p".utf8)
        static let ua = Array("ua".utf8)
        static let ip = Array("ip".utf8)
        static let lang = Array("lang".utf8)
    }
}
