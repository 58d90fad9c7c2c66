import Dispatch
import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirTestSupport

@Suite("Who works here and signs in", .timeLimit(.minutes(20)))
struct SignInTests {
    private let password = "three green horses"
    private let bench: ServiceBench
    private var desk: SignInDesk { bench.service.colleagues }

    init() throws {
        var options = ServiceOptions()
        options.passwordCost = .trifling
        bench = try ServiceBench(isSigned: false, options: options)
    }

    private func error(_ body: () async throws -> some Any) async -> ServiceError? {
        do {
            _ = try await body()
            return nil
        } catch { return error as? ServiceError }
    }

    private func add(_ name: String, _ role: Role) async throws -> Colleague {
        let (_, code) = try desk.invite(
            name: name, email: "\(name)@weir.example", role: role, zone: "Europe/Berlin", by: nil)
        return try await desk.choosePassword(code: code, password: password)
    }

    private func signIn(_ name: String, _ password: String? = nil, code: String? = nil, from place: String = "here")
        async throws -> String
    {
        try await desk.signIn(
            email: "\(name)@weir.example", password: password ?? self.password, code: code, from: place, agent: "test"
        ).secret
    }

    @Test func theFirstPersonIsMadeWithASecretThatWorksOnce() async throws {
        let secret = try #require(try desk.firstPersonSecret(nil))
        func setUp(_ secret: String) async throws -> Colleague {
            try await desk.setUp(
                secret: secret, name: "Ada", email: "Ada@Weir.example", password: password, zone: "UTC", from: "here")
        }
        #expect(await error { try await setUp("weir_setup_wrong") }?.code == .invalid)
        let ada = try await setUp(secret)
        #expect(ada.role == .admin && ada.email == "ada@weir.example")
        #expect(await error { try await setUp(secret) }?.code == .conflict)
        #expect(try desk.firstPersonSecret(nil) == nil)
        let session = try await signIn("ada")
        #expect(desk.visitor(session)?.id == ada.id)
        let stored = try bench.bench.file.contents()
        #expect(!stored.contains(session) && !stored.contains(password) && !stored.contains(secret))
    }

    @Test func anInvitationWorksOnceAndForSevenDays() async throws {
        let (_, first) = try desk.invite(
            name: "Bo", email: "bo@weir.example", role: .sdr, zone: "UTC", by: nil)
        #expect(await error { try await signIn("bo") }?.code == .invalid, "there is no password yet")
        _ = try await desk.choosePassword(code: first, password: password)
        #expect(await error { try await desk.choosePassword(code: first, password: password) }?.code == .notFound)
        let bo = try #require(desk.everybody().first)
        let session = try await signIn("bo")
        let second = try desk.inviteAgain(bo.id, by: nil)
        #expect(desk.visitor(session) == nil, "a new invitation ends the sessions")
        bench.clock.turn(minutes: 8 * 24 * 60)
        #expect(await error { try await desk.choosePassword(code: second, password: password) }?.code == .notFound)
        #expect(
            await error { try desk.invite(name: "Bo", email: "BO@weir.example ", role: .sdr, zone: "UTC", by: nil) }?
                .code == .conflict)
    }

    @Test func passwordsThatAreEasilyGuessedAreRefused() async throws {
        _ = try desk.invite(name: "Dee", email: "dee@weir.example", role: .sdr, zone: "UTC", by: nil)
        let dee = try #require(desk.everybody().first)
        for bad in [
            "short", "aaaaaaaaaaaaaa", "password1234", "dee@weir.example", String(repeating: "abcde", count: 50),
        ] {
            let code = try desk.inviteAgain(dee.id, by: nil)
            #expect(
                await error { try await desk.choosePassword(code: code, password: bad) }?.code == .invalid, "\(bad)")
        }
    }

    @Test func sessionsEndByAgeBySignOutAndWhenSomebodyLeaves() async throws {
        let ada = try await add("ada", .admin)
        let eve = try await add("eve", .sdr)
        let (first, second, other) = try await (signIn("ada"), signIn("ada"), signIn("eve"))
        try desk.signOut(first)
        #expect(desk.visitor(first) == nil && desk.visitor(second) != nil)
        _ = try desk.change(eve.id, role: .sdr, isDisabled: true, by: ada.id)
        #expect(desk.visitor(other) == nil)
        #expect(await error { try await signIn("eve") }?.code == .invalid)
        #expect(
            await error { try desk.change(ada.id, role: .analyst, isDisabled: false, by: ada.id) }?.code == .conflict)
        bench.clock.turn(minutes: 9 * 60)
        #expect(desk.visitor(second) != nil, "it was used")
        bench.clock.turn(minutes: 10 * 60)
        #expect(desk.visitor(second) == nil, "nobody used it for ten hours")
    }

    @Test func guessesAtInvitationsFromManyPlacesLockNobodyOut() async throws {
        let (_, code) = try desk.invite(name: "Bo", email: "bo@weir.example", role: .sdr, zone: "UTC", by: nil)
        for place in 1...120 {
            let guess = await error {
                try await desk.accept(
                    code: "inv_guess", password: password, from: "203.0.113.\(place)", agent: "test")
            }
            #expect(guess?.code == .invalid)
        }
        for _ in 0..<5 {
            _ = await error { try await desk.accept(code: "x", password: password, from: "there", agent: "test") }
        }
        let refused = await error {
            try await desk.accept(code: code, password: password, from: "there", agent: "test")
        }
        #expect(refused?.code == .overloaded, "from one place it is slow")
        #expect(try await desk.accept(code: code, password: password, from: "here", agent: "test").0.role == .sdr)
    }

    @Test func guessingHasToWaitAndLocksNobodyElseOut() async throws {
        _ = try await add("ada", .admin)
        for _ in 0..<5 { #expect(await error { try await signIn("ada", "wrong", from: "there") }?.code == .invalid) }
        let refused = await error { try await signIn("ada", from: "there") }
        #expect(refused?.code == .overloaded && (refused?.retryAfterSeconds ?? 0) > 0)
        #expect(try await desk.visitor(signIn("ada", from: "here")) != nil)
        bench.clock.turn(minutes: 16)
        #expect(try await desk.visitor(signIn("ada", from: "there")) != nil)
        let log = try desk.audit(before: nil, limit: 100)
        #expect(log.count { $0.act == .refused && $0.subject == "ada@weir.example" } == 5)
        #expect(log.first?.act == .signedIn)
        let refusals = try desk.audit(before: nil, limit: 3, acts: [.refused])
        #expect(refusals.count == 3 && refusals.allSatisfy { $0.act == .refused })
        let ada = try #require(desk.everybody().first)
        let own = try desk.audit(before: nil, limit: 100, by: ada.id)
        #expect(own.count == 2 && own.allSatisfy { $0.act == .signedIn })
    }

    @Test func guessesAtOnceAreNoMoreThanOneAfterTheOther() async throws {
        _ = try await add("ada", .admin)
        let codes = await withTaskGroup(of: ServiceError.Code?.self) { group in
            for _ in 0..<12 { group.addTask { await error { try await signIn("ada", "wrong", from: "there") }?.code } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.count { $0 == .invalid } == 5 && codes.count { $0 == .overloaded } == 7, "\(codes)")
    }

    @Test func aHouseholdOfAddressesGuessesAsOne() async throws {
        _ = try await add("ada", .admin)
        for (count, place) in ["2001:db8:0:7::1", "2001:db8:0:7:ffff::2", "2001:DB8::7:0:0:0:3"].enumerated() {
            #expect(await error { try await signIn("ada", "wrong", from: place) }?.code == .invalid, "\(count)")
        }
        for _ in 0..<2 { _ = await error { try await signIn("ada", "wrong", from: "2001:db8:0:7::1%eth0") } }
        #expect(await error { try await signIn("ada", from: "2001:db8:0:7:a:b:c:d") }?.code == .overloaded)
        #expect(try await desk.visitor(signIn("ada", from: "2001:db8:0:8::1")) != nil)
        for _ in 0..<5 { _ = await error { try await signIn("ada", "wrong", from: "::ffff:192.0.2.7") } }
        #expect(await error { try await signIn("ada", from: "192.0.2.7") }?.code == .overloaded)
        #expect(try await desk.visitor(signIn("ada", from: "::ffff:192.0.2.8")) != nil)
    }

    @Test func aKitchenThatIsFullSendsAway() async throws {
        let kitchen = PasswordKitchen()
        let gate = DispatchSemaphore(value: 0)
        let codes = await withTaskGroup(of: ServiceError.Code?.self) { group in
            for _ in 0...PasswordKitchen.capacity {
                group.addTask { await error { try await kitchen.cook { gate.wait() } }?.code }
            }
            // The others cannot end before the gate opens.
            let first = await group.next() ?? nil
            for _ in 0..<PasswordKitchen.capacity { gate.signal() }
            return await group.reduce(into: [first]) { $0.append($1) }
        }
        #expect(codes.first == .overloaded && codes.dropFirst().allSatisfy { $0 == nil })
        #expect(try await kitchen.cook { 7 } == 7)
    }

    @Test func whatIsTypedAsAnAddressIsCut() async throws {
        let long = String(repeating: "é", count: 9_000) + "@weir.example"
        #expect(
            await error {
                try await desk.signIn(email: long, password: password, code: nil, from: "here", agent: "")
            }?.code == .invalid)
        #expect(try #require(desk.audit(before: nil, limit: 1).first).subject.utf8.count <= 300)
    }

    /// Another process, or another request, whose books are a moment old.
    private func late() throws -> SignInDesk {
        let clock = bench.clock
        return try SignInDesk(bench.bench.workspace, cost: .trifling) { clock.instant }
    }

    @Test func whatWorksOnceWorksOnceForTwoWhoComeAtOnce() async throws {
        let (_, code) = try desk.invite(name: "Bo", email: "bo@weir.example", role: .admin, zone: "UTC", by: nil)
        let ada = try await add("ada", .admin)
        let second = try late()
        let bo = try await desk.choosePassword(code: code, password: password)
        #expect(await error { try await second.choosePassword(code: code, password: password) }?.code == .notFound)

        let third = try late()
        _ = try desk.change(bo.id, role: .sdr, isDisabled: false, by: ada.id)
        let refused = await error { try third.change(ada.id, role: .sdr, isDisabled: false, by: bo.id) }
        #expect(refused?.code == .conflict, "the other is no administrator any more")

        let key = Array("12345678901234567890".utf8)
        let hex = key.map { String($0, radix: 16) }.joined()
        func shown() -> String { OneTimeCode.code(key, step: bench.clock.instant.milliseconds / 30_000) }
        try await desk.confirmCode(of: ada.id, key: hex, code: shown(), password: password)
        bench.clock.turn(minutes: 2)
        let fourth = try late()
        _ = try await signIn("ada", code: shown())
        let again = await error {
            try await fourth.signIn(
                email: "ada@weir.example", password: password, code: shown(), from: "there", agent: "")
        }
        #expect(again?.code == .invalid, "the code was used")
    }

    @Test func anAuthenticatorIsSetUpWithThePasswordAndNotReplaced() async throws {
        let ada = try await add("ada", .admin)
        let (mine, other) = (Array("12345678901234567890".utf8), Array("abcdefghijklmnopqrst".utf8))
        func confirm(_ key: [UInt8], _ password: String) async -> ServiceError.Code? {
            let code = OneTimeCode.code(key, step: bench.clock.instant.milliseconds / 30_000)
            let hex = key.map { String($0, radix: 16) }.joined()
            return await error {
                try await desk.confirmCode(of: ada.id, key: hex, code: code, password: password)
            }?.code
        }
        #expect(await confirm(mine, "not the password") == .invalid)
        #expect(try !desk.colleague(ada.id).hasCode)
        #expect(await confirm(mine, password) == nil)
        #expect(await confirm(other, password) == .conflict)
        try await desk.removeCode(of: ada.id, password: password)
        #expect(await confirm(other, password) == nil)
    }

    @Test func codesChangeEveryHalfMinuteAndWorkOnce() async throws {
        // RFC 6238, appendix B, at 59 s and 1111111109 s.
        let key = Array("12345678901234567890".utf8)
        #expect(OneTimeCode.code(key, step: 1) == "287082")
        #expect(OneTimeCode.code(key, step: 37_037_036) == "081804")

        let ada = try await add("ada", .admin)
        let hex = key.map { String($0, radix: 16) }.joined()
        func code() -> String { OneTimeCode.code(key, step: bench.clock.instant.milliseconds / 30_000) }
        #expect(
            await error {
                try await desk.confirmCode(of: ada.id, key: hex, code: "12", password: password)
            }?.code == .invalid)
        try await desk.confirmCode(of: ada.id, key: hex, code: code(), password: password)
        #expect(await error { try await signIn("ada") }?.code == .invalid)
        #expect(await error { try await signIn("ada", code: code()) }?.code == .invalid, "this code was used")
        bench.clock.turn(minutes: 2)
        #expect(try await desk.visitor(signIn("ada", code: code())) != nil)
        #expect(await error { try await signIn("ada", code: code()) }?.code == .invalid)
    }

    @Test func theProviderSaysWhoSomebodyIs() async throws {
        _ = try await add("ada", .sdr)
        #expect(
            await error {
                try desk.signIn(subject: "i 9", email: "new@weir.example", name: "New", role: nil, agent: "")
            }?.code == .invalid)
        let (ada, _) = try desk.signIn(
            subject: "i 1", email: "ada@weir.example", name: "Ada", role: .salesManager, agent: "")
        #expect(ada.role == .salesManager && desk.everybody().count == 1)
        let (again, secret) = try desk.signIn(
            subject: "i 1", email: "married@weir.example", name: "Ada", role: nil, agent: "")
        #expect(again.id == ada.id && desk.visitor(secret)?.role == .salesManager)
        #expect(
            await error {
                try desk.signIn(subject: "i 2", email: "ada@weir.example", name: "Eve", role: .admin, agent: "")
            }?.code == .invalid, "another subject with the same address is somebody else")
        let (new, _) = try desk.signIn(
            subject: "i 3", email: "new@weir.example", name: "New", role: .analyst, agent: "")
        #expect(new.role == .analyst && new.isFromProvider)
    }

    @Test func theProviderKeepsTheRulesOfTheHouse() async throws {
        let ada = try await add("ada", .admin)
        let session = try await signIn("ada")
        let (kept, _) = try desk.signIn(
            subject: "i 1", email: "ada@weir.example", name: "Ada", role: .sdr, agent: "")
        #expect(kept.role == .admin, "the last administrator stays one")
        #expect(desk.visitor(session) != nil)

        let (bo, code) = try desk.invite(name: "Bo", email: "bo@weir.example", role: .admin, zone: "UTC", by: ada.id)
        _ = try desk.signIn(subject: "i 2", email: "bo@weir.example", name: "Bo", role: nil, agent: "")
        #expect(await error { try await desk.choosePassword(code: code, password: password) }?.code == .notFound)
        #expect(try desk.colleague(bo.id).invitedUntil == nil)

        let (less, secret) = try desk.signIn(
            subject: "i 1", email: "ada@weir.example", name: "Ada", role: .sdr, agent: "")
        #expect(less.role == .sdr && desk.visitor(secret)?.role == .sdr)
        #expect(desk.visitor(session) == nil, "sessions with the role before have ended")
        #expect(try desk.audit(before: nil, limit: 10).contains { $0.act == .changedPerson && $0.subject == ada.id })
        #expect(
            await error {
                try desk.signIn(subject: "i 3", email: "", name: "Eve", role: .admin, agent: "")
            }?.code == .invalid, "the provider vouches for no address")
    }
}
