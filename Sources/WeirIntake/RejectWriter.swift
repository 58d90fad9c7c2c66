#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes rejected rows to a file as they come. The file is made with the first row; without one, a file left by an
/// earlier import of the same name is removed, so that it does not speak of this one.
public struct RejectWriter: ~Copyable {
    public let path: String
    /// Rows written so far.
    public private(set) var count = 0
    private let text: RejectText
    private var descriptor: Int32 = -1

    public init(path: String, text: RejectText) {
        self.path = path
        self.text = text
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    public mutating func append(_ rows: [RejectedRow]) throws(IntakeError) {
        guard !rows.isEmpty else { return }
        var out = ""
        if descriptor < 0 {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw failure() }
            out = text.header
        }
        for row in rows { out += text.line(row) }
        try put(Array(out.utf8))
        count += rows.count
    }

    /// Ends the file; call it once all rows were appended.
    public mutating func finish() throws(IntakeError) {
        guard descriptor >= 0 else {
            if unlink(path) != 0, errno != ENOENT { throw failure() }
            return
        }
        let result = close(descriptor)
        descriptor = -1
        if result != 0 { throw failure() }
    }

    private func put(_ bytes: [UInt8]) throws(IntakeError) {
        var done = 0
        while done < bytes.count {
            // Safe: the kernel only reads, and at most what is left of the array behind `done`.
            let written = bytes.withUnsafeBytes { all in
                write(descriptor, UnsafeRawBufferPointer(rebasing: all[done...]).baseAddress, bytes.count - done)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            done += written
        }
    }

    private func failure() -> IntakeError {
        IntakeError(.cannotWrite, "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
}
