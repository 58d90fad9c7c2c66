import Synchronization

/// Says that there is something new, to whoever waits for it.
final class NewsBoard: Sendable {
    private struct State {
        var isOver = false
        var readers: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var nextReader: UInt64 = 0
    }

    private let state = Mutex(State())

    /// News each time that there are any, until the reader stops or the board ends; what was said meanwhile is said once.
    /// The first comes at once: what happened between the reader's last reading and now is news too.
    func news() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = state.withLock { state -> UInt64? in
                if state.isOver { return nil }
                state.nextReader += 1
                state.readers[state.nextReader] = continuation
                return state.nextReader
            }
            guard let number else { return continuation.finish() }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.readers.removeValue(forKey: number) }
            }
            continuation.yield()
        }
    }

    func tell() {
        for reader in state.withLock({ Array($0.readers.values) }) { reader.yield() }
    }

    func end() {
        let readers = state.withLock { state in
            defer { state.readers = [:] }
            state.isOver = true
            return Array(state.readers.values)
        }
        for reader in readers { reader.finish() }
    }
}

/// Reads a feed as fast as its reader asks, and waits for what comes next.
actor FeedReader<Line: Sendable> {
    private let board: NewsBoard?
    private let read: @Sendable (Int64) async throws -> [Line]
    private let place: @Sendable (Line) -> Int64
    private var last: Int64
    private var pending: ArraySlice<Line> = []

    /// - Parameters:
    ///   - id: the last place that the reader has.
    ///   - board: says when there is more; `nil`: nothing will come.
    ///   - place: where a line stands in the feed.
    ///   - read: the next lines after a place, some of them at a time.
    init(
        after id: Int64, _ board: NewsBoard?, place: @escaping @Sendable (Line) -> Int64,
        read: @escaping @Sendable (Int64) async throws -> [Line]
    ) {
        last = max(0, id)
        self.board = board
        self.place = place
        self.read = read
    }

    nonisolated var lines: AsyncThrowingStream<Line, any Error> { AsyncThrowingStream { try await self.next() } }

    /// `nil` once the service stops, or the reader.
    private func next() async throws -> Line? {
        if let line = pending.popFirst() { return line }
        guard let board else { return nil }
        for await _ in board.news() {
            let found = try await read(last)
            guard let newest = found.last else { continue }
            last = place(newest)
            pending = found[...]
            return pending.popFirst()
        }
        return nil
    }
}
