import WeirFacts
import WeirLedger

extension Service: AccessUseCases {
    public func source(writeKey: String) -> TrackingSource? { access.source(writeKey: writeKey) }
    public func authenticate(_ secret: String) -> APIToken? { access.authenticate(secret) }

    public func sources(_ page: PageRequest) async throws -> Page<TrackingSource> { try await access.sources(page) }
    public func source(_ id: String) async throws -> TrackingSource { try await access.source(id) }

    public func createSource(name: String, _ settings: TrackingSourceSettings) async throws -> (
        TrackingSource, key: String
    ) {
        try await access.createSource(name: name, settings)
    }

    public func changeSource(_ id: String, _ settings: TrackingSourceSettings, revision: Int?) async throws
        -> TrackingSource
    {
        try await access.changeSource(id, settings, revision: revision)
    }

    public func replaceKey(of id: String) async throws -> (TrackingSource, key: String) {
        try await access.replaceKey(of: id)
    }

    public func deleteSource(_ id: String, revision: Int?) async throws {
        try await access.deleteSource(id, revision: revision)
    }

    public func tokens(_ page: PageRequest) async throws -> Page<APIToken> { try await access.tokens(page) }
    public func token(_ id: String) async throws -> APIToken { try await access.token(id) }

    public func createToken(name: String, scopes: Set<Scope>, expiresAt: Instant?) async throws -> (
        APIToken, secret: String
    ) {
        try await access.createToken(name: name, scopes: scopes, expiresAt: expiresAt)
    }

    public func revokeToken(_ id: String) async throws { try await access.revokeToken(id) }
    public func setupSecret() async throws -> String? { try await access.setupSecret() }

    public func setUp(secret: String, tokenName: String) async throws -> (APIToken, secret: String) {
        try await access.setUp(secret: secret, tokenName: tokenName)
    }
}
