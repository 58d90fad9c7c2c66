/// When a delivery that did not arrive is tried again: ten times over three days, as Standard Webhooks advises.
public enum RetrySchedule {
    /// Seconds before each attempt.
    public static let waitsSeconds: [Int64] = [
        0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]

    public static let longestSeconds: Int64 = 86_400

    /// Milliseconds until the next attempt.
    /// - Parameters:
    ///   - attempts: how many there were; at least 1.
    ///   - retryAfterSeconds: what the receiver asked for.
    ///   - jitterPermille: from 0 to 999, by chance; it adds up to a tenth, so that not all come at once.
    /// - Returns: `nil` after the last.
    public static func waitMillis(
        afterAttempts attempts: Int, retryAfterSeconds: Int64? = nil, jitterPermille: Int64
    ) -> Int64? {
        guard waitsSeconds.indices.contains(attempts) else { return nil }
        let millis = waitsSeconds[attempts] * 1000
        let asked = min(max(retryAfterSeconds ?? 0, 0), longestSeconds) * 1000
        return max(millis + millis * jitterPermille / 10_000, asked)
    }

    /// Milliseconds for which nothing at all is sent to a destination that does not answer, or has too much to do.
    /// - Parameters:
    ///   - failures: how often in a row it failed; at least 1.
    ///   - retryAfterSeconds: what the receiver asked for; it knows better.
    public static func pauseMillis(failures: Int, retryAfterSeconds: Int64? = nil) -> Int64 {
        if let retryAfterSeconds, retryAfterSeconds > 0 { return min(retryAfterSeconds, longestSeconds) * 1000 }
        let pauses: [Int64] = [5_000, 30_000, 300_000, 900_000]
        return pauses[min(max(failures, 1), pauses.count) - 1]
    }
}
