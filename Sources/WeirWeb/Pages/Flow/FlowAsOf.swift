import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// What flowed on a past day: who waited when it ended, what was handed over and to whom.
struct FlowAsOf {
    let day: CivilDay
    let waterfall: StageWaterfall
    /// One line a promise of what was handed over that day.
    let offers: [PromiseBook.Line]
    let seesPeople: Bool

    @MarkupBuilder var body: Markup {
        PageHead("Flow") {
            "What waited when "
            day.timeElement
            " ended, and what was handed over that day."
        }.element
        FigureRow([
            figure("Waiting", .after, .qualified, "Qualified and not handed over when the day ended."),
            figure("Newly qualified", .entered, .qualified, "Buyers who came to wait that day."),
            figure("Released", .entered, .released, "Buyers who were handed over that day."),
            figure("Accepted", .entered, .accepted, "Hand-offs that Sales took up that day."),
            figure("Open", .after, .accepted, "Accepted and not ended when the day ended."),
        ]).element
        section {
            h2 { "By person" }
            if people.isEmpty {
                p(.class("soft")) { "Nobody was handed anything that day." }
            } else {
                DataTable(
                    "Handed over that day, by who has them",
                    columns: [.init("Team"), .init("Person"), .init("Handed over", isNumber: true), .init("To whom")],
                    rows: people.map { person in
                        [
                            Markup(text: Texts.name(person.team)), Markup(text: person.owner),
                            Markup(text: Texts.number(person.buyers.count)),
                            Markup(text: person.buyers.prefix(5).joined(separator: ", ")),
                        ]
                    }
                ).element
            }
        }
        p(.class("fine")) {
            "Capacity by person and the forecast are of the present: they are read from who works today and from what is planned."
        }
    }

    private var people: [(team: String, owner: String, buyers: [String])] {
        // Each hand-off counts once.
        let once = Dictionary(offers.map { ($0.handOff, $0) }) { first, _ in first }
        return Dictionary(grouping: once.values) { [$0.team, $0.owner] }.sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }.map { key, lines in
            (key[0], key[1], lines.map { $0.buyer.words(seesPeople: seesPeople) }.sorted())
        }
    }

    private func figure(
        _ title: String, _ count: StageQuestion.Count, _ stage: Stage, _ definition: String
    ) -> Figure {
        let line = waterfall.lines.first { $0.stage == stage }
        let value = count == .after ? line?.after ?? 0 : line?.entered ?? 0
        return Figure(
            title, Texts.number(value), definition: definition,
            address: value > 0
                ? HTMLAddress(
                    "/waterfall/buyers", StageListView.query(StageQuestion(count, stage, from: day, to: day))) : nil)
    }
}
