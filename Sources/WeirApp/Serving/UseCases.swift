import WeirAgreement
import WeirFacts
import WeirInsight
import WeirIntake
import WeirLedger

/// Taking events in.
public protocol EventUseCases: Sendable {
    /// The source that a write key belongs to; answered from memory. `nil` for a key that is not known or disabled.
    func source(writeKey: String) -> TrackingSource?

    /// Puts a request's events on disk. Returns after the commit; requests that wait share one.
    /// - Throws: ``ServiceError`` with `overloaded` where too much is waiting, `unavailable` where the disk refuses: the
    ///   client shall send it again.
    func take(_ events: [LiveEvent], rejected: [LiveRejection], from source: TrackingSource) async throws
        -> IntakeReceipt

    /// Says what the events are, and puts them on disk. Returns after the commit.
    func take(_ batch: TrackingBatch, from source: TrackingSource) async throws -> IntakeReceipt

    func rejectedEvents(_ page: PageRequest, includingReplayed: Bool) async throws -> Page<RejectedEvent>
    /// Reads rejected items again, and takes in what is understood by now.
    /// - Parameter ids: which; `nil` is all that wait.
    func replayRejected(_ ids: [String]?) async throws -> ReplayOutcome
    /// Maps events again that the mapping did not know when they came.
    func replayUnmapped() async throws -> ReplayOutcome
    func unmappedEvents() async throws -> [UnmappedEvents]
    func automatedEvents(_ page: PageRequest) async throws -> Page<AutomatedEvent>
    /// A person did it after all: it counts from now on, as of when it happened.
    func clearAutomated(_ id: String, by name: String) async throws -> AutomatedEvent
}

/// The inbound gate.
public protocol InquiryUseCases: Sendable {
    /// Records an inquiry, then answers it.
    func answer(_ inquiry: Inquiry) async throws -> InquiryAnswer
}

/// Who may send and who may ask.
public protocol AccessUseCases: Sendable {
    func sources(_ page: PageRequest) async throws -> Page<TrackingSource>
    func source(_ id: String) async throws -> TrackingSource
    /// - Returns: the source and its write key, which is shown this once.
    func createSource(name: String, _ settings: TrackingSourceSettings) async throws -> (TrackingSource, key: String)
    /// - Parameter revision: the one the change was made from; `nil` whatever it is.
    /// - Throws: `changed` where it is another by now.
    func changeSource(_ id: String, _ settings: TrackingSourceSettings, revision: Int?) async throws -> TrackingSource
    /// Gives it a new write key; the old one stops working.
    func replaceKey(of id: String) async throws -> (TrackingSource, key: String)
    /// Its events stay; it can send no more, and is listed no more.
    func deleteSource(_ id: String, revision: Int?) async throws

    func tokens(_ page: PageRequest) async throws -> Page<APIToken>
    func token(_ id: String) async throws -> APIToken
    func createToken(name: String, scopes: Set<Scope>, expiresAt: Instant?) async throws -> (APIToken, secret: String)
    func revokeToken(_ id: String) async throws
    /// Whose token a secret is; answered from memory. `nil` where it is unknown, revoked or expired.
    func authenticate(_ secret: String) -> APIToken?

    /// A secret to make the first token with, where there is none yet; `nil` otherwise. Printed once at the first run.
    func setupSecret() async throws -> String?
    /// The first token, with every scope. The secret works once.
    func setUp(secret: String, tokenName: String) async throws -> (APIToken, secret: String)
}

/// Who works here and signs in.
public protocol ColleagueUseCases: Sendable {
    var colleagues: SignInDesk { get }
}

/// What pages look at beyond the records.
public protocol PageUseCases: Sendable {
    var imports: ImportDesk { get }
    /// Events and rejected items after a place in the ledger, the newest first.
    func tail(after seq: Int64, limit: Int) async throws -> [TailedEvent]
    /// Whether nothing was taken in and nothing proposed yet.
    func isEmpty() async throws -> Bool
    /// Makes an empty workspace a demonstration: invented companies, their people and what they did.
    func startDemo() async throws -> Job
}

/// What is known, and what was decided.
public protocol RecordUseCases: Sendable {
    func accounts(_ filter: AccountFilter, _ page: PageRequest) async throws -> Page<AccountSummary>
    func account(_ id: String) async throws -> AccountSummary
    func buyers(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<BuyerSummary>
    func buyer(_ id: String) async throws -> BuyerSummary
    func engagements(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<EngagementSummary>
    func opportunities(_ filter: ActivityFilter, _ page: PageRequest) async throws -> Page<OpportunitySummary>
    func opportunity(_ id: String) async throws -> OpportunitySummary
    /// - Parameter day: `nil` is today, in the agreement's time zone.
    func qualification(of account: String, asOf day: CivilDay?) async throws -> AccountQualification
    /// - Parameter id: an account's or a buyer's.
    func explanation(of id: String, asOf day: CivilDay?) async throws -> ExplanationView
    /// Decisions after a place in the feed.
    /// - Parameter limit: 1 to 1000.
    func decisions(after id: Int64, limit: Int) async throws -> [Decision]
    /// The same, and then every new one as it is decided, until the reader stops.
    func decisionStream(after id: Int64) -> AsyncThrowingStream<Decision, any Error>
}

/// How a definition comes into force.
public protocol AgreementUseCases: Sendable {
    func agreements() async throws -> [AgreementVersion]
    func agreement(version: Int) async throws -> AgreementVersion
    func agreementText(version: Int) async throws -> [UInt8]
    func agreementInForce() async throws -> AgreementVersion?
    /// - Parameter lists: files that the text pins, by path.
    /// - Throws: `AppError.badAgreement` with every mistake, one a line.
    func propose(_ text: [UInt8], lists: [String: [UInt8]], by name: String) async throws -> (
        AgreementVersion, isNew: Bool
    )
    func sign(version: Int, side: SigningSide, by name: String) async throws -> AgreementVersion
    func difference(from old: Int, to new: Int) async throws -> AgreementDifference
}

/// Work that outlasts a request.
public protocol JobUseCases: Sendable {
    func startBacktest(_ request: BacktestRequest) async throws -> Job
    /// - Parameters:
    ///   - name: the file's, for people.
    ///   - body: its bytes; read to the end before this returns.
    func startImport(_ name: String, _ settings: ImportSettings, body: AsyncThrowingStream<[UInt8], any Error>)
        async throws -> Job
    func jobs(_ page: PageRequest) async throws -> Page<Job>
    func job(_ id: String) async throws -> Job
    /// Asks a job to stop; what it had put on disk stays.
    func cancelJob(_ id: String) async throws -> Job
    /// The rows that an import could not use, with the reasons, as CSV; `nil` where there are none.
    func importRejects(_ id: String) async throws -> [UInt8]?
}

public enum ExportSet: String, Hashable, Sendable, CaseIterable {
    case accounts, buyers, engagements, opportunities, decisions
}
public enum ExportFormat: String, Hashable, Sendable, CaseIterable { case ndjson, csv }

public protocol ExportUseCases: Sendable {
    /// The whole of a set as it stands when the reading begins, in pieces of about 64 KiB.
    func export(_ set: ExportSet, as format: ExportFormat) -> AsyncThrowingStream<[UInt8], any Error>
}

public protocol IdempotencyUseCases: Sendable {
    /// - Parameters:
    ///   - caller: id of the token; keys of two callers are different keys.
    ///   - fingerprint: of method, path and body.
    func begin(key: String, caller: String, fingerprint: String) async throws -> IdempotencyState
    func keep(_ answer: IdempotentAnswer, key: String, caller: String) async throws
    /// It was not done after all (a 5xx): the key may be used again.
    func release(key: String, caller: String) async throws
}

/// How the service is.
public struct Vitals: Hashable, Sendable {
    public var eventsWaiting = 0
    public var eventsTaken = 0
    public var eventsKnown = 0
    public var eventsRejected = 0
    public var commits = 0
    /// The highest fact on disk, and the highest decided upon.
    public var lastFact: Int64 = 0
    public var lastDecidedFact: Int64 = 0
    public var decisions = 0
    public var accountsInMemory = 0
    public var refolds = 0
    /// Notices that wait to be sent, or to be sent again.
    public var deliveriesWaiting = 0
    /// The day that was settled last; `nil` before the first, or with no agreement in force.
    public var settledDay: CivilDay?
    /// Why facts cannot be taken in or decided upon at the moment; `nil` when all is well.
    public var trouble: String?

    public init() {}
}

public protocol OperationUseCases: Sendable {
    func vitals() -> Vitals
    /// Whether the ledger takes a write now, and there is room on its disk.
    func isReady() async -> Bool
    /// Takes no more events, puts what is waiting on disk, decides upon it, and closes.
    func stop() async
}
