import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirIntake
import WeirTestSupport

@Suite(
    "The leadforge world, end to end",
    .enabled(if: ProjectFiles.hasShared("data/leadforge"), "needs ../shared/data beside the project"))
struct LeadforgeTests {
    private func table(_ bench: AppBench, _ name: String) throws -> (path: String, rows: [[String: String]]) {
        let path = try #require(ProjectFiles.shared("data/leadforge/tables__\(name).csv"))
        let copy = try bench.bench.copy(path, as: "\(name).csv")
        return (copy, PlainTable(Array(try Data(contentsOf: URL(filePath: path)))).named)
    }

    @Test("every row is placed, whoever recorded it", arguments: [false, true])
    func placed(actsFirst: Bool) async throws {
        let bench = try AppBench()
        let touches = try table(bench, "touches")
        let sessions = try table(bench, "sessions")
        func takeActs() async throws {
            let inbound = MappingOptions(
                fieldOfColumn: ["lead_id": "buyer", "touch_type": "signal"],
                only: [.init(column: "touch_direction", value: "inbound")])
            let touched = try await bench.take(touches.path, .engagements, inbound).counts
            let wanted = touches.rows.count { $0["touch_direction"] == "inbound" }
            #expect(touched.added == wanted && touched.skipped == touches.rows.count - wanted)
            let mapping = MappingOptions(fieldOfColumn: ["lead_id": "buyer", "session_type": "signal"])
            #expect(try await bench.take(sessions.path, .engagements, mapping).counts.added == 10_012)
        }
        if actsFirst { try await takeActs() }
        let bands = ["region": "country", "employee_band": "employees", "estimated_revenue_band": "revenue"]
        let accounts = try await bench.take(
            table(bench, "accounts").path, .accounts, MappingOptions(fieldOfColumn: bands))
        #expect(accounts.counts.read == 1500 && accounts.counts.added == 1500)
        #expect(try await bench.take(table(bench, "contacts").path, .buyers).counts.added == 4200)
        let leads = try await bench.take(
            table(bench, "leads").path, .buyers,
            MappingOptions(fieldOfColumn: ["contact_id": "id", "lead_id": "other_id"]))
        #expect(leads.counts.read == 5000 && leads.counts.rejected == 0)
        if !actsFirst { try await takeActs() }
        let deals = try await bench.take(
            table(bench, "opportunities").path, .opportunities,
            MappingOptions(fieldOfColumn: ["lead_id": "buyer", "estimated_acv": "amount"]))
        #expect(deals.counts.added == 4255)

        let counts = Dictionary(uniqueKeysWithValues: try bench.workspace.ledger.counts().map { ($0.name, $0.count) })
        #expect(counts["accounts"] == 1500)
        #expect(counts["buyers"] == 4200)
        let use = try AgreementInUse.draft(ProjectFiles.root() + "/Examples/leadforge/agreement.yaml")
        let population = try Population(bench.workspace, use)
        #expect(population.columns.unplacedBuyers.isEmpty)
        #expect(population.columns.unplacedEngagements == 0)
        #expect(population.columns.history.engagementCount == counts["engagements"])
        #expect(population.unknownSignals.isEmpty)
        let backtest = try await Backtest(bench.workspace, population, horizonDays: 30)
        #expect(backtest.input.opportunities.count == 4255)
        #expect(!backtest.input.accountSpells.isEmpty)
        let report = try backtest.report()
        #expect(report.accountCount == 1500)
        // Deals are on the accounts that the leads file gives their leads.
        let home = Dictionary(
            uniqueKeysWithValues: try table(bench, "leads").rows.map { ($0["lead_id"] ?? "", $0["account_id"] ?? "") })
        let names = try bench.file.rows("SELECT 'acc_' || id || '|' || external FROM account")
        let external = Dictionary(
            uniqueKeysWithValues: names.map { ($0.prefix { $0 != "|" }, $0.drop { $0 != "|" }.dropFirst()) })
        let lead = Dictionary(
            uniqueKeysWithValues: try table(bench, "opportunities").rows.map {
                ($0["opportunity_id"] ?? "", $0["lead_id"] ?? "")
            })
        for deal in backtest.input.opportunities {
            #expect(external[Substring(deal.accountID)].map(String.init) == home[lead[deal.id] ?? ""])
        }
    }
}
