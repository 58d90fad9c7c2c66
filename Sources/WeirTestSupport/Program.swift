import Foundation

/// A program run by a test: its output goes to files, so that a test can look at it, and stop it, while it runs.
public final class Program {
    /// How a program ended.
    public struct End {
        /// The exit status; `nil` where a signal ended it.
        public var status: Int32?
        /// The signal that ended it.
        public var signal: Int32?
        public var output: String
        public var errors: String
    }

    public enum Failure: Error { case notStarted(String, Int32) }

    public let outputFile: String
    public let errorFile: String
    private let process: pid_t
    private let bench: Workbench
    private var end: End?

    /// Starts a program.
    /// - Parameters:
    ///   - environment: added to the test's own.
    public init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        bench = try Workbench()
        outputFile = bench.place("output")
        errorFile = bench.place("errors")
        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        // Tests may run where interrupts are ignored; what they start should not inherit that.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var started: pid_t = 0
        let code = posix_spawn(&started, path, &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw Failure.notStarted(path, code) }
        process = started
    }

    deinit {
        guard end == nil else { return }
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    public func send(_ signal: Int32) { kill(process, signal) }

    /// Whether it still runs.
    public var isRunning: Bool { collect(WNOHANG) == nil }

    /// The most memory it has had so far, kilobytes; `nil` once it ended, or where there is no `/proc`. What `wait4` says
    /// would not do: it counts the memory of the test that started the program, too.
    public var peakKilobytes: Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return Int(line.filter(\.isNumber))
    }

    /// Waits until it ends.
    public func wait() -> End {
        while true {
            if let end = collect(0) { return end }
        }
    }

    private func collect(_ options: Int32) -> End? {
        if let end { return end }
        var status: Int32 = 0
        guard waitpid(process, &status, options) == process else { return nil }
        let signal = status & 0x7F
        let end = End(
            status: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
            output: (try? ProjectFiles.text(outputFile)) ?? "", errors: (try? ProjectFiles.text(errorFile)) ?? "")
        self.end = end
        return end
    }

    /// Runs a program to its end.
    public static func run(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws -> End {
        try Program(path, arguments, environment: environment).wait()
    }
}
