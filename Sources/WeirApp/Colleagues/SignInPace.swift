import Synchronization
import WeirFacts

/// How often signing in may fail before it has to wait: few times for one person from one place, more for one place, so
/// that nobody can guess, and nobody can lock somebody else out.
///
/// A try counts from its beginning, as if it had failed, so that many at once are no more than many one after the other;
/// whoever gets in takes it back.
final class SignInPace: Sendable {
    private let tries = Mutex<[String: [Instant]]>([:])
    private static let windowMillis: Int64 = 15 * 60_000
    private static let limits = (pair: 5, place: 40, person: 100)
    /// Places and persons remembered at once: far more than can be guessed at within the window, since each guess costs
    /// a good part of a second.
    private static let capacity = 20_000

    /// Who tries to get in.
    enum Subject: Hashable, Sendable {
        case person(email: String)
        /// Whoever has a code of this kind. Nobody is named, so there is nobody to guess at, and no limit that strangers
        /// could use up for everybody.
        case code(String)
    }

    /// - Throws: `overloaded` with the seconds to wait.
    func begin(_ subject: Subject, from place: String, now: Instant) throws(ServiceError) {
        let start = now.milliseconds - SignInPace.windowMillis
        let wait = tries.withLock { tries -> Int64? in
            if tries.count > SignInPace.capacity {
                tries = tries.filter { ($0.value.last?.milliseconds ?? start) > start }
                if tries.count > SignInPace.capacity { tries.removeAll() }
            }
            let keys = SignInPace.keys(subject, place)
            let waits = keys.compactMap { key, limit -> Int64? in
                let recent = tries[key, default: []].filter { $0.milliseconds > start }
                tries[key] = recent
                guard recent.count >= limit else { return nil }
                return recent[recent.count - limit].milliseconds - start
            }
            if waits.isEmpty { for (key, _) in keys { tries[key, default: []].append(now) } }
            return waits.max()
        }
        guard let wait else { return }
        let minutes = max(1, (wait + 59_999) / 60_000)
        throw ServiceError(
            .overloaded, "too many wrong tries; try again in \(minutes) \(minutes == 1 ? "minute" : "minutes")",
            retryAfterSeconds: Int(wait / 1000) + 1)
    }

    /// A try that began at a moment was no guess.
    /// - Parameter forgetting: whether the wrong tries of this person from this place are forgiven, too.
    func takeBack(_ subject: Subject, from place: String, at start: Instant, forgetting: Bool = false) {
        tries.withLock { tries in
            let keys = SignInPace.keys(subject, place)
            for (key, _) in keys {
                guard var times = tries[key], let own = times.lastIndex(of: start) else { continue }
                times.remove(at: own)
                tries[key] = times.isEmpty ? nil : times
            }
            if forgetting { tries[keys[0].key] = nil }
        }
    }

    /// The first is of this subject from this place.
    private static func keys(_ subject: Subject, _ place: String) -> [(key: String, limit: Int)] {
        let place = AddressBlock(place).text
        return switch subject {
        case .person(let email):
            [("b \(email) \(place)", limits.pair), ("a \(place)", limits.place), ("e \(email)", limits.person)]
        case .code(let kind): [("c \(kind) \(place)", limits.pair), ("a \(place)", limits.place)]
        }
    }
}
