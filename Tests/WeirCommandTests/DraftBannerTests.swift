import Foundation
import Testing
import WeirTestSupport

@Suite("An unsigned draft says so, everywhere")
struct DraftBannerTests {
    private let draft = ProjectFiles.exampleAgreement
    private let banner = "UNSIGNED DRAFT"

    private func output(_ arguments: String...) throws -> String {
        let demo = try DemoWorkspace.shared.get()
        let all = arguments + ["-w", demo.folder, "--draft", draft]
        let end = try Program.run(WeirProgram.path, all, environment: ["LC_ALL": "C.UTF-8"])
        try #require(end.status == 0, "\(all): \(end.errors)")
        return end.output
    }

    private func anAccount() throws -> String {
        let csv = PlainTable(try output("qualify", "--format", "csv", "--accounts", "--as-of", DemoWorkspace.asOf))
        return try #require(csv.named.first?["id"])
    }

    @Test func onText() throws {
        let account = try anAccount()
        for arguments in [
            ["qualify", "--as-of", DemoWorkspace.asOf], ["market"], ["backtest"],
            ["explain", account, "--as-of", DemoWorkspace.asOf],
        ] {
            let demo = try DemoWorkspace.shared.get()
            let end = try Program.run(WeirProgram.path, arguments + ["-w", demo.folder, "--draft", draft])
            #expect(end.status == 0, "\(end.errors)")
            #expect(end.output.contains(banner), "\(arguments)")
        }
        #expect(try WeirProgram.must("agreement", "show", draft).output.contains(banner))
    }

    @Test func onEveryRowOfCSV() throws {
        for which in ["--accounts", "--buyers"] {
            let table = PlainTable(try output("qualify", "--format", "csv", which, "--as-of", DemoWorkspace.asOf))
            #expect(!table.rows.isEmpty && table.header.last == "basis", "\(which)")
            for row in table.named { #expect(row["basis"]?.contains(banner) == true, "\(which): \(row)") }
        }
    }

    @Test func inJSON() throws {
        let account = try anAccount()
        for arguments in [
            ["qualify", "--as-of", DemoWorkspace.asOf], ["market"], ["backtest"], ["backtest", "--against", draft],
            ["explain", account, "--as-of", DemoWorkspace.asOf],
        ] {
            let demo = try DemoWorkspace.shared.get()
            let end = try Program.run(
                WeirProgram.path, arguments + ["--format", "json", "-w", demo.folder, "--draft", draft])
            let object = try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any]
            #expect(object?.isEmpty == false && end.output.contains(banner), "\(arguments)")
        }
    }

    @Test func onEverySectionOfThePage() throws {
        let bench = try Workbench()
        let page = bench.place("report.html")
        _ = try output("backtest", "--html", page)
        let html = try ProjectFiles.text(page)
        let sections = html.components(separatedBy: "<section").dropFirst()
        #expect(sections.count >= 5)
        #expect(html.contains(banner))
        for section in sections { #expect(section.contains(banner), "\(section.prefix(300))") }
    }
}
