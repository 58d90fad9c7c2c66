import Testing
import WeirFacts
import WeirIntake

@Suite("CloudEvents")
struct CloudEventTests {
    private func events(_ body: String) throws -> [TrackedEvent] { try decode("/v1/events", body).events }

    @Test func anEventInStructuredModeIsUnderstood() throws {
        let event = try #require(
            try events(
                """
                {"specversion":"1.0","id":"1","source":"/crm","type":"com.acme.demo_requested","subject":"users/u1",
                "time":"2026-03-27T11:00:00.123456+00:00","datacontenttype":"application/json",
                "data":{"form":"contact","email":"Ana@B.example","groupId":"g1","url":"https://b.example/contact?utm_source=x"}}
                """
            ).first)
        #expect(event.kind == .track)
        #expect(event.name == "com.acme.demo_requested")
        #expect(event.messageID == "/crm 1")
        #expect(event.userID == "u1")
        #expect(event.groupID == "g1")
        #expect(event.email == "ana@b.example")
        #expect(event.at.description == "2026-03-27T11:00:00.123Z")
        #expect(event.properties["form"] == .text("contact"))
        #expect(event.page.path == "/contact")
        #expect(event.campaign?.source == "x")
        let again = try TrackingDecoder.decode(raw: event.raw, envelope: event.envelope, receivedAt: received)
        #expect(again.events == [event])
    }

    static let subjects: [(subject: String, user: String?, group: String?, email: String?)] = [
        ("u1", "u1", nil, nil), ("users/u1", "u1", nil, nil), ("accounts/g1", nil, "g1", nil),
        ("Company/g 1", nil, "g 1", nil), ("Ana@b.example", nil, nil, "ana@b.example"),
        ("other/x", "other/x", nil, nil),
    ]

    @Test("the subject says who it was", arguments: subjects)
    func subject(subject: String, user: String?, group: String?, email: String?) throws {
        let event = try #require(
            try events(
                "[{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"\(subject)\"}]"
            ).first)
        #expect(event.userID == user)
        #expect(event.groupID == group)
        #expect(event.email == email)
    }

    @Test func anEventInBinaryModeIsTheSame() throws {
        var binary = try request("/v1/events", "{\"form\":\"contact\"}")
        binary.contentType = "application/json"
        binary.cloudEventHeaders = [
            .init(name: "Ce-Specversion", value: "1.0"), .init(name: "ce-id", value: "1"),
            .init(name: "ce-source", value: "/caf%C3%A9"), .init(name: "ce-type", value: "t"),
            .init(name: "ce-subject", value: "u1"),
        ]
        let event = try #require(try TrackingDecoder.decode(binary).events.first)
        #expect(event.messageID == "/café 1")
        #expect(event.properties["form"] == .text("contact"))
        let again = try TrackingDecoder.decode(raw: event.raw, envelope: event.envelope, receivedAt: received)
        #expect(again.events == [event])
    }

    @Test func dataMayComeInBase64AndLongNamesAreHashed() throws {
        let long = String(repeating: "s", count: 120)
        let event = try #require(
            try events(
                """
                {"specversion":"1.0","id":"1","source":"\(long)","type":"t","subject":"u","data_base64":"eyJhIjoxfQ=="}
                """
            ).first)
        #expect(event.properties["a"] == .number("1"))
        #expect(event.messageID.hasPrefix("sha256-"))
        #expect(event.messageID.utf8.count == 47)
    }

    static let bad: [(item: String, code: RejectedItem.Code)] = [
        ("{\"specversion\":\"1.0\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"u\"}", .badMessageID),
        ("{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"u\"}", .badMessageID),
        ("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"subject\":\"u\"}", .noEventName),
        ("{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"u\"}", .badValue),
        ("{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"u\"}", .badValue),
        ("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\"}", .noIdentity),
        (
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"u\",\"time\":\"x\"}",
            .badTime
        ),
        ("1", .notAnObject),
    ]

    @Test("a bad event is kept with the reason", arguments: bad)
    func rejected(item: String, code: RejectedItem.Code) throws {
        let batch = try decode("/v1/events", "[\(item)]")
        #expect(batch.events == [])
        #expect(batch.rejected.map(\.code) == [code])
    }
}
