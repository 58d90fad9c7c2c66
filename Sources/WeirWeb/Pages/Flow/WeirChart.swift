import WeirApp
import WeirFacts
import WeirPages

/// A team's weir: the water behind it by how long it waits, the gate with what it released against what it may, and the
/// run below.
struct WeirChart {
    let team: TeamFlow
    let now: Instant

    /// Those who wait, by age.
    private var ages: [(words: String, count: Int)] {
        let dayMillis: Int64 = 86_400_000
        let limits: [(String, Int64)] = [("today", 1), ("1–3 d", 4), ("4–7 d", 8), ("8–14 d", 15)]
        var counts = Array(repeating: 0, count: limits.count + 1)
        for since in team.waitingSince {
            let days = max(0, now.milliseconds - since.milliseconds) / dayMillis
            counts[limits.firstIndex { days < $0.1 } ?? limits.count] += 1
        }
        return zip(limits.map(\.0) + ["longer"], counts).map { ($0, $1) }
    }

    var element: HTMLElement {
        let name = "weir-\(team.name.unicodeScalars.filter { $0.properties.isAlphabetic && $0.isASCII })"
        let ages = ages
        let done = team.released + team.besides
        return figure(.class("weirs")) {
            HTMLElement(
                .svg, .class("chart weir"), .viewBox(width: 380, height: 190), .role("img"),
                .labelledBy("\(name)-title \(name)-desc")
            ) {
                HTMLElement(.title, .id("\(name)-title")) { "The weir of \(Texts.name(team.name))" }
                HTMLElement(.desc, .id("\(name)-desc")) {
                    "\(Words.count(team.waitingCount, "buyer")) waiting: "
                        + ages.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
                        + "; \(done) handed over today of \(team.capacity)."
                }
                drawing(ages, done)
            }
            HTMLElement(
                .svg, .class("chart run"), .viewBox(width: 170, height: 32 + Double(people.count) * 22), .role("img"),
                .labelledBy("\(name)-run")
            ) {
                HTMLElement(.title, .id("\(name)-run")) { "Open at \(Texts.name(team.name)), by person" }
                run
            }
        }
    }

    @MarkupBuilder private func drawing(_ ages: [(words: String, count: Int)], _ done: Int) -> Markup {
        let most = max(8, ages.map(\.count).max() ?? 0)
        let bed = 160.0
        ChartMark.text("Waiting, by age", x: 0, y: 14, kind: "ink")
        for (index, age) in ages.reversed().enumerated() {
            let height = age.count == 0 ? 0 : max(3, 110 * Double(age.count) / Double(most))
            let x = Double(index) * 56
            ChartMark.bar(x: x, y: bed - height, width: 52, height: height, kind: index < 2 ? "bar over" : "bar")
            ChartMark.text(Words.number(age.count), x: x + 26, y: bed - height - 6, kind: "value middle")
            ChartMark.text(age.words, x: x + 26, y: bed + 18, kind: "middle")
        }
        // The gate: what it let through against what it may.
        let limit = max(team.capacity, done, 1)
        ChartMark.line(from: (296, 30), to: (296, bed), kind: "curve ink-line")
        ChartMark.text("Gate, today", x: 376, y: 14, kind: "ink end")
        ChartMark.bar(x: 312, y: 40, width: 60, height: bed - 40, kind: "track")
        let besides = (bed - 40) * Double(team.besides) / Double(limit)
        let released = (bed - 40) * Double(team.released) / Double(limit)
        ChartMark.bar(x: 312, y: bed - released, width: 60, height: released)
        ChartMark.bar(x: 312, y: bed - released - besides, width: 60, height: besides, kind: "bar over")
        ChartMark.text("\(done) of \(team.capacity)", x: 342, y: 34, kind: "value middle")
        ChartMark.text(
            team.capacity == 0 ? "closed" : done >= team.capacity ? "full" : "\(team.capacity - done) free", x: 342,
            y: bed + 18, kind: "middle")
        ChartMark.line(from: (0, bed), to: (380, bed), kind: "rule")
    }

    /// Those of whom there is room for a bar.
    private var people: ArraySlice<MemberFlow> { team.members.filter { !$0.hasLeft || $0.open > 0 }.prefix(6) }

    /// The run below: by person.
    @MarkupBuilder private var run: Markup {
        ChartMark.text("Open, by person", x: 0, y: 14, kind: "ink")
        let longest = max(1, people.map(\.open).max() ?? 1)
        for (index, member) in people.enumerated() {
            let y = 30 + Double(index) * 22
            let width = 70 * Double(member.open) / Double(longest)
            ChartMark.text(String(member.name.prefix(11)), x: 0, y: y + 11)
            ChartMark.bar(x: 68, y: y, width: max(width, member.open > 0 ? 2 : 0), height: 14)
            ChartMark.text(Words.number(member.open), x: 74 + width, y: y + 11, kind: "value")
        }
    }
}
