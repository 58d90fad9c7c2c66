import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirIntake
import WeirTestSupport

@Suite(
    "Exports of CRMs taken into a workspace",
    .enabled(if: ProjectFiles.hasShared("data/crm_exports"), "needs ../shared/data beside the project"))
struct ExportTests {
    /// How a file is imported whose headers do not say what it is: mostly tables that only make sense beside another.
    private struct Plan {
        var kind: FactKind
        var map: [String: String] = [:]
        var constants: [String: String] = [:]
    }

    private static let plans: [String: Plan] = [
        "contact_form_submission_data.csv": Plan(kind: .engagements, constants: ["signal": "form_submitted"]),
        "email_event_click_data.csv": Plan(
            kind: .engagements, map: ["id": "id", "ip_address": "buyer", "_fivetran_synced": "at"],
            constants: ["signal": "email_clicked"]),
        "email_event_open_data.csv": Plan(
            kind: .engagements, map: ["ip_address": "buyer", "_fivetran_synced": "at"],
            constants: ["signal": "email_opened"]),
        "engagement_data.csv": Plan(
            kind: .engagements, map: ["type": "signal", "_fivetran_synced": "at", "portal_id": "account"]),
        "engagement_contact_data.csv": Plan(kind: .engagements, map: ["_fivetran_synced": "at"]),
        "engagement_meeting_data.csv": Plan(
            kind: .engagements, map: ["source_id": "buyer"], constants: ["signal": "meeting_held"]),
        "deal_pipeline_data.csv": Plan(kind: .opportunities, map: ["pipeline_id": "id"]),
        "deal_pipeline_stage_data.csv": Plan(kind: .opportunities, map: ["stage_id": "id"]),
        "owner_data.csv": Plan(kind: .buyers, map: ["owner_id": "id"]),
        "marketo_campaign_data.csv": Plan(kind: .costs, map: ["created_at": "from"], constants: ["amount": "0"]),
        "marketo_program_data.csv": Plan(kind: .costs, map: ["start_date": "from"], constants: ["amount": "0"]),
        "marketo_email_template_history_data.csv": Plan(kind: .buyers, map: ["from_email": "email"]),
        "marketo_lead_describe_data.csv": Plan(kind: .accounts, map: ["display_name": "name"]),
        "sf_product_2_data.csv": Plan(kind: .accounts), "sf_user_role_data.csv": Plan(kind: .accounts),
        "sf_order_data.csv": Plan(kind: .opportunities),
        "sf_opportunity_line_item_data.csv": Plan(kind: .opportunities),
        "csvEscapedQuotes.csv": Plan(kind: .accounts, map: ["column1": "name"]),
        "csvtext_BOM_UTF16LE.csv": Plan(kind: .accounts, map: ["column1": "name"]),
        "csvtext_BOM_UTF8.csv": Plan(kind: .accounts, map: ["column2": "id"]),
        "timeZoneFormatTesting.csv": Plan(
            kind: .engagements, map: ["Name": "buyer", "Date": "at"], constants: ["signal": "moment"]),
    ]

    @Test("every row is in, known, left out, or rejected with its line and reason")
    func reconcile() async throws {
        let tables = ProjectFiles.sharedTables(in: "data/crm_exports")
        #expect(tables.count >= 55)
        let bench = try AppBench()
        var reasons: [String: Int] = [:]
        for (number, table) in tables.enumerated() {
            let path = try #require(ProjectFiles.shared("data/crm_exports/\(table)"))
            let name = URL(filePath: path).lastPathComponent
            let copy = try bench.bench.copy(path, as: "\(number)-\(name)")
            let records = PlainTable(Array(try Data(contentsOf: URL(filePath: path))))
            let plan = try #require(
                ExportTests.plans[name] ?? HeaderMapping.guessKind(records.header).map { Plan(kind: $0.kind) },
                "\(table): nothing says what it is")
            let mapping = MappingOptions(fieldOfColumn: plan.map, constants: plan.constants)
            let counts = try await bench.take(copy, plan.kind, mapping).counts
            #expect(counts.read == records.rows.count, "\(table)")
            #expect(counts.read == counts.added + counts.known + counts.skipped + counts.rejected, "\(table)")
            try checkRejects(copy, counts.rejected, table, &reasons)
            // The same file again is known whole, and leaves the rejected rows' file as it was.
            let again = try await bench.take(copy, plan.kind, mapping)
            #expect(again.wasKnown && again.counts == counts, "\(table)")
        }
        for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) { print("rejected \(count): \(reason)") }
        let stored = try bench.file.rows("SELECT count(*), sum(finished_at IS NOT NULL) FROM import")
        #expect(stored == ["\(tables.count)|\(tables.count)"])
    }

    /// Every rejected row stands in its own file, with its line, why, and what it was.
    private func checkRejects(_ file: String, _ rejected: Int, _ table: String, _ reasons: inout [String: Int]) throws {
        let path = file + ".rejected.csv"
        guard rejected > 0 else {
            #expect(!FileManager.default.fileExists(atPath: path), "\(table)")
            return
        }
        let original = PlainTable(Array(try Data(contentsOf: URL(filePath: file))))
        let rejects = PlainTable(Array(try Data(contentsOf: URL(filePath: path))))
        #expect(rejects.rows.count == rejected, "\(table)")
        #expect(Array(rejects.header.dropFirst(4)) == original.header, "\(table)")
        for row in rejects.named {
            let line = row["rejected_line"].flatMap { Int($0) } ?? 0
            #expect(line > 1 && row["rejected_reason"]?.isEmpty == false, "\(table): \(row)")
            reasons["\(table): \(row["rejected_column"] ?? "") \(row["rejected_reason"] ?? "")", default: 0] += 1
        }
        for row in rejects.rows { #expect(original.rows.contains(Array(row.dropFirst(4))), "\(table)") }
    }
}
