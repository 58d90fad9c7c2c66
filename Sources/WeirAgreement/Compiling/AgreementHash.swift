import Crypto

/// The name by which both sides sign a text.
public enum AgreementHash {
    /// SHA-256 (FIPS 180-4) of the exact bytes, as 64 lower-case hexadecimal digits. Comments count: people sign
    /// what they read.
    public static func sha256Hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
