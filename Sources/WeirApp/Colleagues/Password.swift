import Crypto
import CryptoExtras
import Foundation

/// Passwords, kept as scrypt in PHC format (`$scrypt$ln=15,r=8,p=3$salt$hash`), so that the cost can be raised later.
///
/// N = 2^15, r = 8, p = 3 is what OWASP ASVS 5.0 (appendix C) allows; 32 MiB and about 0.4 s. Checking is done by two
/// threads at most (``SignInDesk``).
public enum Password {
    /// How much work a guess costs.
    public struct Cost: Hashable, Sendable {
        /// log2 of N.
        public var rounds: Int
        public var blockSize = 8
        public var parallelism: Int

        public static let full = Cost(rounds: 15, parallelism: 3)
        /// For tests, which have better things to do.
        public static let trifling = Cost(rounds: 4, parallelism: 1)

        init(rounds: Int, blockSize: Int = 8, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    /// What may be chosen: 10 to 200 characters, none of the most common, not one's own name or address.
    static func check(_ password: String, name: String, email: String) throws(ServiceError) {
        guard (10...200).contains(password.count) else {
            throw ServiceError(.invalid, "a password has 10 to 200 characters; several words make a good one")
        }
        let plain = password.lowercased()
        let own = [
            name.lowercased(), email.lowercased(), email.lowercased().split(separator: "@").first.map(String.init),
        ]
        guard !own.contains(plain), Set(plain).count >= 5, !Password.isCommon(plain) else {
            throw ServiceError(
                .invalid, "this password is easily guessed; take several words that do not belong together")
        }
    }

    /// Of the most common passwords, those of ten characters or more are made of these.
    private static func isCommon(_ plain: String) -> Bool {
        let words = [
            "password", "qwertyuiop", "qwerty", "1234567890", "123456789", "123456", "abcdefghij", "iloveyou",
            "welcome",
            "administrator", "letmein", "football", "baseball", "princess", "superman", "asdfghjkl", "zxcvbnm", "weir",
            "1q2w3e4r5t", "1qaz2wsx3edc", "changeme",
        ]
        let rest = words.reduce(plain) { $0.replacing($1, with: "") }
        return rest.count < plain.count && rest.filter(\.isLetter).count < 4
    }

    static func hash(_ password: String, _ cost: Cost) throws -> String {
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255) }
        let key = try derive(password, salt, cost)
        return "$scrypt$ln=\(cost.rounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(plain(salt))$\(plain(key))"
    }

    /// - Parameter stored: as ``hash(_:_:)`` made it; `nil` costs as much, and is never right.
    static func isRight(_ password: String, _ stored: String?, _ usual: Cost) throws -> Bool {
        let parts = (stored ?? "").split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let cost = Cost(phc: parts[1]), let salt = bytes(parts[2]),
            let key = bytes(parts[3])
        else {
            _ = try derive(password, Array(repeating: 0, count: 16), usual)
            return false
        }
        let given = try derive(password, salt, cost)
        return given.count == key.count && zip(given, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        // Composed and decomposed letters are typed alike.
        let text = password.precomposedStringWithCompatibilityMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Data(text.utf8), salt: Data(salt), outputByteCount: 32, rounds: 1 << cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func plain(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}

extension Password.Cost {
    /// - Parameter text: `ln=15,r=8,p=3`
    fileprivate init?(phc text: String) {
        var values: [Substring: Int] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=")
            guard pair.count == 2 else { return nil }
            values[pair[0]] = Int(pair[1])
        }
        guard let rounds = values["ln"], let blockSize = values["r"], let parallelism = values["p"],
            (1...20).contains(rounds), (1...16).contains(blockSize), (1...16).contains(parallelism)
        else { return nil }
        self.init(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    }
}
