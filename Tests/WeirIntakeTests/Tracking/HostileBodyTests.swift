import Testing
import WeirFacts
import WeirIntake
import WeirTestSupport

@Suite("Bodies that nobody should send")
struct HostileBodyTests {
    static let seeds = [
        """
        {"batch":[{"type":"track","event":"A","userId":"u","timestamp":"2026-03-27T11:00:00.5Z","context":{"page":{"url":"https://b.example/x?utm_source=%zz"},
        "traits":{"email":"a@b.example"},"campaign":{"name":"c"}},"properties":{"a":[1,{"b":"\\u00e4\\ud83d"}]}},
        {"type":"group","groupId":7,"traits":{"employees":"1-2","website":"b.example"}}],"sentAt":"2026-03-27T11:00:01Z"}
        """,
        """
        {"schema":"x","data":[{"e":"ue","duid":"d","ue_px":"eyJkYXRhIjp7InNjaGVtYSI6ImlnbHU6YS9iL2MvMSIsImRhdGEiOnt9fX0=","dtm":"1774609200000","stm":"9"}]}
        """,
        """
        [{"specversion":"1.0","id":"1","source":"s","type":"t","subject":"users/u","time":"2026-03-27T11:00:00Z","data":{"email":"a@b.example"}}]
        """,
    ]
    static let paths = ["/v1/batch", "/com.snowplowanalytics.snowplow/tp2", "/v1/events"]

    /// Every item is accounted for, whatever is sent, and what is kept can be decoded again to the same.
    @Test("damaged bodies are refused or taken apart, never lost", arguments: [UInt64(31), 32, 33])
    func damage(seed: UInt64) throws {
        var chance = SeededChance(seed)
        let reading = TraitReading { _ in "b.example" }
        var (decoded, refused) = (0, 0)
        for round in 0..<3000 {
            let which = round % 3
            var body = Array(Self.seeds[which].utf8)
            for _ in 0...chance.below(3) { damage(&body, &chance) }
            guard let endpoint = TrackingEndpoint(path: Self.paths[which], method: "POST") else { continue }
            let request = TrackingRequest(endpoint: endpoint, body: body, receivedAt: received)
            _ = TrackingDecoder.writeKey(of: request)
            guard let batch = try? TrackingDecoder.decode(request) else {
                refused += 1
                continue
            }
            decoded += 1
            for event in batch.events {
                #expect(event.at <= received, "seed \(seed), round \(round)")
                #expect(event.personID != nil || event.email != nil || event.groupID != nil)
                _ = event.facts(reading)
                let again = try TrackingDecoder.decode(raw: event.raw, envelope: event.envelope, receivedAt: received)
                #expect(again.events.first == event, "seed \(seed), round \(round)")
            }
            for item in batch.rejected where item.code != .notAnObject {
                let again = try TrackingDecoder.decode(raw: item.raw, envelope: item.envelope, receivedAt: received)
                #expect(again.rejected.map(\.code) == [item.code], "seed \(seed), round \(round)")
            }
        }
        #expect(decoded > 300 && refused > 300, "\(decoded) \(refused)")
    }

    private func damage(_ body: inout [UInt8], _ chance: inout SeededChance) {
        let place = chance.below(body.count)
        switch chance.below(5) {
        case 0: body[place] = UInt8(chance.below(256))
        case 1: body.remove(at: place)
        case 2: body.insert(chance.pick(Array("\"{}[],:\\0-e".utf8)), at: place)
        case 3:
            let digits = Array("0123456789".utf8)
            body = body.map { digits.contains($0) && chance.isTrue(percent: 10) ? chance.pick(digits) : $0 }
        default:
            let end = min(body.count, place + chance.below(20))
            body.removeSubrange(place..<end)
        }
    }

    @Test func manyMembersCostLittle() throws {
        let members = (0..<3000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let item =
            "{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\(members),\"e_mail\":1,\"email\":\"a@b.example\"}}"
        let batch = try decode("/v1/batch", "{\"batch\":[\(item)]}", limits: .rudderstack)
        let event = try #require(batch.events.first)
        #expect(event.email == "a@b.example")
        #expect(event.facts(TraitReading { _ in "b.example" }).account?.domain == "b.example")
    }
}
