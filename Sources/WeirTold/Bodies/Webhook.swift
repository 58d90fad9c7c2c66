import Crypto
import Foundation
import WeirFacts

/// What a webhook is signed with: 24 to 64 bytes that only the receiver knows, written `whsec_` and base64.
public struct WebhookSecret: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Returns: `nil` for fewer than 24 or more than 64 bytes.
    public init?(bytes: [UInt8]) {
        guard (24...64).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// - Returns: `nil` for a text that is none.
    public init?(_ text: String) {
        let encoded = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
        guard let data = Data(base64Encoded: encoded) else { return nil }
        self.init(bytes: Array(data))
    }

    public var text: String { "whsec_" + Data(bytes).base64EncodedString() }

    /// `v1,` and base64 of HMAC-SHA256 over `id.seconds.body`, as Standard Webhooks 1.0.0 has it.
    public func signature(id: String, seconds: Int64, body: [UInt8]) -> String {
        let signed = Data("\(id).\(seconds).".utf8) + Data(body)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: bytes))
        return "v1," + Data(code).base64EncodedString()
    }
}

/// A notice as a program receives it: a Standard Webhooks body that is a CloudEvents 1.0 event in structured form, too.
public struct Webhook: Hashable, Sendable {
    public let body: [UInt8]
    public let messageID: String

    public static let contentType = "application/cloudevents+json; charset=utf-8"

    /// - Parameters:
    ///   - names: put in only where the destination is to know them.
    ///   - base: this installation's address, which is the event's `source`.
    public init(_ notice: Notice, _ names: NoticeNames = NoticeNames(), base: String?) {
        let matter = notice.matter
        messageID = notice.messageID
        let time = JSONText.text(notice.at.description)
        let subject = matter.handOff ?? matter.destination ?? matter.buyer ?? matter.account
        let words = NoticeWords(notice, NoticeNames(), base: base)
        let data = JSONText.object([
            ("notice", .text(notice.id)), ("hand_off", matter.handOff.map(JSONText.text)),
            ("buyer", matter.buyer.map(JSONText.text)), ("account", matter.account.map(JSONText.text)),
            ("buyer_name", names.person.map { .text(NoticeWords.plain($0, 200)) }),
            ("buyer_title", names.title.map { .text(NoticeWords.plain($0, 200)) }),
            ("account_name", names.account.map { .text(NoticeWords.plain($0, 200)) }),
            ("team", matter.team.map(JSONText.text)), ("owner", matter.owner.map(JSONText.text)),
            ("previous_owner", matter.previousOwner.map(JSONText.text)),
            ("raised_hand", matter.raisedHand.map(JSONText.yesNo)),
            ("milestone", matter.milestone.map(JSONText.text)),
            ("due_at", matter.dueAt.map { .text($0.description) }), ("by", matter.by.map(JSONText.text)),
            ("reason", matter.reason.map { .text(NoticeWords.plain($0, 1000)) }),
            ("destination", matter.destination.map(JSONText.text)), ("url", words.address.map(JSONText.text)),
        ])
        body =
            JSONText.object([
                ("specversion", "1.0"), ("id", .text(notice.messageID)), ("source", .text(base ?? "/weir")),
                ("type", .text(notice.kind.rawValue)), ("subject", subject.map(JSONText.text)), ("time", time),
                ("timestamp", time), ("datacontenttype", "application/json"), ("data", data),
            ]).bytes
    }

    /// The headers of one attempt.
    /// - Parameter secrets: the current one, and the one before while receivers change over.
    public func headers(at now: Instant, secrets: [WebhookSecret]) -> [(name: String, value: String)] {
        let seconds = floorDivide(now.milliseconds, by: 1000)
        let signatures = secrets.map { $0.signature(id: messageID, seconds: seconds, body: body) }
        return [
            ("content-type", Webhook.contentType), ("webhook-id", messageID), ("webhook-timestamp", "\(seconds)"),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
