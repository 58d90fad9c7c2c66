import WeirFacts
import WeirLedger

/// Somebody who works here and signs in.
public struct Colleague: Hashable, Sendable {
    /// `per_3`.
    public var id: String
    public var name: String
    public var email: String
    public var role: Role
    /// A name of the time zone database: times on pages are said in it.
    public var zone: String
    /// Whether they can sign in with a password of their own.
    public var hasPassword: Bool
    /// Whether signing in asks for a code of their authenticator, too.
    public var hasCode: Bool
    /// Whether they sign in at the identity provider.
    public var isFromProvider: Bool
    /// Until when their invitation can be used; `nil` where there is none.
    public var invitedUntil: Instant?
    public var isDisabled: Bool
    public var createdAt: Instant

    /// Whether and how they can sign in.
    public var state: String {
        if isDisabled { return "may not sign in" }
        if invitedUntil != nil { return "invited" }
        if isFromProvider { return "signs in at the identity provider" }
        return hasCode ? "signs in with password and code" : "signs in with a password"
    }

    init(_ stored: StoredColleague) {
        id = RecordID.colleague.text(stored.id)
        name = stored.name
        email = stored.email
        role = Role(rawValue: stored.role) ?? .auditor
        zone = stored.zone
        hasPassword = stored.password != nil
        hasCode = stored.codeKey != nil
        isFromProvider = stored.subject != nil
        invitedUntil = stored.invitation == nil ? nil : stored.invitedUntil
        isDisabled = stored.disabledAt != nil
        createdAt = stored.createdAt
    }
}

/// A browser in which somebody is signed in.
public struct OpenSession: Hashable, Sendable {
    /// The beginning of the hash of its secret: enough to end it by.
    public var id: String
    /// The browser, as it calls itself.
    public var agent: String
    public var createdAt: Instant
    public var usedAt: Instant
    /// Whether it is the one that asks.
    public var isCurrent: Bool
}

/// One line of who saw or changed what.
public struct AuditEntry: Hashable, Sendable {
    public enum Act: String, Hashable, Sendable, CaseIterable {
        case signedIn = "signed_in"
        case refused
        case signedOut = "signed_out"
        /// Looked at data of people.
        case saw
        /// Took data of people out.
        case exported
        case invited
        case changedPerson = "changed_person"
        case changedAccess = "changed_access"
        case changed

        public var words: String {
            switch self {
            case .signedIn: "signed in"
            case .refused: "was refused"
            case .signedOut: "signed out"
            case .saw: "saw"
            case .exported: "exported"
            case .invited: "invited"
            case .changedPerson: "changed a person"
            case .changedAccess: "changed access"
            case .changed: "changed"
            }
        }
    }

    public var id: Int64
    public var at: Instant
    /// Name and address; `nil` for somebody who did not get in.
    public var by: String?
    public var act: Act
    /// What of: an id, an address, a few words. Never a name.
    public var subject: String
}
