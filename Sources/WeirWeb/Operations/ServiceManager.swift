import Foundation

/// Tells systemd how the service does (`sd_notify(3)`): a word to the socket it names. Elsewhere, nothing happens.
struct ServiceManager: Sendable {
    private let path: String?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Half the time within which systemd wants to hear from us, microseconds; `nil` where it does not.
    var watchdogMicros: Int? {
        guard path != nil else { return nil }
        return ProcessInfo.processInfo.environment["WATCHDOG_USEC"].flatMap { Int($0) }.map { $0 / 2 }
    }

    func tell(_ words: String) {
        guard let path else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        // A name that begins with @ is not a file but one in the kernel's own list, written with a NUL.
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        #if canImport(Glibc)
            let kind = Int32(SOCK_DGRAM.rawValue)
        #else
            let kind = SOCK_DGRAM
        #endif
        let handle = socket(AF_UNIX, kind, 0)
        guard handle >= 0 else { return }
        defer { close(handle) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let text = Array(words.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(handle, text, text.count, 0, $0, length)
            }
        }
    }
}
