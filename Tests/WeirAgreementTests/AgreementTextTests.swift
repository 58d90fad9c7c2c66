import Testing
import WeirAgreement

@Suite("Other values in an agreement's text")
struct AgreementTextTests {
    private func text(_ source: String) throws -> AgreementText {
        try AgreementText(Array(source.utf8), file: "agreement.yaml")
    }

    private func example() throws -> AgreementText { try text(Example.text()) }

    private func changed(_ text: AgreementText, _ path: String, _ value: String) throws -> String {
        let setting = try text.setting(at: path)
        let written = try #require(setting.text(for: value), "\(path) \(value)")
        return String(decoding: text.bytes(with: [(setting, written)]), as: UTF8.self)
    }

    @Test(
        "A value is set where it stands, and nothing else changes",
        arguments: [
            ("qualified_account.enter.score", "130", "enter: {tier: B, score: 100,", "enter: {tier: B, score: 130,"),
            ("qualified_account.enter.tier", "A", "enter: {tier: B, score", "enter: {tier: A, score"),
            ("qualified_account.dwell", "14", "dwell: 7 days", "dwell: 14 days"),
            ("qualified_account.dwell", "2 weeks", "dwell: 7 days", "dwell: 2 weeks"),
            ("signals.unsubscribed.points", "-20", "points: -15}", "points: -20}"),
            ("signals.page_viewed.points", "0.25", "points: 0.5, limit", "points: 0.25, limit"),
            ("categories.web.half_life", "21", "web: {half_life: 14 days", "web: {half_life: 21 days"),
            ("echo.cap", "0", "half_life: 30 days, cap: 60}", "half_life: 30 days, cap: 0}"),
            ("market.matrix.2.ranges.1.points", "35", "at_least: 10000, points: 30", "at_least: 10000, points: 35"),
            ("market.matrix.1.points.Software & Services", "45", "Services: 40, Banking", "Services: 45, Banking"),
            ("sla.marketing.acceptance.at_least", "65", "acceptance: {at_least: 70%}", "acceptance: {at_least: 65%}"),
            ("teams.sdr_us.members.dan", "9", "members: {dan: 15}", "members: {dan: 9}"),
        ])
    func sets(path: String, value: String, before: String, after: String) throws {
        let source = try Example.text()
        try #require(source.contains(before), "the example has no \(before)")
        #expect(try changed(example(), path, value) == source.replacing(before, with: after))
        _ = try Example.agreement(changed(example(), path, value))
    }

    @Test func severalAtOnceWhicheverIsLonger() throws {
        let text = try example()
        let score = try text.setting(at: "qualified_account.enter.score")
        let dwell = try text.setting(at: "qualified_account.dwell")
        for order in [[(score, "1000"), (dwell, "9 days")], [(dwell, "9 days"), (score, "1000")]] {
            let agreement = try Example.agreement(String(decoding: text.bytes(with: order), as: UTF8.self))
            #expect(agreement.qualifiedAccount.enter.scoreMilli == 1_000_000)
            #expect(agreement.qualifiedAccount.dwellDays == 9)
        }
    }

    @Test("Quotes, foreign letters, CRLF and a byte order mark do not lead astray")
    func writtenOtherwise() throws {
        let source = "\u{FEFF}" + "größe: {\"schön 東京\": 1, näher: '7 days'}\r\nweiter:\r\n  - {punkte: 5.5}\r\n"
        let text = try text(source)
        #expect(try changed(text, "größe.näher", "8") == source.replacing("'7 days'", with: "'8 days'"))
        #expect(try changed(text, "größe.schön 東京", "2") == source.replacing("\": 1", with: "\": 2"))
        #expect(try changed(text, "weiter.1.punkte", "0.001") == source.replacing("5.5", with: "0.001"))
    }

    @Test("A name may hold points; the longest that fits is taken")
    func pointsInNames() throws {
        let source = "a: {b: 1, b.c: 2}\n\"d.e\": {f: 3}\n"
        #expect(try changed(text(source), "a.b", "9") == source.replacing("b: 1", with: "b: 9"))
        #expect(try changed(text(source), "a.b.c", "9") == source.replacing("b.c: 2", with: "b.c: 9"))
        #expect(try changed(text(source), "d.e.f", "9") == source.replacing("f: 3", with: "f: 9"))
    }

    @Test(
        "A path that leads nowhere, or to no number, says where it ends and how it could go on",
        arguments: [
            ("qualified_acount.enter.score", "unknown-key", "did you mean 'qualified_account'?"),
            ("qualified_account.entre.score", "unknown-key", "did you mean 'enter'?"),
            ("qualified_account.stay.roles", "unknown-key", "it has tier, score and engaged_buyers"),
            ("qualified_account.dwell.days", "unknown-key", "the path ends here"),
            ("market.matrix.5.points", "unknown-key", "say 1 to 4"),
            ("market.matrix.0", "unknown-key", "say 1 to 4"),
            ("qualified_account.enter", "wrong-type", "did you mean"), ("timezone", "wrong-type", "name a number"),
            ("fiscal_year_starts", "wrong-type", "name a number"),
            ("qualified_buyer.account_qualified", "wrong-type", "name a number"),
        ])
    func refuses(path: String, code: String, right: String) throws {
        let text = try example()
        do {
            let setting = try text.setting(at: path)
            Issue.record("\(path) was found: \(setting)")
        } catch {
            #expect(error.code.rawValue == code && error.line > 0 && error.column > 0)
            if path != "qualified_account.enter" { #expect(error.whatWouldBeRight.contains(right), "\(error)") }
        }
    }

    @Test(
        "A value that cannot stand where the old one stood is refused before it is written",
        arguments: [
            ("qualified_account.enter.score", "7 days"), ("qualified_account.enter.score", "B"),
            ("qualified_account.enter.score", "50%"), ("qualified_account.enter.score", "1, roles: [x]"),
            ("qualified_account.dwell", "50%"), ("sla.marketing.acceptance.at_least", "7 days"),
            ("qualified_account.enter.tier", "C, score: 1"), ("qualified_account.enter.tier", "- C"),
            ("qualified_account.enter.tier", ""), ("qualified_account.dwell", "7 days\nx"),
        ])
    func cannotStand(path: String, value: String) throws {
        let setting = try example().setting(at: path)
        #expect(setting.text(for: value) == nil)
    }

    @Test("An entry is added at the end of every list and group, and nothing else changes")
    func addsEntries() throws {
        let (text, source) = (try example(), try Example.text())
        #expect(text.rows.count > 30)
        for rows in text.rows {
            let added = text.adding(rows.lastValue, named: rows.isNamed ? "brand new" : nil, to: rows.path)
            let bytes = try #require(added, "\(rows.path)")
            let changed = String(decoding: bytes, as: UTF8.self)
            let (was, becomes) = (source.split(separator: "\n"), changed.split(separator: "\n"))
            let differing = becomes.difference(from: was)
            #expect(differing.removals.count <= 1 && differing.insertions.count == 1, "\(rows.path)")
            let grown = try #require(try self.text(changed).rows.first { $0.path == rows.path })
            #expect(grown.lastValue == rows.lastValue && (grown.lastName == "brand new") == rows.isNamed)
        }
        for value in ["1, F: 2", "1}", "{", "\"", "1\nagreement: x"] {
            #expect(text.adding(value, named: "E", to: "market.tiers") == nil, "\(value)")
        }
        #expect(text.adding("1", named: "A", to: "market.tiers") == nil, "it stands there already")
        #expect(text.adding("1", named: "A", to: "market.nothing") == nil)
    }

    private func without(_ step: String, _ path: String, _ source: String) throws -> String {
        String(decoding: try text(source).removing(step, from: path), as: UTF8.self)
    }

    @Test("Any entry of any list and group is removed, and every other byte stays")
    func removesEntries() throws {
        let (text, source) = (try example(), try Example.text())
        for rows in text.rows {
            for entry in rows.entries {
                guard rows.entries.count > 1 else {
                    #expect(throws: AgreementText.Refusal.only, "\(rows.path)") {
                        try text.removing(entry.step, from: rows.path)
                    }
                    continue
                }
                let changed = try without(entry.step, rows.path, source)
                #expect(changed.utf8.count < source.utf8.count, "\(rows.path) \(entry.step)")
                // What is left is what was there with one piece cut out of it.
                let same = zip(source.utf8, changed.utf8).prefix { $0 == $1 }.count
                let cut = source.utf8.count - changed.utf8.count
                #expect(Array(source.utf8.dropFirst(same + cut)) == Array(changed.utf8.dropFirst(same)), "\(rows.path)")
                let left = try #require(try self.text(changed).rows.first { $0.path == rows.path })
                #expect(left.entries.map(\.written) == rows.entries.filter { $0 != entry }.map(\.written))
            }
        }
    }

    @Test func removesWhereItStandsAndKeepsComments() throws {
        let source = try Example.text()
        #expect(
            try without("B", "market.tiers", source) == source.replacing("A: 70, B: 50, C: 25", with: "A: 70, C: 25"))
        #expect(
            try without("A", "market.tiers", source) == source.replacing("A: 70, B: 50, C: 25", with: "B: 50, C: 25"))
        let event = "  event_met: {category: events, points: 20}\n"
        #expect(try without("event_met", "signals", source) == source.replacing(event, with: ""))
        let third =
            "    - attribute: technologies           # a set: each that is present counts\n"
            + "      points: {salesforce: 15, marketo: 15}\n"
        try #require(source.contains(third))
        #expect(try without("3", "market.matrix", source) == source.replacing(third, with: ""))
        let lines = "lists:\n  a: [x, # of x\n    y, # of y\n    z]\n  # about b\n  b: [u] # of u\n  c: [v]"
        #expect(try without("2", "lists.a", lines) == lines.replacing("y,", with: ""))
        #expect(try without("3", "lists.a", lines) == lines.replacing("z]", with: "]"))
        #expect(try without("b", "lists", lines) == lines.replacing("  b: [u] # of u\n", with: ""))
        #expect(try without("c", "lists", lines) == lines.replacing("  c: [v]", with: ""))
    }

    @Test("An entry that is not there, alone, or cannot be told from the rest stays")
    func refusesRemoval() throws {
        #expect(throws: AgreementText.Refusal.missing) { try example().removing("F", from: "market.tiers") }
        #expect(throws: AgreementText.Refusal.missing) { try example().removing("1", from: "market.nothing") }
        #expect(throws: AgreementText.Refusal.only) { try text("lists: {a: [x]}").removing("1", from: "lists.a") }
        // Both lines of a text in several lines belong together, and it is not known where they end.
        let lines = "lists:\n  a: [x]\n  b:\n    - |\n      two\n      lines\n    - y\n"
        #expect(throws: AgreementText.Refusal.entangled) { try text(lines).removing("1", from: "lists.b") }
    }

    @Test("An item of a list is named by what it is about")
    func namesItems() throws {
        let text = try example()
        let names = Dictionary(uniqueKeysWithValues: text.settings.map { ($0.path, $0.names) })
        #expect(
            names["market.matrix.1.points.Software & Services"]
                == ["market", "matrix", "industry", "points", "Software & Services"])
        #expect(
            names["market.matrix.2.ranges.1.points"]
                == ["market", "matrix", "employees", "ranges", "at least 10,000", "points"])
        let digits = text.settings.filter { $0.names.contains { Int($0) != nil } }.map(\.path)
        #expect(digits.isEmpty, "\(digits)")
        #expect(text.rows.first { $0.path == "buying_group.levels.2.vp" }?.names.suffix(2) == ["vp", "vp"])
    }

    @Test func placesAreThoseOfTheText() throws {
        let setting = try example().setting(at: "qualified_account.enter.score")
        let lines = try Example.text().split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines[setting.line - 1].unicodeScalars.dropFirst(setting.column - 1)
        #expect(String(rest).hasPrefix("100, engaged_buyers"))
        #expect(setting.written == "100" && setting.unit.isEmpty)
    }
}
