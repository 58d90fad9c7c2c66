import Synchronization
import WeirApp

/// How many events each source has sent lately, against what it may send in a minute: a bucket that fills steadily and
/// that a burst may empty.
final class RateGate: Sendable {
    private struct Bucket {
        /// Thousandths of events, so that a slow rate is exact.
        var levelMilli: Int
        var atMillis: Int64
    }
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameter nowMillis: milliseconds of a clock that never jumps.
    /// - Returns: seconds to wait where there is no room for so many events; `nil` where they were let in. A request
    ///   larger than a minute's worth is let in when the bucket is full, or it never would be.
    func admit(_ count: Int, from source: TrackingSource, nowMillis: Int64) -> Int? {
        guard let perMinute = source.settings.eventsPerMinute, perMinute > 0 else { return nil }
        let full = perMinute * 1000
        let wanted = min(count * 1000, full)
        return buckets.withLock { buckets in
            var bucket = buckets[source.id] ?? Bucket(levelMilli: full, atMillis: nowMillis)
            let (grown, overflow) = Int(max(0, nowMillis - bucket.atMillis)).multipliedReportingOverflow(by: perMinute)
            bucket.levelMilli = overflow ? full : min(full, bucket.levelMilli + grown / 60)
            bucket.atMillis = nowMillis
            defer { buckets[source.id] = bucket }
            guard bucket.levelMilli >= wanted else {
                return max(1, ((wanted - bucket.levelMilli) * 60 / perMinute + 999) / 1000)
            }
            bucket.levelMilli -= wanted
            return nil
        }
    }
}
