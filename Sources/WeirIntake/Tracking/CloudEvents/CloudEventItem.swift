import Crypto
import WeirFacts

/// One CloudEvent. Its `type` names what happened, its `subject` who did it; `data` may say more.
struct CloudEventItem {
    let tape: JSONTape
    let node: JSONTape.Node
    let request: TrackingRequest
    private var values: ItemValues { ItemValues(limits: request.limits) }

    init(_ tape: JSONTape, _ node: JSONTape.Node, _ request: TrackingRequest) {
        self.tape = tape
        self.node = node
        self.request = request
    }

    var statedMessageID: String? { try? messageID() }

    func event(_ raw: [UInt8]) throws(ItemFault) -> TrackedEvent {
        let messageID = try messageID()
        guard let type = attribute(Name.type) else {
            throw ItemFault(.noEventName, "a CloudEvent needs the name of what happened in \"type\"")
        }
        guard attribute(Name.specversion)?.hasPrefix("1.") == true else {
            throw ItemFault(.badValue, "a CloudEvent needs \"specversion\": \"1.0\"")
        }
        let at = try values.instant(attribute(Name.time), named: "time")
        let clock = EventClock(receivedAt: request.receivedAt, limits: request.limits, isHistorical: true)
        let time = clock.time(originalAt: at, sentAt: nil)
        var event = TrackedEvent(
            messageID: messageID, kind: .track, name: try values.eventName(type), properties: data,
            at: time.at, originalAt: at, receivedAt: request.receivedAt, isFromFuture: time.isFromFuture, raw: raw,
            envelope: CloudEventRequest.kept)
        try identify(&event)
        let properties = event.properties
        event.page = TrackedPage(
            path: properties.words("path") ?? properties.words("url").flatMap(WebAddress.path(of:)),
            url: properties.words("url"), title: properties.words("title"), referrer: properties.words("referrer"))
        event.campaign = event.page.url.flatMap(WebAddress.campaign(in:))
        event.userAgent = properties.words("userAgent")
        return event
    }

    /// Two events are the same where `source` and `id` are.
    private func messageID() throws(ItemFault) -> String {
        guard let id = attribute(Name.id), let source = attribute(Name.source) else {
            throw ItemFault(.badMessageID, "a CloudEvent needs \"id\" and \"source\", which together name it")
        }
        let both = source + " " + id
        if both.unicodeScalars.count <= request.limits.messageIDCharacters { return both }
        return "sha256-" + AssignedIDs.hex(SHA256.hash(data: Array(both.utf8)).prefix(20))
    }

    /// By the data's `userId`, `anonymousId`, `groupId` and `email`, by extension attributes of the same names, and by
    /// the subject: an e-mail address, `accounts/ID`, `users/ID`, or else a user's id.
    private func identify(_ event: inout TrackedEvent) throws(ItemFault) {
        let said = event.properties
        event.userID = try values.id(said.words("userId") ?? attribute(Name.userID), named: "userId")
        event.anonymousID = try values.id(
            said.words("anonymousId") ?? attribute(Name.anonymousID), named: "anonymousId")
        event.groupID = try values.id(said.words("groupId") ?? attribute(Name.groupID), named: "groupId")
        if case .object(let traits)? = said["traits"] { event.contextTraits = traits }
        var email = said.words("email") ?? attribute(Name.email)
        if let subject = try values.id(attribute(Name.subject), named: "subject") {
            let (kind, id) = CloudEventItem.split(subject)
            switch kind {
            case .account: event.groupID = event.groupID ?? id
            case .user where TrackedEvent.address(id) != nil: email = email ?? id
            case .user: event.userID = event.userID ?? id
            }
        }
        if let email, event.contextTraits["email"] == nil {
            event.contextTraits.members.append(JSONObject.Member(name: "email", value: .text(email)))
        }
        guard event.personID != nil || event.email != nil || event.groupID != nil else {
            throw ItemFault(.noIdentity, "nobody is named; send who it was in \"subject\"")
        }
    }

    private enum Subject { case user, account }

    private static func split(_ subject: String) -> (Subject, String) {
        guard let slash = subject.firstIndex(of: "/"), slash != subject.startIndex else { return (.user, subject) }
        let id = String(subject[subject.index(after: slash)...])
        guard !id.isEmpty else { return (.user, subject) }
        switch subject[..<slash].lowercased() {
        case "account", "accounts", "company", "companies", "group", "groups": return (.account, id)
        case "user", "users", "person", "people", "contact", "contacts": return (.user, id)
        default: return (.user, subject)
        }
    }

    private var data: JSONObject {
        if let data = tape.member(node, Name.data) { return tape.object(data) }
        guard let text = attribute(Name.dataBase64), let bytes = Base64.decode(text),
            case .object(let object)? = try? JSONValue(parsing: bytes, limits: request.limits.json)
        else { return JSONObject() }
        return object
    }

    private func attribute(_ name: [UInt8]) -> String? {
        tape.textOrNumber(tape.member(node, name)).flatMap { $0.isEmpty ? nil : $0 }
    }

    private enum Name {
        static let specversion = Array("specversion".utf8)
        static let id = Array("id".utf8)
        static let source = Array("source".utf8)
        static let type = Array("type".utf8)
        static let subject = Array("subject".utf8)
        static let time = Array("time".utf8)
        static let data = Array("data".utf8)
        static let dataBase64 = Array("data_base64".utf8)
        static let userID = Array("userid".utf8)
        static let anonymousID = Array("anonymousid".utf8)
        static let groupID = Array("groupid".utf8)
        static let email = Array("email".utf8)
    }
}
