import Dispatch
import Foundation

/// Runs work that Ctrl-C (or SIGTERM) stops between two steps, not in the middle of one.
///
/// It listens before the work begins, so that there is no moment at which a signal would end the program.
func interruptible<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] { sources.append(await listen(to: number) { stop.yield() }) }
    defer { for source in sources { source.cancel() } }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            for await _ in stops { break }
            return nil
        }
        defer { group.cancelAll() }
        while let finished = try await group.next() {
            if let finished { return finished }
            group.cancelAll()
        }
        throw CancellationError()
    }
}

/// - Returns: once the signal is listened to.
private func listen(to number: Int32, _ heard: @escaping @Sendable () -> Void) async -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: heard)
    await withCheckedContinuation { (registered: CheckedContinuation<Void, Never>) in
        source.setRegistrationHandler { registered.resume() }
        source.resume()
    }
    return source
}
