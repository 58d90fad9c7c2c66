import WeirFacts
import WeirInsight

/// The score over time with the thresholds drawn in, shaded where the account was qualified, with marks for hands raised
/// and deals.
public struct BandChart: Hashable, Sendable {
    public var band: ScoreBand
    private let width = 1080.0
    private let left = 44.0
    private let right = 1070.0
    private let top = 14.0
    private let bottom = 176.0

    public init(_ band: ScoreBand) { self.band = band }

    public var element: HTMLElement {
        figure {
            figcaption {
                "Score over time"
                HTMLTag.span { legend }
            }
            HTMLElement(
                .svg, .class("chart wide"), .viewBox(width: width, height: 216), .role("img"),
                .labelledBy("band-title band-desc")
            ) {
                HTMLElement(.title, .id("band-title")) { "Score over time" }
                HTMLElement(.desc, .id("band-desc")) { description }
                drawing
            }
            details {
                summary { "The numbers: when it was qualified" }
                table.element
            }
        }
    }

    private var legend: String {
        var words = ["Shaded: qualified."]
        if band.enterMilli > 0 { words.append("Dashed: \(Words.wholePoints(band.enterMilli)) to enter.") }
        if band.stayMilli > 0 { words.append("Grey dashed: \(Words.wholePoints(band.stayMilli)) to stay.") }
        if band.marks.contains(where: { $0.kind == .raisedHand }) { words.append("Dot: a raised hand.") }
        if band.marks.contains(where: { $0.kind == .deal }) { words.append("Square: an opportunity.") }
        return words.joined(separator: " ")
    }

    private var first: CivilDay { band.points.first?.day ?? CivilDay(number: 0) }
    private var last: CivilDay { band.points.last?.day ?? CivilDay(number: 0) }

    private func x(_ day: CivilDay) -> Double {
        let span = max(1, first.distance(to: last))
        return left + (right - left) * Double(min(max(0, first.distance(to: day)), span)) / Double(span)
    }

    private var ticks: [Int] {
        let most = max(band.points.map(\.scoreMilli).max() ?? 0, band.enterMilli, band.stayMilli)
        return ChartScale.ticks(to: max(1, Int(most / 1000)))
    }

    private var description: String {
        let highest = band.points.max { $0.scoreMilli < $1.scoreMilli }
        let now = band.points.last
        return
            "From \(Words.day(first)) to \(Words.day(last)): now \(Words.wholePoints(now?.scoreMilli ?? 0)) points, at "
            + "most \(Words.wholePoints(highest?.scoreMilli ?? 0)) on \(Words.day(highest?.day ?? last)); qualified "
            + (band.stays.count == 1 ? "once." : "\(band.stays.count) times.")
    }

    private var drawing: Markup {
        let scale = ChartScale(limit: max(1, (ticks.last ?? 1) * 1000), start: bottom, end: top)
        let line = band.points.map { (x($0.day), scale.place(Int($0.scoreMilli))) }
        return Markup {
            for stay in band.stays where (stay.left ?? last) >= first {
                let from = x(stay.entered)
                let to = stay.left.map(x) ?? right
                ChartMark.bar(x: from, y: top, width: max(1.5, to - from), height: bottom - top, kind: "area")
            }
            for tick in ticks {
                let y = scale.place(tick * 1000)
                ChartMark.line(from: (left, y), to: (right, y), kind: "rule")
                ChartMark.text(Words.number(tick), x: left - 8, y: y + 4, kind: "end")
            }
            if band.enterMilli > 0 { threshold(band.enterMilli, scale, kind: "limit") }
            if band.stayMilli > 0 { threshold(band.stayMilli, scale, kind: "limit stay") }
            ChartMark.path(line, kind: "curve")
            for mark in band.marks {
                if mark.kind == .raisedHand {
                    HTMLTag.circle(
                        [.class("point hand")] + HTMLAttribute.centre(x: x(mark.day), y: bottom + 10, radius: 4.5)
                    ) { HTMLElement(.title) { "\(Words.day(mark.day)): \(mark.words)" } }
                } else {
                    HTMLElement(
                        .rect, .class("deal"), .x(x(mark.day) - 4), .y(bottom + 6), .width(8), .height(8)
                    ) { HTMLElement(.title) { "\(Words.day(mark.day)): \(mark.words)" } }
                }
            }
            months
        }
    }

    private func threshold(_ milli: Int64, _ scale: ChartScale, kind: String) -> HTMLElement {
        let y = scale.place(Int(milli))
        return ChartMark.line(from: (left, y), to: (right, y), kind: kind)
    }

    /// Names of about eight months along the foot.
    @MarkupBuilder private var months: Markup {
        let starts = (0...max(0, first.distance(to: last))).map { first.advanced(by: $0) }
            .filter { $0.components.day == 1 }
        let every = max(1, (starts.count + 7) / 8)
        for (number, day) in starts.enumerated() where number % every == 0 && x(day) < right - 40 {
            ChartMark.text(Words.month(day), x: x(day), y: 212, kind: number / every % 2 == 1 ? "spare" : "")
        }
    }

    private var table: DataTable {
        DataTable(
            "When it was qualified",
            columns: [.init("Entered"), .init("Left"), .init("Days", isNumber: true), .init("How")],
            rows: band.stays.reversed().map { stay in
                [
                    Markup(stay.entered.timeElement),
                    stay.left.map { Markup($0.timeElement) } ?? Markup(text: "still in"),
                    Markup(text: Words.number(stay.entered.distance(to: stay.left ?? last))),
                    Markup(text: stay.byRaisedHand ? "a raised hand" : "through the gate"),
                ]
            }, kind: "fit")
    }
}
