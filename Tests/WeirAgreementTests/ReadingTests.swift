import Foundation
import Testing
import WeirAgreement
import WeirFacts

/// Reading as a whole: several mistakes at once, values of every type, lists in files, and what must stay text.
struct ReadingTests {
    private static func codes(_ text: String) -> [String] {
        MistakeTests.read(text).problems.map { "\($0.line):\($0.column): \($0.code.rawValue)" }
    }

    @Test func reportsEveryMistakeAtOnceInOrder() throws {
        let text = try Example.text()
            .replacing("half_life: 14 days", with: "halflife: 14 days")
            .replacing("score: 60", with: "score: 160")
            .replacing("holidays: GB", with: "holidays: UK")
            .replacing("points: 25}", with: "points: 1e3}")
            .replacing("timezone: Europe/London\nfiscal", with: "timezone: Europe/Lodon\nfiscal")
        #expect(
            Self.codes(text) == [
                "4:11: unknown-timezone", "60:9: unknown-key", "72:50: wrong-type", "82:26: stricter-stay",
                "104:100: unknown-country",
            ])
    }

    @Test func writesAProblemAsOneLine() throws {
        let reading = AgreementReader.read(
            Array(try Example.text().replacing("solution:", with: "soluton:").utf8), file: "demand.yaml")
        #expect(
            reading.problems.map(\.description) == [
                "demand.yaml:3:1: unknown-key: 'soluton' is not a key of the agreement; did you mean 'solution'?"
            ])
    }

    /// Every code that can be reported is either in the table of mistakes or here.
    @Test func refusesWholeFiles() {
        let tooLarge = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20 + 1)
        #expect(AgreementReader.read(tooLarge).problems.map(\.code) == [.fileTooLarge])
        #expect(AgreementReader.read(Array("a: ".utf8) + [0xFF]).problems.map(\.code) == [.notUTF8])
        #expect(AgreementReader.read([]).problems.map(\.code) == [.missingValue])
        #expect(AgreementReader.read(Array("# nothing\n".utf8)).problems.map(\.code) == [.missingValue])
        #expect(AgreementReader.read(Array("[1, 2]".utf8)).problems.map(\.code) == [.wrongType])
        let deep = String(repeating: "[", count: 500_000)
        #expect(AgreementReader.read(Array(deep.utf8)).problems.map(\.code) == [.nestedTooDeep])
        let many = (0..<2000).map { "key\($0): 1" }.joined(separator: "\n")
        let problems = AgreementReader.read(Array(many.utf8)).problems
        #expect(problems.count == 501)
        #expect(problems.last?.code == .tooManyProblems)
    }

    /// Norway, a year, `yes` and `null` in quotes: where text is asked for, text stays as it is written.
    @Test func keepsTextAsItIsWritten() throws {
        let agreement = try Example.agreement(
            Example.text()
                .replacing("[United Kingdom, Ireland, Germany,", with: "[NO, yes, 1e3, \"null\", 2024,")
                .replacing("holidays: GB", with: "holidays: NO"))
        let line = try #require(agreement.market.served.lines.first)
        guard case .attribute(_, let tests) = line, case .oneOf(let values) = tests.first else {
            Issue.record("not a line of values")
            return
        }
        #expect(values.prefix(5) == [.text("NO"), .text("yes"), .text("1e3"), .text("null"), .text("2024")])
        #expect(agreement.handOff.teams[0].calendar.holidays == "NO")
    }

    @Test func readsValuesOfEveryType() throws {
        let text = try Example.text()
            .replacing("{technologies: set}", with: "{technologies: set, budget: money, since: date, partner: yes/no}")
            .replacing(
                "employees: {at_least: 50}",
                with: "{budget: {at_least: 99.50 EUR}, since: {at_most: 2026-03-27}, partner: true, founded: 1999}")
        #expect(
            try Example.agreement(text).market.addressable.lines == [
                .attribute(name: "budget", tests: [.atLeast(.money(Money(minorUnits: 9_950, currency: "EUR")))]),
                .attribute(
                    name: "since",
                    tests: [.atMost(.date(try #require(CivilDay(year: 2026, month: 3, day: 27))))]),
                .attribute(name: "partner", tests: [.oneOf([.yesNo(true)])]),
                .attribute(name: "founded", tests: [.oneOf([.number(FixedNumber(thousandths: 1_999_000))])]),
            ])
        let wrong =
            text
            .replacing("99.50 EUR", with: "99.50").replacing("2026-03-27", with: "2026-02-30")
            .replacing("partner: true", with: "partner: yes").replacing("1999", with: "1999.12345")
        #expect(
            Self.codes(wrong) == [
                "16:25: no-currency", "16:50: impossible-date", "16:72: wrong-type", "16:86: too-precise",
            ])
    }

    @Test func loadsAListFromItsFile() throws {
        let file = "\u{FEFF}rival.example,Rival\r\n\"Rival, Inc.\";x\r\n\r\nRIVAL.example\r\n  other.example  \r\n"
        let hash = AgreementHash.sha256Hex(Array(file.utf8))
        let text = try Example.text().replacing(
            "competitors: [rival.example, other-rival.example]",
            with: "competitors: {file: lists/competitors.csv, sha256: \(hash)}")
        let reading = AgreementReader.read(Array(text.utf8)) { path in
            path == "lists/competitors.csv" ? Array(file.utf8) : nil
        }
        #expect(reading.problems == [])
        let list = try #require(reading.agreement?.lists.first)
        #expect(list.entries == ["rival.example", "Rival, Inc.", "other.example"])
        #expect(list.file == ExternalList(path: "lists/competitors.csv", sha256: hash))
    }

    /// Line ends, a byte order mark and comments do not change what is read; they do change the hash.
    @Test func readsTheSameFromEveryLayout() throws {
        let text = try Example.text()
        let agreement = try Example.agreement()
        for variant in [text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, "# signed\n" + text, "---\n" + text] {
            let reading = AgreementReader.read(Array(variant.utf8))
            #expect(reading.problems == [])
            #expect(reading.agreement == agreement)
            #expect(reading.sha256 != AgreementHash.sha256Hex(try Example.bytes()))
        }
    }

    /// A range is covered by several before it together; half-open ranges meet without a gap or an overlap.
    @Test func judgesRangesTogether() throws {
        let find = "[{at_least: 10000, points: 30}, {at_least: 1000, points: 20}]"
        func codes(_ ranges: String) throws -> [String] {
            let text = try Example.text()
            #expect(text.contains(find))
            return MistakeTests.read(text.replacing(find, with: ranges)).problems.map(\.code.rawValue)
        }
        #expect(
            try codes(
                "[{at_least: 1, at_most: 5, points: 1}, {at_least: 5.001, at_most: 9, points: 2}, "
                    + "{at_least: 2, at_most: 8, points: 3}]") == ["unreachable"])
        #expect(try codes("[{at_least: 6, points: 1}, {at_most: 5.999, points: 2}]") == [])
        #expect(try codes("[{at_least: 6, points: 1}, {at_most: 6, points: 2}]") == ["overlapping-ranges"])
        #expect(try codes("[{at_least: 6, points: 1}, {points: 2}]") == [])
        #expect(try codes("[{points: 2}, {at_least: 6, points: 1}]") == ["unreachable"])
    }

    /// A role is a bit of 64; levels and ranges have their bounds too.
    @Test func boundsWhatIsCounted() throws {
        let example = try Example.text()
        let roles = (0..<61).map { "    r\($0): {functions: [it], levels: [vp], weight: 1}\n" }.joined()
        let levels = (0..<251).map { "    - l\($0): [keyword\($0)]\n" }.joined()
        let ranges = (0..<257).map { "{at_least: \(1000 - $0), points: 1}" }.joined(separator: ", ")
        func codes(_ text: String) -> [AgreementProblem.Code] {
            #expect(text != example)
            return MistakeTests.read(text).problems.map(\.code)
        }
        #expect(codes(example.replacing("  no_role:", with: roles + "  no_role:")).contains(.tooMany))
        #expect(codes(example.replacing("    - staff:", with: levels + "    - staff:")) == [.tooMany])
        #expect(codes(example.replacing("[{at_least: 1000000000, points: 15}]", with: "[\(ranges)]")) == [.tooMany])
    }
}
