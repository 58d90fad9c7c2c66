import Crypto
import Foundation

/// Makes cursors that only this workspace can have made, so that nobody pages by guessing.
struct CursorSeal: Sendable {
    private let key: SymmetricKey
    private static let tagCount = 12

    init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// - Parameter list: what is paged through, with its filters: a cursor of one list does not open another.
    func cursor(_ last: Int64, of list: String) -> String {
        let place = String(last)
        return place + "." + tag(place, list)
    }

    /// The last id of the page before; 0 for the first page.
    func place(_ cursor: String?, of list: String) throws(ServiceError) -> Int64 {
        guard let cursor else { return 0 }
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let place = Int64(parts[0]), String(place) == parts[0],
            Secret.isEqual(String(parts[1]), tag(String(place), list))
        else {
            throw ServiceError(
                .badCursor, "the cursor is not one that this list gave; begin again without a cursor")
        }
        return place
    }

    private func tag(_ place: String, _ list: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(list)\n\(place)".utf8), using: key)
        return Secret.hex(code.prefix(CursorSeal.tagCount))
    }
}

extension Secret {
    /// Compares in a time that does not tell where they differ.
    static func isEqual(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return zip(a.utf8, b.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
