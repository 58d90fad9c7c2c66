import Foundation
import Testing
import WeirApp
import WeirWeb

@Suite("The REST API", .timeLimit(.minutes(20)))
struct APITests {
    private let bearer = ["Authorization": "Bearer s"]

    private func server() async throws -> OpenServer {
        let server = try await OpenServer()
        server.house.addToken(secret: "s")
        return server
    }

    @Test func listsComeInPages() async throws {
        let server = try await server()
        let page = try await server.ask("GET", "/api/v1/accounts?limit=1&qualified=true", bearer)
        #expect(page.status == 200 && page.json["next_cursor"] as? String == "next")
        #expect(page.headers["link"] == "</api/v1/accounts?limit=1&qualified=true&cursor=next>; rel=\"next\"")
        let account = (page.json["data"] as? [[String: Any]])?.first
        #expect(account?["name"] as? String == "Müller \"& Söhne\"\n")
        let broken = try await server.ask("GET", "/api/v1/accounts?cursor=broken", bearer)
        #expect(broken.status == 400 && broken.code == "bad_cursor")
    }

    @Test func queriesAreCheckedToTheLetter() async throws {
        let server = try await server()
        for query in [
            "limit=0", "limit=201", "limit=+5", "limit=a", "limit=1&limit=2", "colour=red", "qualified=yes", "cursor=",
        ] {
            let answer = try await server.ask("GET", "/api/v1/accounts?\(query)", bearer)
            #expect(answer.status == 400 && answer.code == "invalid_query", "\(query) \(answer.status)")
            #expect((answer.json["errors"] as? [Any])?.isEmpty == false)
        }
        #expect(
            try await server.ask("GET", "/api/v1/accounts/acc_1/qualification?as_of=2026-02-30", bearer).status == 400)
        #expect(
            try await server.ask("GET", "/api/v1/accounts/acc_1/qualification?as_of=2026-02-28", bearer).status == 409)
    }

    @Test func changesNeedTheTagOfWhatWasRead() async throws {
        let server = try await server()
        let made = try await server.ask("POST", "/api/v1/sources", bearer, json: #"{"name":"Website"}"#)
        #expect(made.status == 201 && made.json["write_key"] is String)
        let place = try #require(made.headers["location"])
        let tag = try #require(made.headers["etag"])
        let without = try await server.ask("PATCH", place, bearer, json: "{}")
        #expect(without.status == 428)
        let other = bearer.merging(["If-Match": "\"other\""]) { $1 }
        #expect(try await server.ask("PATCH", place, other, json: "{}").status == 412)
        let same = bearer.merging(["If-Match": tag]) { $1 }
        let changed = try await server.ask("PATCH", place, same, json: #"{"is_enabled":false,"events_per_minute":5}"#)
        #expect(changed.status == 200 && changed.json["is_enabled"] as? Bool == false && changed.headers["etag"] != tag)
        #expect(try await server.ask("DELETE", place, same).status == 412)
        let latest = bearer.merging(["If-Match": changed.headers["etag"] ?? ""]) { $1 }
        #expect(try await server.ask("DELETE", place, latest).status == 204)
        #expect(try await server.ask("GET", place, bearer).status == 404)
    }

    @Test func aRepeatedKeyIsAnsweredAsTheFirst() async throws {
        let server = try await server()
        let keyed = bearer.merging(["Idempotency-Key": "k1"]) { $1 }
        let first = try await server.ask(
            "POST", "/api/v1/tokens", keyed, json: #"{"name":"a","scopes":["accounts:read"]}"#)
        let again = try await server.ask(
            "POST", "/api/v1/tokens", keyed, json: #"{"name":"a","scopes":["accounts:read"]}"#)
        #expect(first.status == 201 && again.status == 201 && first.body == again.body)
        #expect(first.headers["location"] == again.headers["location"])
        let other = try await server.ask("POST", "/api/v1/tokens", keyed, json: #"{"name":"b","scopes":[]}"#)
        #expect(other.status == 422 && other.code == "key_reused")
        server.house.state.withLock { $0.answers["tok_1 k2"] = ("x", nil) }
        let fresh = bearer.merging(["Idempotency-Key": "k3"]) { $1 }
        let failed = try await server.ask("POST", "/api/v1/agreements", fresh, json: #"{"text":"x","by":"a"}"#)
        #expect(failed.status == 422 && (failed.json["errors"] as? [Any])?.count == 2)
        #expect(server.house.state.withLock { $0.answers["tok_1 k3"] == nil }, "a request that failed may be repeated")
    }

    @Test func bodiesAreOfTheRightType() async throws {
        let server = try await server()
        for type in ["", "text/plain", "application/xml", "application/jsonx"] {
            let answer = try await server.ask(
                "POST", "/api/v1/tokens", bearer.merging(["Content-Type": type]) { $1 }, body: Array("{}".utf8))
            #expect(answer.status == 415, "\(type)")
        }
        let charset = bearer.merging(["Content-Type": "Application/JSON; charset=utf-8"]) { $1 }
        #expect(try await server.ask("POST", "/api/v1/tokens", charset, body: Array("{}".utf8)).status == 422)
        for json in ["", "{", "nul", "[1,2", "\"\\ud800\"", "{\"a\":1e400}", "[]", "null", "\u{FEFF}{}"] {
            let answer = try await server.ask("POST", "/api/v1/tokens", bearer, json: json)
            #expect(answer.status == 400 || answer.status == 422, "\(json) \(answer.status)")
        }
    }

    @Test func importsAreReadAsTheyCome() async throws {
        let server = try await server()
        let rows = Array(String(repeating: "name,domain\nAcme,acme.example\n", count: 20_000).utf8)
        var headers = bearer.merging(["Content-Type": "text/csv"]) { $1 }
        let plain = try await server.ask("POST", "/api/v1/imports/accounts?source=crm", headers, body: rows)
        #expect(plain.status == 202 && plain.headers["location"] == "/api/v1/jobs/job_1")
        #expect(server.house.state.withLock { $0.received } == rows)
        server.house.state.withLock { $0.received = [] }
        headers["Content-Encoding"] = "gzip"
        let packed = try await server.ask("POST", "/api/v1/imports/accounts", headers, body: Packing.gzip(rows))
        #expect(packed.status == 202 && server.house.state.withLock { $0.received } == rows)
        let cut = try await server.ask(
            "POST", "/api/v1/imports/accounts", headers, body: Array(Packing.gzip(rows).dropLast(9)))
        #expect(cut.status == 400 && cut.code == "bad_compression")
        #expect(try await server.ask("POST", "/api/v1/imports/people", headers, body: rows).status == 404)
    }

    @Test func exportsAreStreams() async throws {
        let server = try await server()
        let answer = try await server.ask("GET", "/api/v1/exports/accounts?format=ndjson", bearer)
        #expect(answer.status == 200 && answer.text == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
        #expect(answer.headers["content-type"] == "application/x-ndjson")
        #expect(answer.headers["content-disposition"] == "attachment; filename=\"accounts.ndjson\"")
    }

    @Test func theFeedIsPushed() async throws {
        let server = try await server()
        server.house.state.withLock { $0.decisions = (1...3).map { StubHouse.decision($0) } }
        let page = try await server.ask("GET", "/api/v1/transitions?after=1&limit=1", bearer)
        #expect(page.json["last"] as? Int == 2)
        let wire = try Wire(port: server.port)
        try await wire.send(
            Array(
                "GET /api/v1/transitions/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer s\r\nLast-Event-ID: 1\r\n\r\n"
                    .utf8))
        var text = ""
        while !text.contains("id: 3") {
            let piece = try await wire.receive()
            if piece.isEmpty { break }
            text += String(decoding: piece, as: UTF8.self)
        }
        #expect(text.contains("text/event-stream") && text.contains("id: 2\nevent: transition\ndata: {\"id\":2,"))
        #expect(!text.contains("id: 1\n"))
        try await server.stop()
        #expect(server.house.state.withLock { $0.hasStopped })
    }

    @Test func formsAreAnsweredWithAPage() async throws {
        let server = try await server()
        server.house.addSource(key: "web", TrackingSourceSettings(allowedOrigins: ["https://www.example.com"]))
        let type = ["Content-Type": "application/x-www-form-urlencoded", "Origin": "https://www.example.com"]
        let form = "write_key=web&email=ann.lee%40contoso.com&name=Ann+Lee&message=Hello%0D%0Athere"
        let page = try await server.ask("POST", "/v1/inquiries", type, body: Array(form.utf8))
        #expect(page.status == 200 && page.text.contains("Thank you"))
        let next = form + "&next=https%3A%2F%2Fwww.example.com%2Fthanks"
        let sent = try await server.ask("POST", "/v1/inquiries", type, body: Array(next.utf8))
        #expect(sent.status == 303 && sent.headers["location"] == "https://www.example.com/thanks")
        let away = form + "&next=https%3A%2F%2Fevil.example%2F"
        #expect(try await server.ask("POST", "/v1/inquiries", type, body: Array(away.utf8)).status == 200)
        let bad = try await server.ask("POST", "/v1/inquiries", type, body: Array("write_key=web&email=nobody".utf8))
        #expect(bad.status == 422)
        #expect(
            try await server.ask("POST", "/v1/inquiries", type, body: Array("email=a%40b.example".utf8)).status == 401)
        let json = try await server.ask(
            "POST", "/api/v1/inquiries", bearer, json: #"{"email":"ann@contoso.com","company":"Contoso"}"#)
        #expect(json.status == 200 && json.json["verdict"] as? String == "accept")
    }

    @Test func theContractHoldsTogether() async throws {
        let server = try await server()
        let document = try await server.ask("GET", "/api/v1/openapi.json")
        let paths = try #require(document.json["paths"] as? [String: [String: [String: Any]]])
        var ids: [String] = []
        for (path, methods) in paths {
            for (method, operation) in methods {
                ids.append(operation["operationId"] as? String ?? "")
                let answers = operation["responses"] as? [String: Any] ?? [:]
                #expect(answers.keys.contains { $0.hasPrefix("2") }, "\(method) \(path)")
                let names = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
                let given = (operation["parameters"] as? [[String: Any]] ?? []).filter { $0["in"] as? String == "path" }
                #expect(given.compactMap { $0["name"] as? String } == names.map(String.init), "\(path)")
            }
        }
        #expect(Set(ids).count == ids.count && !ids.contains("") && ids.count > 35)
        let components = document.json["components"] as? [String: [String: Any]] ?? [:]
        for match in document.text.matches(of: /"\$ref":"#\/components\/([a-zA-Z]+)\/([A-Za-z-]+)"/) {
            #expect(components[String(match.1)]?[String(match.2)] != nil, "\(match.0)")
        }
    }
}
