import Foundation
import Testing
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Work that outlasts a request, and care", .timeLimit(.minutes(20)))
struct ServiceWorkTests {
    private func ended(_ service: Service, _ job: Job) async throws -> Job {
        while true {
            let now = try await service.job(job.id)
            if now.finishedAt != nil { return now }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func stream(_ text: String) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
                continuation.yield(Array((piece + "\n").utf8))
            }
            continuation.finish()
        }
    }

    @Test func aFileIsImportedAndDecidedUpon() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        let service = bench.service
        let acts = "email,signal,at\nann@bank.example,demo_requested,2026-05-27T10:00:00Z\nnobody,demo_requested,x\n"
        let job = try await service.startImport(
            "../acts.csv", ImportSettings(kind: .engagements), body: stream(acts))
        let done = try await ended(service, job)
        #expect(done.state == .completed && done.title.contains("acts.csv"), "\(done)")
        #expect(done.result?.contains("\"added\":1") == true && done.result?.contains("\"rejected\":1") == true)
        let rejects = try await service.importRejects(job.id)
        #expect(rejects.map { String(decoding: $0, as: UTF8.self) }?.contains("nobody") == true)
        var decisions: [Decision] = []
        while decisions.isEmpty {
            try await Task.sleep(for: .milliseconds(5))
            decisions = try await service.decisions(after: 0, limit: 10)
        }
        #expect(decisions.allSatisfy { $0.cause == .imported })
        #expect((try? FileManager.default.contentsOfDirectory(atPath: bench.folder + "/spool")) == [])
        let broken = try await service.startImport(
            "random.bin", ImportSettings(kind: .engagements), body: stream("\u{0}\u{1}\u{2}"))
        let failed = try await ended(service, broken)
        #expect(failed.state == .failed && failed.failure != nil, "\(failed)")
        #expect(try await service.jobs(PageRequest(limit: 1)).next != nil)
        await service.stop()
    }

    @Test func aBacktestIsAJob() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        let service = bench.service
        try await bench.qualify(from: source)
        let done = try await ended(service, try await service.startBacktest(BacktestRequest()))
        #expect(done.state == .completed && done.progressPermille != nil, "\(done)")
        let result = try #require(done.result)
        #expect(try JSONSerialization.jsonObject(with: Data(result.utf8)) is [String: Any])
        let bad = try await ended(service, try await service.startBacktest(BacktestRequest(draft: [1, 2, 3])))
        #expect(bad.state == .failed && bad.failure?.code == "bad_agreement", "\(bad)")
        await #expect(throws: ServiceError.self) { try await service.startBacktest(BacktestRequest(version: 7)) }
        let cancelled = try await service.startBacktest(BacktestRequest())
        _ = try await service.cancelJob(cancelled.id)
        let end = try await ended(service, cancelled)
        #expect([.aborted, .completed].contains(end.state))
        #expect(try await service.cancelJob(done.id).state == .completed)
        await service.stop()
    }

    @Test(arguments: ExportSet.allCases, ExportFormat.allCases)
    func exportsHoldEveryRowOnce(set: ExportSet, format: ExportFormat) async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify("bank", from: source)
        try await bench.qualify("=cmd", from: source)
        var text = ""
        for try await piece in bench.service.export(set, as: format) { text += String(decoding: piece, as: UTF8.self) }
        let counts = try bench.bench.file.counts()
        let expected =
            switch set {
            case .accounts: counts["account"]
            case .buyers: counts["buyer"]
            case .engagements: counts["engagement"]
            case .opportunities: counts["opportunity"]
            case .decisions: counts["transition"]
            }
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.count == (expected ?? -1) + (format == .csv ? 1 : 0))
        if format == .ndjson {
            for line in lines {
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        } else {
            #expect(!text.contains(",=cmd"), "no cell is a formula")
        }
        await bench.service.stop()
    }

    @Test func aBackupTakenInUseIsPutBackWhole() async throws {
        let bench = try ServiceBench(signals: "rules: [{event: Asked, signal: demo_requested}]\n")
        let source = try await bench.source()
        try await bench.qualify(from: source)
        let target = bench.bench.bench.place("backup")
        let report = try Backup.run(workspace: bench.folder, to: target)
        #expect(report.bytes > 0 && report.lastFact == bench.service.vitals().lastFact)
        #expect(throws: AppError.self) { try Backup.run(workspace: bench.folder, to: target) }
        try await bench.qualify("later", from: source)
        #expect(throws: AppError.self, "a workspace is never written over") {
            try Backup.restore(from: target, to: bench.folder)
        }
        let restored = bench.bench.bench.place("restored")
        #expect(try Backup.restore(from: target, to: restored).lastFact == report.lastFact)
        #expect(FileManager.default.fileExists(atPath: restored + "/signals.yaml"))
        let clock = bench.clock
        let service = try Service.open(folder: restored) { clock.instant }
        #expect(try await service.accounts(AccountFilter(isQualified: true), PageRequest()).items.count == 1)
        await service.stop()
        await bench.service.stop()
        #expect(throws: AppError.self) { try Backup.restore(from: bench.bench.bench.place("none"), to: restored) }
    }

    @Test func theDoctorFindsWhatIsWrong() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify(from: source)
        await bench.service.stop()
        let now = bench.clock.instant
        func states() async throws -> [String: Doctor.Finding.State] {
            let findings = try await Doctor.examine(folder: bench.folder, now: now)
            return Dictionary(uniqueKeysWithValues: findings.map { ($0.code, $0.state) })
        }
        let sound = try await states()
        #expect(sound["integrity"] == .sound && sound["qualification"] == .sound && sound["clock"] == .sound)
        #expect(sound["agreement"] == .sound && sound["writing"] == .sound)
        let early = try await Doctor.examine(
            folder: bench.folder, now: Instant(milliseconds: now.milliseconds - 86_400_000))
        #expect(early.first { $0.code == "clock" }?.state == .doubtful)
        _ = try bench.bench.file.rows("UPDATE qualification SET qualified = 0, since = NULL")
        #expect(try await states()["qualification"] == .broken)
        _ = try bench.bench.bench.file("weir/signals.yaml", "rules: [{event: X, signal: no_such_signal}]\n")
        #expect(try await states()["agreement"] == .broken)
    }
}
