import CZlib

/// Inflates a gzip or deflate stream, never to more bytes than it was allowed.
///
/// The one place with unsafe code of this room: zlib keeps the address of its stream, so that is allocated once and freed
/// by `deinit`; input and output are lent to zlib only within one call of ``inflate(_:limit:)``, whose counts zlib keeps.
package final class Inflater {
    package enum Failure: Error { case notCompressed, tooLarge, cutShort }

    private let stream: UnsafeMutablePointer<z_stream>
    private var hasEnded = false
    private var produced = 0

    /// - Parameter isRaw: a deflate stream without zlib's header, as some clients send.
    package init(isRaw: Bool = false) throws(Failure) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 + 32: the largest window, and zlib finds out whether it is gzip or zlib.
        let size = Int32(MemoryLayout<z_stream>.size)
        if inflateInit2_(stream, isRaw ? -15 : 15 + 32, ZLIB_VERSION, size) != Z_OK { throw .notCompressed }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// - Parameter limit: bytes the stream may make in all, over all calls.
    /// - Returns: what these bytes inflate to.
    package func inflate(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        var taken = 0
        var mayHoldMore = true
        while taken < bytes.count || (mayHoldMore && !hasEnded) {
            if hasEnded { try beginAnotherMember(bytes[taken...]) }
            let room = max(1, min(64 * 1024, limit - produced + 1))
            var (status, used, made) = (Z_OK, 0, 0)
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                (status, used, made) = step(bytes, from: taken, into: buffer)
                count = made
            }
            taken += used
            produced += made
            if produced > limit { throw .tooLarge }
            output += piece
            mayHoldMore = made == room
            switch status {
            case Z_STREAM_END: hasEnded = true
            case Z_OK: break
            case Z_BUF_ERROR where taken == bytes.count: mayHoldMore = false
            default: throw .notCompressed
            }
        }
        return output
    }

    /// A gzip file may be several, one after the other; anything else after the end is a mistake.
    private func beginAnotherMember(_ rest: ArraySlice<UInt8>) throws(Failure) {
        guard rest.first == 0x1F, inflateReset(stream) == Z_OK else { throw .notCompressed }
        hasEnded = false
    }

    /// Whether the stream was whole.
    package func finish() throws(Failure) {
        if !hasEnded { throw .cutShort }
    }

    private func step(_ bytes: [UInt8], from start: Int, into buffer: UnsafeMutableBufferPointer<UInt8>)
        -> (status: Int32, used: Int, made: Int)
    {
        bytes.withUnsafeBufferPointer { input in
            guard let first = input.baseAddress, let out = buffer.baseAddress else { return (Z_BUF_ERROR, 0, 0) }
            let count = min(input.count - start, Int(Int32.max))
            stream.pointee.next_in = UnsafeMutablePointer(mutating: first + start)
            stream.pointee.avail_in = UInt32(count)
            stream.pointee.next_out = out
            stream.pointee.avail_out = UInt32(buffer.count)
            let status = CZlib.inflate(stream, Z_NO_FLUSH)
            return (status, count - Int(stream.pointee.avail_in), buffer.count - Int(stream.pointee.avail_out))
        }
    }
}
