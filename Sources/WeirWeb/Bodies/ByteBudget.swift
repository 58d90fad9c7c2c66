import Synchronization

/// How many bytes of bodies may be in memory at once, over all requests: many large bodies at once are refused before the
/// machine runs out of memory, not after.
final class ByteBudget: Sendable {
    private let limit: Int
    private let used = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// - Returns: whether there was room for so many more.
    func take(_ count: Int) -> Bool {
        used.withLock { used in
            if used + count > limit { return false }
            used += count
            return true
        }
    }

    func giveBack(_ count: Int) {
        used.withLock { $0 -= count }
    }

    var bytesInUse: Int { used.withLock { $0 } }
}
