import Crypto
import Foundation
import WeirFacts

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Signing in at the identity provider: authorization code with PKCE, `state` and `nonce`.
actor ProviderDoor {
    /// Somebody who was sent there and has not come back.
    private struct Errand {
        let nonce: String
        let verifier: String
        let next: String
        let until: ContinuousClock.Instant
    }

    private struct Discovery: Decodable {
        var issuer: String
        var authorization_endpoint: String
        var token_endpoint: String
        var jwks_uri: String
    }

    private struct Answer: Decodable { var id_token: String }

    nonisolated let provider: IdentityProvider
    private var errands: [String: Errand] = [:]
    private var discovery: Discovery?
    private var keys: KeySet?
    /// People on their way at once.
    private static let capacity = 10_000

    init(_ provider: IdentityProvider) { self.provider = provider }

    /// - Parameter next: where they wanted to go.
    /// - Returns: where to send them, and what their browser has to bring back.
    func leave(next: String) async throws -> (address: String, state: String) {
        let discovery = try await discovered()
        let (state, nonce, verifier) = (ProviderDoor.secret(), ProviderDoor.secret(), ProviderDoor.secret())
        errands = errands.filter { $0.value.until > .now }
        guard errands.count < ProviderDoor.capacity else { throw Problem.overloaded }
        errands[state] = Errand(nonce: nonce, verifier: verifier, next: next, until: .now + .seconds(600))
        let challenge = Data(SHA256.hash(data: Data(verifier.utf8))).base64URL
        var address = URLComponents(string: discovery.authorization_endpoint)
        let given = address?.queryItems ?? []
        address?.queryItems =
            given + [
                URLQueryItem(name: "response_type", value: "code"),
                URLQueryItem(name: "client_id", value: provider.client),
                URLQueryItem(name: "redirect_uri", value: provider.returnAddress),
                URLQueryItem(name: "scope", value: "openid email profile groups"),
                URLQueryItem(name: "state", value: state), URLQueryItem(name: "nonce", value: nonce),
                URLQueryItem(name: "code_challenge", value: challenge),
                URLQueryItem(name: "code_challenge_method", value: "S256"),
            ]
        guard let address = address?.string else { throw unusable("its address is none") }
        return (address, state)
    }

    /// - Parameters:
    ///   - state: what came back with them.
    ///   - held: what their browser held.
    func comeBack(state: String, held: String, code: String, nowSeconds: Int64) async throws -> (
        IdentityToken, next: String
    ) {
        guard state == held, let errand = errands.removeValue(forKey: state), errand.until > .now else {
            throw Problem(400, "stale_sign_in", "signing in took too long, or began in another browser; try again")
        }
        let discovery = try await discovered()
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", provider.returnAddress),
            ("client_id", provider.client), ("code_verifier", errand.verifier),
        ]
        if let secret = provider.secret { fields.append(("client_secret", secret)) }
        let answer = try await fetch(discovery.token_endpoint, form: fields)
        guard let token = try? JSONDecoder().decode(Answer.self, from: answer).id_token else {
            throw unusable("it gave no token")
        }
        do {
            let identity = try await check(token, discovery, errand, nowSeconds)
            return (identity, errand.next)
        } catch let doubt as IdentityToken.Doubt {
            throw unusable(doubt.description)
        }
    }

    private func check(_ token: String, _ discovery: Discovery, _ errand: Errand, _ nowSeconds: Int64) async throws
        -> IdentityToken
    {
        if let keys, let identity = try? read(token, keys, discovery, errand, nowSeconds) { return identity }
        // A provider changes its keys now and then: they are fetched again where the ones we have do not fit.
        let fresh = try KeySet(await fetch(discovery.jwks_uri))
        keys = fresh
        return try read(token, fresh, discovery, errand, nowSeconds)
    }

    private func read(
        _ token: String, _ keys: KeySet, _ discovery: Discovery, _ errand: Errand, _ nowSeconds: Int64
    ) throws -> IdentityToken {
        try IdentityToken(
            token, keys: keys, issuer: discovery.issuer, client: provider.client, nonce: errand.nonce,
            nowSeconds: nowSeconds)
    }

    private func discovered() async throws -> Discovery {
        if let discovery { return discovery }
        let json = try await fetch(provider.issuer + "/.well-known/openid-configuration")
        guard let found = try? JSONDecoder().decode(Discovery.self, from: json),
            found.issuer == provider.issuer
                || found.issuer == provider.issuer + "/"
        else { throw unusable("its discovery document is of another issuer") }
        discovery = found
        return found
    }

    private func fetch(_ address: String, form: [(String, String)]? = nil) async throws -> Data {
        guard let url = URL(string: address) else { throw unusable("“\(address)” is no address") }
        var request = URLRequest(url: url, timeoutInterval: 10)
        if let form {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
            let text = form.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: plain) ?? "")" }
            request.httpBody = Data(text.joined(separator: "&").utf8)
        }
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        do {
            let (data, response) = try await URLSession.shared.data(for: request)
            guard let status = (response as? HTTPURLResponse)?.statusCode, status == 200, data.count < 1 << 20 else {
                throw unusable("it refused")
            }
            return data
        } catch let problem as Problem {
            throw problem
        } catch { throw unusable("it does not answer") }
    }

    private func unusable(_ why: String) -> Problem {
        Problem(
            503, "provider_failed", "the identity provider cannot be used: \(why); try again, or ask an administrator")
    }

    /// 256 bits.
    private static func secret() -> String { Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64URL }
}
