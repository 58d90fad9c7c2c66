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

    fileprivate let feeds = Atomic(0)

    var count: Int { feeds.load(ordering: .relaxed) }

    /// One feed. It is open as long as somebody holds it, whether or not it is ever read.
    final class Seat: Sendable {
        private let streams: StreamCount

        fileprivate init(_ streams: StreamCount) {
            self.streams = streams
            streams.feeds.wrappingAdd(1, ordering: .relaxed)
        }

        deinit { streams.feeds.wrappingSubtract(1, ordering: .relaxed) }
    }

    /// - Returns: `nil` where no more may open.
    func open(limit: Int = StreamCount.maximumFeeds) -> Seat? {
        let seat = Seat(self)
        return count <= limit ? seat : nil
    }
}
