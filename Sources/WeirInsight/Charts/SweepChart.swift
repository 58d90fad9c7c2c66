/// Variants as points: buyers a week against wins found.
struct SweepChart {
    let report: SweepReport
    private let left = 44.0
    private let right = Chart.width - 6
    private let top = 20.0
    private let bottom = 276.0

    init(_ report: SweepReport) { self.report = report }

    /// - Returns: `nil` where nothing was won, so that there is nothing to find.
    func chart(table: TableView) -> Chart? {
        let numbers = report.variants.map(\.numbers)
        guard numbers.contains(where: { $0.winsFound.of > 0 }) else { return nil }
        let mostWeekly = (numbers.map(\.weeklyTenths).max() ?? 0) / 10 + 1
        let weekTicks = ChartScale.ticks(to: mostWeekly)
        let winTicks = ChartScale.ticks(to: max(1, numbers.map(\.winsFound.count).max() ?? 1))
        let weeks = ChartScale(limit: (weekTicks.last ?? 1) * 10, start: left, end: right)
        let wins = ChartScale(limit: winTicks.last ?? 1, start: bottom, end: top)
        return Chart(
            id: "sweep", title: "Wins found, by buyers a week", description: description, legend: legend(weeks),
            height: bottom + 46,
            drawing: Markup {
                ChartMark.axis(wins, ticks: winTicks, from: left)
                for tick in weekTicks {
                    let kind = tick == 0 ? "" : tick == weekTicks.last ? "end" : "middle"
                    ChartMark.text(Words.number(tick), x: weeks.place(tick * 10), y: bottom + 20, kind: kind)
                }
                ChartMark.text("buyers a week", x: right, y: bottom + 40, kind: "end")
                if let capacity = shownCapacity(weeks) {
                    let x = weeks.place(capacity * 10)
                    ChartMark.line(from: (x, top - 6), to: (x, bottom), kind: "limit")
                }
                for number in order { point(number, x: x(number, weeks), y: y(number, wins)) }
                for label in labels(weeks, wins) {
                    ChartMark.text(label.words, x: label.x, y: label.y, kind: label.kind)
                }
            }, table: table)
    }

    /// The beaten first, so that the others lie on top.
    private var order: [Int] {
        let frontier = report.frontier
        return report.variants.indices.filter { report.beatenBy[$0] != nil } + frontier
    }

    private func x(_ number: Int, _ scale: ChartScale) -> Double {
        scale.place(report.variants[number].numbers.weeklyTenths)
    }

    private func y(_ number: Int, _ scale: ChartScale) -> Double {
        scale.place(report.variants[number].numbers.winsFound.count)
    }

    private func point(_ number: Int, x: Double, y: Double) -> Markup {
        let isBeaten = report.beatenBy[number] != nil
        return Markup {
            HTMLElement(
                .circle, [.class(isBeaten ? "point rest" : "point")] + HTMLAttribute.centre(x: x, y: y, radius: 5))
            if report.variants[number].isCurrent {
                HTMLElement(.circle, [.class("ring")] + HTMLAttribute.centre(x: x, y: y, radius: 9))
            }
        }
    }

    /// The capacity of most variants, where it lies on the chart.
    private func shownCapacity(_ weeks: ChartScale) -> Int? {
        let current = report.variants.first(where: \.isCurrent) ?? report.variants.first
        return current?.numbers.capacityPerWeek.flatMap { $0 * 10 <= weeks.limit ? $0 : nil }
    }

    private func legend(_ weeks: ChartScale) -> String {
        let capacity = shownCapacity(weeks).map { " Dashed: what the teams can follow up, \(Words.number($0)) a week." }
        return "\(report.settingWords). Blue: beaten by none. Ring: as written now." + (capacity ?? "")
    }

    private var description: String {
        report.frontier.map { number in
            let numbers = report.variants[number].numbers
            return "\(report.label(number)): \(Words.tenths(numbers.weeklyTenths)) buyers a week, "
                + "\(Words.count(numbers.winsFound.count, "win")) found"
        }.joined(separator: "; ") + "."
    }
}

// MARK: - Labels

extension SweepChart {
    /// A rectangle of the drawing.
    private struct Frame {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        func overlaps(_ other: Frame) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private struct Label {
        var words: String
        var x: Double
        var y: Double
        var kind: String
        var isLeft: Bool

        /// By a generous width for each sign.
        var frame: Frame {
            let width = Double(words.count) * 7
            let start = isLeft ? x - width : x
            return Frame(left: start, right: start + width, top: y - 11, bottom: y + 3)
        }
    }

    /// Labels of the points that have room for one: first the current, then the frontier, then the rest. The table has all.
    private func labels(_ weeks: ChartScale, _ wins: ChartScale) -> [Label] {
        let marks = report.variants.indices.map { number in
            let (x, y, radius) = (x(number, weeks), y(number, wins), report.variants[number].isCurrent ? 10.0 : 6)
            return Frame(left: x - radius, right: x + radius, top: y - radius, bottom: y + radius)
        }
        let current = report.variants.indices.filter { report.variants[$0].isCurrent }
        let rest = order.reversed().filter { !current.contains($0) }
        var placed: [Label] = []
        for number in current + rest {
            let free = places(for: number, weeks, wins).first { label in
                let frame = label.frame
                return frame.left >= left && frame.right <= Chart.width && frame.bottom <= bottom + 2
                    && !placed.contains { $0.frame.overlaps(frame) } && !marks.contains { $0.overlaps(frame) }
            }
            if let free { placed.append(free) }
        }
        return placed
    }

    /// Above left, below right, above right, below left; farther away beside the ring.
    private func places(for number: Int, _ weeks: ChartScale, _ wins: ChartScale) -> [Label] {
        let (x, y, words) = (x(number, weeks), y(number, wins), report.label(number))
        let kind = report.beatenBy[number] == nil ? "value" : ""
        let away = report.variants[number].isCurrent ? 4.0 : 0
        return [(true, -10.0), (false, 18), (false, -10), (true, 18)].map { isLeft, below in
            Label(
                words: words, x: isLeft ? x - 7 : x + 7, y: y + below + (below < 0 ? -away : away),
                kind: isLeft ? kind + (kind.isEmpty ? "end" : " end") : kind, isLeft: isLeft)
        }
    }
}
