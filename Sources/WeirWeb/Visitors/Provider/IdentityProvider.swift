import WeirApp

/// Where people sign in who have an account elsewhere: an OpenID Connect provider.
public struct IdentityProvider: Hashable, Sendable {
    /// `https://login.example.com`: its discovery document lies below it. Plain http only on this machine.
    public var issuer: String
    public var client: String
    /// `nil` for a public client; PKCE protects the code either way.
    public var secret: String?
    /// Under which address people open Weir: `https://weir.example.com`.
    public var ownAddress: String
    /// Which group of the provider has which role; of several, the first here.
    public var roles: [GroupRole]

    public struct GroupRole: Hashable, Sendable {
        public var group: String
        public var role: Role

        public init(group: String, role: Role) {
            self.group = group
            self.role = role
        }
    }

    /// Reads the settings `WEIR_OIDC_ISSUER`, `WEIR_OIDC_CLIENT`, `WEIR_OIDC_SECRET`, `WEIR_OIDC_ROLES`
    /// (`weir-sales=sdr,weir-ops=marketing_operations`) and `WEIR_PUBLIC_URL`.
    /// - Returns: `nil` where no issuer is given.
    /// - Throws: ``SettingError`` where one is missing or makes no sense.
    public init?(environment: [String: String]) throws(SettingError) {
        guard let issuer = environment["WEIR_OIDC_ISSUER"], !issuer.isEmpty else { return nil }
        guard let client = environment["WEIR_OIDC_CLIENT"], !client.isEmpty else {
            throw SettingError("WEIR_OIDC_ISSUER needs WEIR_OIDC_CLIENT, the id of Weir at the provider")
        }
        guard let own = environment["WEIR_PUBLIC_URL"], own.hasPrefix("http") else {
            throw SettingError("WEIR_OIDC_ISSUER needs WEIR_PUBLIC_URL, such as https://weir.example.com")
        }
        let isLocal = issuer.hasPrefix("http://127.0.0.1") || issuer.hasPrefix("http://localhost")
        guard issuer.hasPrefix("https://") || isLocal else {
            throw SettingError("WEIR_OIDC_ISSUER begins with https://")
        }
        var roles: [GroupRole] = []
        for pair in (environment["WEIR_OIDC_ROLES"] ?? "").split(separator: ",") {
            let parts = pair.split(separator: "=").map { String($0.filter { $0 != " " }) }
            guard parts.count == 2, let role = Role(rawValue: parts[1]) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw SettingError("WEIR_OIDC_ROLES is like weir-sales=sdr,weir-ops=admin; the roles are \(known)")
            }
            roles.append(GroupRole(group: parts[0], role: role))
        }
        self.issuer = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        self.client = client
        secret = environment["WEIR_OIDC_SECRET"]
        ownAddress = own.hasSuffix("/") ? String(own.dropLast()) : own
        self.roles = roles
    }

    var returnAddress: String { ownAddress + "/sign-in/provider/back" }

    /// The role of somebody in these groups; `nil` where none of them has one.
    func role(of groups: [String]) -> Role? { roles.first { groups.contains($0.group) }?.role }
}

/// A setting of the server that makes no sense, and what to write instead.
public struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
    init(_ description: String) { self.description = description }
}
