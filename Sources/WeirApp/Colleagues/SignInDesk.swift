import Foundation
import Synchronization
import WeirFacts
import WeirLedger

/// Who works here: signing in and out, sessions, invitations, roles, and the audit log.
///
/// Colleagues and sessions are kept in memory, since every page asks; ``refresh()`` reads again what another process may
/// have changed.
public final class SignInDesk: Sendable {
    /// Hours until a session ends that nobody uses, and until any session ends.
    public static let idleHours: Int64 = 10, longestHours: Int64 = 24 * 7
    static let firstPersonSetting = "first-person-hash"

    struct Books {
        var colleagues: [Int64: StoredColleague] = [:]
        var sessions: [String: StoredSession] = [:]
        var uses: [String: Instant] = [:]
        /// What was written down lately.
        var noted: [String: Instant] = [:]
    }

    let ledger: Ledger
    let clock: @Sendable () -> Instant
    let cost: Password.Cost
    let books = Mutex(Books())
    /// Held from reading the ledger to having it in the books: what was read before must not take the place of what was
    /// written since.
    private let bookkeeping = Mutex(())
    let pace = SignInPace()
    private let kitchen = PasswordKitchen()

    /// - Parameter clock: what sessions and codes go by.
    public init(
        _ workspace: Workspace, cost: Password.Cost = .full, clock: @escaping @Sendable () -> Instant
    ) throws {
        ledger = workspace.ledger
        self.cost = cost
        self.clock = clock
        try refresh()
    }

    /// Reads colleagues and sessions again.
    public func refresh() throws {
        try bookkeeping.withLock { _ in
            let colleagues = try ledger.colleagues()
            let sessions = try ledger.sessions()
            books.withLock { books in
                books.colleagues = Dictionary(colleagues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                books.sessions = Dictionary(sessions.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
            }
        }
    }

    /// Stores when sessions were used, and forgets those that have ended.
    public func flushUses() throws {
        let uses = books.withLock { books in
            defer { books.uses = [:] }
            return books.uses
        }
        let now = clock()
        try ledger.noteSessionUse(
            uses, usedBefore: now.advanced(bySeconds: -SignInDesk.idleHours * 3600),
            createdBefore: now.advanced(bySeconds: -SignInDesk.longestHours * 3600))
    }

    // MARK: Signing in

    /// - Parameters:
    ///   - code: of the authenticator; needed where one was set up.
    ///   - place: the address that it comes from, for the limit of tries.
    ///   - agent: the browser, as it calls itself.
    /// - Returns: the secret of the new session.
    /// - Throws: `invalid` with one sentence for every reason; `overloaded` after too many tries.
    public func signIn(email: String, password: String, code: String?, from place: String, agent: String) async throws
        -> (Colleague, secret: String)
    {
        let email = SignInDesk.plain(email)
        let known = books.withLock { $0.colleagues.values.first { $0.email == email && $0.disabledAt == nil } }
        let start = clock()
        try pace.begin(.person(email: email), from: place, now: start)
        do {
            guard try await cook({ [cost] in try Password.isRight(password, known?.password, cost) }), let known else {
                throw SignInDesk.refusal
            }
            if known.codeKey != nil, code?.isEmpty ?? true {
                pace.takeBack(.person(email: email), from: place, at: start)
                throw ServiceError(.invalid, "type the code that your authenticator shows now, too")
            }
            let now = clock()
            // What was right a moment ago may have been changed or used by somebody else since.
            try change(known.id) { colleague in
                guard colleague.disabledAt == nil, colleague.password == known.password,
                    colleague.codeKey == known.codeKey
                else { throw SignInDesk.refusal }
                guard let key = colleague.codeKey else { return }
                guard let step = OneTimeCode.step(of: code ?? "", key, now: now, after: colleague.codeStep) else {
                    throw SignInDesk.refusal
                }
                colleague.codeStep = step
            }
            pace.takeBack(.person(email: email), from: place, at: start, forgetting: true)
            return (Colleague(known), try open(known.id, agent))
        } catch let error as ServiceError {
            if error.code == .overloaded { pace.takeBack(.person(email: email), from: place, at: start) }
            if error == SignInDesk.refusal {
                try ledger.addAudit([
                    StoredAudit(at: clock(), colleague: nil, act: AuditEntry.Act.refused.rawValue, subject: email)
                ])
            }
            throw error
        }
    }

    private static let refusal = ServiceError(.invalid, "address, password or code are not right")

    /// Whoever the identity provider says it is.
    /// - Parameters:
    ///   - subject: issuer and subject: what stays when a name or an address changes.
    ///   - role: what the provider's groups say; `nil` leaves what is known, and lets nobody new in.
    public func signIn(subject: String, email: String, name: String, role: Role?, agent: String) throws -> (
        Colleague, secret: String
    ) {
        let email = SignInDesk.plain(email)
        let (known, byEmail) = books.withLock { books in
            (
                books.colleagues.values.first { $0.subject == subject },
                books.colleagues.values.first { $0.email == email }
            )
        }
        let stored: StoredColleague
        if let known = known ?? byEmail {
            stored = try join(known.id, subject, role)
        } else if let role, !email.isEmpty {
            var fresh = StoredColleague(
                name: try AccessDesk.name(name), email: try SignInDesk.email(email), role: role.rawValue, zone: "UTC",
                createdAt: clock())
            fresh.subject = subject
            stored = try ServiceError.wrapping { try ledger.addColleague(fresh) }
        } else if email.isEmpty {
            throw ServiceError(
                .invalid,
                "the identity provider vouches for no address of yours (email_verified); ask an administrator")
        } else {
            throw ServiceError(.invalid, "nobody here has the address \(email); ask an administrator to invite you")
        }
        return (Colleague(stored), try open(stored.id, agent))
    }

    /// Gives somebody who is known here to the provider, with the role that its groups say.
    private func join(_ id: Int64, _ subject: String, _ role: Role?) throws -> StoredColleague {
        var before: String?
        func joined(_ role: Role?) throws -> StoredColleague {
            try change(id) { colleague in
                guard colleague.disabledAt == nil, colleague.subject == nil || colleague.subject == subject else {
                    throw ServiceError(.invalid, "this account may not sign in; ask an administrator")
                }
                before = colleague.role
                colleague.subject = subject
                // Whoever comes from the provider needs no invitation, and nobody else may take it up.
                colleague.invitation = nil
                colleague.invitedUntil = nil
                if let role { colleague.role = role.rawValue }
            }
        }
        let stored: StoredColleague
        do { stored = try joined(role) } catch let error as ServiceError where error.code == .conflict {
            // The last administrator stays one, whatever the groups say: somebody has to let the others in.
            stored = try joined(nil)
        }
        if stored.role != before {
            try ServiceError.wrapping { try ledger.endSessions(of: id) }
            try note(.changedPerson, RecordID.colleague.text(id), by: nil)
        }
        return stored
    }

    /// Opens a session.
    func open(_ colleague: Int64, _ agent: String) throws -> String {
        let secret = Secret.make("ses")
        let now = clock()
        try ServiceError.wrapping {
            try ledger.addSession(
                StoredSession(
                    hash: Secret.hash(secret), colleague: colleague, agent: String(agent.prefix(200)), createdAt: now,
                    usedAt: now))
            try ledger.addAudit([
                StoredAudit(at: now, colleague: colleague, act: AuditEntry.Act.signedIn.rawValue, subject: "")
            ])
        }
        try refresh()
        return secret
    }

    // MARK: Sessions

    /// Whose session a secret is; answered from memory. `nil` where it is unknown, ended or expired.
    public func visitor(_ secret: String) -> Colleague? {
        let hash = Secret.hash(secret)
        let now = clock()
        return books.withLock { books in
            guard let session = books.sessions[hash], let colleague = books.colleagues[session.colleague],
                colleague.disabledAt == nil
            else { return nil }
            let used = max(books.uses[hash] ?? session.usedAt, session.usedAt)
            guard now < used.advanced(bySeconds: SignInDesk.idleHours * 3600),
                now < session.createdAt.advanced(bySeconds: SignInDesk.longestHours * 3600)
            else { return nil }
            books.uses[hash] = now
            return Colleague(colleague)
        }
    }

    /// What forms of a session carry, so that no other site can send them.
    public static func formToken(_ secret: String) -> String { String(Secret.hash("form " + secret).prefix(32)) }

    /// Whether a form carries the token of a session.
    public static func isFormToken(_ token: String, of secret: String) -> Bool {
        Secret.isEqual(formToken(secret), token)
    }

    public func signOut(_ secret: String) throws {
        guard let who = visitor(secret) else { return }
        try ServiceError.wrapping { try ledger.endSession(Secret.hash(secret)) }
        try note(.signedOut, "", by: who.id)
        try refresh()
    }

    /// - Parameter secret: of the session that asks.
    public func sessions(of id: String, current secret: String) throws -> [OpenSession] {
        let number = try RecordID.colleague.number(id)
        let hash = Secret.hash(secret)
        return books.withLock { books in
            books.sessions.values.filter { $0.colleague == number }.sorted { $0.createdAt > $1.createdAt }.map {
                OpenSession(
                    id: String($0.hash.prefix(16)), agent: $0.agent, createdAt: $0.createdAt,
                    usedAt: max($0.usedAt, books.uses[$0.hash] ?? $0.usedAt), isCurrent: $0.hash == hash)
            }
        }
    }

    /// Ends one session of a person, or all but the one that asks.
    public func endSessions(of id: String, only session: String?, current secret: String) throws {
        let number = try RecordID.colleague.number(id)
        try ServiceError.wrapping {
            if let session {
                let hashes = books.withLock { books in
                    books.sessions.values.filter { $0.colleague == number && $0.hash.prefix(16) == session }
                }
                for stored in hashes { try ledger.endSession(stored.hash) }
            } else {
                try ledger.endSessions(of: number, but: Secret.hash(secret))
            }
        }
        try refresh()
    }

    // MARK: Within

    /// Runs what costs memory and time where nobody else waits for it.
    func cook<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await kitchen.cook(body)
    }

    /// Changes somebody as they stand in the ledger, which may be ahead of the books.
    @discardableResult
    func change(_ id: Int64, _ body: (inout StoredColleague) throws -> Void) throws -> StoredColleague {
        try bookkeeping.withLock { _ throws -> StoredColleague in
            var refusal: (any Error)?
            do {
                let stored = try ledger.changeColleague(id, keeping: Role.admin.rawValue) { colleague in
                    do { try body(&colleague) } catch {
                        refusal = error
                        throw error
                    }
                }
                books.withLock { $0.colleagues[id] = stored }
                return stored
            } catch let error as LedgerError { throw refusal ?? ServiceError(error) }
        }
    }

    /// In small letters, without spaces, and no longer than an address can be.
    static func plain(_ email: String) -> String {
        String(decoding: email.lowercased().filter { !$0.isWhitespace }.utf8.prefix(longestEmail), as: UTF8.self)
    }

    /// Bytes of an address (RFC 5321), and one more, so that a longer one is not taken for one that is cut.
    private static let longestEmail = 255

    static func email(_ text: String) throws(ServiceError) -> String {
        let email = plain(text)
        guard email.utf8.count <= 254, email.wholeMatch(of: /[^@\s,;<>"]+@[^@\s,;<>"]+\.[a-z0-9\-]+/) != nil else {
            throw ServiceError(.invalid, "“\(text.prefix(80))” is no e-mail address")
        }
        return email
    }
}
