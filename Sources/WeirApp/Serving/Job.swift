import WeirFacts

/// Work that outlasts a request: a backtest, an import.
public struct Job: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case backtest
        case importing = "import"
    }
    public enum State: String, Hashable, Sendable, CaseIterable { case queued, running, completed, failed, aborted }

    /// `job_7`.
    public var id: String
    public var kind: Kind
    public var state: State
    /// 0 to 1000; `nil` where it cannot be known.
    public var progressPermille: Int?
    /// What it is about, for people.
    public var title: String
    public var createdAt: Instant
    public var finishedAt: Instant?
    /// Why it failed: a stable code, and what to do.
    public var failure: Failure?
    /// A JSON document, once it is completed.
    public var result: String?

    public struct Failure: Hashable, Sendable {
        public var code: String
        public var sentence: String
    }

    package init(
        id: String, kind: Kind, state: State, progressPermille: Int?, title: String, createdAt: Instant,
        finishedAt: Instant?, failure: Failure?, result: String?
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.progressPermille = progressPermille
        self.title = title
        self.createdAt = createdAt
        self.finishedAt = finishedAt
        self.failure = failure
        self.result = result
    }
}

/// What a backtest is asked.
public struct BacktestRequest: Hashable, Sendable {
    /// A version that was proposed; `nil` for the one in force.
    public var version: Int?
    /// An unsigned text to try instead.
    public var draft: [UInt8]?
    public var from: CivilDay?
    public var to: CivilDay?
    public var horizonDays: Int

    public init(
        version: Int? = nil, draft: [UInt8]? = nil, from: CivilDay? = nil, to: CivilDay? = nil, horizonDays: Int = 90
    ) {
        self.version = version
        self.draft = draft
        self.from = from
        self.to = to
        self.horizonDays = horizonDays
    }
}
