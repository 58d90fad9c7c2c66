import Dispatch
import Foundation
import Synchronization

/// The processors of this machine.
enum Cores {
    static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Shares the numbers below `count` among all cores in stretches, and gives what `body` makes of each, in order.
    static func share<Part: Sendable>(_ count: Int, _ body: @Sendable (Range<Int>) -> Part) -> [Part] {
        let workers = max(1, min(Cores.count, count))
        let parts = Parts<Part>(count: workers)
        DispatchQueue.concurrentPerform(iterations: workers) { number in
            parts.put(body(count * number / workers..<count * (number + 1) / workers), number)
        }
        return parts.inOrder
    }
}

/// Where workers leave what they made.
private final class Parts<Part: Sendable>: Sendable {
    private let parts: Mutex<[Part?]>

    init(count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

    func put(_ part: Part, _ number: Int) { parts.withLock { $0[number] = part } }

    var inOrder: [Part] { parts.withLock { $0.compactMap(\.self) } }
}
