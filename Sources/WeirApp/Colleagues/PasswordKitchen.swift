import Foundation
import Synchronization

/// Where passwords are hashed and checked, which costs memory and time on purpose.
package final class PasswordKitchen: Sendable {
    /// Two at a time: each takes 32 MiB.
    private let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        return queue
    }()
    private let waiting = Mutex(0)
    /// Orders at once: about ten seconds of work. Who comes then is sent away, rather than kept waiting ever longer.
    package static let capacity = 50

    package init() {}

    /// - Throws: `overloaded` where too many wait.
    package func cook<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        let isTaken = waiting.withLock { waiting in
            guard waiting < PasswordKitchen.capacity else { return false }
            waiting += 1
            return true
        }
        guard isTaken else {
            throw ServiceError(
                .overloaded, "too many people sign in at this moment; try again in a few seconds", retryAfterSeconds: 5)
        }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try body() }) }
        }
    }
}
