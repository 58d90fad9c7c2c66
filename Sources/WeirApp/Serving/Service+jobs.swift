import Foundation
import WeirAgreement
import WeirFacts
import WeirInsight
import WeirLedger

extension Service: JobUseCases {
    public func startBacktest(_ request: BacktestRequest) async throws -> Job {
        if request.version != nil, request.draft != nil {
            throw ServiceError(.invalid, "a backtest is of a version or of a draft, not of both")
        }
        guard (1...3650).contains(request.horizonDays) else {
            throw ServiceError(.invalid, "the horizon is 1 to 3650 days")
        }
        var version: AgreementVersion?
        if let number = request.version { version = try await agreement(version: number) }
        if version == nil, request.draft == nil { _ = try inForce }
        let title =
            request.version.map { "backtest of version \($0)" }
            ?? (request.draft == nil ? "backtest of the agreement in force" : "backtest of a draft")
        let (workspace, now) = (workspace, clock())
        return try await jobDesk.start(.backtest, title: title) { [version] progress in
            let snapshot = try workspace.snapshot()
            let use = try snapshot.agreement(of: request, version, now: now)
            progress(50)
            let population = try Population(snapshot, use)
            try Task.checkCancellation()
            progress(500)
            let backtest = try await Backtest(
                snapshot, population, from: request.from, to: request.to, horizonDays: request.horizonDays)
            try Task.checkCancellation()
            progress(900)
            return JobEnd(state: Job.State.completed.rawValue, result: try backtest.report().json.rendered())
        }
    }

    public func startImport(
        _ name: String, _ settings: ImportSettings, body: AsyncThrowingStream<[UInt8], any Error>
    ) async throws -> Job {
        let spool = try Spool(workspace, name: name)
        do {
            for try await piece in body { try spool.append(piece) }
            try spool.close()
        } catch {
            spool.remove()
            throw error
        }
        let (workspace, now) = (workspace, clock())
        do {
            return try await jobDesk.start(.importing, title: "import of \(settings.kind.rawValue) from \(spool.name)")
            {
                progress in
                defer { spool.remove() }
                let outcome = try await workspace.importFile(
                    spool.path, settings, now: now,
                    progress: { step in
                        guard let total = step.bytesTotal, total > 0 else { return }
                        progress(Int(min(step.bytesRead, UInt64(total)) * 1000 / UInt64(total)))
                    })
                guard outcome.missing.isEmpty else {
                    throw AppError(.badData, outcome.missing.joined(separator: "\n"))
                }
                let rejects = try outcome.rejectedFile.map { try Files.read($0, limit: Spool.rejectsLimit) }
                return JobEnd(
                    state: Job.State.completed.rawValue, result: outcome.json, rejects: rejects)
            }
        } catch {
            spool.remove()
            throw error
        }
    }

    public func jobs(_ page: PageRequest) async throws -> Page<Job> {
        let after = try seal.place(page.cursor, of: "jobs")
        let ledger = workspace.ledger
        let found = try await onDisk { try ledger.jobs(after: after, limit: page.limit + 1) }
        return seal.page(found, page, of: "jobs", id: \.id, Job.init)
    }

    public func job(_ id: String) async throws -> Job {
        let number = try RecordID.job.number(id)
        let ledger = workspace.ledger
        guard let found = try await onDisk({ try ledger.jobs(only: number) }).first else {
            throw RecordID.job.notFound(id)
        }
        return Job(found)
    }

    public func cancelJob(_ id: String) async throws -> Job {
        let before = try await job(id)
        if before.finishedAt == nil { try await jobDesk.cancel(try RecordID.job.number(id)) }
        return try await job(id)
    }

    public func importRejects(_ id: String) async throws -> [UInt8]? {
        _ = try await job(id)
        let number = try RecordID.job.number(id)
        let ledger = workspace.ledger
        return try await onDisk { try ledger.rejects(ofJob: number) }
    }
}

extension Workspace {
    fileprivate func agreement(of request: BacktestRequest, _ version: AgreementVersion?, now: Instant) throws
        -> AgreementInUse
    {
        if let draft = request.draft {
            return try AgreementInUse(
                AgreementReader.read(draft, file: "draft") { _ in nil }, file: "draft",
                name: { "\($0.name), draft \($1)" }, banner: "UNSIGNED DRAFT")
        }
        guard let version else { return try agreementInForce(at: now) }
        let isInForce = try ledger.agreementInForce(at: now)?.version == version.version
        return try agreement(version, banner: isInForce ? nil : "VERSION \(version.version), NOT IN FORCE")
    }
}

extension ImportOutcome {
    /// What became of the file, as JSON.
    fileprivate var json: String {
        let counts: [(String, RowText.Cell)] = [
            ("read", .number(Int64(counts.read))), ("added", .number(Int64(counts.added))),
            ("known", .number(Int64(counts.known))), ("rejected", .number(Int64(counts.rejected))),
            ("skipped", .number(Int64(counts.skipped))), ("was_known", .yesNo(wasKnown)), ("summary", .text(summary)),
            ("mapping", .text(mappingTable)),
        ]
        return RowText.ndjson(counts)
    }
}
