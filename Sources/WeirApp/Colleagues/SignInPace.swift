import Synchronization
import WeirFacts

/// How often signing in may fail before it has to wait: few times for one person from one place, more for one place, so
/// that nobody can guess, and nobody can lock somebody else out.
final class SignInPace: Sendable {
    private struct Failures {
        var times: [Instant] = []
    }

    private let failures = Mutex<[String: Failures]>([:])
    private static let windowMillis: Int64 = 15 * 60_000
    private static let limits = (pair: 5, place: 40, person: 100)
    /// Places and persons remembered at once.
    private static let capacity = 20_000

    /// - Throws: `overloaded` with the seconds to wait.
    func check(_ email: String, from place: String, now: Instant) throws(ServiceError) {
        let wait = failures.withLock { failures -> Int64? in
            let keys = SignInPace.keys(email, place)
            return keys.compactMap { key, limit in
                let recent = (failures[key]?.times ?? []).filter {
                    $0.milliseconds > now.milliseconds - SignInPace.windowMillis
                }
                guard recent.count >= limit, let first = recent.dropLast(limit - 1).last else { return nil }
                return first.milliseconds + SignInPace.windowMillis - now.milliseconds
            }.max()
        }
        guard let wait else { return }
        let minutes = max(1, (wait + 59_999) / 60_000)
        throw ServiceError(
            .overloaded, "too many wrong tries; try again in \(minutes) \(minutes == 1 ? "minute" : "minutes")",
            retryAfterSeconds: Int(wait / 1000) + 1)
    }

    func failed(_ email: String, from place: String, now: Instant) {
        failures.withLock { failures in
            if failures.count > SignInPace.capacity { failures.removeAll() }
            for (key, limit) in SignInPace.keys(email, place) {
                failures[key, default: Failures()].times.append(now)
                let times = failures[key]?.times.suffix(limit) ?? []
                failures[key]?.times = Array(times)
            }
        }
    }

    func succeeded(_ email: String, from place: String) {
        _ = failures.withLock { $0.removeValue(forKey: SignInPace.keys(email, place)[0].key) }
    }

    private static func keys(_ email: String, _ place: String) -> [(key: String, limit: Int)] {
        [("b \(email) \(place)", limits.pair), ("a \(place)", limits.place), ("e \(email)", limits.person)]
    }
}
