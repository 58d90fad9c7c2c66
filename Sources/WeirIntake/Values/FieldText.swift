/// A piece of a text by its place in it.
struct TextRange: Hashable, Sendable {
    var start: Int
    var count: Int

    static let none = TextRange(start: 0, count: 0)
    var end: Int { start + count }
    var isEmpty: Bool { count == 0 }
}

/// A field without the white space around it; empty if it only says that there is nothing (`null`, `NULL`, `#N/A`).
@inline(__always)
func cleanField(_ bytes: Span<UInt8>, _ field: FieldRange) -> TextRange {
    guard field.count > 0 else { return .none }
    var start = Int(field.start)
    var end = start + Int(field.count)
    while start < end, bytes[start] <= 0x20 { start &+= 1 }
    while end > start, bytes[end - 1] <= 0x20 { end &-= 1 }
    let range = TextRange(start: start, count: end - start)
    return range.count == 4 && saysNothing(bytes, range) ? .none : range
}

/// Whether four bytes are `null` in any case, or `#N/A`.
private func saysNothing(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    let first = bytes[range.start]
    if first | 0x20 == 0x6E {
        return equals(bytes, range, Json.null)
    }
    return first == 0x23 && equals(bytes, range, naMark)
}

let naMark = Array("#n/a".utf8)

/// Whether a piece of text is `lowered`, whatever the case of its Latin letters. `lowered` is in lower case.
func equals(_ bytes: Span<UInt8>, _ range: TextRange, _ lowered: [UInt8]) -> Bool {
    guard range.count == lowered.count else { return false }
    for index in 0..<range.count where asciiLower(bytes[range.start + index]) != lowered[index] { return false }
    return true
}

@inline(__always)
func asciiLower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// Makes the Latin capitals of a piece of text small, in place.
func lowerCase(_ text: inout MutableSpan<UInt8>, _ range: TextRange) {
    for index in range.start..<range.end { text[index] = asciiLower(text[index]) }
}
