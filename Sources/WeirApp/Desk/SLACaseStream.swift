import Dispatch
import Synchronization

/// Answers cases of business time on all processors, in the order in which they came, so that business time can be checked
/// from outside. See ``SLACases`` for what a case is.
public struct SLACaseStream: Sendable {
    /// What one processor does. Calendars and zones are compiled on each.
    private final class Worker: Sendable {
        let state = Mutex((cases: SLACases(), answers: [UInt8]()))
    }

    private let workers: [Worker]
    /// Bytes that are worth another processor.
    private static let leastBytes = 65_536

    /// - Parameter processors: how many to use; at least one. All of them if nothing is said.
    public init(processors: Int? = nil) {
        workers = (0..<max(processors ?? Cores.count, 1)).map { _ in Worker() }
    }

    /// Cases answered so far, refused ones included.
    public var count: Int { workers.reduce(0) { sum, worker in sum + worker.state.withLock { $0.cases.count } } }
    /// Cases that could not be answered.
    public var refused: Int { workers.reduce(0) { sum, worker in sum + worker.state.withLock { $0.cases.refused } } }

    /// Answers the cases in whole lines; empty lines are passed over.
    /// - Parameter lines: the last one may lack its line feed.
    /// - Returns: the answers in the order of the cases, in several pieces.
    public func answer(_ lines: [UInt8]) -> [[UInt8]] {
        let parts = split(lines)
        DispatchQueue.concurrentPerform(iterations: parts.count) { number in
            workers[number].state.withLock { $0.answers = $0.cases.answer(lines, in: parts[number]) }
        }
        return parts.indices.map { number in
            workers[number].state.withLock { state in
                defer { state.answers = [] }
                return state.answers
            }
        }
    }

    /// As many parts as there are processors to answer them, each of whole lines.
    private func split(_ lines: [UInt8]) -> [Range<Int>] {
        let size = max(lines.count / workers.count + 1, SLACaseStream.leastBytes)
        var parts: [Range<Int>] = []
        var from = 0
        while from < lines.count {
            let end = lines[min(from + size, lines.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            parts.append(from..<(end ?? lines.count))
            from = end ?? lines.count
        }
        return parts
    }
}
