import Foundation
import Testing
import WeirApp
import WeirWeb

@Suite("The pages' door", .timeLimit(.minutes(20)))
struct PageDoorTests {
    private let form = "application/x-www-form-urlencoded"

    private func server(_ limits: WebLimits = WebLimits()) async throws -> OpenServer {
        let server = try await OpenServer(limits)
        let (_, code) = try server.house.colleagues.invite(
            name: "Ana", email: "ana@weir.example", role: .sdr, zone: "UTC", by: nil)
        _ = try await server.house.colleagues.choosePassword(code: code, password: "three green horses")
        return server
    }

    private func signIn(
        _ server: OpenServer, _ headers: [String: String] = [:], password: String = "three+green+horses"
    )
        async throws -> WireAnswer
    {
        try await server.ask(
            "POST", "/sign-in", ["Content-Type": form].merging(headers) { $1 },
            body: Array("email=ana%40weir.example&password=\(password)&next=%2Faccounts%3Fq%3Da".utf8))
    }

    @Test func signingInOpensASessionWithAnUnreadableCookie() async throws {
        let server = try await server()
        let start = try await server.ask("GET", "/")
        #expect(start.status == 303 && start.headers["location"] == "/sign-in")
        let page = try await server.ask("GET", "/sign-in?next=//evil.example")
        #expect(page.status == 200 && !String(decoding: page.body, as: UTF8.self).contains("evil"))
        #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
        #expect(page.headers["cache-control"] == "no-store")
        let wrong = try await signIn(server, password: "wrong")
        #expect(wrong.status == 422 && wrong.headers["set-cookie"] == nil)
        let right = try await signIn(server)
        #expect(right.status == 303 && right.headers["location"] == "/accounts?q=a")
        let cookie = try #require(right.headers["set-cookie"])
        #expect(cookie.hasPrefix("__Host-weir=weir_ses_"))
        for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(word)) }
        let held = ["Cookie": String(cookie.prefix { $0 != ";" })]
        #expect(try await server.ask("GET", "/", held).headers["location"] == "/inbox")
    }

    @Test func formsOfOtherSitesAndOfOtherSessionsAreRefused() async throws {
        let server = try await server()
        #expect(try await signIn(server, ["Sec-Fetch-Site": "cross-site"]).status == 403)
        #expect(try await signIn(server, ["Origin": "https://evil.example"]).status == 403)
        #expect(try await signIn(server, ["Origin": "http://test"]).status == 303)
        let cookie = try #require(try await signIn(server).headers["set-cookie"]).prefix { $0 != ";" }
        let secret = String(cookie.drop { $0 != "=" }.dropFirst())
        let headers = ["Cookie": String(cookie), "Content-Type": form]
        func leave(_ token: String) async throws -> WireAnswer {
            try await server.ask("POST", "/sign-out", headers, body: Array("csrf=\(token)".utf8))
        }
        #expect(try await leave("0123456789abcdef0123456789abcdef").status == 403)
        #expect(server.house.colleagues.visitor(secret) != nil)
        #expect(try await leave(SignInDesk.formToken(secret)).status == 303)
        #expect(server.house.colleagues.visitor(secret) == nil)
        #expect(try await leave(SignInDesk.formToken(secret)).headers["location"] == "/sign-in")
    }

    @Test func aPageThatTakesLongSaysSoAndComesByItself() async throws {
        var limits = WebLimits()
        limits.pageMillis = 20
        let server = try await server(limits)
        let cookie = try #require(try await signIn(server).headers["set-cookie"]).prefix { $0 != ";" }
        let (holdUp, end) = AsyncStream.makeStream(of: Void.self)
        server.house.state.withLock { $0.holdUp = holdUp }
        func ask() async throws -> WireAnswer {
            try await server.ask("GET", "/accounts", ["Cookie": String(cookie), "Accept": "text/html"])
        }
        for _ in 0..<2 {
            let pending = try await ask()
            #expect(pending.status == 200 && pending.headers["refresh"] == "1")
            #expect(String(decoding: pending.body, as: UTF8.self).contains("It is being counted"))
        }
        end.finish()
        var page = try await ask()
        while page.headers["refresh"] != nil { page = try await ask() }
        #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("No accounts yet"))
    }

    @Test func mistakesOnPagesArePages() async throws {
        let server = try await server()
        let missing = try await server.ask("GET", "/nowhere", ["Accept": "text/html"])
        #expect(missing.status == 404 && missing.headers["content-type"]?.hasPrefix("text/html") == true)
        #expect(try await server.ask("GET", "/api/v1/nowhere", ["Accept": "text/html"]).code == "not_found")
        for _ in 0..<5 { _ = try await signIn(server, password: "wrong") }
        let waiting = try await signIn(server)
        #expect(waiting.status == 429 && waiting.headers["retry-after"] != nil)
    }
}
