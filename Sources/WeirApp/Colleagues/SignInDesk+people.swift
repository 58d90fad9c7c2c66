import Foundation
import WeirFacts
import WeirLedger

extension SignInDesk {
    /// Days for which an invitation can be used.
    static let invitationDays: Int64 = 7

    // MARK: The first person

    /// Whether nobody can sign in yet.
    public var isEmpty: Bool { books.withLock { $0.colleagues.isEmpty } }

    /// The secret that makes the first administrator; `nil` where there is somebody already.
    /// - Parameter secret: one that was made anyway, so that only one is printed.
    public func firstPersonSecret(_ secret: String?) throws -> String? {
        try refresh()
        guard isEmpty else { return nil }
        let secret = secret ?? Secret.make("setup")
        try ledger.replaceSetting(SignInDesk.firstPersonSetting, Array(Secret.hash(secret).utf8))
        return secret
    }

    /// The first administrator. The secret works once.
    public func setUp(secret: String, name: String, email: String, password: String, zone: String, from place: String)
        async throws -> Colleague
    {
        let start = clock()
        try pace.begin(.code("setup"), from: place, now: start)
        let stored = try ledger.setting(SignInDesk.firstPersonSetting).map { String(decoding: $0, as: UTF8.self) }
        guard let stored, isEmpty else {
            throw ServiceError(.conflict, "somebody is set up already; ask them to invite you")
        }
        let given = secret.filter { !$0.isWhitespace }
        guard Secret.isEqual(stored, Secret.hash(given)) else {
            throw ServiceError(.invalid, "this is not the set-up code that `weir serve` printed when it started")
        }
        pace.takeBack(.code("setup"), from: place, at: start)
        var colleague = try fresh(name: name, email: email, role: .admin, zone: zone)
        colleague.password = try await hashed(password, colleague)
        let added = try ServiceError.wrapping {
            try ledger.addColleague(colleague, spending: SignInDesk.firstPersonSetting)
        }
        try refresh()
        return Colleague(added)
    }

    // MARK: People

    /// Everybody, by name.
    public func everybody() -> [Colleague] {
        books.withLock { $0.colleagues.values.map(Colleague.init) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    public func colleague(_ id: String) throws -> Colleague {
        let number = try RecordID.colleague.number(id)
        guard let stored = books.withLock({ $0.colleagues[number] }) else { throw RecordID.colleague.notFound(id) }
        return Colleague(stored)
    }

    /// Somebody new, who chooses a password with the code.
    /// - Returns: the person, and the code, which is shown this once.
    public func invite(name: String, email: String, role: Role, zone: String, by id: String?) throws -> (
        Colleague, code: String
    ) {
        var colleague = try fresh(name: name, email: email, role: role, zone: zone)
        let code = Secret.make("inv")
        colleague.invitation = Secret.hash(code)
        colleague.invitedUntil = clock().advanced(bySeconds: SignInDesk.invitationDays * 86_400)
        let added = try ServiceError.wrapping { try ledger.addColleague(colleague) }
        try note(.invited, RecordID.colleague.text(added.id), by: id)
        try refresh()
        return (Colleague(added), code)
    }

    /// A new code for somebody who forgot their password or lost their authenticator. Their sessions end.
    public func inviteAgain(_ id: String, by other: String?) throws -> String {
        let number = try RecordID.colleague.number(id)
        let code = Secret.make("inv")
        let until = clock().advanced(bySeconds: SignInDesk.invitationDays * 86_400)
        try change(number) { colleague in
            colleague.invitation = Secret.hash(code)
            colleague.invitedUntil = until
            colleague.password = nil
            colleague.codeKey = nil
        }
        try ServiceError.wrapping { try ledger.endSessions(of: number) }
        try note(.invited, id, by: other)
        try refresh()
        return code
    }

    /// Takes an invitation up, and signs in.
    public func accept(code: String, password: String, from place: String, agent: String) async throws -> (
        Colleague, secret: String
    ) {
        let start = clock()
        try pace.begin(.code("invitation"), from: place, now: start)
        do {
            let colleague = try await choosePassword(code: code, password: password)
            pace.takeBack(.code("invitation"), from: place, at: start)
            return (colleague, try open(try RecordID.colleague.number(colleague.id), agent))
        } catch let error as ServiceError {
            guard error.code == .notFound else {
                pace.takeBack(.code("invitation"), from: place, at: start)
                throw error
            }
            throw ServiceError(.invalid, error.description)
        }
    }

    /// Takes an invitation up.
    /// - Throws: `notFound` for a code that is not known, or over.
    @discardableResult
    public func choosePassword(code: String, password: String) async throws -> Colleague {
        let hash = Secret.hash(code.filter { !$0.isWhitespace })
        let now = clock()
        func isOpen(_ colleague: StoredColleague) -> Bool {
            colleague.invitation == hash && colleague.disabledAt == nil && now < (colleague.invitedUntil ?? now)
        }
        let unknown = ServiceError(.notFound, "this invitation is not known, or is over; ask for a new one")
        guard let found = books.withLock({ $0.colleagues.values.first(where: isOpen) }) else { throw unknown }
        let password = try await hashed(password, found)
        let stored = try change(found.id) { colleague in
            // Two may have come with it; it works once.
            guard isOpen(colleague) else { throw unknown }
            colleague.password = password
            colleague.invitation = nil
            colleague.invitedUntil = nil
        }
        return Colleague(stored)
    }

    /// Changes what somebody may do, or whether they may sign in at all; ends their sessions where it is less.
    /// - Throws: `conflict` where nobody would be left who administers.
    public func change(_ id: String, role: Role, isDisabled: Bool, by other: String) throws -> Colleague {
        let number = try RecordID.colleague.number(id)
        let now = clock()
        var before: String?
        let stored = try change(number) { colleague in
            before = colleague.role
            colleague.role = role.rawValue
            colleague.disabledAt = isDisabled ? colleague.disabledAt ?? now : nil
        }
        if role.rawValue != before || isDisabled {
            try ServiceError.wrapping { try ledger.endSessions(of: number) }
        }
        try note(.changedPerson, id, by: other)
        try refresh()
        return Colleague(stored)
    }

    // MARK: One's own account

    public func changeZone(of id: String, to zone: String) throws {
        guard TimeZone(identifier: zone) != nil, zone.contains("/") || zone == "UTC" else {
            throw ServiceError(.invalid, "“\(zone.prefix(60))” is no time zone; write it like Europe/Berlin")
        }
        try change(try RecordID.colleague.number(id)) { $0.zone = zone }
    }

    /// - Parameter secret: of the session that asks; the others end.
    public func changePassword(of id: String, from old: String, to new: String, current secret: String) async throws {
        let stored = try await confirmed(id, old)
        let password = try await hashed(new, stored)
        try change(stored.id) { colleague in
            try SignInDesk.check(colleague, hasPasswordOf: stored)
            colleague.password = password
        }
        try ServiceError.wrapping { try ledger.endSessions(of: stored.id, but: Secret.hash(secret)) }
        try note(.changedPerson, id, by: id)
        try refresh()
    }

    /// A key for an authenticator, not in use until ``confirmCode(of:key:code:)``.
    public func newCodeKey(for colleague: Colleague) -> (key: String, address: String) {
        let key = OneTimeCode.key()
        return (Secret.hex(key), OneTimeCode.address(key, email: colleague.email))
    }

    /// Turns an authenticator on, which is asked for the password: a browser left open shall not be enough to lock its
    /// owner out.
    /// - Parameter key: as ``newCodeKey(for:)`` gave it.
    public func confirmCode(of id: String, key: String, code: String, password: String) async throws {
        guard let bytes = Secret.bytes(key, count: OneTimeCode.keyBytes),
            let step = OneTimeCode.step(of: code, bytes, now: clock(), after: nil)
        else {
            throw ServiceError(
                .invalid, "this is not the code that your authenticator shows now; check that its clock is right")
        }
        let stored = try await confirmed(id, password)
        try change(stored.id) { colleague in
            try SignInDesk.check(colleague, hasPasswordOf: stored)
            guard colleague.codeKey == nil else {
                throw ServiceError(.conflict, "an authenticator is set up already; turn that one off first")
            }
            colleague.codeKey = bytes
            colleague.codeStep = step
        }
        try note(.changedPerson, id, by: id)
    }

    public func removeCode(of id: String, password: String) async throws {
        let stored = try await confirmed(id, password)
        try change(stored.id) { colleague in
            try SignInDesk.check(colleague, hasPasswordOf: stored)
            colleague.codeKey = nil
        }
        try note(.changedPerson, id, by: id)
    }

    /// Somebody who is signed in, and knows their password.
    private func confirmed(_ id: String, _ password: String) async throws -> StoredColleague {
        let number = try RecordID.colleague.number(id)
        guard let stored = books.withLock({ $0.colleagues[number] }) else { throw RecordID.colleague.notFound(id) }
        let start = clock()
        try pace.begin(.person(email: stored.email), from: "inside", now: start)
        let isRight: Bool
        do {
            isRight = try await cook { [cost] in try Password.isRight(password, stored.password, cost) }
        } catch {
            pace.takeBack(.person(email: stored.email), from: "inside", at: start)
            throw error
        }
        guard isRight else {
            throw ServiceError(.invalid, "this is not your password")
        }
        pace.takeBack(.person(email: stored.email), from: "inside", at: start, forgetting: true)
        return stored
    }

    /// Whether the password that somebody has proved is still theirs.
    private static func check(_ colleague: StoredColleague, hasPasswordOf stored: StoredColleague) throws {
        guard colleague.password == stored.password, colleague.disabledAt == nil else {
            throw ServiceError(.conflict, "your password was changed in the meantime; sign in again")
        }
    }

    // MARK: The audit log

    public func note(_ act: AuditEntry.Act, _ subject: String, by id: String?) throws {
        let number = id.flatMap { RecordID.colleague.numberIfAny($0) }
        try ServiceError.wrapping {
            try ledger.addAudit([
                StoredAudit(at: clock(), colleague: number, act: act.rawValue, subject: String(subject.prefix(300)))
            ])
        }
    }

    /// Writes down what is looked at again and again: once in ten minutes.
    public func noteOnce(_ act: AuditEntry.Act, _ subject: String, by id: String) throws {
        let now = clock()
        let isFresh = books.withLock { books in
            let key = "\(id) \(act.rawValue) \(subject)"
            if let last = books.noted[key], now < last.advanced(bySeconds: 600) { return false }
            if books.noted.count > 50_000 { books.noted = [:] }
            books.noted[key] = now
            return true
        }
        if isFresh { try note(act, subject, by: id) }
    }

    /// The newest first.
    /// - Parameters:
    ///   - before: id of the last that was shown; `nil` for the newest.
    ///   - acts: of these only; none: of all.
    ///   - person: only what they did.
    public func audit(
        before id: Int64?, limit: Int, acts: [AuditEntry.Act] = [], by person: String? = nil
    ) throws -> [AuditEntry] {
        let number = try person.map(RecordID.colleague.number)
        let found = try ServiceError.wrapping {
            try ledger.audit(before: id ?? .max, limit: limit, acts: acts.map(\.rawValue), by: number)
        }
        return books.withLock { books in
            found.map { entry in
                let who = entry.colleague.flatMap { books.colleagues[$0] }
                return AuditEntry(
                    id: entry.id, at: entry.at, by: who.map { "\($0.name) (\($0.email))" },
                    act: AuditEntry.Act(rawValue: entry.act) ?? .changed, subject: entry.subject)
            }
        }
    }

    // MARK: Within

    private func fresh(name: String, email: String, role: Role, zone: String) throws -> StoredColleague {
        StoredColleague(
            name: try AccessDesk.name(name), email: try SignInDesk.email(email), role: role.rawValue,
            zone: TimeZone(identifier: zone) == nil ? "UTC" : zone, createdAt: clock())
    }

    private func hashed(_ password: String, _ colleague: StoredColleague) async throws -> String {
        try Password.check(password, name: colleague.name, email: colleague.email)
        return try await cook { [cost] in try Password.hash(password, cost) }
    }
}
