import Hummingbird
import WeirApp
import WeirDesk
import WeirFacts
import WeirInsight
import WeirPages

/// The waterfall of buyers by the desk's stages, the list behind each number, and both as CSV.
struct StagePages: PageGroup {
    let views: any ViewUseCases
    let desk: any DeskUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/waterfall/stages") { visit in try await page(visit) },
            routing.page("/waterfall/stages.csv") { visit in try await table(visit) },
            routing.page("/waterfall/buyers") { visit in try await list(visit) },
            routing.page("/waterfall/buyers.csv") { visit in try await listTable(visit) },
        ]
    }

    private func view(_ visit: Visit) async throws -> (StageView, Overview) {
        let overview = try await views.overview()
        let period = WaterfallPeriod(ofDesk: visit, overview)
        return (
            StageView(period: period, waterfall: try await desk.waterfall(from: period.from, to: period.to)), overview
        )
    }

    private func page(_ visit: Visit) async throws -> Response {
        let (view, overview) = try await view(visit)
        return visit.page(
            "Waterfall of buyers", room: .waterfall, keys: [KeyHint("C", "take it out as CSV")],
            time: visit.time(overview.asOf)
        ) { view.body }
    }

    private func table(_ visit: Visit) async throws -> Response {
        let (view, _) = try await view(visit)
        let name = view.period.isCohort ? "cohorts" : "stages"
        return .csv(view.table.csv(), name: "\(name)-\(view.period.from)-\(view.period.to).csv")
    }

    // MARK: Who is behind a number

    private func question(_ visit: Visit) throws -> StageQuestion {
        guard let stage = visit.query("stage").flatMap(Stage.init(rawValue:)),
            let count = visit.query("what").flatMap(StageQuestion.Count.init(rawValue:)),
            let from = visit.query("from").flatMap({ CivilDay($0) }),
            let to = visit.query("to").flatMap({ CivilDay($0) }),
            from <= to
        else { throw Problem.notFound("there is no such number; go through the waterfall") }
        return StageQuestion(count, stage, from: from, to: to)
    }

    private func list(_ visit: Visit) async throws -> Response {
        let question = try question(visit)
        let start = NumberList.start(visit)
        let list = try await desk.stageList(question, from: start, limit: NumberList.partSize)
        let seesPeople = visit.visitor.role.seesPeople
        if seesPeople { try visit.noteOnce(.saw, "buyers of a stage") }
        let view = StageListView(
            question: question, list: list, start: start, seesPeople: seesPeople, times: visit.times)
        return visit.page(view.title, room: .waterfall, keys: [KeyHint("C", "take it out as CSV")]) { view.body }
    }

    private func listTable(_ visit: Visit) async throws -> Response {
        let question = try question(visit)
        let list = try await desk.stageList(question, from: 0, limit: .max)
        let seesPeople = visit.visitor.role.seesPeople
        if seesPeople { try visit.note(.exported, "\(list.count) buyers of a stage") }
        let view = StageListView(question: question, list: list, start: 0, seesPeople: seesPeople, times: visit.times)
        return .csv(view.table.csv(), name: "\(question.stage.rawValue)-\(question.count.rawValue).csv")
    }
}
