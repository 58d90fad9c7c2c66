import Testing
import WeirApp
import WeirTestSupport
import WeirWeb

@Suite("Where events come in", .timeLimit(.minutes(20)))
struct TrackingDoorTests {
    private let event = #"{"type":"track","event":"Demo Requested","userId":"u1","messageId":"m1"}"#

    /// `Basic` authorization of a write key.
    private func basic(_ key: String) -> [String: String] {
        ["Authorization": "Basic " + Base64Text.encode(Array("\(key):".utf8))]
    }

    @Test func whatIsOnDiskIsAnsweredWithExactly200() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1")
        let batch = "{\"batch\":[\(event)]}"
        for path in ["/v1/batch", "/v1/b"] {
            let answer = try await server.ask("POST", path, basic("key-1"), json: batch)
            #expect(answer.status == 200 && answer.text == #"{"success":true}"#, "\(path) \(answer.text)")
        }
        let bodyKey = #"{"type":"track","event":"x","userId":"u","messageId":"m2","writeKey":"key-1"}"#
        for type in ["text/plain", "text/plain;charset=UTF-8", "application/json"] {
            let answer = try await server.ask("POST", "/v1/t", ["Content-Type": type], body: Array(bodyKey.utf8))
            #expect(answer.status == 200, "\(type) \(answer.text)")
        }
        #expect(try await server.ask("POST", "/v1/track", body: Array(bodyKey.utf8)).status == 200)
        #expect(server.house.state.withLock { $0.messages.count } == 2)
    }

    @Test func errorsCarryCodeAndMessageForEveryClient() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1")
        let unknown = try await server.ask("POST", "/v1/batch", basic("nobody"), json: "{\"batch\":[]}")
        #expect(unknown.status == 401 && unknown.code == "unknown_write_key")
        let broken = try await server.ask("POST", "/v1/batch", basic("key-1"), json: "{\"batch\":[")
        #expect(broken.status == 400 && broken.code == "bad_json")
        for answer in [unknown, broken] {
            #expect(answer.json["message"] is String && answer.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func whatCannotBePutOnDiskNowIsAskedForAgain() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1")
        for code in [ServiceError.Code.overloaded, .unavailable] {
            server.house.state.withLock { $0.trouble = ServiceError(code, "not now", retryAfterSeconds: 7) }
            let answer = try await server.ask("POST", "/v1/batch", basic("key-1"), json: "{\"batch\":[\(event)]}")
            #expect(answer.status == 503 && answer.headers["retry-after"] == "7" && answer.json["message"] is String)
            #expect(try await server.ask("GET", "/readyz").status == 503)
        }
        server.house.state.withLock { $0.trouble = nil }
        #expect(try await server.ask("GET", "/readyz").status == 200)
        #expect(server.house.state.withLock { $0.messages.isEmpty })
    }

    @Test func browsersMaySendFromAllowedPagesOnly() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1", TrackingSourceSettings(allowedOrigins: ["https://www.example.com"]))
        let body = Array(#"{"type":"page","anonymousId":"a","writeKey":"key-1"}"#.utf8)
        for (origin, status) in [("https://www.example.com", 200), ("https://evil.example", 403), ("null", 403)] {
            let answer = try await server.ask(
                "POST", "/v1/p", ["Origin": origin, "Content-Type": "text/plain"], body: body)
            #expect(answer.status == status, "\(origin) \(answer.text)")
            #expect(answer.headers["access-control-allow-origin"] == origin && answer.headers["vary"] == "Origin")
        }
        let preflight = try await server.ask(
            "OPTIONS", "/v1/t",
            ["Origin": "https://www.example.com", "Access-Control-Request-Method": "POST"])
        #expect(preflight.status == 204 && preflight.headers["access-control-allow-methods"]?.contains("POST") == true)
        #expect(preflight.headers["access-control-allow-headers"]?.contains("content-type") == true)
    }

    @Test func aSourceHasItsOwnLimits() async throws {
        let server = try await OpenServer()
        server.house.addSource(
            key: "small", TrackingSourceSettings(maxEventBytes: 1024, maxRequestBytes: 2048, eventsPerMinute: 3))
        let large = try await server.ask(
            "POST", "/v1/batch", basic("small"),
            json: "{\"batch\":[\(event)],\"x\":\"\(String(repeating: "y", count: 3000))\"}")
        #expect(large.status == 400 && large.code == "body_too_large")
        // The bucket fills again by one in twenty seconds, so on a machine that is slow enough a few more come in.
        var answers: [WireAnswer] = []
        while answers.last?.status != 429, answers.count < 200 {
            let one = #"{"type":"track","event":"x","userId":"u","messageId":"n\#(answers.count)"}"#
            answers.append(try await server.ask("POST", "/v1/track", basic("small"), json: one))
        }
        #expect(answers.prefix(3).allSatisfy { $0.status == 200 })
        let tooMany = try #require(answers.last)
        #expect(tooMany.status == 429 && tooMany.headers["retry-after"] == tooMany.headers["x-ratelimit-reset"])
        #expect(tooMany.headers["retry-after"].flatMap { Int($0) }.map { (1...60).contains($0) } == true)
    }

    @Test func compressedBodiesAreInflatedWithinLimits() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1")
        let packed = Packing.gzip(Array("{\"batch\":[\(event)]}".utf8))
        var headers = basic("key-1")
        headers["Content-Encoding"] = "gzip"
        #expect(try await server.ask("POST", "/v1/batch", headers, body: packed).status == 200)
        let bomb = try await server.ask(
            "POST", "/v1/batch", headers, body: Packing.gzip([UInt8](repeating: 32, count: 50_000_000)))
        #expect(bomb.status == 413 && bomb.code == "body_too_large")
        let notPacked = try await server.ask("POST", "/v1/batch", headers, body: Array("hello".utf8))
        #expect(notPacked.status == 400 && notPacked.code == "bad_compression")
        headers["Content-Encoding"] = "br"
        #expect(try await server.ask("POST", "/v1/batch", headers, body: packed).status == 415)
    }

    @Test func deepAndWideJSONIsRefused() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "key-1")
        let deep = String(repeating: "[", count: 400_000)
        let answer = try await server.ask("POST", "/v1/batch", basic("key-1"), json: "{\"batch\":\(deep)")
        #expect(answer.status == 400, "\(answer.text)")
        #expect(try await server.ask("GET", "/healthz").status == 200)
    }
}
