/// Where the bytes of a table come from: a file, standard input, a download.
public protocol ByteSource: Sendable {
    /// Puts bytes into `buffer` from `range.lowerBound` on, at most as many as `range` has, and returns how many
    /// there are: 0 only at the end.
    mutating func read(into buffer: inout [UInt8], range: Range<Int>) throws -> Int
}

/// Bytes already in memory, handed out in pieces of at most `chunk` bytes.
public struct MemoryBytes: ByteSource {
    private let bytes: [UInt8]
    private let chunk: Int
    private var at = 0

    public init(_ bytes: [UInt8], chunk: Int = .max) {
        self.bytes = bytes
        self.chunk = max(1, chunk)
    }

    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    public mutating func read(into buffer: inout [UInt8], range: Range<Int>) throws -> Int {
        let count = min(chunk, range.count, bytes.count - at)
        let taken = range.lowerBound..<range.lowerBound + count
        buffer.replaceSubrange(taken, with: bytes[at..<at + count])
        at += count
        return count
    }
}

/// Bytes that a function provides, under the rules of ``ByteSource``.
public struct ProvidedBytes: ByteSource {
    private let provide: @Sendable (_ buffer: inout [UInt8], _ range: Range<Int>) throws -> Int

    public init(_ provide: @escaping @Sendable (_ buffer: inout [UInt8], _ range: Range<Int>) throws -> Int) {
        self.provide = provide
    }

    public mutating func read(into buffer: inout [UInt8], range: Range<Int>) throws -> Int {
        try provide(&buffer, range)
    }
}
