/// Words that are copied into rows again and again, kept one behind the other.
struct Words: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each word begins, and where the last one ends.
    private(set) var starts: [Int] = [0]
    private(set) var longest = 0

    init(_ words: [[UInt8]]) {
        for word in words {
            bytes += word
            starts.append(bytes.count)
            longest = max(longest, word.count)
        }
    }

    subscript(place: Int) -> ArraySlice<UInt8> { bytes[starts[place]..<starts[place + 1]] }

    /// Copies a word to a place in a row, and moves the place behind it.
    @inline(__always)
    func copy(_ place: Int, to row: inout MutableSpan<UInt8>, at end: inout Int) {
        let start = starts[place]
        let count = starts[place &+ 1] &- start
        let from = bytes.span.extracting(start..<start &+ count)
        for offset in from.indices { row[end &+ offset] = from[offset] }
        end &+= count
    }
}
