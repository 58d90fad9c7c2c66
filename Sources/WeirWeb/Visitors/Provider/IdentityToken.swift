import Crypto
import CryptoExtras
import Foundation

/// What the provider says of somebody, signed.
struct IdentityToken: Sendable {
    var subject: String
    var email: String
    var name: String
    var groups: [String]

    /// Why a token is not believed.
    struct Doubt: Error, CustomStringConvertible { var description: String }

    private struct Head: Decodable {
        var alg: String
        var kid: String?
    }

    private struct Claims: Decodable {
        var iss: String
        var sub: String
        var aud: Audience
        var azp: String?
        var exp: Int64
        var iat: Int64?
        var nonce: String?
        var email: String?
        var email_verified: Assertion?
        var name: String?
        var groups: [String]?
    }

    /// True or false; some providers write it as text.
    private struct Assertion: Decodable {
        var holds: Bool
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            holds = (try? container.decode(Bool.self)) ?? (try? container.decode(String.self) == "true") ?? false
        }
    }

    /// One or several.
    private struct Audience: Decodable {
        var all: [String]
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                all = [one]
            } else {
                all = try container.decode([String].self)
            }
        }
    }

    /// Checks a token by OpenID Connect Core 3.1.3.7: who signed it, for whom, when, and for which question.
    /// - Parameter nowSeconds: since 1970; a minute of difference is granted.
    init(
        _ text: String, keys: KeySet, issuer: String, client: String, nonce: String, nowSeconds: Int64
    ) throws(Doubt) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head: Head = IdentityToken.decoded(parts[0]),
            let claims: Claims = IdentityToken.decoded(parts[1]), let signature = Data(base64URL: parts[2])
        else { throw Doubt(description: "it is no signed token") }
        let signed = Data("\(parts[0]).\(parts[1])".utf8)
        guard keys.isSigned(signed, signature, algorithm: head.alg, key: head.kid) else {
            throw Doubt(description: "none of the provider's keys has signed it (\(head.alg.prefix(10)))")
        }
        guard claims.iss == issuer else { throw Doubt(description: "it is from another issuer") }
        guard claims.aud.all.contains(client), claims.aud.all.count == 1 || claims.azp == client else {
            throw Doubt(description: "it is for another client")
        }
        guard nowSeconds < claims.exp + 60, (claims.iat ?? nowSeconds) < nowSeconds + 60 else {
            throw Doubt(description: "it is over, or from the future; compare the clocks")
        }
        guard claims.nonce == nonce else { throw Doubt(description: "it answers another question") }
        subject = claims.sub
        // An address that the provider does not vouch for could be anybody's: an account here would be theirs by asking.
        email = claims.email_verified?.holds == true ? claims.email ?? "" : ""
        name = claims.name ?? claims.email ?? claims.sub
        groups = claims.groups ?? []
    }

    private static func decoded<T: Decodable>(_ part: String) -> T? {
        Data(base64URL: part).flatMap { try? JSONDecoder().decode(T.self, from: $0) }
    }
}

/// The keys that a provider signs with (RFC 7517): RSA, P-256, Ed25519. Never a shared secret, never none.
struct KeySet: Sendable {
    private enum Key: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case curve(P256.Signing.PublicKey)
        case edwards(Curve25519.Signing.PublicKey)
    }

    private let keys: [(id: String?, key: Key)]

    private struct Document: Decodable {
        struct Item: Decodable {
            var kty: String
            var kid: String?
            var use: String?
            var n: String?
            var e: String?
            var crv: String?
            var x: String?
            var y: String?
        }
        var keys: [Item]
    }

    init(_ json: Data) throws {
        let document = try JSONDecoder().decode(Document.self, from: json)
        keys = document.keys.filter { $0.use ?? "sig" == "sig" }.compactMap { item in
            KeySet.key(item).map { (item.kid, $0) }
        }
    }

    private static func key(_ item: Document.Item) -> Key? {
        switch (item.kty, item.crv) {
        case ("RSA", _):
            guard let n = item.n.flatMap({ Data(base64URL: $0) }), let e = item.e.flatMap({ Data(base64URL: $0) })
            else {
                return nil
            }
            return (try? _RSA.Signing.PublicKey(n: n, e: e)).map(Key.rsa)
        case ("EC", "P-256"):
            guard let x = item.x.flatMap({ Data(base64URL: $0) }), let y = item.y.flatMap({ Data(base64URL: $0) })
            else {
                return nil
            }
            return (try? P256.Signing.PublicKey(x963Representation: [4] + x + y)).map(Key.curve)
        case ("OKP", "Ed25519"):
            guard let x = item.x.flatMap({ Data(base64URL: $0) }) else { return nil }
            return (try? Curve25519.Signing.PublicKey(rawRepresentation: x)).map(Key.edwards)
        default: return nil
        }
    }

    /// Whether there is a key of this name, or the token names none.
    func has(_ id: String?) -> Bool { id == nil || keys.contains { $0.id == id } }

    /// - Parameter key: its name; a token that names none may be signed by any.
    func isSigned(_ data: Data, _ signature: Data, algorithm: String, key id: String?) -> Bool {
        let named = keys.filter { id != nil && $0.id == id }
        return (id == nil ? keys : named).contains { _, key in
            switch (algorithm, key) {
            case ("RS256", .rsa(let key)):
                key.isValidSignature(
                    .init(rawRepresentation: signature), for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
            case ("PS256", .rsa(let key)):
                key.isValidSignature(.init(rawRepresentation: signature), for: SHA256.hash(data: data), padding: .PSS)
            case ("ES256", .curve(let key)):
                (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
                    key.isValidSignature($0, for: data)
                } ?? false
            case ("EdDSA", .edwards(let key)): key.isValidSignature(signature, for: data)
            default: false
            }
        }
    }
}

extension Data {
    /// Base 64 for addresses (RFC 4648 §5), without padding.
    init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }

    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
