import Testing
import WeirFacts
import WeirIntake

/// Real exports, none of them made for Weir: every row must be accounted for, whatever kind the file is read as.
@Suite("Exports of CRMs", .enabled(if: SharedData.isThere, "needs ../shared/data beside the project"))
struct CRMExportTests {
    @Test("every row of every export is accepted, rejected or skipped")
    func rowsReconcile() throws {
        let paths = try ["crm_exports", "leadforge", "opportunities"].flatMap(SharedData.tables(in:))
        #expect(paths.count >= 60)
        for path in paths {
            let bytes = try SharedData.bytes(path)
            let rows = CountedRows(bytes)
            for kind in FactKind.allCases where kind == rows.kind || bytes.count < 20_000 {
                let tally = try decodeAll(bytes, as: kind)
                #expect(tally.rows == rows.count, "\(path) as \(kind.rawValue)")
                #expect(tally.rejected == tally.rejectedRows.count)
                #expect(tally.rejectedRows.allSatisfy { !$0.problem.reason.isEmpty && $0.problem.line > 1 })
            }
        }
    }

    @Test(
        "what the exports are, and how many of their rows are facts",
        arguments: [
            ("crm_exports/fivetran_salesforce/sf_lead_data.csv", FactKind.buyers, 1, 0),
            ("crm_exports/fivetran_salesforce/sf_contact_data.csv", .buyers, 4, 0),
            ("crm_exports/fivetran_salesforce/sf_event_data.csv", .engagements, 10, 0),
            ("crm_exports/fivetran_hubspot/company_data.csv", .accounts, 24, 0),
            ("crm_exports/fivetran_hubspot/contact_data.csv", .buyers, 22, 0),
            ("crm_exports/fivetran_hubspot/deal_data.csv", .opportunities, 44, 0),
            ("crm_exports/fivetran_hubspot/email_event_data.csv", .engagements, 100, 0),
            ("crm_exports/fivetran_marketo/marketo_lead_data.csv", .buyers, 100, 0),
            ("crm_exports/fivetran_marketo/marketo_activity_open_email_data.csv", .engagements, 100, 0),
            ("crm_exports/fivetran_marketo/marketo_activity_email_bounced_data.csv", .engagements, 100, 0),
            ("crm_exports/salesforce_dataloader/accountData.csv", .accounts, 423, 0),
            ("crm_exports/salesforce_dataloader/opportunityData.csv", .opportunities, 38, 0),
            ("leadforge/tables__accounts.csv", .accounts, 1500, 0),
            ("leadforge/tables__contacts.csv", .buyers, 4200, 0),
            ("leadforge/tables__leads.csv", .buyers, 5000, 0),
            ("leadforge/tables__touches.csv", .engagements, 38_724, 0),
            ("leadforge/tables__sessions.csv", .engagements, 10_012, 0),
            ("leadforge/tables__sales_activities.csv", .engagements, 20_679, 0),
            ("leadforge/tables__opportunities.csv", .opportunities, 4255, 0),
            ("companies/global2000_2022.csv", .accounts, 1999, 0),
            ("opportunities/accounts.csv", .accounts, 85, 0),
            ("opportunities/sales_pipeline.csv", .opportunities, 8800, 0),
        ])
    func facts(path: String, kind: FactKind, accepted: Int, rejected: Int) throws {
        let bytes = try SharedData.bytes(path)
        #expect(CountedRows(bytes).kind == kind)
        let tally = try decodeAll(bytes, as: kind)
        #expect(tally.accepted == accepted)
        #expect(tally.rejected == rejected)
    }

    @Test func rowsMarkedAsDeletedAreSkippedAndCounted() throws {
        let bytes = try SharedData.bytes("crm_exports/fivetran_salesforce/sf_opportunity_data.csv")
        let marked = PlainCSV(String(decoding: bytes, as: UTF8.self), delimiter: ",")
        let column = try #require(marked.records[0].firstIndex(of: "is_deleted"))
        let deleted = marked.records.dropFirst().count { $0[column].lowercased() == "true" }
        let tally = try decodeAll(bytes, as: .opportunities)
        #expect(deleted > 0)
        #expect(tally.skippedDeleted == deleted)
    }

    @Test func theWorldsLargestCompaniesComeWithTheirFigures() throws {
        let text = String(decoding: try SharedData.bytes("companies/global2000_2022.csv"), as: UTF8.self)
        let facts = try accounts(text).facts
        let berkshire = try #require(facts.first)
        #expect(berkshire.name == "Berkshire Hathaway")
        #expect(berkshire.attributes["revenue"] == .some(.number(FixedNumber(thousandths: 276_090_000_000_000))))
        #expect(berkshire.attributes["employees"] == .some(.number(FixedNumber(thousandths: 372_000_000))))
        #expect(berkshire.attributes["founded"] == .some(.number(FixedNumber(thousandths: 1_939_000))))
        #expect(berkshire.attributes["country"] == .some(.text("United States")))
    }

    @Test func dataLoadersOwnTestFilesReadAsItMeansThem() throws {
        let folder = "crm_exports/salesforce_dataloader/"
        let rows = [["row1-1", "row1-2", "row1-3"], ["row2-1", "row2-2", "row2-3"]]
        #expect(try ReadTable(SharedData.bytes(folder + "csvtext_BOM_UTF16LE.csv")).rows == rows)
        #expect(try ReadTable(SharedData.bytes(folder + "csvtext_BOM_UTF8.csv")).rows == rows)
        #expect(
            try ReadTable(SharedData.bytes(folder + "csvEscapedQuotes.csv")).rows == [
                ["\"The Best\" Account", "bla"], ["The \"Best\" Account", "bla"],
            ])
        let zones = try ReadTable(SharedData.bytes(folder + "timeZoneFormatTesting.csv")).rows
        #expect(zones.count == 12)
        let times = try zones.map { try InstantParser().instant($0[1]).description }
        // Lines A to C and AT to CT mean these; the others differ in their days and offsets.
        let sameDay = ["2009-07-14T18:14:45Z", "2009-07-14T06:14:45Z", "2009-07-14T12:14:45Z"]
        #expect(
            times == [sameDay[0], sameDay[1], sameDay[2], "2009-07-14T14:14:45Z", "2009-07-14T10:14:45Z", sameDay[2]]
                + [sameDay[0], sameDay[1], sameDay[2], "2009-07-14T14:14:45Z", "2009-07-14T10:14:45Z", sameDay[2]])
    }

    private func decodeAll(_ bytes: [UInt8], as kind: FactKind) throws -> RowTally {
        var reader = try TableReader(MemoryBytes(bytes, chunk: 1000))
        let mapping = try HeaderMapping(headers: reader.headers, kind: kind)
        var tally = RowTally()
        while let batch = try reader.nextBatch(maxRows: 500) { decode(batch, with: mapping, &tally) }
        return tally
    }

    /// The records of a file by an independent count, and its kind by its headers.
    private struct CountedRows {
        var count: Int
        var kind: FactKind?

        init(_ bytes: [UInt8]) {
            var text = String(decoding: bytes, as: UTF8.self)
            if bytes.starts(with: [0xFF, 0xFE]) {
                let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                    UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
                }
                text = String(decoding: units, as: UTF16.self)
            }
            let records = PlainCSV(text, delimiter: ",").records
            count = records.count - 1
            kind = records.first.flatMap(HeaderMapping.guessKind)?.kind
        }
    }
}

/// Decodes a batch as the mapping's kind.
func decode(_ batch: RecordBatch, with mapping: HeaderMapping, _ tally: inout RowTally) {
    switch mapping.kind {
    case .accounts:
        var decoder = AccountDecoder(mapping: mapping)
        _ = decoder.decode(batch, tally: &tally)
    case .buyers:
        var decoder = BuyerDecoder(mapping: mapping)
        _ = decoder.decode(batch, tally: &tally)
    case .engagements:
        var decoder = EngagementDecoder(mapping: mapping)
        var engagements = EngagementBatch()
        decoder.decode(batch, into: &engagements, tally: &tally)
    case .opportunities:
        var decoder = OpportunityDecoder(mapping: mapping)
        _ = decoder.decode(batch, tally: &tally)
    case .dispositions:
        var decoder = DispositionDecoder(mapping: mapping)
        _ = decoder.decode(batch, tally: &tally)
    case .costs:
        var decoder = CostDecoder(mapping: mapping)
        _ = decoder.decode(batch, tally: &tally)
    }
}
