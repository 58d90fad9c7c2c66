import Testing
import WeirFacts
import WeirIntake

@Suite("Segment's calls")
struct SegmentTests {
    // MARK: Addresses

    @Test func addressesAreThoseOfTheClients() {
        func endpoint(_ path: String, _ method: String = "POST") -> TrackingEndpoint? {
            TrackingEndpoint(path: path, method: method)
        }
        #expect(endpoint("/v1/identify") == .single(.identify))
        #expect(endpoint("/v1/t") == .single(.track))
        #expect(["i", "g", "t", "p", "s", "a"].map { endpoint("/v1/" + $0) }.contains(nil) == false)
        #expect(endpoint("/v1/b") == .batch)
        #expect(endpoint("/v1/batch/") == .batch)
        #expect(endpoint("/v1/import") == .historical)
        #expect(endpoint("/i", "GET") == .snowplowPixel)
        #expect(endpoint("/com.snowplowanalytics.snowplow/tp2") == .snowplow)
        #expect(endpoint("/v1/events") == .cloudEvents)
        #expect(endpoint("/v1/track", "GET") == nil)
        #expect(endpoint("/v1/tr") == nil)
        #expect(endpoint("/v1/") == nil)
        #expect(endpoint("/") == nil)
        for (method, path) in TrackingEndpoint.addresses { #expect(endpoint(path, method) != nil) }
        #expect(TrackingEndpoint.addresses.count == 18)
    }

    @Test func theAddressSaysTheKindWhateverTheTypeSays() throws {
        let batch = try decode("/v1/p", "{\"type\":\"track\",\"anonymousId\":\"a\",\"name\":\"Home\"}")
        #expect(batch.events.map(\.kind) == [.page])
        #expect(batch.events.map(\.name) == ["Home"])
    }

    // MARK: Time

    @Test("a sender's wrong clock does no harm")
    func skew() throws {
        let item = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-27T14:59:50Z\"}"
        let batch = try decode("/v1/batch", "{\"batch\":[\(item)],\"sentAt\":\"2026-03-27T15:00:00.500Z\"}")
        let event = try #require(batch.events.first)
        #expect(event.at == Instant(milliseconds: received.milliseconds - 10_500))
        #expect(event.originalAt?.description == "2026-03-27T14:59:50Z")
        #expect(event.sentAt?.description == "2026-03-27T15:00:00.500Z")
        #expect(event.receivedAt == received)
        #expect(!event.isFromFuture)
    }

    static let times: [(timestamp: String?, sentAt: String?, at: String, isFromFuture: Bool)] = [
        (nil, nil, "2026-03-27T12:00:00Z", false),
        (nil, "2026-03-27T11:00:00Z", "2026-03-27T12:00:00Z", false),
        ("2026-03-27T11:00:00Z", nil, "2026-03-27T11:00:00Z", false),
        // A past event, sent now.
        ("2024-01-01T00:00:00Z", "2026-03-27T12:00:00Z", "2024-01-01T00:00:00Z", false),
        // A clock that lags by a day and an hour.
        ("2026-03-26T10:00:00Z", "2026-03-26T11:00:00Z", "2026-03-27T11:00:00Z", false),
        // A clock that was never set.
        ("1970-01-01T00:00:10Z", "1970-01-01T00:00:20Z", "2026-03-27T11:59:50Z", false),
        // A clock ahead by years.
        ("2030-01-01T00:00:00Z", "2030-01-01T00:01:00Z", "2026-03-27T11:59:00Z", false),
        // A stored event sent again: both times are old, and believed.
        ("2025-06-01T08:00:00Z", "2025-06-01T08:00:05Z", "2025-06-01T08:00:00Z", false),
        // From the future.
        ("2026-03-27T12:00:30Z", nil, "2026-03-27T12:00:00Z", false),
        ("2026-03-28T00:00:00Z", nil, "2026-03-27T12:00:00Z", true),
        ("2026-03-27T11:59:00Z", "2026-03-27T11:00:00Z", "2026-03-27T12:00:00Z", true),
        // As clients write it.
        ("2026-03-27T11:00:00.123456+00:00", "2026-03-27T12:00:00Z", "2026-03-27T11:00:00.123Z", false),
        ("2026-03-27T13:00:00+02:00", nil, "2026-03-27T11:00:00Z", false),
        ("1774609200000", nil, "2026-03-27T11:00:00Z", false),
    ]

    @Test("when it happened", arguments: times)
    func time(timestamp: String?, sentAt: String?, at: String, isFromFuture: Bool) throws {
        let own = timestamp.map { ",\"timestamp\":\"\($0)\"" } ?? ",\"timestamp\":null"
        let sent = sentAt.map { ",\"sentAt\":\"\($0)\"" } ?? ""
        let event = try event("{\"type\":\"page\",\"userId\":\"u\"\(own)\(sent)}")
        #expect(event.at.description == at)
        #expect(event.isFromFuture == isFromFuture)
    }

    @Test func pastEventsOfAnImportKeepTheirTimes() throws {
        let body = """
            {"batch":[{"type":"page","userId":"u","timestamp":"2026-03-27T10:00:00Z"}],"sentAt":"2026-03-27T11:00:00Z"}
            """
        #expect(try decode("/v1/import", body).events.first?.at.description == "2026-03-27T10:00:00Z")
        #expect(try decode("/v1/batch", body).events.first?.at.description == "2026-03-27T11:00:00Z")
    }

    // MARK: Message ids

    @Test func anEventWithoutAnIDGetsTheSameInARetry() throws {
        let timed = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-27T10:00:00Z\"}"
        let other = "{\"type\":\"page\",\"userId\":\"v\",\"timestamp\":\"2026-03-27T10:00:00Z\"}"
        func ids(_ items: [String], _ at: Instant = received) throws -> [String] {
            try decode("/v1/batch", "{\"batch\":[\(items.joined(separator: ","))]}", at: at).events.map(\.messageID)
        }
        let dayLater = Instant(milliseconds: received.milliseconds + 86_400_000)
        let first = try ids([timed, other, timed])
        #expect(Set(first).count == 3)
        #expect(first.allSatisfy { $0.hasPrefix("sha256-") && $0.utf8.count == 47 })
        // The same whatever it is sent with, and whenever.
        #expect(try ids([other, timed, timed], dayLater) == [first[1], first[0], first[2]])
        // Nothing in it tells today's from tomorrow's: only what comes within the hour is a retry.
        let untimed = "{\"type\":\"page\",\"userId\":\"u\"}"
        let soon = Instant(milliseconds: received.milliseconds + 60_000)
        #expect(try ids([untimed]) == ids([untimed], soon))
        #expect(try ids([untimed]) != ids([untimed], dayLater))
    }

    @Test func idsMayBeNumbersAndNulls() throws {
        let event = try event(
            "{\"type\":\"track\",\"event\":\"X\",\"userId\":12345678901234567890,\"anonymousId\":null,\"messageId\":7}")
        #expect(event.userID == "12345678901234567890")
        #expect(event.anonymousID == nil)
        #expect(event.messageID == "7")
    }

    // MARK: What a batch says for all

    @Test func theBatchSaysWhatItsItemsDoNot() throws {
        let body = """
            {"context":{"ip":"1.2.3.4","locale":"de","groupId":"g1","traits":{"email":"A@b.example"},"active":false,
            "page":{"url":"https://b.example/x/y?utm_source=news&utm_campaign=Spring%20Sale+1#z"}},
            "batch":[{"type":"track","event":"A","userId":"u","context":{"locale":"fr","page":{"title":"T"}}},
            {"type":"page","userId":"u","properties":{"path":"/own"},"context":{"active":true,"campaign":{"name":"C"}}}]}
            """
        let batch = try decode("/v1/batch", body)
        let (first, second) = (try #require(batch.events.first), try #require(batch.events.last))
        #expect(first.locale == "fr")
        #expect(second.locale == "de")
        #expect(first.ip == "1.2.3.4")
        #expect(first.groupID == "g1")
        #expect(first.email == "a@b.example")
        #expect(!first.isActive)
        #expect(second.isActive)
        #expect(first.page.title == "T")
        #expect(first.page.path == "/x/y")
        #expect(first.campaign == TrackedCampaign(name: "Spring Sale 1", source: "news"))
        #expect(second.page.path == "/own")
        #expect(second.campaign == TrackedCampaign(name: "C"))
    }

    @Test("what is kept of an event is enough to decode it again")
    func again() throws {
        let body = """
            {"context":{"ip":"1.2.3.4","traits":{"email":"a@b.example"}},"sentAt":"2026-03-27T11:59:59Z",
            "batch":[{"type":"track","event":"A","userId":"u","timestamp":"2026-03-27T11:00:00Z","properties":{"ä":"\\u00e4"}},
            {"type":"track","event":"","userId":"u"}]}
            """
        let batch = try decode("/v1/batch", body)
        let event = try #require(batch.events.first)
        let again = try TrackingDecoder.decode(raw: event.raw, envelope: event.envelope, receivedAt: event.receivedAt)
        #expect(again.events == [event])
        let item = try #require(batch.rejected.first)
        let rejected = try TrackingDecoder.decode(raw: item.raw, envelope: item.envelope, receivedAt: received)
        #expect(rejected.rejected.map(\.code) == [.noEventName])

        var single = try request("/v1/p", "{\"userId\":\"u\"}")
        single.userAgent = "Mozilla/5.0 \"x\""
        let page = try #require(try TrackingDecoder.decode(single).events.first)
        #expect(page.userAgent == "Mozilla/5.0 \"x\"")
        let pageAgain = try TrackingDecoder.decode(raw: page.raw, envelope: page.envelope, receivedAt: received)
        #expect(pageAgain.events == [page])
        let past = try #require(
            try decode(
                "/v1/import",
                "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\",\"sentAt\":\"2026-03-26\"}]}"
            ).events.first)
        let pastAgain = try TrackingDecoder.decode(raw: past.raw, envelope: past.envelope, receivedAt: received)
        #expect(pastAgain.events.first?.at.description == "2026-03-01T00:00:00Z")
    }

    // MARK: Refusing

    @Test func whoeverAsksNotToBeTrackedIsNot() throws {
        var asked = try request("/v1/b", "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"},{}]}")
        asked.asksNotToBeTracked = true
        let batch = try TrackingDecoder.decode(asked)
        #expect(batch.events.isEmpty && batch.rejected.isEmpty)
        #expect(batch.optedOut == 2)
    }

    static let bad: [(item: String, code: RejectedItem.Code, says: String)] = [
        ("7", .notAnObject, "JSON object"),
        ("{\"userId\":\"u\"}", .unknownType, "no type"),
        ("{\"type\":\"trak\",\"userId\":\"u\"}", .unknownType, "\"trak\""),
        ("{\"type\":\"track\",\"userId\":\"u\"}", .noEventName, "\"event\""),
        ("{\"type\":\"track\",\"userId\":\"u\",\"event\":{}}", .badValue, "name"),
        ("{\"type\":\"track\",\"event\":\"x\"}", .noIdentity, "\"userId\" or \"anonymousId\""),
        ("{\"type\":\"track\",\"event\":\"x\",\"userId\":true}", .badID, "userId"),
        ("{\"type\":\"track\",\"event\":\"x\",\"userId\":1.5}", .badID, "userId"),
        ("{\"type\":\"group\",\"userId\":\"u\"}", .noGroupID, "\"groupId\""),
        ("{\"type\":\"group\",\"userId\":\"u\",\"groupId\":\"null\"}", .noGroupID, "\"null\" is nobody's id"),
        ("{\"type\":\"alias\",\"userId\":\"u\"}", .noPreviousID, "\"previousId\""),
        ("{\"type\":\"alias\",\"previousId\":\"u\"}", .noUserID, "\"userId\""),
        (
            "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"" + String(repeating: "x", count: 101) + "\"}",
            .badMessageID, "100"
        ),
        ("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":[]}", .badMessageID, "messageId"),
        ("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"yesterday\"}", .badTime, "in timestamp, \"yesterday\""),
        ("{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-02-30\"}", .badTime, "does not exist"),
        ("{\"type\":\"page\",\"userId\":\"u\",\"sentAt\":[]}", .badTime, "sentAt"),
        ("{\"type\":\"page\",\"userId\":\"" + String(repeating: "x", count: 1025) + "\"}", .badID, "1024"),
        (
            "{\"type\":\"page\",\"userId\":\"u\",\"x\":\"" + String(repeating: "x", count: 33_000) + "\"}", .tooLarge,
            "32768"
        ),
    ]

    @Test("a bad item is kept with the reason, the good ones beside it go in", arguments: bad)
    func rejected(item: String, code: RejectedItem.Code, says: String) throws {
        let good = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"good\"}"
        let batch = try decode("/v1/batch", "{\"batch\":[\(good),\(item),\(good)]}")
        #expect(batch.events.map(\.messageID) == ["good", "good"])
        let rejected = try #require(batch.rejected.first)
        #expect(batch.rejected.count == 1)
        #expect(rejected.index == 1)
        #expect(rejected.code == code)
        #expect(rejected.reason.contains(says), "\(rejected.reason)")
        #expect(rejected.raw == Array(item.utf8))
    }

    @Test func bytesThatAreNoTextSpoilOnlyTheirItem() throws {
        let body =
            Array("{\"batch\":[{\"type\":\"page\",\"userId\":\"ü\"},{\"type\":\"page\",\"userId\":\"".utf8) + [
                0xFF, 0xC0,
            ]
            + Array("\"}]}".utf8)
        let batch = try TrackingDecoder.decode(
            TrackingRequest(endpoint: .batch, body: body, receivedAt: received))
        #expect(batch.events.map(\.userID) == ["ü"])
        #expect(batch.rejected.map(\.code) == [.notUTF8])
    }

    static let refused: [(path: String, body: String, code: TrackingError.Code)] = [
        ("/v1/batch", "", .emptyBody),
        ("/v1/batch", " \n", .emptyBody),
        ("/v1/batch", "{\"batch\":[", .badJSON),
        ("/v1/batch", "[]", .badEnvelope),
        ("/v1/batch", "{}", .noBatch),
        ("/v1/batch", "{\"batch\":{}}", .noBatch),
        ("/v1/batch", "{\"batch\":[" + String(repeating: "1,", count: 5000) + "1]}", .tooManyEvents),
        ("/v1/batch", "{\"batch\":[" + String(repeating: "1,", count: 90_000) + "1]}", .tooManyValues),
        ("/v1/batch", "{\"batch\":[\"" + String(repeating: "x", count: 512_000) + "\"]}", .bodyTooLarge),
        ("/v1/batch", String(repeating: "[", count: 100_000), .tooDeep),
        ("/v1/batch", "{\"batch\":" + String(repeating: "{\"a\":", count: 40), .tooDeep),
        ("/v1/t", "[]", .badEnvelope),
        ("/v1/t", "{\"event\":\"" + String(repeating: "x", count: 33_000) + "\"}", .eventTooLarge),
        ("/com.snowplowanalytics.snowplow/tp2", "{\"schema\":\"x\"}", .badEnvelope),
        ("/v1/events", "7", .badEnvelope),
    ]

    @Test("a request that cannot be read is refused with a status that clients do not retry", arguments: refused)
    func refusal(path: String, body: String, code: TrackingError.Code) throws {
        let error = #expect(throws: TrackingError.self) { try decode(path, body) }
        #expect(error?.code == code)
        #expect(error?.status == 400)
        #expect(error?.message.isEmpty == false)
    }

    @Test func aRouterOfLargeEventsHasItsOwnLimits() throws {
        let item = "{\"type\":\"page\",\"userId\":\"u\",\"x\":\"" + String(repeating: "x", count: 1_000_000) + "\"}"
        let batch = try decode("/v1/batch", "{\"batch\":[\(item)]}", limits: .rudderstack)
        #expect(batch.events.count == 1)
    }
}
