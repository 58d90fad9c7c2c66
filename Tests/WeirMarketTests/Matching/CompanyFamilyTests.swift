import Testing
import WeirMarket

@Suite("Parents and subsidiaries")
struct CompanyFamilyTests {
    @Test("Roll-up to the company above all")
    func rollUp() throws {
        var family = try CompanyFamily([("b", "a"), ("c", "b"), ("d", "b")])
        #expect(family.ultimateParent(of: "d") == "a")
        #expect(family.ultimateParent(of: "x") == "x")
        #expect(family.members(of: "a") == ["a", "b", "c", "d"])
        #expect(family.isBelow("c", "a") && !family.isBelow("a", "c"))
        try family.add("d", under: "a")
        #expect(family.subsidiaries(of: "b") == ["c"])
        family.remove("b")
        #expect(family.ultimateParent(of: "c") == "b")
    }

    @Test("A circle is refused and changes nothing")
    func cycles() throws {
        var family = try CompanyFamily([("b", "a"), ("c", "b")])
        for (child, parent) in [("a", "c"), ("a", "a"), ("a", "b")] {
            let error = #expect(throws: MarketError.self) { try family.add(child, under: parent) }
            #expect(error?.code == .parentCycle)
        }
        #expect(family.members(of: "a") == ["a", "b", "c"])
    }

    @Test("However links come, every company has one top and no circle", arguments: [1, 2, 3])
    func random(seed: UInt64) {
        var random = Seeded(seed)
        var family = CompanyFamily()
        for _ in 0..<500 {
            let (a, b) = (String(random.below(40)), String(random.below(40)))
            let isCircle = a == b || family.isBelow(b, a)
            let isRefused = (try? family.add(a, under: b)) == nil
            #expect(isRefused == isCircle, "seed \(seed): \(a) under \(b)")
        }
        var seen = 0
        for top in (0..<40).map(String.init) where family.parent(of: top) == nil {
            seen += family.members(of: top).count
        }
        #expect(seen == 40, "seed \(seed)")
    }
}
