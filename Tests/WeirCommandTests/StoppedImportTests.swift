import Foundation
import Testing
import WeirTestSupport

@Suite("An import that is stopped", .serialized)
struct StoppedImportTests {
    @Test("killed at any moment, it goes on where it was")
    func killed() throws {
        let seed: UInt64 = 7_310
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let whole = try KilledImport.shared.get()
        var inTheMiddle = 0
        for moment in 0..<20 {
            let (file, folder) = try whole.attempt("killed-\(moment)")
            // From the first twentieth of the run to the last, somewhere in each.
            let log = (whole.log * moment + chance.below(whole.log)) / 20
            let program = try WeirProgram.start("import", "engagements", file, "-w", folder)
            while program.isRunning, KilledImport.log(of: folder) < log {}
            program.send(SIGKILL)
            let end = program.wait()
            let ledger = LedgerFile(workspace: folder)
            let status = try WeirProgram.must("status", "-w", folder)
            #expect(try ledger.integrity() == "ok")
            let partly = try ledger.rows("SELECT count(*) FROM engagement")
            let said = try ledger.rows("SELECT coalesce(sum(added), 0) FROM import")
            #expect(partly == said, "what the record of the import says is there, and nothing else")
            let isOpen = try ledger.rows("SELECT count(*) FROM import WHERE finished_at IS NULL") == ["1"]
            #expect(status.output.contains("stopped") == isOpen)
            if isOpen, partly != ["0"] { inTheMiddle += 1 }
            print("moment \(moment): \(end.signal == nil ? "had ended" : "killed") after \(partly[0]) rows")
            try finish(file, folder)
        }
        #expect(inTheMiddle > 0, "every kill came before the first commit or after the last")
    }

    @Test("interrupted, it stops between two batches")
    func interrupted() throws {
        let whole = try KilledImport.shared.get()
        var stopped = 0
        for attempt in 0..<8 {
            let (file, folder) = try whole.attempt("interrupted-\(attempt)")
            let program = try WeirProgram.start("import", "engagements", file, "-w", folder)
            // From when it says how it reads the file, no signal may end it in the middle.
            while program.isRunning, try ProjectFiles.text(program.errorFile).isEmpty {}
            program.send(attempt.isMultiple(of: 2) ? SIGINT : SIGTERM)
            let end = program.wait()
            let ledger = LedgerFile(workspace: folder)
            #expect(try ledger.integrity() == "ok")
            #expect(end.signal == nil, "a signal ended it in the middle")
            // On a busy machine it may have come to its end before the signal reached it.
            guard end.status != 0 else { continue }
            #expect(end.status == 130 && end.errors.contains("stopped"), "\(end)")
            let read = try ledger.rows("SELECT records_read FROM import").first.flatMap { Int($0) } ?? 0
            #expect(read < KilledImport.rows)
            if stopped == 0 { try finish(file, folder) }
            stopped += 1
        }
        #expect(stopped > 0, "every import ended before its signal")
    }

    /// Imports once more, and compares with the import that nobody stopped.
    private func finish(_ file: String, _ folder: String) throws {
        let whole = try KilledImport.shared.get()
        let again = try WeirProgram.must("import", "engagements", file, "-w", folder)
        #expect(again.output.contains("12,000 rows"), "\(again.output)")
        let ledger = LedgerFile(workspace: folder)
        let isEqual = try ledger.engagements() == whole.whole
        #expect(isEqual, "what was resumed is not what an unbroken import makes")
        #expect(try ledger.integrity() == "ok")
        #expect(try ProjectFiles.text(file + ".rejected.csv") == whole.rejected)
        let counts = "SELECT records_read, added + known, rejected, skipped FROM import"
        #expect(try ledger.rows(counts) == ["12000|11988|12|0"])
        try FileManager.default.removeItem(atPath: folder)
    }
}

@Suite("What an import costs")
struct ImportMemoryTests {
    @Test func memoryDoesNotGrowWithTheFile() throws {
        let bench = try Workbench()
        let file = try bench.file("engagements.csv", KilledImport.text(rows: 400_000))
        try WeirProgram.must("init", bench.place("w"))
        let program = try WeirProgram.start("import", "engagements", file, "-w", bench.place("w"))
        var peak = 0
        while program.isRunning { peak = max(peak, program.peakKilobytes ?? 0) }
        let end = program.wait()
        print("400,000 rows: at most \(peak / 1024) MB")
        #expect(peak > 1024)
        #expect(peak < 300 * 1024)
        #expect(end.output.contains("400,000 rows"))
    }
}
