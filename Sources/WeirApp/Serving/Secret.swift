import Crypto
import Foundation

/// Secrets that are shown once and kept as hashes.
enum Secret {
    /// `weir_wk_` and 24 letters and digits: 142 bits.
    static func make(_ kind: String) -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return "weir_\(kind)_" + String((0..<24).map { _ in letters[Int.random(in: 0..<62, using: &generator)] })
    }

    /// SHA-256, hexadecimal. Enough for secrets that nobody can guess; passwords would need more.
    static func hash(_ secret: String) -> String { hex(SHA256.hash(data: Data(secret.utf8))) }

    /// What may be shown of it later.
    static func hint(_ secret: String) -> String { String(secret.prefix(12)) + "…" }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }

    /// The bytes that ``hex(_:)`` wrote; `nil` where there are not as many, or it is something else.
    static func bytes(_ hex: String, count: Int) -> [UInt8]? {
        guard hex.utf8.count == 2 * count else { return nil }
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 2 * count else { return nil }
        return (0..<count).map { UInt8(digits[2 * $0] << 4 | digits[2 * $0 + 1]) }
    }
}
