import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Who may send and who may ask", .timeLimit(.minutes(20)))
struct ServiceAccessTests {
    private func code(_ body: () async throws -> some Any) async -> ServiceError.Code? {
        do {
            _ = try await body()
            return nil
        } catch let error as ServiceError {
            return error.code
        } catch {
            Issue.record("another error: \(error)")
            return nil
        }
    }

    @Test func theFirstTokenIsMadeWithASecretThatWorksOnce() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let first = try #require(try await service.setupSecret())
        let secret = try #require(try await service.setupSecret())
        #expect(first != secret)
        #expect(await code { try await service.setUp(secret: first, tokenName: "me") } == .invalid)
        let (token, bearer) = try await service.setUp(secret: secret, tokenName: "me")
        #expect(token.scopes == Set(Scope.allCases))
        #expect(service.authenticate(bearer)?.id == token.id)
        #expect(await code { try await service.setUp(secret: secret, tokenName: "me") } == .conflict)
        #expect(try await service.setupSecret() == nil)
        let stored = try bench.bench.file.contents()
        #expect(!stored.contains(bearer) && !stored.contains(secret), "secrets are stored as hashes only")
        await service.stop()
    }

    @Test func tokensExpireAndCanBeRevoked() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let soon = Instant(milliseconds: bench.clock.instant.milliseconds + 60_000)
        let (short, secret) = try await service.createToken(
            name: "report", scopes: [.reportsRead], expiresAt: soon)
        let (long, other) = try await service.createToken(name: "all", scopes: [.admin], expiresAt: nil)
        #expect(service.authenticate(secret)?.scopes == [.reportsRead])
        #expect(service.authenticate(secret + "x") == nil && service.authenticate("") == nil)
        #expect(try await service.token(short.id).lastUsedAt != nil)
        #expect(try await service.tokens(PageRequest(limit: 1)).next != nil)
        bench.clock.turn(minutes: 1)
        #expect(service.authenticate(secret) == nil)
        #expect(service.authenticate(other)?.id == long.id)
        try await service.revokeToken(long.id)
        #expect(service.authenticate(other) == nil)
        #expect(await code { try await service.token(long.id) } == .notFound)
        #expect(await code { try await service.revokeToken(long.id) } == .notFound)
        #expect(await code { try await service.createToken(name: " ", scopes: [.admin], expiresAt: nil) } == .invalid)
        #expect(await code { try await service.createToken(name: "x", scopes: [], expiresAt: nil) } == .invalid)
        #expect(
            await code { try await service.createToken(name: "x", scopes: [.admin], expiresAt: soon) } == .invalid)
        await service.stop()
    }

    @Test func aSourceSendsWithItsKeyUntilItIsReplacedDisabledOrDeleted() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        let (source, key) = try await service.createSource(
            name: "website", TrackingSourceSettings(allowedOrigins: ["https://www.example.com"]))
        #expect(service.source(writeKey: key)?.id == source.id)
        #expect(service.source(writeKey: key + "x") == nil)
        #expect(await code { try await service.createSource(name: "website", .init()) } == .conflict)
        #expect(
            await code { try await service.createSource(name: "x", .init(allowedOrigins: ["example.com/path"])) }
                == .invalid)
        let (changed, newKey) = try await service.replaceKey(of: source.id)
        #expect(service.source(writeKey: key) == nil && service.source(writeKey: newKey)?.id == source.id)
        var settings = changed.settings
        settings.isEnabled = false
        #expect(
            await code { try await service.changeSource(source.id, settings, revision: source.revision) } == .changed)
        let disabled = try await service.changeSource(source.id, settings, revision: changed.revision)
        #expect(service.source(writeKey: newKey) == nil && disabled.revision == changed.revision + 1)
        try await service.deleteSource(source.id, revision: nil)
        #expect(await code { try await service.source(source.id) } == .notFound)
        #expect(try await service.sources(PageRequest()).items.isEmpty)
        // The name is free again, and its people are the same source's.
        let again = try await service.createSource(name: "website", .init()).0
        #expect(again.id != source.id)
        await service.stop()
    }

    @Test func whatAnotherProcessMakesIsNoticed() async throws {
        let bench = try ServiceBench()
        let beside = try Service.open(folder: bench.folder, options: ServiceOptions(doesDecide: false)) {
            bench.clock.instant
        }
        let (source, key) = try await beside.createSource(name: "made beside", .init())
        let (token, secret) = try await beside.createToken(name: "made beside", scopes: [.admin], expiresAt: nil)
        while bench.service.source(writeKey: key) == nil || bench.service.authenticate(secret) == nil {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(bench.service.source(writeKey: key)?.id == source.id)
        #expect(bench.service.authenticate(secret)?.id == token.id)
        await beside.stop()
        await bench.service.stop()
    }

    @Test func aRepeatedRequestGetsTheSameAnswer() async throws {
        let bench = try ServiceBench()
        let service = bench.service
        #expect(try await service.begin(key: "k", caller: "tok_1", fingerprint: "a") == .fresh)
        #expect(try await service.begin(key: "k", caller: "tok_1", fingerprint: "a") == .running)
        #expect(try await service.begin(key: "k", caller: "tok_1", fingerprint: "b") == .differs)
        #expect(try await service.begin(key: "k", caller: "tok_2", fingerprint: "b") == .fresh)
        let answer = IdempotentAnswer(status: 201, headers: ["Location": "/x", "ETag": "\"1\""], body: [1, 2, 0, 255])
        try await service.keep(answer, key: "k", caller: "tok_1")
        #expect(try await service.begin(key: "k", caller: "tok_1", fingerprint: "a") == .answered(answer))
        #expect(try await service.begin(key: "k", caller: "tok_1", fingerprint: "b") == .differs)
        try await service.release(key: "k", caller: "tok_2")
        #expect(try await service.begin(key: "k", caller: "tok_2", fingerprint: "c") == .fresh)
        bench.clock.turn(minutes: 11)
        #expect(try await service.begin(key: "k", caller: "tok_2", fingerprint: "c") == .fresh, "its doer died")
        await service.stop()
    }
}
