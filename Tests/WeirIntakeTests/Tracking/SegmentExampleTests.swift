import Foundation
import Testing
import WeirFacts
import WeirIntake
import WeirTestSupport

/// The example payloads of Segment's own specification (segmentio/segment-docs, CC BY 4.0).
@Suite("Every example of Segment's specification")
struct SegmentExampleTests {
    static let path = "data/tracking/segment_spec_payloads.jsonl"

    struct Example {
        var file: String
        var payload: String
        /// The same, as somebody else's reader has it.
        var object: [String: Any]
    }

    static func examples() throws -> [Example] {
        guard let path = ProjectFiles.shared(path) else { return [] }
        return try ProjectFiles.text(path).split(separator: "\n").map { line in
            let whole = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let mark = try #require(line.firstRange(of: "\"payload\": "))
            return Example(
                file: whole?["file"] as? String ?? "", payload: String(line[mark.upperBound...].dropLast()),
                object: whole?["payload"] as? [String: Any] ?? [:])
        }
    }

    @Test(.enabled(if: ProjectFiles.hasShared(path)))
    func eachIsUnderstood() throws {
        let examples = try Self.examples()
        #expect(examples.count == 77)
        var left: [String: [RejectedItem.Code]] = [:]
        for example in examples {
            let batch = try decode("/v1/batch", "{\"batch\":[\(example.payload)]}")
            #expect(batch.events.count + batch.rejected.count == 1)
            if let event = batch.events.first { compare(event, example) }
            for item in batch.rejected { left[example.file, default: []].append(item.code) }
        }
        // The shortest examples leave out who it was, and one shows only a part of a call.
        #expect(
            left == [
                "src/connections/spec/common.md": [.unknownType],
                "src/connections/spec/page.md": [.noIdentity],
                "src/connections/spec/screen.md": [.noIdentity],
                "src/connections/spec/track.md": [.noIdentity],
            ])
    }

    /// What the documentation calls the common fields is added to the examples that leave it out.
    @Test(.enabled(if: ProjectFiles.hasShared(path)))
    func thoseThatNameNobodyAreUnderstoodOnceTheyDo() throws {
        for example in try Self.examples() where example.object["type"] != nil || example.object["action"] != nil {
            let somebody = "{\"anonymousId\":\"507f191e810c19729de860ea\","
            let ids = example.object["userId"] ?? example.object["user_id"] ?? example.object["anonymousId"]
            let whole = ids == nil ? somebody + example.payload.dropFirst() : example.payload
            let batch = try decode("/v1/batch", "{\"batch\":[\(whole)]}")
            #expect(batch.rejected == [])
            compare(try #require(batch.events.first), example)
        }
    }

    private func compare(_ event: TrackedEvent, _ example: Example) {
        let object = example.object
        func text(_ names: String...) -> String? { names.lazy.compactMap { object[$0] as? String }.first }
        let context = object["context"] as? [String: Any] ?? [:]
        #expect(event.kind.rawValue == text("type", "action"))
        #expect(event.userID == text("userId", "user_id"))
        #expect(event.groupID == text("groupId") ?? context["groupId"] as? String)
        #expect(event.previousID == text("previousId"))
        if let id = text("messageId") { #expect(event.messageID == id) }
        #expect(event.name == text("event", "name") ?? "")
        #expect(event.userAgent == (context["userAgent"] ?? context["user_agent"]) as? String)
        #expect(event.ip == context["ip"] as? String)
        let campaign = context["campaign"] as? [String: Any]
        #expect(event.campaign?.name == campaign?["name"] as? String)
        #expect(event.campaign?.medium == campaign?["medium"] as? String)
        #expect(names(event.properties) == keys(object["properties"]))
        #expect(names(event.traits) == keys(object["traits"]))
        #expect(names(event.contextTraits) == keys(context["traits"]))
        #expect(event.raw == Array(example.payload.utf8) || text("anonymousId") == nil)
    }

    private func names(_ object: JSONObject) -> Set<String> { Set(object.members.map(\.name)) }
    private func keys(_ object: Any?) -> Set<String> { Set((object as? [String: Any] ?? [:]).keys) }
}
