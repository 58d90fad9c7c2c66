import Foundation

/// What the operating system says about this process, under the names that every Prometheus client uses. Where there is
/// no `/proc`, nothing is said.
enum ProcessMeters {
    static func write(into page: inout MeterPage) {
        // Fields after the program's name, which may hold spaces and parentheses: proc(5), from the third.
        guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return }
        let fields = stat[stat.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
        guard fields.count > 21 else { return }
        let ticksPerSecond = max(1, sysconf(Int32(_SC_CLK_TCK)))
        page.begin("process_cpu_seconds_total", "Processor time used, user and system.", "counter")
        page.sample(
            "process_cpu_seconds_total", written: seconds((fields[11] + fields[12]) * 1_000_000 / ticksPerSecond))
        page.gauge(
            "process_resident_memory_bytes", "Memory in use.", fields[21] * sysconf(Int32(_SC_PAGESIZE)))
        page.gauge("process_virtual_memory_bytes", "Address space in use.", fields[20])
        page.gauge("process_threads", "Threads.", fields[17])
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            page.gauge("process_open_fds", "Open files and connections.", open.count)
        }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            page.gauge("process_max_fds", "Open files and connections allowed.", Int(clamping: limit.rlim_cur))
        }
    }
}
