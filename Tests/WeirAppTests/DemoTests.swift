import Foundation
import Testing
import WeirApp
import WeirDesk
import WeirFacts
import WeirTestSupport

@Suite("The demonstration", .timeLimit(.minutes(20)))
struct DemoTests {
    /// A Monday morning: nothing came in over the weekend, and yet there has to be something to see.
    @Test func onAMondayEveryRoomHasSomethingToShow() async throws {
        let now = try InstantParser().instant("2026-03-16T07:40:00Z")
        let bench = try Workbench()
        let folder = bench.place("weir")
        let rows = try await Demonstration.make(folder, now: now) { _ in }
        #expect(rows > 100_000)
        let service = try Service.open(folder: folder, options: ServiceOptions(doesDecide: false)) { now }

        let mine = try await service.inbox(InboxFilter(owner: "ana"), PageRequest()).items
        #expect(mine.count { $0.state == "offered" && $0.next?.standing == .due } >= 2)
        #expect(mine.contains { $0.state == "accepted" })
        let everybody = try await service.inbox(InboxFilter(), PageRequest(limit: 100)).items
        #expect(everybody.contains { $0.raisedHand })
        #expect(everybody.allSatisfy { ($0.next?.leftMillis ?? 1) > 10 * 60_000 || $0.next?.standing == .pastDue })

        let flow = try await service.deskFlow()
        #expect(flow.teams.count == 2 && flow.teams.allSatisfy { $0.isOpen && $0.released > 0 })
        #expect(flow.teams.contains { $0.waitingCount > 0 })
        let load = try #require(try await service.dayLoad(of: "ana"))
        #expect(load.given > 0 && load.capacity == 7)
        #expect(try await service.dayLoad(of: "nobody") == nil)

        let today = now.utcDay
        let book = try await service.promises(from: today.advanced(by: -91), to: today)
        let standings = Set(book.sales.map(\.promise.standing))
        #expect(standings.isSuperset(of: [.kept, .late, .due]))
        #expect(book.marketing.dropFirst().contains { $0.verdict.acceptance == .kept })
        // What is remembered of them is what would be read anew.
        let again = try await service.promises(from: today.advanced(by: -91), to: today)
        #expect(again == book)
        let line = try #require(book.sales.first)
        #expect(line.buyer.name == nil)
        #expect(try await service.named([line]).first?.buyer.accountName != nil)

        let fall = try await service.waterfall(from: today.advanced(by: -91), to: today)
        for stage in [Stage.released, .accepted, .salesQualified, .opportunity, .won, .recycled] {
            #expect(fall.lines.first { $0.stage == stage }.map { $0.entered > 0 } == true, "\(stage)")
        }
        let plan = try await service.campaignCalendar()
        let forecast = try await service.deskForecast(plan.campaigns, weeks: 13)
        #expect(forecast.weeks.contains { $0.expectedMilli > 20_000 })
        let rejected = try await service.rejectedEvents(PageRequest(), includingReplayed: false).items
        #expect(!rejected.isEmpty)
        await service.stop()
    }

    @Test func aFolderWithSomethingInItIsLeftAlone() async throws {
        let bench = try Workbench()
        _ = try bench.file("note.txt", "mine")
        let error = await #expect(throws: AppError.self) {
            try await Demonstration.make(bench.path, now: Instant(milliseconds: 1_773_000_000_000)) { _ in }
        }
        #expect(error?.description.contains("new or empty") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path) == ["note.txt"])
    }
}
