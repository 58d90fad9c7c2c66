import WeirAgreement
import WeirApp
import WeirFacts
import WeirInsight
import WeirLedger
import WeirWeb

extension StubHouse: RecordUseCases {
    func accounts(_ filter: AccountFilter, _ page: PageRequest) async throws -> Page<AccountSummary> {
        if page.cursor == "broken" { throw ServiceError(.badCursor, "this is no cursor of ours") }
        return Page(items: [StubHouse.account], next: page.cursor == nil ? "next" : nil)
    }

    static let account = AccountSummary(
        id: "acc_1", name: "Müller \"& Söhne\"\n", domain: "mueller.example", external: nil,
        attributes: ["employees": .text("500"), "tags": .set(["a", "b"])], isQualified: true,
        qualifiedSince: CivilDay("2026-03-01"), scoreMilli: 120_500, tier: "A")

    func account(_ id: String) async throws -> AccountSummary {
        guard id == "acc_1" else { throw StubHouse.missing(id) }
        return StubHouse.account
    }
    func buyers(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<BuyerSummary> {
        Page(items: [], next: nil)
    }
    func buyer(_ id: String) async throws -> BuyerSummary { throw StubHouse.missing(id) }
    func engagements(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<EngagementSummary> {
        Page(items: [], next: nil)
    }
    func opportunities(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<OpportunitySummary> {
        Page(items: [], next: nil)
    }
    func opportunity(_ id: String) async throws -> OpportunitySummary { throw StubHouse.missing(id) }
    func qualification(of account: String, asOf day: CivilDay?) async throws -> AccountQualification {
        throw ServiceError(.noAgreement, "no agreement is in force")
    }
    func explanation(of id: String, asOf day: CivilDay?) async throws -> ExplanationView { throw StubHouse.missing(id) }

    func decisions(after id: Int64, limit: Int) async throws -> [Decision] {
        Array(state.withLock { $0.decisions }.filter { $0.id > id }.prefix(limit))
    }

    func decisionStream(after id: Int64) -> AsyncThrowingStream<Decision, any Error> {
        let known = state.withLock { $0.decisions }.filter { $0.id > id }
        let (stream, line) = AsyncThrowingStream<Decision, any Error>.makeStream()
        for decision in known { line.yield(decision) }
        return stream
    }

    static func decision(_ id: Int64) -> Decision {
        Decision(
            id: id, account: "acc_1", buyer: nil, change: .entered, scoreMilli: 100_000, day: CivilDay(number: 20_000),
            cause: .fact, fact: 7, agreementVersion: 1, decidedAt: Instant(milliseconds: 0))
    }
}

extension StubHouse: AgreementUseCases {
    func agreements() async throws -> [AgreementVersion] { [] }
    func agreement(version: Int) async throws -> AgreementVersion { throw StubHouse.missing("version") }
    func agreementText(version: Int) async throws -> [UInt8] { throw StubHouse.missing("version") }
    func agreementInForce() async throws -> AgreementVersion? { nil }
    func propose(_ text: [UInt8], lists: [String: [UInt8]], by name: String) async throws -> (
        AgreementVersion, isNew: Bool
    ) { throw AppError(.badAgreement, "a.yaml:1:1: one\na.yaml:2:1: two") }
    func sign(version: Int, side: SigningSide, by name: String) async throws -> AgreementVersion {
        throw StubHouse.missing("version")
    }
    func difference(from old: Int, to new: Int) async throws -> AgreementDifference {
        throw StubHouse.missing("version")
    }
}

extension StubHouse: JobUseCases {
    private var job: Job {
        Job(
            id: "job_1", kind: .importing, state: .completed, progressPermille: 1000, title: "import",
            createdAt: Instant(milliseconds: 0), finishedAt: nil, failure: nil, result: nil)
    }
    func startBacktest(_ request: BacktestRequest) async throws -> Job { job }
    func startImport(_ name: String, _ settings: ImportSettings, body: AsyncThrowingStream<[UInt8], any Error>)
        async throws -> Job
    {
        for try await piece in body { state.withLock { $0.received += piece } }
        return job
    }
    func jobs(_ page: PageRequest) async throws -> Page<Job> { Page(items: [job], next: nil) }
    func job(_ id: String) async throws -> Job { throw StubHouse.missing(id) }
    func cancelJob(_ id: String) async throws -> Job { throw StubHouse.missing(id) }
    func importRejects(_ id: String) async throws -> [UInt8]? { nil }
}

extension StubHouse: ExportUseCases {
    func export(_ set: ExportSet, as format: ExportFormat) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { line in
            for number in 1...3 { line.yield(Array("{\"n\":\(number)}\n".utf8)) }
            line.finish()
        }
    }
}

extension StubHouse: IdempotencyUseCases {
    func begin(key: String, caller: String, fingerprint: String) async throws -> IdempotencyState {
        state.withLock { state in
            guard let known = state.answers["\(caller) \(key)"] else {
                state.answers["\(caller) \(key)"] = (fingerprint, nil)
                return .fresh
            }
            if known.fingerprint != fingerprint { return .differs }
            return known.answer.map { .answered($0) } ?? .running
        }
    }
    func keep(_ answer: IdempotentAnswer, key: String, caller: String) async throws {
        state.withLock { $0.answers["\(caller) \(key)"]?.answer = answer }
    }
    func release(key: String, caller: String) async throws {
        state.withLock { $0.answers["\(caller) \(key)"] = nil }
    }
}

extension StubHouse: OperationUseCases {
    func vitals() -> Vitals { Vitals() }
    func isReady() async -> Bool { state.withLock { $0.trouble == nil } }
    func stop() async { state.withLock { $0.hasStopped = true } }
}
