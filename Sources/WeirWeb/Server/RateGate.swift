import Synchronization

/// How much each sender has sent lately, against what it may send in a minute: a bucket that fills steadily and that a
/// burst may empty.
final class RateGate: Sendable {
    enum Answer: Hashable, Sendable {
        /// Let in; how many more may follow at once, and in how many seconds the bucket is full again.
        case admitted(left: Int, fullIn: Int)
        /// No room; seconds to wait.
        case wait(Int)
    }

    private struct Bucket {
        /// Thousandths, so that a slow rate is exact.
        var levelMilli: Int
        var atMillis: Int64
    }
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - sender: whose bucket it is.
    ///   - perMinute: at least 1.
    ///   - nowMillis: milliseconds of a clock that never jumps.
    /// - Returns: whether there is room for so many. More than a minute's worth at once is let in when the bucket is
    ///   full, or it never would be.
    func admit(_ count: Int, from sender: String, perMinute: Int, nowMillis: Int64) -> Answer {
        let full = perMinute * 1000
        let wanted = min(count * 1000, full)
        return buckets.withLock { buckets in
            var bucket = buckets[sender] ?? Bucket(levelMilli: full, atMillis: nowMillis)
            let (grown, overflow) = Int(max(0, nowMillis - bucket.atMillis)).multipliedReportingOverflow(by: perMinute)
            bucket.levelMilli = overflow ? full : min(full, bucket.levelMilli + grown / 60)
            bucket.atMillis = nowMillis
            defer { buckets[sender] = bucket }
            func seconds(until level: Int) -> Int { ((level - bucket.levelMilli) * 60 / perMinute + 999) / 1000 }
            guard bucket.levelMilli >= wanted else { return .wait(max(1, seconds(until: wanted))) }
            bucket.levelMilli -= wanted
            return .admitted(left: bucket.levelMilli / 1000, fullIn: seconds(until: full))
        }
    }
}
