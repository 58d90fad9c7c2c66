import Synchronization

/// Whether the server was asked to stop.
final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}

/// How many feeds are open.
final class StreamCount: Sendable {
    /// Feeds open at once.
    static let maximumFeeds = 200

    private let open = Atomic(0)

    var count: Int { open.load(ordering: .relaxed) }

    /// - Returns: whether one more may open.
    func begin(limit: Int) -> Bool {
        if open.wrappingAdd(1, ordering: .relaxed).newValue <= limit { return true }
        end()
        return false
    }

    func end() { open.wrappingSubtract(1, ordering: .relaxed) }
}
