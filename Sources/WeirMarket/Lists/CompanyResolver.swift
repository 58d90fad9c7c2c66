/// Which company of ours a line may mean.
public struct CompanyCandidate: Hashable, Sendable {
    /// How sure it is.
    public enum Strength: String, Hashable, Sendable, Codable {
        /// Sure enough to act upon.
        case strong
        /// A person should look first.
        case weak
    }

    public var account: Int64
    public var name: String
    public var strength: Strength
    /// Why, in words: `same domain`, `same name but for the legal form`.
    public var evidence: String

    public init(account: Int64, name: String, strength: Strength, evidence: String) {
        self.account = account
        self.name = name
        self.strength = strength
        self.evidence = evidence
    }
}

/// What finds the companies that a name, a domain and a country may mean. The one matcher of the house stands behind it.
public protocol CompanyResolver: Sendable {
    /// The likeliest first; none where nothing comes close.
    ///
    /// - Parameter domain: a company's, never that of free mail.
    func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate]

    /// What is known of an account, made for the market that judges it; `nil` where there is no such account.
    /// - Throws: where it cannot be read. That is no fault of the list's line, so nothing is judged by it.
    func attributes(of account: Int64) throws -> CompanyAttributes?
}

/// Somebody who is known already.
public struct KnownPerson: Hashable, Sendable {
    /// `buy_7`
    public var id: String
    /// What tells: `the same address`.
    public var evidence: String

    public init(id: String, evidence: String) {
        self.id = id
        self.evidence = evidence
    }
}

/// What finds out whether a person of a list is known already.
public protocol KnownPeople: Sendable {
    /// - Parameters:
    ///   - email: in small letters.
    ///   - account: where the person works, if that is sure.
    func known(email: String?, name: String?, account: Int64?) -> KnownPerson?
}

/// Nobody is known yet.
public struct NobodyKnown: KnownPeople {
    public init() {}
    public func known(email: String?, name: String?, account: Int64?) -> KnownPerson? { nil }
}
