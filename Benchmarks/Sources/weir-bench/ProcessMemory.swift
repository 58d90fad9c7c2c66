import Foundation

/// The memory of a process, as Linux keeps it in `/proc`.
enum ProcessMemory {
    /// A line of a process's status, in bytes; 0 where there is none (any more).
    /// - Parameters:
    ///   - name: such as `VmHWM:`, the most that was resident, or `RssAnon:`, its own memory now.
    ///   - process: its number; `self` is this one.
    static func bytes(_ name: String, of process: String = "self") -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first).flatMap { Int($0) }.map { $0 * 1024 }
            ?? 0
    }
}
