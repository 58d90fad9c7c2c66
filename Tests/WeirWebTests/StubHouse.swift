import Synchronization
import WeirAgreement
import WeirApp
import WeirFacts
import WeirInsight
import WeirIntake
import WeirLedger
import WeirTestSupport
import WeirWeb

/// A house whose rooms are dictionaries, and that a test can put into any trouble: what is tested with it is the door.
final class StubHouse: Sendable {
    struct State {
        var sources: [String: TrackingSource] = [:]
        var keys: [String: String] = [:]
        var tokens: [String: APIToken] = [:]
        var secrets: [String: String] = [:]
        var messages: [String: Int] = [:]
        var rejected: [RejectedEvent] = []
        var answers: [String: (fingerprint: String, answer: IdempotentAnswer?)] = [:]
        var decisions: [Decision] = []
        var lastNumber = 0
        /// What taking events in throws, if anything.
        var trouble: ServiceError?
        var received: [UInt8] = []
        var hasStopped = false
        /// What reading the day waits for, if anything.
        var holdUp: AsyncStream<Void>?
    }

    let state = Mutex(State())
    /// Who signs in: a real desk on an empty workspace, with passwords that cost nothing.
    let colleagues: SignInDesk
    let imports: ImportDesk
    let notices: NoticeDesk
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
        let workspace = try Workspace.create(bench.place("weir"))
        let clock: @Sendable () -> Instant = { Instant(milliseconds: 1_800_000_000_000) }
        colleagues = try SignInDesk(workspace, cost: .trifling, clock: clock)
        imports = ImportDesk(workspace, clock: clock)
        notices = try NoticeDesk(workspace, TellingOptions(), clock: clock)
    }

    func next(_ prefix: String) -> String {
        state.withLock {
            $0.lastNumber += 1
            return "\(prefix)_\($0.lastNumber)"
        }
    }

    /// A source that takes everything, with this write key.
    func addSource(key: String, _ settings: TrackingSourceSettings = TrackingSourceSettings()) {
        let source = TrackingSource(
            id: next("src"), name: key, keyHint: String(key.prefix(4)), ledgerSource: 0, settings: settings,
            createdAt: Instant(milliseconds: 0), revision: 1)
        state.withLock {
            $0.sources[source.id] = source
            $0.keys[key] = source.id
        }
    }

    /// A token with these scopes and this secret.
    func addToken(secret: String, _ scopes: Set<Scope> = Set(Scope.allCases)) {
        let token = APIToken(
            id: next("tok"), name: secret, hint: String(secret.prefix(4)), scopes: scopes,
            createdAt: Instant(milliseconds: 0), expiresAt: nil, lastUsedAt: nil)
        state.withLock {
            $0.tokens[token.id] = token
            $0.secrets[secret] = token.id
        }
    }

    static func missing(_ id: String) -> ServiceError { ServiceError(.notFound, "there is no \(id)") }
}

extension StubHouse: ColleagueUseCases {}
extension StubHouse: NoticeUseCases {}

extension StubHouse: EventUseCases {
    func source(writeKey: String) -> TrackingSource? {
        state.withLock { state in
            state.keys[writeKey].flatMap { state.sources[$0] }.flatMap { $0.settings.isEnabled ? $0 : nil }
        }
    }

    func take(_ events: [LiveEvent], rejected: [LiveRejection], from source: TrackingSource) async throws
        -> IntakeReceipt
    { IntakeReceipt() }

    func take(_ batch: TrackingBatch, from source: TrackingSource) async throws -> IntakeReceipt {
        try state.withLock { state in
            if let trouble = state.trouble { throw trouble }
            var receipt = IntakeReceipt(rejected: batch.rejected.count)
            for event in batch.events {
                let key = "\(source.id) \(event.messageID)"
                state.messages[key, default: 0] += 1
                if state.messages[key] == 1 { receipt.added += 1 } else { receipt.known += 1 }
            }
            for item in batch.rejected {
                state.lastNumber += 1
                state.rejected.append(
                    RejectedEvent(
                        id: "rej_\(state.lastNumber)", source: source.id, code: item.code.rawValue, reason: item.reason,
                        message: item.messageID, receivedAt: Instant(milliseconds: 0), replayedAt: nil, raw: item.raw))
            }
            return receipt
        }
    }

    func rejectedEvents(_ page: PageRequest, includingReplayed: Bool) async throws -> Page<RejectedEvent> {
        Page(items: state.withLock { $0.rejected }, next: nil)
    }
    func unmappedEvents() async throws -> [UnmappedEvents] { [] }
    func automatedEvents(_ page: PageRequest) async throws -> Page<AutomatedEvent> { Page(items: [], next: nil) }
    func clearAutomated(_ id: String, by name: String) async throws -> AutomatedEvent { throw StubHouse.missing(id) }
    func replayRejected(_ ids: [String]?) async throws -> ReplayOutcome {
        ReplayOutcome(tried: 0, taken: 0, rejected: 0)
    }
    func replayUnmapped() async throws -> ReplayOutcome { ReplayOutcome(tried: 0, taken: 0, rejected: 0) }
}

extension StubHouse: InquiryUseCases {
    func answer(_ inquiry: Inquiry) async throws -> InquiryAnswer {
        InquiryAnswer(
            id: next("inq"), verdict: inquiry.email.hasSuffix("@gmail.com") ? .refuse : .accept, reasons: [],
            account: nil,
            accountName: nil, isAccountQualified: false, isRepeat: false)
    }
}

extension StubHouse: AccessUseCases {
    func sources(_ page: PageRequest) async throws -> Page<TrackingSource> {
        Page(items: state.withLock { $0.sources.values.sorted { $0.id < $1.id } }, next: nil)
    }

    func source(_ id: String) async throws -> TrackingSource {
        guard let source = state.withLock({ $0.sources[id] }) else { throw StubHouse.missing(id) }
        return source
    }

    func createSource(name: String, _ settings: TrackingSourceSettings) async throws -> (TrackingSource, key: String) {
        let source = TrackingSource(
            id: next("src"), name: name, keyHint: "wk_", ledgerSource: 0, settings: settings,
            createdAt: Instant(milliseconds: 0),
            revision: 1)
        state.withLock {
            $0.sources[source.id] = source
            $0.keys["wk_\(source.id)"] = source.id
        }
        return (source, "wk_\(source.id)")
    }

    func changeSource(_ id: String, _ settings: TrackingSourceSettings, revision: Int?) async throws -> TrackingSource {
        var source = try await source(id)
        if let revision, revision != source.revision { throw ServiceError(.changed, "changed") }
        source.settings = settings
        source.revision += 1
        state.withLock { [source] in $0.sources[id] = source }
        return source
    }

    func replaceKey(of id: String) async throws -> (TrackingSource, key: String) { (try await source(id), "wk_new") }

    func deleteSource(_ id: String, revision: Int?) async throws {
        guard state.withLock({ $0.sources.removeValue(forKey: id) }) != nil else { throw StubHouse.missing(id) }
    }

    func tokens(_ page: PageRequest) async throws -> Page<APIToken> {
        Page(items: state.withLock { $0.tokens.values.sorted { $0.id < $1.id } }, next: nil)
    }

    func token(_ id: String) async throws -> APIToken {
        guard let token = state.withLock({ $0.tokens[id] }) else { throw StubHouse.missing(id) }
        return token
    }

    func createToken(name: String, scopes: Set<Scope>, expiresAt: Instant?) async throws -> (APIToken, secret: String) {
        let id = next("tok")
        let token = APIToken(
            id: id, name: name, hint: "weir", scopes: scopes, createdAt: Instant(milliseconds: 0),
            expiresAt: expiresAt, lastUsedAt: nil)
        state.withLock {
            $0.tokens[id] = token
            $0.secrets["secret_\(id)"] = id
        }
        return (token, "secret_\(id)")
    }

    func revokeToken(_ id: String) async throws {
        guard state.withLock({ $0.tokens.removeValue(forKey: id) }) != nil else { throw StubHouse.missing(id) }
    }

    func authenticate(_ secret: String) -> APIToken? {
        state.withLock { state in state.secrets[secret].flatMap { state.tokens[$0] } }
    }

    func setupSecret() async throws -> String? { nil }
    func setUp(secret: String, tokenName: String) async throws -> (APIToken, secret: String) {
        throw ServiceError(.conflict, "set up already")
    }
}
