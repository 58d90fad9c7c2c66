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
        try pace.check("setup", from: place, now: clock())
        let stored = try ledger.setting(SignInDesk.firstPersonSetting).map { String(decoding: $0, as: UTF8.self) }
        guard let stored, isEmpty else {
            throw ServiceError(.conflict, "somebody is set up already; ask them to invite you")
        }
        let given = secret.filter { !$0.isWhitespace }
        guard Secret.isEqual(stored, Secret.hash(given)) else {
            pace.failed("setup", from: place, now: clock())
            throw ServiceError(.invalid, "this is not the set-up code that `weir serve` printed when it started")
        }
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
        try pace.check("invitation", from: place, now: clock())
        do {
            let colleague = try await choosePassword(code: code, password: password)
            return (colleague, try open(try RecordID.colleague.number(colleague.id), agent))
        } catch let error as ServiceError where error.code == .notFound {
            pace.failed("invitation", from: place, now: clock())
            throw ServiceError(.invalid, error.description)
        }
    }

    /// Takes an invitation up.
    /// - Throws: `notFound` for a code that is not known, or over.
    @discardableResult
    public func choosePassword(code: String, password: String) async throws -> Colleague {
        let hash = Secret.hash(code.filter { !$0.isWhitespace })
        let now = clock()
        let found = books.withLock { books in
            books.colleagues.values.first {
                $0.invitation == hash && $0.disabledAt == nil && now < ($0.invitedUntil ?? now)
            }
        }
        guard let found else {
            throw ServiceError(.notFound, "this invitation is not known, or is over; ask for a new one")
        }
        let password = try await hashed(password, found)
        let stored = try change(found.id) { colleague in
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
        let before = try colleague(id)
        let isLastAdmin = !everybody().contains {
            $0.role == .admin && !$0.isDisabled && $0.id != id
        }
        if isLastAdmin, before.role == .admin, role != .admin || isDisabled {
            throw ServiceError(.conflict, "\(before.name) is the only administrator; make somebody else one first")
        }
        let now = clock()
        let stored = try change(number) { colleague in
            colleague.role = role.rawValue
            colleague.disabledAt = isDisabled ? colleague.disabledAt ?? now : nil
        }
        if role != before.role || isDisabled {
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
        let number = try RecordID.colleague.number(id)
        let stored = books.withLock { $0.colleagues[number] }
        guard let stored else { throw RecordID.colleague.notFound(id) }
        try pace.check(stored.email, from: "inside", now: clock())
        guard try await cook({ [cost] in try Password.isRight(old, stored.password, cost) }) else {
            pace.failed(stored.email, from: "inside", now: clock())
            throw ServiceError(.invalid, "the password you have now is another one")
        }
        let password = try await hashed(new, stored)
        try change(number) { $0.password = password }
        try ServiceError.wrapping { try ledger.endSessions(of: number, but: Secret.hash(secret)) }
        try note(.changedPerson, id, by: id)
        try refresh()
    }

    /// A key for an authenticator, not in use until ``confirmCode(of:key:code:)``.
    public func newCodeKey(for colleague: Colleague) -> (key: String, address: String) {
        let key = OneTimeCode.key()
        return (Secret.hex(key), OneTimeCode.address(key, email: colleague.email))
    }

    /// - Parameter key: as ``newCodeKey(for:)`` gave it.
    public func confirmCode(of id: String, key: String, code: String) throws {
        let bytes = stride(from: 0, to: key.utf8.count - 1, by: 2).compactMap { place in
            UInt8(key.dropFirst(place).prefix(2), radix: 16)
        }
        guard bytes.count == 20, let step = OneTimeCode.step(of: code, bytes, now: clock(), after: nil) else {
            throw ServiceError(
                .invalid, "this is not the code that your authenticator shows now; check that its clock is right")
        }
        try change(try RecordID.colleague.number(id)) { colleague in
            colleague.codeKey = bytes
            colleague.codeStep = step
        }
        try note(.changedPerson, id, by: id)
    }

    public func removeCode(of id: String, password: String) async throws {
        let number = try RecordID.colleague.number(id)
        let stored = books.withLock { $0.colleagues[number] }
        guard let stored else { throw RecordID.colleague.notFound(id) }
        try pace.check(stored.email, from: "inside", now: clock())
        guard try await cook({ [cost] in try Password.isRight(password, stored.password, cost) }) else {
            pace.failed(stored.email, from: "inside", now: clock())
            throw ServiceError(.invalid, "the password is not right")
        }
        try change(number) { $0.codeKey = nil }
        try note(.changedPerson, id, by: id)
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
    /// - Parameter before: id of the last that was shown; `nil` for the newest.
    public func audit(before id: Int64?, limit: Int) throws -> [AuditEntry] {
        let found = try ServiceError.wrapping { try ledger.audit(before: id ?? .max, limit: limit) }
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
