import Testing
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirTestSupport

@Suite struct FairnessTests {
    @Test func sharesFollowCapacityAndNobodyIsFavoured() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules { $0.release?.slowDown = [] }, at: start)
        var rows: [FairnessLedger.Row] = []
        var given: [String: Int] = [:]
        for number in 0..<320 {
            // Raised hands pass whatever the hour, so only fairness decides.
            let actions = try desk.take(DeskFixture.buyer("b\(number)", raisedHand: true), at: start)
            for offer in DeskFixture.offers(actions) { given[offer.owner, default: 0] += 1 }
            rows += DeskFairness.rows(actions, team: 0)
        }
        // 12, 10 and 10 of 32: of 320 then 120, 100, 100; members without room are passed over while others have some.
        #expect(abs(given["ana", default: 0] - 120) <= 2)
        #expect(abs(given["ben", default: 0] - 100) <= 2)
        #expect(abs(given["chloe", default: 0] - 100) <= 2)
        for row in rows { #expect(row.credits.reduce(0) { $0 + $1.micro } == Int64(0)) }
        #expect(rows.map(\.number) == Array(1...rows.count))
    }

    @Test func whoComesBackFromLeaveIsNotFlooded() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules { $0.sla = nil }, at: start)
        let (from, to) = (try #require(CivilDay("2026-03-02")), try #require(CivilDay("2026-03-06")))
        _ = try desk.take(.away(team: 0, name: "ana", Leave(from: from, to: to)), at: start)
        for number in 0..<100 { _ = try desk.take(DeskFixture.buyer("w\(number)", raisedHand: true), at: start) }
        let back = try DeskFixture.at("2026-03-09T06:00:00Z")
        for id in desk.handOffs.keys.sorted() {
            _ = try desk.take(.disposition(handOff: id, .accept, by: .person("x"), seen: nil), at: back)
        }
        var next: [String] = []
        for number in 0..<16 {
            let actions = try desk.take(DeskFixture.buyer("v\(number)", raisedHand: true), at: back)
            next += DeskFixture.offers(actions).map(\.owner)
        }
        #expect((5...7).contains(next.filter { $0 == "ana" }.count))
    }

    @Test func workOfWhoLeavesIsHandedOn() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules(), at: start)
        for number in 0..<12 { _ = try desk.take(DeskFixture.buyer("b\(number)", raisedHand: true), at: start) }
        let had = desk.handOffs.values.filter { $0.owner == "ana" }.count
        let actions = try desk.take(.left(team: 0, name: "ana"), at: start)
        let handed = actions.filter { if case .handedOn(_, "ana", _, "ana has left") = $0 { true } else { false } }
        #expect(had > 0 && handed.count == had)
        #expect(!desk.handOffs.values.contains { $0.owner == "ana" })
        #expect(desk.teams[0].fairness.balances["ana"] == Int64(0))
        #expect(desk.violations().isEmpty)
        let more = try (0..<9).flatMap { number in
            try DeskFixture.offers(desk.take(DeskFixture.buyer("m\(number)", raisedHand: true), at: start))
        }
        #expect(!more.contains { $0.owner == "ana" })
    }

    @Test func theAccountsOwnerComesFirstUnlessAway() throws {
        let start = try DeskFixture.at("2026-03-02T06:00:00Z")
        var desk = try Desk(DeskFixture.rules(), at: start)
        for number in 0..<5 {
            let actions = try desk.take(
                DeskFixture.buyer("b\(number)", raisedHand: true, rules: [0], owner: "ben"), at: start)
            #expect(DeskFixture.offers(actions).map(\.owner) == ["ben"])
        }
        let day = try #require(CivilDay("2026-03-02"))
        _ = try desk.take(.away(team: 0, name: "ben", Leave(from: day, to: day)), at: start)
        let actions = try desk.take(DeskFixture.buyer("c", raisedHand: true, rules: [0], owner: "ben"), at: start)
        #expect(DeskFixture.offers(actions).map(\.owner) != ["ben"])
        let none = try desk.take(DeskFixture.buyer("d", rules: []), at: start)
        #expect(none.last == .withoutTeam(buyer: "d"))
        #expect(desk.violations().isEmpty)
    }
}

enum DeskFairness {
    static func rows(_ actions: [DeskAction], team: Int) -> [FairnessLedger.Row] {
        actions.compactMap { if case .fairness(team, let row) = $0 { row } else { nil } }
    }
}
