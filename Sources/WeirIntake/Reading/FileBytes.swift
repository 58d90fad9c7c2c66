#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a file or a pipe, read from its start with `read(2)`; closed when no longer used.
public final class FileBytes: ByteSource {
    private let descriptor: Int32
    private let path: String
    /// Size of the file in bytes when it was opened; `nil` for pipes and the like.
    public let size: Int64?

    /// Opens the file at `path`; `-` is standard input.
    public init(path: String) throws(IntakeError) {
        self.path = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw IntakeError(.cannotOpen, "\(path) cannot be opened: \(String(cString: strerror(errno))).")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            size = nil
            return
        }
        size = Int64(status.st_size)
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    public func read(into buffer: inout [UInt8], range: Range<Int>) throws -> Int {
        while true {
            // Safe: the kernel writes at most `room.count` bytes into `room`, which is a part of the array's own
            // memory (`rebasing` traps where `range` is not), and keeps no pointer beyond the call.
            let count = buffer.withUnsafeMutableBytes { bytes in
                let room = UnsafeMutableRawBufferPointer(rebasing: bytes[range])
                #if canImport(Glibc)
                    return Glibc.read(descriptor, room.baseAddress, room.count)
                #elseif canImport(Musl)
                    return Musl.read(descriptor, room.baseAddress, room.count)
                #else
                    return Darwin.read(descriptor, room.baseAddress, room.count)
                #endif
            }
            if count >= 0 { return count }
            // A signal that only interrupted the wait is no failure.
            if errno == EINTR { continue }
            throw IntakeError(.cannotRead, "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
    }
}
