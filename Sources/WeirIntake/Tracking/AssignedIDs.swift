import Crypto
import WeirFacts

/// Ids for events that came without one, made of the event itself so that a retry is the same event.
///
/// Equal events in one request stay several: the second is the second in every retry. An event that names no time at
/// all cannot be told from its like of another day, so the hour of its receipt goes in.
struct AssignedIDs {
    private let hour: Int64
    private var seen: [[UInt8]: Int] = [:]

    init(receivedAt: Instant) {
        hour = floorDivide(receivedAt.milliseconds, by: 3_600_000)
    }

    mutating func id(of raw: [UInt8], namesTime: Bool) -> String {
        var digest = Array(SHA256.hash(data: raw))
        let before = seen[digest, default: 0]
        seen[digest] = before + 1
        if before > 0 || !namesTime {
            digest = Array(SHA256.hash(data: digest + Array("#\(before)@\(namesTime ? 0 : hour)".utf8)))
        }
        return "sha256-" + AssignedIDs.hex(digest.prefix(20))
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes { text += [JSONQuotes.hexDigits[Int(byte >> 4)], JSONQuotes.hexDigits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
