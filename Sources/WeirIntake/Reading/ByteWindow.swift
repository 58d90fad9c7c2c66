/// The part of a file that is in memory: UTF-8, whatever the file's own encoding, and never more than `most` bytes.
struct ByteWindow: Sendable {
    private var source: any ByteSource
    private(set) var storage: [UInt8]
    /// First byte not yet consumed.
    private(set) var start = 0
    /// Behind the last byte.
    private(set) var end = 0
    private(set) var sourceEnded = false
    private(set) var encoding = TextEncoding.utf8
    /// Bytes taken from the source, in its own encoding.
    private(set) var bytesRead: UInt64 = 0
    private var decoder: UTF16Decoder?
    private var raw: [UInt8] = []
    private let most: Int

    /// Reads the beginning and finds out its encoding.
    init(_ source: any ByteSource, first: Int, most: Int) throws {
        self.source = source
        self.most = max(64, most)
        storage = [UInt8](repeating: 0, count: max(64, min(first, most)))
        while end < min(1024, storage.count), !sourceEnded { try fill() }
        let (encoding, markBytes) = try TextEncoding.detect(storage[0..<end])
        self.encoding = encoding
        start = markBytes
        guard encoding != .utf8 else { return }
        var decoder = UTF16Decoder(isBigEndian: encoding == .utf16BigEndian)
        var text: [UInt8] = []
        decoder.decode(storage[markBytes..<end], into: &text)
        if sourceEnded { decoder.finish(into: &text) }
        self.decoder = decoder
        raw = [UInt8](repeating: 0, count: 32 << 10)
        start = 0
        end = 0
        append(text)
    }

    /// Bytes held in memory.
    var bufferedBytes: Int { storage.count + raw.count }
    var isFull: Bool { start == 0 && end == storage.count && storage.count >= most }
    var isAtEnd: Bool { sourceEnded && start == end }
    /// Characters of UTF-16 that were none.
    var brokenCharacters: Int { decoder?.broken ?? 0 }

    mutating func consume(to index: Int) {
        precondition(index >= start && index <= end)
        start = index
    }

    /// Reads more behind what is there, making room for it. Nothing happens when the window is full.
    mutating func fill() throws {
        if sourceEnded || isFull { return }
        makeRoom()
        if decoder != nil { return try fillFromUTF16() }
        let count = try source.read(into: &storage, range: end..<storage.count)
        took(count)
        end += count
    }

    private mutating func took(_ count: Int) {
        bytesRead += UInt64(count)
        if count == 0 { sourceEnded = true }
    }

    private mutating func fillFromUTF16() throws {
        // Two bytes of UTF-16 become at most three of UTF-8, and a surrogate left from before three more.
        let room = max(2, (storage.count - end - 6) / 3 * 2)
        var text: [UInt8] = []
        let count = try source.read(into: &raw, range: 0..<min(room, raw.count))
        took(count)
        decoder?.decode(raw[0..<count], into: &text)
        if sourceEnded { decoder?.finish(into: &text) }
        append(text)
    }

    private mutating func append(_ text: [UInt8]) {
        if storage.count - end < text.count {
            storage.append(contentsOf: repeatElement(0, count: text.count - (storage.count - end)))
        }
        storage.replaceSubrange(end..<end + text.count, with: text)
        end += text.count
    }

    private mutating func makeRoom() {
        if start > 0 {
            if start < end { storage.replaceSubrange(0..<end - start, with: Array(storage[start..<end])) }
            end -= start
            start = 0
        }
        // Less than a quarter free: rows here are long, so the window grows.
        if storage.count - end < storage.count / 4 {
            let more = min(storage.count, most - storage.count)
            if more > 0 { storage.append(contentsOf: repeatElement(0, count: more)) }
        }
    }
}
