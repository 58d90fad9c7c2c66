import Testing
import WeirFacts
import WeirInsight

@Suite("Reports, as they are read")
struct GoldenReportTests {
    @Test("The backtest in the terminal")
    func backtestText() throws {
        let report = try BacktestReport(BacktestExample.input())
        try Golden.expect(report.text(), equals: "backtest.txt")
        try Golden.expect(report.text(TextOptions(isASCII: true, listLimit: 3)), equals: "backtest-ascii.txt")
    }

    @Test("The backtest as JSON")
    func backtestJSON() throws {
        let report = try BacktestReport(BacktestExample.input(accounts: 60))
        try Golden.expect(report.json.rendered() + "\n", equals: "backtest.json")
    }

    @Test("Two definitions side by side")
    func comparison() throws {
        let comparison = try ComparisonExample.comparison()
        try Golden.expect(comparison.text(), equals: "comparison.txt")
        let small = try ComparisonExample.comparison(accounts: 40)
        try Golden.expect(small.json.rendered() + "\n", equals: "comparison.json")
    }

    @Test("An explanation")
    func explanation() throws {
        let view = try ExplanationExample.view()
        try Golden.expect(view.text(), equals: "explanation.txt")
        try Golden.expect(view.json.rendered() + "\n", equals: "explanation.json")
    }

    @Test("No line of text is wider than asked, and ASCII is ASCII where no name is", arguments: [100, 120])
    func width(columns: Int) throws {
        var input = BacktestExample.input()
        for index in input.accounts.indices { input.accounts[index].name = "Account \(index)" }
        let text = try BacktestReport(input).text(TextOptions(width: columns, isASCII: true))
        for line in text.split(separator: "\n") {
            #expect(line.count <= columns, "\(line)")
        }
        let foreign = text.unicodeScalars.filter { !$0.isASCII }
        #expect(foreign.isEmpty, "\(String(String.UnicodeScalarView(foreign)))")
    }

    @Test("An unsigned draft says so at the head of every section")
    func banner() throws {
        let text = try BacktestReport(BacktestExample.input()).text()
        let heads = text.split(separator: "\n").filter { $0.contains(" ──") && !$0.hasPrefix(" ") }
        #expect(heads.count >= 9)
        #expect(heads.allSatisfy { $0.hasSuffix("unsigned draft ──") })
    }
}

/// The example's definition against a stricter one that lets some accounts in later or not at all.
enum ComparisonExample {
    static func comparison(accounts: Int = 300) throws(InsightError) -> BacktestComparison {
        let subject = BacktestExample.input(accounts: accounts)
        var against = subject
        against.title = "Northwind demand agreement, version 3 (5f2a9c)"
        against.banner = nil
        for index in against.accountSpells.indices {
            let shift = [0, 12, -5, 0, 31, 0][index % 6]
            against.accountSpells[index].entered = against.accountSpells[index].entered.advanced(by: shift)
            if let left = against.accountSpells[index].left {
                against.accountSpells[index].left = left.advanced(by: shift)
            }
        }
        let ids = subject.accounts.map(\.id)
        let dropped = Set(ids.indices.filter { $0 % 5 == 0 }.map { ids[$0] })
        against.accountSpells.removeAll { dropped.contains($0.accountID) }
        var given = subject
        let others = Set(ids.indices.filter { $0 % 17 == 0 }.map { ids[$0] }).subtracting(dropped)
        given.accountSpells.removeAll { others.contains($0.accountID) }
        return try BacktestComparison(given, against: against) { id, change in
            change == .gained ? "engaged buyers: 2 are enough, not 3" : "score: 100 points, not 90 (\(id))"
        }
    }
}

@Suite("Reports as pages")
struct PageTests {
    @Test("The backtest's page")
    func backtestPage() throws {
        try Golden.expect(BacktestReport(BacktestExample.input()).page.html, equals: "backtest.html")
    }

    @Test("The comparison's page")
    func comparisonPage() throws {
        try Golden.expect(ComparisonExample.comparison().page.html, equals: "comparison.html")
    }

    @Test("A page runs and loads nothing, and every heading of a section carries the banner")
    func standsAlone() throws {
        let html = try BacktestReport(BacktestExample.input()).page.html
        for forbidden in [
            "<script", "<link", "<img", "http:", "https:", "url(", "@import", " src=", " style=", " onclick=",
        ] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        let heads = html.split(separator: "<div class=\"head\">").dropFirst()
        #expect(heads.count >= 5)
        #expect(heads.allSatisfy { $0.prefix(200).contains("unsigned draft") })
    }

    @Test("Names from outside are text, in pages and in attributes")
    func escaping() throws {
        var input = BacktestExample.input(accounts: 60)
        input.title = "</style><script>alert(\"1\")</script> & 'x'"
        input.banner = "\"><img src=x onerror=alert(1)>"
        for index in input.accounts.indices { input.accounts[index].name = "<b>\(index)</b>" }
        let html = try BacktestReport(input).page.html
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<b>"))
        #expect(html.contains("&lt;script&gt;"))
    }
}
