import Foundation
import Testing
import WeirFacts
import WeirInsight

@Suite("Tables")
struct TableViewTests {
    private let table = TableView(
        title: "Qualified accounts", banner: "unsigned draft",
        columns: [
            .init("account", "account"), .init("since", "since"), .init("score", "score", isTrailing: true),
            .init("accepted", "accepted", isTrailing: true),
        ],
        rows: [
            [.text("東京海運"), .day(day("2026-03-04")), .points(142_990), .share(Share(52, of: 73))],
            [.text("=Müller, \"Stahl\"\u{1B}[31m"), .nothing("never was"), .points(-250), .share(Share(0, of: 0))],
        ])

    @Test("Wide characters take two columns, figures line up at the right, control characters stay out")
    func text() {
        let lines = table.text().split(separator: "\n").map(String.init)
        #expect(lines[0].hasSuffix("unsigned draft ──"))
        #expect(lines[1] == "  account                since       score        accepted")
        #expect(lines[2] == "  東京海運               2026-03-04  142.9  71% (52 of 73)")
        #expect(lines[3] == "  =Müller, \"Stahl\"\u{FFFD}[31m  never was    -0.2   none (0 of 0)")
    }

    @Test("CSV quotes, disarms formulas, and names the basis")
    func csv() {
        let lines = table.csv().split(separator: "\n").map(String.init)
        #expect(lines[0] == "account,since,score,accepted,basis")
        #expect(lines[1] == "東京海運,2026-03-04,142.99,0.712,unsigned draft")
        #expect(lines[2] == "\"'=Müller, \"\"Stahl\"\"\u{1B}[31m\",,-0.25,,unsigned draft")
    }

    @Test("JSON keeps millipoints as integers and is read back by any reader")
    func json() throws {
        let text = table.json.rendered(isIndented: false)
        #expect(text.contains("\"score_milli\":142990"))
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(read?["banner"] as? String == "unsigned draft")
        #expect((read?["rows"] as? [Any])?.count == 2)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let again = try JSONSerialization.jsonObject(with: encoder.encode(table.json)) as? NSDictionary
        #expect(again == read as NSDictionary?)
    }

    @Test("A narrow page cuts the widest text column, and a long list says how many it leaves out")
    func narrow() {
        var long = TableView(title: "t", columns: [.init("a", "name"), .init("n", "n", isTrailing: true)])
        for number in 0..<25 { long.append([.text(String(repeating: "x", count: 60)), .number(number * 1000)]) }
        let lines = long.text(TextOptions(width: 40, listLimit: 20)).split(separator: "\n")
        #expect(lines.count == 23)
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines[2].contains("…"))
        #expect(lines.last == "  … and 5 more: --format json has all")
    }
}
