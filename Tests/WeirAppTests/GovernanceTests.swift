import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("The agreement that decides")
struct GovernanceTests {
    private func at(_ minute: Int64) -> Instant { Instant(milliseconds: minute * 60_000) }

    private func sign(_ workspace: Workspace, _ minute: Int64) throws {
        _ = try workspace.sign(version: nil, side: .marketing, by: "Ann", now: at(minute))
        _ = try workspace.sign(version: nil, side: .sales, by: "Bob", now: at(minute))
    }

    @Test func oneChangedByteHasToBeSignedAgain() throws {
        let bench = try AppBench()
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let file = try bench.bench.file("agreement.yaml", text)
        #expect(throws: AppError.self) { try bench.workspace.agreementInForce(at: at(0)) }
        let (first, isNew) = try bench.workspace.propose(file, by: "Ann", now: at(0))
        #expect(isNew && first.version == 1)
        try sign(bench.workspace, 1)
        let use = try bench.workspace.agreementInForce(at: at(2))
        #expect(use.banner == nil && use.sha256 == first.sha256 && use.title.contains("version 1"))

        _ = try bench.bench.file("agreement.yaml", text + "#")
        let (second, isNewToo) = try bench.workspace.propose(file, by: "Ann", now: at(3))
        #expect(isNewToo && second.version == 2 && second.sha256 != first.sha256 && second.signatures.isEmpty)
        #expect(try bench.workspace.agreementInForce(at: at(4)).sha256 == first.sha256)
        try sign(bench.workspace, 5)
        #expect(try bench.workspace.agreementInForce(at: at(6)).sha256 == second.sha256)
        #expect(try bench.workspace.agreementInForce(at: at(4)).sha256 == first.sha256)
    }

    @Test func listsInFilesAreKeptAsTheyWereSigned() throws {
        let bench = try AppBench()
        let list = "bank.example\nAcme Works\n"
        _ = try bench.bench.file("strategic.csv", list)
        let hash = try hash(of: bench.bench.place("strategic.csv"))
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement).replacing(
            "strategic accounts: [Example Bank plc, example-insurance.example]",
            with: "strategic accounts: {file: strategic.csv, sha256: \(hash)}")
        let file = try bench.bench.file("agreement.yaml", text)
        _ = try bench.workspace.propose(file, by: "Ann", now: at(0))
        try sign(bench.workspace, 1)
        let before = try bench.workspace.agreementInForce(at: at(2)).agreement.lists
        // The file changes, or goes: what was signed stays.
        _ = try bench.bench.file("strategic.csv", list + "More Inc\n")
        #expect(try bench.workspace.agreementInForce(at: at(2)).agreement.lists == before)
        try FileManager.default.removeItem(atPath: bench.bench.place("strategic.csv"))
        #expect(try bench.workspace.agreementInForce(at: at(2)).agreement.lists == before)
        #expect(throws: AppError.self, "a draft is read with the file beside it") { try AgreementInUse.draft(file) }
    }

    private func hash(of file: String) throws -> String {
        let end = try Program.run("/usr/bin/env", ["sha256sum", file])
        return String(end.output.prefix(64))
    }

    @Test func whatHasMistakesIsNotProposed() throws {
        let bench = try AppBench()
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement).replacing("tier: B", with: "tier: Q")
        let file = try bench.bench.file("agreement.yaml", text)
        let error = #expect(throws: AppError.self) { try bench.workspace.propose(file, by: "Ann", now: at(0)) }
        #expect(error?.code == .badAgreement && error?.description.contains("\(file):") == true)
        #expect(try bench.workspace.ledger.agreements().isEmpty)
    }

    @Test func aDraftSaysSo() throws {
        let use = try AgreementInUse.draft(ProjectFiles.exampleAgreement)
        #expect(use.banner?.contains("UNSIGNED DRAFT") == true)
        #expect(throws: AppError.self) { try AgreementInUse.draft("/nowhere/agreement.yaml") }
    }
}
