import Foundation
import Synchronization
import WeirFold

/// The memory of a process that does nothing but open the columns and run a backtest.
enum FoldMemory {
    /// What tells this program to be that process.
    static let word = "measure-memory"

    static func measure(_ size: String) throws {
        let child = try PeerProcess([CommandLine.arguments[0], word])
        defer { child.close() }
        let answer = try child.ask("backtest")
        Figure(
            name: "fold.memory", size: "\(size), all within reach, 2 threads", value: answer.first / 1e6,
            unit: "MB at most beyond the mapped files"
        ).show()
        Figure(
            name: "fold.memory.resident", size: size, value: answer.second / 1e6,
            unit: "MB at most with the mapped files"
        ).show()
    }

    static func answer(_ bench: FoldBench) throws {
        _ = readLine()
        let watcher = MemoryWatcher()
        let world = try bench.world()
        let fold = HistoryFold(bench.use.rules, reading: world.words.allWithinReach)
        let run = FoldPool(world.history).backtest(fold, threads: FoldBench.threads, until: world.lastDay)
        let peak = watcher.stop()
        Progress.figure("\(run.seconds) \(peak) \(ProcessMemory.bytes("VmHWM:"))")
    }
}

/// Looks every millisecond how much memory the process has of its own.
private final class MemoryWatcher: Sendable {
    private let most = Mutex(0)
    private let isDone = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)

    init() {
        let thread = Thread { [self] in
            while !isDone.load(ordering: .relaxed) {
                look()
                usleep(1000)
            }
            ended.signal()
        }
        thread.start()
    }

    private func look() {
        let now = ProcessMemory.bytes("RssAnon:")
        most.withLock { $0 = max($0, now) }
    }

    func stop() -> Int {
        isDone.store(true, ordering: .relaxed)
        ended.wait()
        look()
        return most.withLock { $0 }
    }
}
