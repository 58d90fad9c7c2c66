import Testing
import WeirFacts
import WeirIntake

@Suite("Snowplow's trackers")
struct SnowplowTests {
    /// What snowplow-tracker 1.1.0 for Python posted on 2026-11-22, byte for byte.
    static let posted = """
        {"schema": "iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4", "data": [
        {"e": "pv", "url": "https://x.example/pricing?utm_campaign=c", "page": "Pricing", "refr": "https://g\
        .example", "p": "pc", "uid": "u1", "duid": "d1", "ua": "Mozilla/5.0", "lang": "de", "eid": "28e1e071\
        -db57-45a7-89a6-d083f5bd5123", "dtm": "1795328655757", "tv": "py-1.1.0", "tna": "ns", "aid": "wk_1",\
         "stm": "1795328655000"},
        {"e": "ue", "ue_px": "eyJzY2hlbWEiOiAiaWdsdTpjb20uc25vd3Bsb3dhbmFseXRpY3Muc25vd3Bsb3cvdW5zdHJ1Y3RfZX\
        ZlbnQvanNvbnNjaGVtYS8xLTAtMCIsICJkYXRhIjogeyJzY2hlbWEiOiAiaWdsdTpjb20uYWNtZS9kZW1vX3JlcXVlc3RlZC9qc2\
        9uc2NoZW1hLzEtMC0wIiwgImRhdGEiOiB7ImZvcm0iOiAiY29udGFjdCIsICJuIjogM319fQ==", "cx": "eyJzY2hlbWEiOiAi\
        aWdsdTpjb20uc25vd3Bsb3dhbmFseXRpY3Muc25vd3Bsb3cvY29udGV4dHMvanNvbnNjaGVtYS8xLTAtMSIsICJkYXRhIjogW3si\
        c2NoZW1hIjogImlnbHU6Y29tLmFjbWUvdXNlci9qc29uc2NoZW1hLzEtMC0wIiwgImRhdGEiOiB7InRpZXIiOiAiZ29sZCJ9fV19\
        ", "p": "pc", "uid": "u1", "duid": "d1", "ua": "Mozilla/5.0", "lang": "de", "eid": "a1f70dd8-aebf-47\
        46-926b-962f4fc170da", "dtm": "1795328655757", "tv": "py-1.1.0", "tna": "ns", "aid": "wk_1", "stm": \
        "1795328655000"},
        {"e": "se", "se_ca": "shop", "se_ac": "add-to-basket", "se_la": "l", "se_pr": "pcs", "se_va": "2", "\
        p": "pc", "uid": "u1", "duid": "d1", "ua": "Mozilla/5.0", "lang": "de", "eid": "a23bc835-e74f-45c1-9\
        04a-756b4ba509ed", "dtm": "1795328655757", "tv": "py-1.1.0", "tna": "ns", "aid": "wk_1", "stm": "179\
        5328655000"},
        {"e": "ue", "ue_px": "eyJzY2hlbWEiOiAiaWdsdTpjb20uc25vd3Bsb3dhbmFseXRpY3Muc25vd3Bsb3cvdW5zdHJ1Y3RfZX\
        ZlbnQvanNvbnNjaGVtYS8xLTAtMCIsICJkYXRhIjogeyJzY2hlbWEiOiAiaWdsdTpjb20uc25vd3Bsb3dhbmFseXRpY3MubW9iaW\
        xlL3NjcmVlbl92aWV3L2pzb25zY2hlbWEvMS0wLTAiLCAiZGF0YSI6IHsiaWQiOiAiczEiLCAibmFtZSI6ICJIb21lIn19fQ==",\
         "p": "pc", "uid": "u1", "duid": "d1", "ua": "Mozilla/5.0", "lang": "de", "eid": "416a1d98-709e-49fb\
        -adda-00600974fe95", "dtm": "1795328655757", "tv": "py-1.1.0", "tna": "ns", "aid": "wk_1", "stm": "1\
        795328655000"}]}
        """
    static let arrived = Instant(milliseconds: 1_795_328_656_000)

    @Test func everyKindOfATrackersEventsIsUnderstood() throws {
        let batch = try decode("/com.snowplowanalytics.snowplow/tp2", Self.posted, at: Self.arrived)
        #expect(batch.rejected == [])
        #expect(batch.events.map(\.kind) == [.page, .track, .track, .screen])
        #expect(batch.events.map(\.name) == ["Pricing", "demo_requested", "add-to-basket", "Home"])
        #expect(batch.events.allSatisfy { $0.userID == "u1" && $0.anonymousID == "d1" && $0.locale == "de" })
        let page = try #require(batch.events.first)
        #expect(page.messageID == "28e1e071-db57-45a7-89a6-d083f5bd5123")
        #expect(
            page.page
                == TrackedPage(
                    path: "/pricing", url: "https://x.example/pricing?utm_campaign=c", title: "Pricing",
                    referrer: "https://g.example"))
        #expect(page.campaign == TrackedCampaign(name: "c"))
        #expect(page.userAgent == "Mozilla/5.0")
        // The tracker cuts its time of sending to the second, so events seem to happen after it.
        #expect(page.at == Self.arrived)
        #expect(!page.isFromFuture)
        #expect(page.originalAt == Instant(milliseconds: 1_795_328_655_757))
        let demo = batch.events[1].properties
        #expect(demo["form"] == .text("contact"))
        #expect(demo["n"] == .number("3"))
        #expect(demo.value(at: "contexts.user.tier") == .text("gold"))
        #expect(batch.events[2].properties["category"] == .text("shop"))
        #expect(batch.events[2].properties["value"] == .text("2"))
    }

    @Test func aPixelIsTheSameEvent() throws {
        var pixel = try request("/i", "", method: "GET")
        pixel.query = [
            .init(name: "e", value: "ue"), .init(name: "duid", value: "d1"), .init(name: "eid", value: "x\"1"),
            .init(
                name: "ue_pr",
                value:
                    "{\"schema\":\"s\",\"data\":{\"schema\":\"iglu:a/link_click/jsonschema/1-0-1\",\"data\":{\"t\":1}}}"
            ),
            .init(name: "ttm", value: "1774600000000"), .init(name: "e", value: "pv"),
        ]
        let event = try #require(try TrackingDecoder.decode(pixel).events.first)
        #expect(event.name == "link_click")
        #expect(event.messageID == "x\"1")
        #expect(event.at == Instant(milliseconds: 1_774_600_000_000))
        let again = try TrackingDecoder.decode(raw: event.raw, envelope: event.envelope, receivedAt: received)
        #expect(again.events == [event])
    }

    static let bad: [(item: String, code: RejectedItem.Code)] = [
        ("{\"duid\":\"d\"}", .unknownType),
        ("{\"e\":\"xx\",\"duid\":\"d\"}", .unknownType),
        ("{\"e\":\"pv\"}", .noIdentity),
        ("{\"e\":\"se\",\"duid\":\"d\"}", .noEventName),
        ("{\"e\":\"ue\",\"duid\":\"d\"}", .noEventName),
        ("{\"e\":\"ue\",\"duid\":\"d\",\"ue_px\":\"!!\"}", .badValue),
        ("{\"e\":\"ue\",\"duid\":\"d\",\"ue_pr\":\"{\\\"data\\\":{}}\"}", .noEventName),
        ("{\"e\":\"pv\",\"duid\":\"d\",\"dtm\":\"noon\"}", .badTime),
        ("[]", .notAnObject),
    ]

    @Test("a bad event is kept with the reason", arguments: bad)
    func rejected(item: String, code: RejectedItem.Code) throws {
        let batch = try decode("/com.snowplowanalytics.snowplow/tp2", "{\"data\":[\(item)]}")
        #expect(batch.events == [])
        #expect(batch.rejected.map(\.code) == [code])
    }
}
