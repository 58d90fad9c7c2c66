import Foundation
import Testing
import WeirLedger
import WeirTestSupport

@Suite("A workspace's database")
struct WorkspaceTests {
    private func code(_ body: () throws -> Void) -> LedgerError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? LedgerError)?.code
        }
    }

    @Test func isMadeOnceAndOpenedAgain() throws {
        let bench = try Workbench()
        let folder = bench.place("a/b")
        #expect(code { _ = try Ledger.open(folder: folder) } == .noWorkspace)
        #expect(!FileManager.default.fileExists(atPath: folder), "looking for a workspace must not make one")
        _ = try Ledger.create(folder: folder)
        #expect(code { _ = try Ledger.create(folder: folder) } == .workspaceExists)
        #expect(try Ledger.open(folder: folder).counts().allSatisfy { $0.count == 0 })
    }

    @Test func madeByANewerWeirIsLeftAlone() throws {
        let bench = try Workbench()
        _ = try Ledger.create(folder: bench.path)
        _ = try LedgerFile(workspace: bench.path).rows("INSERT INTO grdb_migrations VALUES ('9999')")
        #expect(code { _ = try Ledger.open(folder: bench.path) } == .tooNew)
    }

    @Test func whatIsNoDatabaseIsSaidToBeDamaged() throws {
        let bench = try Workbench()
        _ = try bench.file(Ledger.fileName, String(repeating: "not a database ", count: 500))
        let error = #expect(throws: LedgerError.self) { try Ledger.open(folder: bench.path) }
        #expect(error?.code == .database)
        #expect(error?.description.contains("damaged") == true)
    }

    @Test func whereNoFolderCanBeMadeIsAnError() throws {
        let bench = try Workbench()
        let file = try bench.file("file", "in the way")
        #expect(code { _ = try Ledger.create(folder: file + "/inside") } == .database)
    }
}
