import Crypto
import Foundation

/// The hash that tells one file from another.
enum FileDigest {
    /// SHA-256 of a file's bytes, hexadecimal, read a piece at a time.
    static func sha256(_ path: String) throws(AppError) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw AppError(.noInput, "\(path): there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        var hash = SHA256()
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        } catch {
            throw AppError(.noInput, "\(path): cannot be read: \(error.localizedDescription)")
        }
        return hash.finalize().map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
