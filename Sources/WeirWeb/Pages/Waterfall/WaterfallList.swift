import WeirApp
import WeirFacts
import WeirInsight
import WeirPages

/// The accounts behind a number of the waterfall.
struct WaterfallList {
    let period: WaterfallPeriod
    let stage: WaterfallStage
    let count: Waterfall.Count
    private let journeys: [AccountJourney]
    private let start: Int

    init(_ visit: Visit, _ overview: Overview) throws {
        period = WaterfallPeriod(visit, overview)
        guard let stage = visit.query("stage").flatMap(WaterfallStage.init(rawValue:)),
            let count = visit.query("what").flatMap(Waterfall.Count.init(rawValue:))
        else { throw Problem.notFound("there is no such number; go through the waterfall") }
        let (from, to) = (period.from, period.to)
        let all: [AccountJourney] = overview.past?.journeys ?? []
        let counted = all.filter { Waterfall.has($0, count, stage, from: from, to: to) }
        journeys = counted.sorted { (one: AccountJourney, other: AccountJourney) -> Bool in
            let day: CivilDay = one.arrival(stage) ?? CivilDay(number: .min)
            let otherDay: CivilDay = other.arrival(stage) ?? CivilDay(number: .min)
            return day == otherDay ? one.name < other.name : day > otherDay
        }
        self.stage = stage
        self.count = count
        start = NumberList.start(visit, "from")
    }

    var title: String {
        let name = Texts.title(stage.name)
        return switch count {
        case .opening: "\(name) at the start"
        case .closing: "\(name) at the end"
        case .entered: "Became \(stage.name) in the period"
        case .advanced: "\(name), moved on"
        case .lost: "\(name), fell out"
        case .converted: "\(name), reached the next stage"
        }
    }

    private var query: [(String, String)] {
        period.query + [("stage", stage.rawValue), ("what", count.rawValue)]
    }

    var body: Markup {
        NumberList(
            title: title, back: ("Waterfall", HTMLAddress("/waterfall", period.query)),
            words: Texts.count(journeys.count, "account"), from: period.from, to: period.to,
            path: "/waterfall/accounts", csv: "/waterfall/accounts.csv", query: query, count: journeys.count,
            start: start, startName: "from", nothing: "No account is behind this number in this period.", table: shown
        ).body
    }

    private var shown: DataTable {
        DataTable(
            "Each with the days it came to the stages",
            columns: [.init("Account"), .init("Tier")]
                + WaterfallStage.allCases.map { .init(Texts.title($0.name)) } + [.init("Fell out")],
            rows: journeys.dropFirst(start).prefix(NumberList.partSize).map { journey in
                [
                    Markup(a(.class("subtle"), .to("/accounts/", step: journey.accountID)) { journey.name }),
                    Markup(text: journey.tier),
                ] + WaterfallStage.allCases.map { day(journey.arrival($0)) } + [day(journey.lostDay)]
            })
    }

    private func day(_ day: CivilDay?) -> Markup {
        day.map { Markup($0.timeElement) } ?? Markup(span(.class("soft")) { "–" })
    }

    /// All of them, for CSV.
    var table: TableView {
        TableView(
            title: title,
            columns: [.init("account", "Account"), .init("name", "Name"), .init("tier", "Tier")]
                + WaterfallStage.allCases.map { .init($0.rawValue, $0.name) } + [.init("fell_out", "Fell out")],
            rows: journeys.map { journey in
                [.text(journey.accountID), .text(journey.name), .text(journey.tier)]
                    + WaterfallStage.allCases.map { journey.arrival($0).map { .day($0) } ?? .nothing() }
                    + [journey.lostDay.map { .day($0) } ?? .nothing()]
            })
    }
}
