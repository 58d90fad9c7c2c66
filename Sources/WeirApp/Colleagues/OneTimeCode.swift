import Crypto
import Foundation
import WeirFacts

/// Codes of six digits that change every half minute (RFC 6238 with SHA-1, which is what authenticators know).
public enum OneTimeCode {
    static let stepMillis: Int64 = 30_000

    /// 160 bits.
    static let keyBytes = 20

    package static func key() -> [UInt8] { (0..<keyBytes).map { _ in UInt8.random(in: 0...255) } }

    /// The code of a half minute since 1970.
    package static func code(_ key: [UInt8], step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: Data(counter), using: SymmetricKey(data: Data(key))))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The half minute that a code is of, from the one before now to the one after; `nil` for a wrong code, and for one
    /// that is not later than the last that was used.
    static func step(of code: String, _ key: [UInt8], now: Instant, after last: Int64?) -> Int64? {
        let given = code.filter { !$0.isWhitespace }
        let current = now.milliseconds / stepMillis
        return (current - 1...current + 1).first { step in
            step > (last ?? .min) && Secret.isEqual(OneTimeCode.code(key, step: step), given)
        }
    }

    /// As authenticators take it typed in (RFC 4648, base 32).
    static func text(_ key: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var bits = 0
        var held: UInt32 = 0
        for byte in key {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(held >> UInt32(bits)) & 31])
            }
        }
        if bits > 0 { text.append(letters[Int(held << UInt32(5 - bits)) & 31]) }
        return text
    }

    /// The same for a QR code or a link.
    static func address(_ key: [UInt8], email: String) -> String {
        let label = email.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "weir"
        return "otpauth://totp/Weir:\(label)?secret=\(text(key))&issuer=Weir"
    }
}
