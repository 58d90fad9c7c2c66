import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport
import WeirTold

@Suite("Notices", .timeLimit(.minutes(20)))
struct NoticeTests {
    @Test func whoIsHandedOverIsToldOnceToEachDestinationThatWantsIt() async throws {
        let carrier = StubCarrier()
        let bench = try bench(carrier)
        _ = try await webhook(bench, [.handOffOffered, .accountQualified])
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        try await until { carrier.posts.count >= 4 }
        try await until { try await states(bench).allSatisfy { $0 == .delivered } }
        let bodies = carrier.posts.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(bodies.filter { $0.contains("handoff.offered") && $0.contains("/inbox/hof_") }.count == 3)
        #expect(bodies.filter { $0.contains("account.qualified") }.count == 1)
        #expect(Set(carrier.ids).count == 4 && carrier.posts.count == 4)
        #expect(bodies.allSatisfy { !$0.contains("ann") && !$0.contains("bank plc") })
        let first = try #require(try await bench.service.inbox(InboxFilter(), PageRequest()).items.first)
        _ = try await bench.service.act(.accept, on: first.id, by: "Ana", seen: nil)
        #expect(try await states(bench).count == 4)
        await bench.service.stop()
    }

    @Test func aBrokenPromiseIsTold() async throws {
        let carrier = StubCarrier()
        let bench = try bench(carrier)
        _ = try await webhook(bench, [.promiseWarning, .promiseBreached])
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        // From ten in the evening until the team's morning is half past nine.
        for minutes: Int64 in [620, 15, 15] {
            bench.clock.turn(minutes: minutes)
            _ = try await bench.service.deskTick()
        }
        let kinds = try await bench.service.notices.deliveries(PageRequest(limit: 200)).items
        #expect(kinds.contains { $0.kind == .promiseWarning } && kinds.contains { $0.kind == .promiseBreached })
        #expect(kinds.allSatisfy { $0.matter.milestone != nil && $0.matter.dueAt != nil })
        await bench.service.stop()
    }

    @Test func whatDoesNotArriveIsTriedAgainUnderTheSameID() async throws {
        let carrier = StubCarrier()
        carrier.answer(
            SendingOutcome(.unreachable, status: 500, "oh"), SendingOutcome(.unreachable, status: 503, "busy"))
        let bench = try bench(carrier)
        _ = try await webhook(bench, [.accountQualified])
        try await bench.qualify(from: try await bench.source())
        try await until { carrier.posts.count == 1 }
        try await until { try await bench.service.notices.delivery("dlv_1").attempts.count == 1 }
        #expect(try await bench.service.notices.delivery("dlv_1").0.state == .waiting)
        bench.clock.turn(minutes: 1)
        try await until { try await bench.service.notices.delivery("dlv_1").attempts.count == 2 }
        bench.clock.turn(minutes: 10)
        try await until { try await bench.service.notices.delivery("dlv_1").0.state == .delivered }
        let (delivery, attempts) = try await bench.service.notices.delivery("dlv_1")
        #expect(attempts.map(\.status) == [500, 503, 200] && attempts.map(\.number) == [1, 2, 3])
        #expect(Set(carrier.ids) == [delivery.messageID] && carrier.ids.count == 3)
        let replayed = try await bench.service.notices.replay(delivery.id)
        #expect(replayed.state == .waiting && replayed.attempts == 0)
        try await until { carrier.ids.count == 4 }
        #expect(Set(carrier.ids).count == 1)
        await bench.service.stop()
    }

    @Test func aNewProcessSendsWhatTheOldOneDidNot() async throws {
        let bench = try bench(StubCarrier(SendingOutcome(.unreachable, "nobody there")))
        _ = try await webhook(bench, [.handOffOffered])
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        await bench.service.stop()
        let carrier = StubCarrier()
        let clock = bench.clock
        clock.turn(minutes: 60)
        let again = try Service(bench.bench.workspace, try options(carrier)) { clock.instant }
        try await until {
            try await again.notices.deliveries(PageRequest(limit: 200)).items.allSatisfy { $0.state == .delivered }
        }
        #expect(carrier.ids.count == 3 && Set(carrier.ids).count == 3)
        await again.stop()
    }

    @Test func aDestinationThatIsGoneIsSwitchedOffAndTheOthersAreTold() async throws {
        let carrier = StubCarrier()
        carrier.answer(SendingOutcome(.gone, status: 410, "gone"))
        let bench = try bench(carrier)
        let gone = try await webhook(bench, [.accountQualified])
        let other = try await bench.service.notices.create(
            .slack, DestinationSettings(name: "ops", address: "https://hooks.slack.com/x", events: [.destinationFailed])
        )
        try await bench.qualify(from: try await bench.source())
        try await until { carrier.posts.count == 2 }
        #expect(try await bench.service.notices.destination(gone.id).isOn == false)
        #expect(String(decoding: carrier.posts[1].body, as: UTF8.self).contains("Switched off: destination \(gone.id)"))
        #expect(other.secret == nil)
        let on = try await bench.service.notices.change(gone.id, DestinationSettings(isOn: true), revision: nil)
        #expect(on.isOn && on.offReason == nil)
        await bench.service.stop()
    }

    @Test func oneLetterThatNobodyTakesDoesNotSwitchOffItsDestination() async throws {
        let carrier = StubCarrier(SendingOutcome(.unreachable, "down"))
        let bench = try bench(carrier, mail: true)
        let notices = bench.service.notices
        let made = try await notices.create(
            .mail, DestinationSettings(name: "desk", address: "desk@sales.example", events: [.handOffOffered])
        ).0
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        // Three letters in turn, none of them tried to its end.
        for failures in 1...10 {
            try await until { try await notices.destination(made.id).failures == failures }
            bench.clock.turn(minutes: 24 * 60)
        }
        try await until { try await notices.destination(made.id).failures == 11 }
        carrier.answer(SendingOutcome(.hopeless, status: 550, "no such mailbox"))
        bench.clock.turn(minutes: 24 * 60)
        try await until { try await states(bench).contains(.dead) }
        #expect(try await notices.destination(made.id).isOn)
        await bench.service.stop()
    }

    @Test func theOwnerGetsMailWithTheNameOfTheBuyer() async throws {
        let carrier = StubCarrier()
        let bench = try bench(carrier, mail: true)
        _ = try await bench.service.notices.create(.mail, DestinationSettings(name: "owners", address: "owner"))
        for (name, role) in [("ana", Role.sdr), ("ben", .analyst)] {
            _ = try bench.service.colleagues.invite(
                name: name, email: "\(name)@sales.example", role: role, zone: "UTC", by: nil)
        }
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        let owners = try await bench.service.inbox(InboxFilter(), PageRequest()).items.map(\.owner)
        let known = owners.filter { $0 != "chloe" }
        try await until { try await states(bench).allSatisfy { $0 != .waiting } }
        #expect(carrier.mails.flatMap(\.to).map(\.description).sorted() == known.map { "\($0)@sales.example" }.sorted())
        #expect(
            carrier.mails.allSatisfy { $0.text.contains("Subject: Raised hand for ") && $0.text.contains("bank plc") })
        for mail in carrier.mails {
            // Whose role sees no names gets none.
            #expect(mail.text.contains(": buy_") == (mail.to.map(\.description) == ["ben@sales.example"]))
        }
        // Chloe does not sign in here, and has no address.
        let lost = try await bench.service.notices.deliveries(PageRequest(limit: 200), state: .dead).items
        #expect(lost.count == owners.count - known.count && lost.allSatisfy { $0.matter.owner == "chloe" })
        await bench.service.stop()
    }

    @Test func theManagerIsToldOfABrokenPromiseAndWhoseItWas() async throws {
        let carrier = StubCarrier()
        let bench = try bench(carrier, mail: true)
        let destination = try await bench.service.notices.create(
            .mail, DestinationSettings(name: "managers", address: "manager")
        ).0
        _ = try await bench.service.notices.create(.mail, DestinationSettings(name: "owners", address: "owner"))
        for (name, email, role) in [
            ("Ana Silva", "ana@sales.example", Role.sdr), ("ben", "ben@sales.example", .sdr),
            ("Chloe One", "c1@sales.example", .sdr), ("Chloe Two", "c2@sales.example", .sdr),
            ("Mia", "mia@sales.example", .salesManager), ("Moe", "moe@sales.example", .salesManager),
        ] {
            _ = try bench.service.colleagues.invite(name: name, email: email, role: role, zone: "UTC", by: nil)
        }
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        let before = try await bench.service.inbox(InboxFilter(), PageRequest()).items
        // From ten in the evening until the team's morning is half past nine, and both half hours are over.
        for minutes: Int64 in [620, 15, 45] {
            bench.clock.turn(minutes: minutes)
            _ = try await bench.service.deskTick()
        }
        try await until { try await states(bench).allSatisfy { $0 != .waiting } }
        let told = try await bench.service.notices.deliveries(PageRequest(limit: 200)).items
        let escalated = told.filter { $0.kind == .promiseEscalated }
        #expect(escalated.count == before.count && escalated.allSatisfy { $0.destination == destination.id })
        let owners = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.owner) })
        for delivery in told where [.promiseEscalated, .promiseBreached].contains(delivery.kind) {
            #expect(delivery.matter.owner == owners[delivery.matter.handOff ?? ""])
        }
        let toManagers = carrier.mails.filter { $0.text.contains("For the manager") }
        #expect(toManagers.count == before.count)
        let managers = ["mia@sales.example", "moe@sales.example"]
        let line = "To: <mia@sales.example>,\r\n <moe@sales.example>\r\n"
        #expect(toManagers.allSatisfy { $0.to.map(\.description) == managers && $0.text.contains(line) })
        // Which Chloe is meant nobody knows, so neither is told.
        let receivers = Set(carrier.mails.flatMap(\.to).map(\.description))
        #expect(receivers == Set(managers + ["ana@sales.example", "ben@sales.example"]))
        await bench.service.stop()
    }

    @Test func addressesAreChecked() async throws {
        let bench = try bench(StubCarrier())
        let notices = bench.service.notices
        for (kind, address) in [
            (DestinationKind.webhook, "http://hooks.example.com/"), (.webhook, "https://127.0.0.1/"),
            (.slack, "https://169.254.169.254/latest"), (.teams, "https://[::1]/"), (.webhook, "ftp://x.example"),
            (.mail, "ana"), (.mail, "a@b.example\r\nBcc: c@d.example"), (.webhook, "owner"),
        ] {
            let refused = await #expect(throws: ServiceError.self) {
                try await notices.create(kind, DestinationSettings(name: "x", address: address))
            }
            #expect(refused?.code == .invalid, "\(address)")
        }
        try notices.setNetworks(["127.0.0.0/8"])
        let made = try await notices.create(
            .webhook, DestinationSettings(name: "x", address: "http://127.0.0.1:9/")
        ).0
        let refused = await #expect(throws: ServiceError.self) {
            try await notices.change(made.id, DestinationSettings(address: "http://10.0.0.1/"), revision: nil)
        }
        #expect(refused?.code == .invalid)
        let taken = await #expect(throws: ServiceError.self) {
            try await notices.create(.slack, DestinationSettings(name: "x", address: "https://hooks.slack.com/a"))
        }
        #expect(taken?.code == .conflict)
        let stale = await #expect(throws: ServiceError.self) {
            try await notices.change(made.id, DestinationSettings(isOn: false), revision: 99)
        }
        #expect(stale?.code == .changed)
        let networks = #expect(throws: ServiceError.self) { try notices.setNetworks(["everywhere"]) }
        #expect(networks?.code == .invalid)
        await bench.service.stop()
    }

    @Test func aTestIsSentAtOnceAndOnlyOnce() async throws {
        let carrier = StubCarrier(SendingOutcome(.unreachable, status: 500, "oh"))
        let bench = try bench(carrier)
        let place = try await webhook(bench)
        let (delivery, attempts) = try await bench.service.notices.test(place.id)
        #expect(delivery.state == .dead && attempts.map(\.note) == ["oh"] && carrier.posts.count == 1)
        #expect(try await bench.service.notices.destination(place.id).failures == 0)
        try await bench.service.notices.delete(place.id, revision: nil)
        let nowhere = await #expect(throws: ServiceError.self) { try await bench.service.notices.replay(delivery.id) }
        #expect(nowhere?.code == .conflict)
        await bench.service.stop()
    }

    @Test func aCalendarShowsWhatItsOwnerHolds() async throws {
        let bench = try bench(StubCarrier())
        try await bench.qualify(from: try await bench.source())
        _ = try await bench.service.deskTick()
        let held = try await bench.service.inbox(InboxFilter(), PageRequest()).items
        let owner = try #require(held.first?.owner)
        let person = try bench.service.colleagues.invite(
            name: owner, email: "o@sales.example", role: .sdr, zone: "UTC", by: nil
        ).0
        let notices = bench.service.notices
        let path = try await notices.newCalendar(of: person.id)
        let file = try #require(path.split(separator: "/").last).description
        let feed = try #require(try await notices.calendar(file)).text
        let own = held.filter { $0.owner == owner }
        for entry in own { #expect(feed.contains("UID:\(entry.id)-respond@weir.example.com\r\n")) }
        #expect(feed.components(separatedBy: "END:VEVENT").count - 1 >= own.count)
        #expect(feed.contains("bank plc"))
        #expect(try await notices.calendar("weir_cal_000000000000000000000000.ics") == nil)
        let next = try await notices.newCalendar(of: person.id)
        #expect(next != path)
        #expect(try await notices.calendar(file) == nil)
        await bench.service.stop()
    }
}
