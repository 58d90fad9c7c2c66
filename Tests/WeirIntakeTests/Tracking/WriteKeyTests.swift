import Testing
import WeirFacts
import WeirIntake

@Suite("Write keys")
struct WriteKeyTests {
    private func key(
        _ path: String = "/v1/batch", _ body: String = "{}", authorization: String? = nil,
        query: [TrackingRequest.Pair] = [], method: String = "POST"
    ) throws -> String? {
        var asked = try request(path, body, method: method)
        asked.authorization = authorization
        asked.query = query
        return TrackingDecoder.writeKey(of: asked)
    }

    @Test func aKeyIsTheUserOfBasic() throws {
        // "wk_1:" and, without the colon, "wk_1".
        #expect(try key(authorization: "Basic d2tfMTo=") == "wk_1")
        #expect(try key(authorization: "basic d2tfMQ==") == "wk_1")
        #expect(try key(authorization: "Basic d2tfMTpzZWNyZXQ=") == "wk_1")
        #expect(try key(authorization: "Basic Og==") == nil)
        #expect(try key(authorization: "Basic ***") == nil)
        #expect(try key(authorization: "Basic") == nil)
    }

    @Test func aKeyStandsInTheBody() throws {
        #expect(try key("/v1/t", "{\"event\":\"x\",\"writeKey\":\"wk_2\"}") == "wk_2")
        #expect(try key("/v1/b", "{\"batch\":[{\"writeKey\":\"wk_3\"},{\"writeKey\":\"other\"}]}") == "wk_3")
        #expect(try key("/v1/b", "{\"batch\":[],\"writeKey\":\"wk_2\"}", authorization: "Bearer tok") == "wk_2")
        #expect(try key("/v1/b", "{\"batch\":[]}", authorization: "Bearer tok") == "tok")
        #expect(try key("/v1/b", "not json") == nil)
        #expect(try key("/v1/b", "{\"batch\":[],\"writeKey\":7}") == nil)
        #expect(try key("/v1/b", "{\"batch\":[]}", query: [.init(name: "writeKey", value: "q")]) == "q")
    }

    @Test func aSnowplowTrackerHasItInItsAppID() throws {
        #expect(
            try key("/com.snowplowanalytics.snowplow/tp2", "{\"data\":[{\"e\":\"pv\",\"aid\":\"wk_4\"}]}") == "wk_4")
        #expect(try key("/i", "", query: [.init(name: "aid", value: "wk_5")], method: "GET") == "wk_5")
    }
}
