import Foundation
import GRDB
import WeirFacts

/// Somebody who signs in, as stored.
public struct StoredColleague: Hashable, Sendable {
    public var id: Int64 = 0
    public var name: String
    /// Lower case.
    public var email: String
    public var role: String
    /// A name of the time zone database.
    public var zone: String
    public var createdAt: Instant
    /// scrypt in PHC format; `nil` for whoever has none yet, or signs in elsewhere.
    public var password: String?
    /// What their authenticator makes codes from.
    public var codeKey: [UInt8]?
    /// The last half minute that a code was used for: none works twice.
    public var codeStep: Int64?
    /// Who they are to the identity provider: issuer and subject.
    public var subject: String?
    /// SHA-256 of the code that lets them choose a password.
    public var invitation: String?
    public var invitedUntil: Instant?
    public var disabledAt: Instant?

    public init(name: String, email: String, role: String, zone: String, createdAt: Instant) {
        self.name = name
        self.email = email
        self.role = role
        self.zone = zone
        self.createdAt = createdAt
    }

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        email = row["email"]
        role = row["role"]
        zone = row["zone"]
        createdAt = Instant(milliseconds: row["created_at"])
        password = row["password"]
        codeKey = (row["code_key"] as Data?).map(Array.init)
        codeStep = row["code_step"]
        subject = row["subject"]
        invitation = row["invitation"]
        invitedUntil = (row["invited_until"] as Int64?).map(Instant.init(milliseconds:))
        disabledAt = (row["disabled_at"] as Int64?).map(Instant.init(milliseconds:))
    }

    var arguments: StatementArguments {
        [
            name, email, role, zone, createdAt.milliseconds, password, codeKey.map { Data($0) }, codeStep,
            subject, invitation, invitedUntil?.milliseconds, disabledAt?.milliseconds,
        ]
    }
}

/// A session as stored.
public struct StoredSession: Hashable, Sendable {
    /// SHA-256 of its secret.
    public var hash: String
    public var colleague: Int64
    /// The browser, as it calls itself.
    public var agent: String
    public var createdAt: Instant
    /// To the minute.
    public var usedAt: Instant

    public init(hash: String, colleague: Int64, agent: String, createdAt: Instant, usedAt: Instant) {
        self.hash = hash
        self.colleague = colleague
        self.agent = agent
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

/// One line of the audit log.
public struct StoredAudit: Hashable, Sendable {
    public var id: Int64
    public var at: Instant
    /// `nil` for somebody who did not get in.
    public var colleague: Int64?
    public var act: String
    public var subject: String

    /// One that is not stored yet.
    public init(id: Int64 = 0, at: Instant, colleague: Int64?, act: String, subject: String) {
        self.id = id
        self.at = at
        self.colleague = colleague
        self.act = act
        self.subject = subject
    }
}
