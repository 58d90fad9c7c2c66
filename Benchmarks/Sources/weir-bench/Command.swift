import Foundation
import Glibc

/// A command run to its end, timed from outside, with the most memory it held.
struct Command {
    var seconds: Double
    /// Largest resident set, bytes; 0 of a command that ended at once.
    var peakBytes: Int

    /// - Throws: `BenchError` where the command cannot be started or fails.
    @discardableResult
    static func run(_ arguments: [String], input: String? = nil) throws -> Command {
        let clock = ContinuousClock()
        let start = clock.now
        let process = try spawn(arguments, input: input ?? "/dev/null", log: "/dev/null", errors: "/dev/null")
        // What `wait4` says of memory begins with that of this process, which may have measured something large before.
        var peak = 0
        var status: Int32 = 0
        var ended = waitpid(process, &status, WNOHANG)
        while ended == 0 {
            peak = max(peak, ProcessMemory.bytes("VmHWM:", of: "\(process)"))
            usleep(2000)
            ended = waitpid(process, &status, WNOHANG)
        }
        guard ended == process, status == 0 else {
            throw BenchError("\(arguments.joined(separator: " ")) failed with status \(status)")
        }
        let elapsed = clock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Command(seconds: seconds, peakBytes: peak)
    }

    /// Starts a program that goes on running.
    /// - Throws: `BenchError` where it cannot be started.
    static func start(_ arguments: [String], log: String, errors: String? = nil) throws -> pid_t {
        try spawn(arguments, input: "/dev/null", log: log, errors: errors ?? log)
    }

    private static func spawn(_ arguments: [String], input: String, log: String, errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        // Threads that run tasks block all signals, and a program that they start would never hear that it shall end.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        guard posix_spawnp(&process, arguments[0], &actions, &attributes, &pointers, environ) == 0 else {
            throw BenchError("\(arguments[0]) cannot be started")
        }
        return process
    }
}

struct BenchError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
