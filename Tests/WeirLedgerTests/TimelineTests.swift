import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("What was known of a company, and when")
struct TimelineTests {
    private func day(_ number: Int64) -> Instant { Instant(milliseconds: number * 86_400_000) }
    private func said(
        _ value: String?, _ name: String = "industry", seen: Int64? = nil, id: String = "1"
    ) -> AccountSeen {
        AccountSeen(
            id: id, observedAt: seen.map(day), attributes: [name: value.map { .text($0) }])
    }

    private func timeline(_ bench: LedgerBench) throws -> AccountTimeline {
        var found: AccountTimeline?
        try bench.ledger.forEachTimeline(only: 1) {
            found = $0
            return true
        }
        return try #require(found)
    }

    @Test func whatWasSaidFirstHoldsSinceEver() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([said("Banking")]), at: day(100))
        try bench.take(.accounts([said("Insurance")]), at: day(200))
        try bench.take(.accounts([said("Lyon", "city")]), at: day(300))
        let timeline = try timeline(bench)
        let profiles = [0, 199, 200, 5000].map { timeline.profile(at: day($0)).attributes }
        #expect(profiles.map { $0["industry"] } == ["Banking", "Banking", "Insurance", "Insurance"].map { .text($0) })
        #expect(profiles.allSatisfy { $0["city"] == .text("Lyon") })
        #expect(timeline.profiles.count == 2)
    }

    @Test func aChangeHoldsFromTheDayItWasSeen() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([said("Banking", seen: 10)]), at: day(100))
        try bench.take(.accounts([said("Energy", seen: 50)]), at: day(110))
        // Recorded last, seen between the others: it holds between them.
        try bench.take(.accounts([said("Insurance", seen: 30)]), at: day(120))
        let timeline = try timeline(bench)
        let industries = [0, 29, 30, 49, 50, 120].map { timeline.profile(at: day($0)).attributes["industry"] }
        let expected = ["Banking", "Banking", "Insurance", "Insurance", "Energy", "Energy"]
        #expect(industries == expected.map { .text($0) })
    }

    @Test func whatIsErasedIsUnknownFromThenOn() throws {
        let bench = try LedgerBench()
        try bench.take(.accounts([said("Banking")]), at: day(100))
        try bench.take(.accounts([said(nil)]), at: day(200))
        let timeline = try timeline(bench)
        #expect(timeline.profile(at: day(199)).attributes["industry"] == .text("Banking"))
        #expect(timeline.profile(at: day(200)).attributes["industry"] == nil)
    }

    @Test func everyTypeOfValueComesBackExactly() throws {
        let bench = try LedgerBench()
        let values: [String: AttributeValue] = [
            "a": .text("Ünïted \"quotes\" \u{1F680}"), "b": .number(FixedNumber(thousandths: Int64.max)),
            "c": .money(Money(minorUnits: -5, currency: "EUR")), "d": .date(CivilDay(number: -1)),
            "e": .set(["x", "y"]), "f": .yesNo(false), "g": .text(""), "h": .set([]),
        ]
        try bench.take(.accounts([AccountSeen(id: "1", attributes: values.mapValues { .some($0) })]))
        #expect(try timeline(bench).profiles.last?.attributes == values)
    }

    @Test func titlesKeepTheirOrderToo() throws {
        let bench = try LedgerBench()
        for (title, seen) in [("Manager", 10), ("CMO", 50), ("Director", 30), ("Director", 40)] as [(String, Int64)] {
            try bench.take(.buyers([BuyerSeen(id: "b", title: title, observedAt: day(seen))]), at: day(100))
        }
        let words = try bench.ledger.terms(.title)
        var changes: [String] = []
        try bench.ledger.forEachTitleChange { change in
            let day = change.observedAt.map { "\($0.milliseconds / 86_400_000)" } ?? "ever"
            changes.append("\(words[change.title] ?? "?") \(day)")
        }
        #expect(changes == ["Manager ever", "Director 30", "CMO 50"])
    }
}
