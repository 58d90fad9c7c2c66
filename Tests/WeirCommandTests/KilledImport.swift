import Foundation
import WeirTestSupport

/// A file of engagements large enough to be stopped in the middle, and a workspace for each attempt.
final class KilledImport: Sendable {
    /// Some have an id and some have none, of which many are equal; one in a thousand cannot be used. Each is long, so
    /// that few of them make a batch, and the file has several.
    static let rows = 12_000
    static let remark = String(repeating: "what nobody reads ", count: 80)

    let bench: Workbench
    let file: String
    /// What an import that nobody stops makes of it.
    let whole: String
    let rejected: String
    /// How long the database's log becomes before the import ends: how far an import is, whatever else the machine does.
    let log: Int

    static let shared = Result { try KilledImport() }

    private init() throws {
        bench = try Workbench()
        file = try bench.file(
            "engagements.csv", KilledImport.text(rows: KilledImport.rows, remark: KilledImport.remark))
        let folder = bench.place("whole")
        try WeirProgram.must("init", folder)
        let program = try WeirProgram.start("import", "engagements", file, "-w", folder)
        var log = 0
        while program.isRunning { log = max(log, KilledImport.log(of: folder)) }
        self.log = log
        let ledger = LedgerFile(workspace: folder)
        whole = try ledger.engagements()
        rejected = try ProjectFiles.text(file + ".rejected.csv")
        print("an import that nobody stops: a log of \(log) bytes, \(whole.utf8.count) bytes of facts")
    }

    /// How long the database's log is now, bytes.
    static func log(of folder: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/weir.db-wal")
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    static func text(rows: Int, remark: String = "") -> String {
        var text = "id,buyer,email,signal,at,content,shared_with,remark\n"
        text.reserveCapacity(rows * (90 + remark.utf8.count))
        var chance = SeededChance(99)
        for row in 0..<rows {
            let id = row % 3 == 0 ? "" : "m-\(row)"
            let who =
                row % 7 == 0 ? ",p\(chance.below(500))@firm\(chance.below(90)).example" : "b-\(chance.below(4000)),"
            let day = String(chance.below(28) + 101).dropFirst()
            let at = row % 1000 == 999 ? "no day" : "2026-0\(1 + chance.below(9))-\(day)T10:00:00Z"
            text +=
                "\(id),\(who),\(chance.pick(["page_viewed", "content_read"])),\(at),guide \(chance.below(20)),,\(remark)\n"
        }
        return text
    }

    /// A copy of the file, so that each attempt has a file of rejected rows of its own.
    func attempt(_ name: String) throws -> (file: String, folder: String) {
        let folder = bench.place(name)
        try WeirProgram.must("init", folder)
        return (try bench.copy(file, as: "\(name)-engagements.csv"), folder)
    }
}
