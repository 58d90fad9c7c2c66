import Synchronization
import WeirFacts
import WeirLedger

/// Who may send and who may ask: sources with their write keys, and tokens.
///
/// Kept in memory, since every request asks; ``refresh()`` reads again what another process may have changed.
public final class AccessDesk: AccessUseCases {
    private struct Books {
        var sourcesByKey: [String: StoredSource] = [:]
        var tokensByHash: [String: StoredToken] = [:]
        var uses: [Int64: Instant] = [:]
    }

    private let ledger: Ledger
    private let clock: @Sendable () -> Instant
    private let seal: CursorSeal
    private let books = Mutex(Books())

    private static let setupSetting = "setup-hash"

    /// - Parameter clock: the time of what is made and changed, and what tokens expire by.
    public init(_ workspace: Workspace, clock: @escaping @Sendable () -> Instant) throws {
        ledger = workspace.ledger
        self.clock = clock
        seal = try workspace.cursorSeal()
        try refresh()
    }

    /// Reads sources and tokens again.
    public func refresh() throws {
        let sources = try ledger.trackingSources()
        let tokens = try ledger.tokens()
        books.withLock { books in
            books.sourcesByKey = Dictionary(sources.map { ($0.keyHash, $0) }, uniquingKeysWith: { first, _ in first })
            books.tokensByHash = Dictionary(tokens.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    // MARK: Sources

    /// The source that a write key belongs to; `nil` for a key that is not known, or disabled.
    public func source(writeKey: String) -> TrackingSource? {
        stored(writeKey: writeKey).map(TrackingSource.init)
    }

    private func stored(writeKey: String) -> StoredSource? {
        let hash = Secret.hash(writeKey)
        let found = books.withLock { $0.sourcesByKey[hash] }
        return found.flatMap { $0.settings.isEnabled ? $0 : nil }
    }

    public func sources(_ page: PageRequest) async throws -> Page<TrackingSource> {
        let after = try seal.place(page.cursor, of: "sources")
        let found = try ledger.trackingSources().filter { $0.id > after }
        return seal.page(found, page, of: "sources", id: \.id, TrackingSource.init)
    }

    public func source(_ id: String) async throws -> TrackingSource {
        let number = try RecordID.source.number(id)
        guard let found = try ledger.trackingSources().first(where: { $0.id == number }) else {
            throw RecordID.source.notFound(id)
        }
        return TrackingSource(found)
    }

    public func createSource(name: String, _ settings: TrackingSourceSettings) async throws -> (
        TrackingSource, key: String
    ) {
        let name = try AccessDesk.name(name)
        try settings.check()
        let key = Secret.make("wk")
        let stored = try ServiceError.wrapping {
            try ledger.addTrackingSource(
                name: name, keyHash: Secret.hash(key), keyHint: Secret.hint(key), settings: settings.stored,
                now: clock())
        }
        try refresh()
        return (TrackingSource(stored), key)
    }

    public func changeSource(_ id: String, _ settings: TrackingSourceSettings, revision: Int?) async throws
        -> TrackingSource
    {
        let number = try RecordID.source.number(id)
        try settings.check()
        let stored = try ServiceError.wrapping {
            try ledger.changeTrackingSource(number, settings.stored, revision: revision)
        }
        try refresh()
        return TrackingSource(stored)
    }

    public func replaceKey(of id: String) async throws -> (TrackingSource, key: String) {
        let number = try RecordID.source.number(id)
        let key = Secret.make("wk")
        let stored = try ServiceError.wrapping {
            try ledger.replaceKey(ofTrackingSource: number, hash: Secret.hash(key), hint: Secret.hint(key))
        }
        try refresh()
        return (TrackingSource(stored), key)
    }

    public func deleteSource(_ id: String, revision: Int?) async throws {
        let number = try RecordID.source.number(id)
        try ServiceError.wrapping { try ledger.deleteTrackingSource(number, revision: revision, now: clock()) }
        try refresh()
    }

    // MARK: Tokens

    public func tokens(_ page: PageRequest) async throws -> Page<APIToken> {
        try flushUses()
        let after = try seal.place(page.cursor, of: "tokens")
        let found = try ledger.tokens().filter { $0.id > after }
        return seal.page(found, page, of: "tokens", id: \.id, APIToken.init)
    }

    public func token(_ id: String) async throws -> APIToken {
        try flushUses()
        let number = try RecordID.token.number(id)
        guard let found = try ledger.tokens().first(where: { $0.id == number }) else {
            throw RecordID.token.notFound(id)
        }
        return APIToken(found)
    }

    public func createToken(name: String, scopes: Set<Scope>, expiresAt: Instant?) async throws -> (
        APIToken, secret: String
    ) {
        try addToken(name: name, scopes: scopes, expiresAt: expiresAt, spending: nil)
    }

    private func addToken(name: String, scopes: Set<Scope>, expiresAt: Instant?, spending: String?) throws -> (
        APIToken, secret: String
    ) {
        let name = try AccessDesk.name(name)
        guard !scopes.isEmpty else { throw ServiceError(.invalid, "a token needs at least one scope") }
        if let expiresAt, expiresAt <= clock() {
            throw ServiceError(.invalid, "the token would have expired already; give a time to come")
        }
        let secret = Secret.make("pat")
        let stored = try ServiceError.wrapping {
            try ledger.addToken(
                name: name, hash: Secret.hash(secret), hint: Secret.hint(secret),
                scopes: scopes.map(\.rawValue).sorted().joined(separator: " "), expiresAt: expiresAt, now: clock(),
                spending: spending)
        }
        try refresh()
        return (APIToken(stored), secret)
    }

    public func revokeToken(_ id: String) async throws {
        let number = try RecordID.token.number(id)
        try ServiceError.wrapping { try ledger.revokeToken(number, now: clock()) }
        try refresh()
    }

    public func authenticate(_ secret: String) -> APIToken? {
        let hash = Secret.hash(secret)
        let now = clock()
        let found = books.withLock { books -> StoredToken? in
            guard let token = books.tokensByHash[hash], token.expiresAt.map({ now < $0 }) ?? true else { return nil }
            books.uses[token.id] = now
            return token
        }
        return found.map(APIToken.init)
    }

    /// Stores when tokens were used last.
    public func flushUses() throws {
        let uses = books.withLock { books in
            defer { books.uses = [:] }
            return books.uses
        }
        if !uses.isEmpty { try ledger.noteUse(uses) }
    }

    // MARK: The first token

    public func setupSecret() async throws -> String? {
        guard try ledger.tokens().isEmpty else { return nil }
        let secret = Secret.make("setup")
        try ledger.replaceSetting(AccessDesk.setupSetting, Array(Secret.hash(secret).utf8))
        return secret
    }

    public func setUp(secret: String, tokenName: String) async throws -> (APIToken, secret: String) {
        let stored = try ledger.setting(AccessDesk.setupSetting).map { String(decoding: $0, as: UTF8.self) }
        guard let stored else {
            throw ServiceError(.conflict, "the set-up is done already; make further tokens with the first one")
        }
        guard Secret.isEqual(stored, Secret.hash(secret)) else {
            throw ServiceError(
                .invalid, "this is not the set-up secret; it was printed when the service started for the first time")
        }
        return try addToken(
            name: tokenName, scopes: Set(Scope.allCases), expiresAt: nil, spending: AccessDesk.setupSetting)
    }

    static func name(_ text: String) throws(ServiceError) -> String {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...100).contains(name.count), !name.unicodeScalars.contains(where: { $0.value < 32 }) else {
            throw ServiceError(.invalid, "a name has 1 to 100 characters")
        }
        return name
    }
}

extension TrackingSource {
    init(_ stored: StoredSource) {
        id = RecordID.source.text(stored.id)
        name = stored.name
        keyHint = stored.keyHint
        ledgerSource = stored.source
        settings = TrackingSourceSettings(
            allowedOrigins: stored.settings.origins.split(separator: " ").map(String.init),
            maxEventBytes: stored.settings.maxEventBytes, maxRequestBytes: stored.settings.maxRequestBytes,
            eventsPerMinute: stored.settings.eventsPerMinute, isEnabled: stored.settings.isEnabled)
        createdAt = stored.createdAt
        revision = stored.revision
    }
}

extension TrackingSourceSettings {
    var stored: StoredSourceSettings {
        StoredSourceSettings(
            origins: allowedOrigins.joined(separator: " "), maxEventBytes: maxEventBytes,
            maxRequestBytes: maxRequestBytes, eventsPerMinute: eventsPerMinute, isEnabled: isEnabled)
    }

    func check() throws(ServiceError) {
        for origin in allowedOrigins where origin != "*" {
            let isOrigin = origin.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]{1,5})?/) != nil
            guard isOrigin, origin.utf8.count <= 300 else {
                throw ServiceError(
                    .invalid, "an allowed origin is like https://www.example.com, without a path; or * for any")
            }
        }
        guard allowedOrigins.count <= 100, (1024...(4 << 20)).contains(maxEventBytes),
            (1024...(64 << 20)).contains(maxRequestBytes), (eventsPerMinute ?? 1) >= 1
        else {
            throw ServiceError(
                .invalid,
                "at most 100 origins; an event may have 1 KiB to 4 MiB, a request 1 KiB to 64 MiB, a minute at least 1 event"
            )
        }
    }
}

extension APIToken {
    init(_ stored: StoredToken) {
        id = RecordID.token.text(stored.id)
        name = stored.name
        hint = stored.hint
        scopes = Set(stored.scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) })
        createdAt = stored.createdAt
        expiresAt = stored.expiresAt
        lastUsedAt = stored.lastUsedAt.map { Instant(milliseconds: $0.milliseconds / 60_000 * 60_000) }
    }
}

extension Workspace {
    /// The seal of this workspace's cursors; made the first time.
    func cursorSeal() throws -> CursorSeal {
        CursorSeal(key: try ledger.setting("cursor-key", orElse: (0..<32).map { _ in UInt8.random(in: 0...255) }))
    }
}

extension CursorSeal {
    /// The page that begins a list of everything after the cursor.
    /// - Parameter found: at least one more than the page holds, where there are more.
    func page<Stored, Item>(
        _ found: [Stored], _ request: PageRequest, of list: String, id: (Stored) -> Int64, _ item: (Stored) -> Item
    ) -> Page<Item> {
        let shown = found.prefix(request.limit)
        let next = found.count > shown.count ? shown.last.map { cursor(id($0), of: list) } : nil
        return Page(items: shown.map(item), next: next)
    }
}
