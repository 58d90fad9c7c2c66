import WeirApp

/// Who looks at a page.
package struct Visitor: Hashable, Sendable {
    /// `per_3`.
    package let person: String
    package let name: String
    package let email: String
    package let role: Role
    /// A name of the time zone database.
    package let zone: String
    /// What every form carries as `csrf`.
    package let csrf: String
    /// Of the session; never written to a page.
    let secret: String

    init(_ colleague: Colleague, secret: String) {
        person = colleague.id
        name = colleague.name
        email = colleague.email
        role = colleague.role
        zone = colleague.zone
        csrf = SignInDesk.formToken(secret)
        self.secret = secret
    }
}
