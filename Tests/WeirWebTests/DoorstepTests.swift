import Testing
import WeirApp
import WeirWeb

@Suite("What every request meets first", .timeLimit(.minutes(20)))
struct DoorstepTests {
    @Test func thereIsLifeAndAVersion() async throws {
        let server = try await OpenServer()
        for path in ["/healthz", "/readyz"] {
            #expect(try await server.ask("GET", path).status == 200)
            let head = try await server.ask("HEAD", path)
            #expect(head.status == 200 && head.body.isEmpty && head.headers["content-length"] != "0")
        }
        let version = try await server.ask("GET", "/version")
        #expect(version.json["version"] as? String == "0.0-test")
    }

    @Test func wrongMethodsAreToldWhatThereIs() async throws {
        let server = try await OpenServer()
        for method in ["POST", "PUT", "TRACE", "PATCH", "DELETE", "QUERY"] {
            let answer = try await server.ask(method, "/api/v1/accounts")
            #expect(
                answer.status == 405 && answer.headers["allow"] == "GET, HEAD, OPTIONS", "\(method) \(answer.status)")
        }
        let options = try await server.ask("OPTIONS", "/api/v1/sources/src_1")
        #expect(options.status == 204 && options.headers["allow"] == "DELETE, GET, PATCH, HEAD, OPTIONS")
        #expect(try await server.ask("GET", "/v1/batch").status == 405)
    }

    @Test func whatIsNotThereIs404WhateverItIsCalled() async throws {
        let server = try await OpenServer()
        server.house.addToken(secret: "s")
        let bearer = ["Authorization": "Bearer s"]
        for path in [
            "/api", "/api/v1/accounts/", "/api/v1/accounts/%00", "/api/v1/accounts/..%2f..%2fetc", "/%zz",
            "/api/v1/accounts/" + String(repeating: "x", count: 10_000), "/api/v1/agreements/0", "//", "/v1/x",
        ] {
            let answer = try await server.ask("GET", path, bearer)
            #expect(answer.status == 404 && answer.code == "not_found", "\(path.prefix(40)) \(answer.status)")
        }
    }

    @Test func requestsKeepTheIdTheyCameWithIfItIsPlain() async throws {
        let server = try await OpenServer()
        #expect(try await server.ask("GET", "/healthz", ["X-Request-Id": "abc-1"]).headers["x-request-id"] == "abc-1")
        let forged = try await server.ask("GET", "/healthz", ["X-Request-Id": "a\"b{}"]).headers["x-request-id"]
        #expect(forged?.hasPrefix("req_") == true)
        let problem = try await server.ask("GET", "/nowhere", ["X-Request-Id": "abc-2"])
        #expect(problem.json["request_id"] as? String == "abc-2")
    }

    @Test func everythingIsClosedWithoutAToken() async throws {
        let server = try await OpenServer()
        server.house.addToken(secret: "reads", [.accountsRead])
        for path in [
            "/metrics", "/api/v1/accounts", "/api/v1/tokens", "/api/v1/exports/accounts", "/api/v1/transitions/stream",
        ] {
            for headers in [
                [:], ["Authorization": "Bearer wrong"], ["Authorization": "Basic cmVhZHM6"], ["Authorization": "reads"],
            ] {
                let answer = try await server.ask("GET", path, headers)
                #expect(answer.status == 401 && answer.headers["www-authenticate"] != nil, "\(path) \(headers)")
            }
        }
        let bearer = ["Authorization": "bearer reads"]
        #expect(try await server.ask("GET", "/api/v1/accounts", bearer).status == 200)
        #expect(try await server.ask("GET", "/api/v1/buyers", bearer).status == 403)
        #expect(try await server.ask("POST", "/api/v1/tokens", bearer, json: "{}").status == 403)
    }

    @Test func aTokenMayAskSoOftenAMinute() async throws {
        var limits = WebLimits()
        limits.tokenRequestsPerMinute = 2
        let server = try await OpenServer(limits)
        server.house.addToken(secret: "reads", [.accountsRead])
        let bearer = ["Authorization": "Bearer reads"]
        let first = try await server.ask("GET", "/api/v1/accounts", bearer)
        #expect(first.status == 200 && first.headers["ratelimit-policy"] == "\"token\";q=2;w=60")
        #expect(first.headers["ratelimit"]?.hasPrefix("\"token\";r=1;t=") == true)
        _ = try await server.ask("GET", "/api/v1/accounts", bearer)
        let third = try await server.ask("GET", "/api/v1/accounts", bearer)
        #expect(third.status == 429 && Int(third.headers["retry-after"] ?? "").map((1...30).contains) == true)
        #expect(third.headers["ratelimit"]?.hasPrefix("\"token\";r=0;t=") == true)
        #expect(try await server.ask("GET", "/healthz").status == 200)
    }

    @Test func aBodyThatTricklesInEndsItsConnection() async throws {
        var limits = WebLimits()
        limits.readingSeconds = 1
        let server = try await OpenServer(limits)
        let wire = try Wire(port: server.port)
        try await wire.send(Array("POST /v1/batch HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n{".utf8))
        let answer = try await wire.answer()
        #expect(answer.status == 408)
        #expect(try await server.ask("GET", "/healthz").status == 200)
    }

    @Test func aHeadThatTricklesInEndsItsConnection() async throws {
        var limits = WebLimits()
        limits.idleSeconds = 1
        let server = try await OpenServer(limits)
        let wire = try Wire(port: server.port)
        try await wire.send(Array("GET /healthz HTTP/1.1\r\nHost:".utf8))
        #expect(try await wire.receiveAll().isEmpty)
    }

    @Test func largeBodiesAndHeadsAreRefusedUnread() async throws {
        let server = try await OpenServer()
        server.house.addSource(key: "k")
        let wire = try Wire(port: server.port)
        try await wire.send(
            Array("POST /v1/batch HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 104857600\r\n\r\n".utf8))
        var text = ""
        while !text.contains("\r\n\r\n") {
            let piece = try await wire.receive()
            if piece.isEmpty { break }
            text += String(decoding: piece, as: UTF8.self)
        }
        #expect(text.hasPrefix("HTTP/1.1 413"))
        let long = try await server.ask("GET", "/healthz", ["X-Long": String(repeating: "x", count: 100_000)])
        #expect(long.status == 400 || long.status == 431)
    }

    @Test func whoeverIsRefusedReadsTheAnswerAndIsNotWaitedFor() async throws {
        let server = try await OpenServer()
        let wire = try Wire(port: server.port)
        try await wire.send(
            Array("POST /v1/batch HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8))
        let piece = Array("10000\r\n".utf8) + [UInt8](repeating: 120, count: 65_536) + Array("\r\n".utf8)
        // Six times what is taken at all; the other side may close before the end of it.
        do {
            for _ in 0..<480 { try await wire.send(piece) }
        } catch Wire.Failure.closed {}
        let text = String(decoding: try await wire.receiveAll(), as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 413") && text.lowercased().contains("connection: close"), "\(text.prefix(80))")
        #expect(try await server.ask("GET", "/healthz").status == 200)
    }

    @Test func bytesThatAreNoHTTPAreRefused() async throws {
        let server = try await OpenServer()
        for bytes in ["\u{16}\u{3}\u{1}\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n\r\nhello"] {
            let wire = try Wire(port: server.port)
            try await wire.send(Array(bytes.utf8))
            wire.endSending()
            let text = String(decoding: try await wire.receiveAll(), as: UTF8.self)
            #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 4"), "\(text.prefix(40))")
        }
        #expect(try await server.ask("GET", "/healthz").status == 200)
    }

    @Test func logsHoldNoPathsQueriesOrPeople() async throws {
        let server = try await OpenServer()
        server.house.addToken(secret: "s3cret-token")
        _ = try await server.ask(
            "GET", "/api/v1/accounts/acc_99?email=ann%40x.example", ["Authorization": "Bearer s3cret-token"])
        _ = try await server.ask("GET", "/ann.lee@x.example", ["Authorization": "Bearer s3cret-token"])
        let log = server.logged.all.joined()
        #expect(log.contains("/api/v1/accounts/{account}") && log.contains("\"status\":400"))
        for word in ["acc_99", "ann", "s3cret"] { #expect(!log.contains(word), "\(log)") }
        for line in server.logged.all { #expect(line.hasPrefix("{\"ts\":\"2027-") && line.hasSuffix("}\n")) }
    }

    @Test func metersCountByRouteNeverByPath() async throws {
        let server = try await OpenServer()
        server.house.addToken(secret: "s")
        _ = try await server.ask("GET", "/api/v1/accounts/acc_1", ["Authorization": "Bearer s"])
        _ = try await server.ask("GET", "/no/such/path")
        let page = try await server.ask("GET", "/metrics", ["Authorization": "Bearer s"])
        #expect(page.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(
            page.text.contains(
                #"weir_http_requests_total{route="/api/v1/accounts/{account}",method="GET",status="200"} 1"#))
        #expect(page.text.contains(#"weir_http_requests_total{route="none",method="other",status="404"} 1"#))
        #expect(!page.text.contains("acc_1") && !page.text.contains("such"))
        #expect(page.text.contains("weir_http_request_duration_seconds_bucket{group=\"api\",le=\"+Inf\"} 1"))
        #expect(page.text.contains("process_resident_memory_bytes"))
    }
}
