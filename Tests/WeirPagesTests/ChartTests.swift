import Testing
import WeirFacts
import WeirInsight
import WeirPages

@Suite("Charts say in words what they draw")
struct ChartTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    @Test("The band shades each stay, draws both thresholds and lists the stays")
    func band() throws {
        let points = [
            ScoreBand.Point(day: try day("2026-01-01"), scoreMilli: 20_000),
            ScoreBand.Point(day: try day("2026-03-01"), scoreMilli: 140_000),
        ]
        let stays = [
            ScoreBand.Stay(entered: try day("2026-02-01"), left: try day("2026-02-20"), byRaisedHand: false),
            ScoreBand.Stay(entered: try day("2026-02-25"), left: nil, byRaisedHand: true),
        ]
        let marks = [ScoreBand.Mark(day: try day("2026-02-25"), kind: .raisedHand, words: "Dana <raised> a hand")]
        let html = Markup(
            BandChart(ScoreBand(points: points, stays: stays, marks: marks, enterMilli: 100_000, stayMilli: 60_000))
                .element
        ).html
        #expect(html.ranges(of: "class=\"area\"").count == 2)
        #expect(html.ranges(of: "class=\"limit").count == 2)
        #expect(html.contains("now 140.0 points") && html.contains("qualified 2 times"))
        #expect(html.contains("still in") && html.contains("&lt;raised&gt;"))
    }

    @Test("The seats are said in words for those who cannot see the squares")
    func seats() {
        let cell = SeatGrid.Cell(
            people: [.init(name: "Dana", isEngaged: true), .init(name: "Lee", isEngaged: false)], missing: 1)
        let grid = SeatGrid(
            functions: ["marketing"], levels: ["vp"], cells: [[cell]],
            seats: [.init(role: "decision_maker", wanted: 2, known: 1, engaged: 1)])
        let html = SeatTable(grid).element.html
        #expect(
            html.contains("1 engaged, 1 known, 1 missing") && html.contains("class=\"missing\"")
                && html.contains("Decision maker") && html.contains("VP"))
    }

    @Test("A share of nothing draws nothing, and nothing divides by zero")
    func empty() {
        #expect(Markup(MeterBar(0, of: 0).element).html.contains("width=\"0\""))
        #expect(!Markup(NarrowingChart([.init("All", count: 0)]).element).html.contains("nan"))
        #expect(!Markup(ArcChart([]).element).html.contains("nan"))
    }
}
