/// Where the members of a case stand in its line, found in one pass without reading what is inside them.
///
/// It finds plain lines only: names and texts without escapes, and each member that a case needs. For all others it says
/// `nil`, and the line is read at leisure by Foundation, which also says what is wrong with it.
struct CaseMembers {
    enum Asked {
        /// When so much time has passed.
        case due(within: Range<Int>)
        /// How much time passes until then.
        case elapsed(until: Range<Int>)
    }

    let id: Range<Int>
    let calendar: Range<Int>
    let start: Range<Int>
    let asked: Asked
    /// Of the line feed, or of the end of all lines.
    let lineEnd: Int

    /// - Parameter start: where the line begins.
    init?(_ bytes: Span<UInt8>, from start: Int) {
        var found: (id: Range<Int>?, calendar: Range<Int>?, start: Range<Int>?, within: Range<Int>?, until: Range<Int>?)
        var scanner = MemberScanner(index: start)
        guard scanner.take(UInt8(ascii: "{"), bytes) else { return nil }
        repeat {
            guard let name = scanner.text(bytes), scanner.take(UInt8(ascii: ":"), bytes),
                let value = scanner.value(bytes)
            else { return nil }
            let isText = bytes[value.lowerBound] == UInt8(ascii: "\"")
            let inside = value.lowerBound + 1..<max(value.upperBound - 1, value.lowerBound + 1)
            switch MemberName(bytes, name) {
            case .id: found.id = value
            case .calendar: found.calendar = value
            case .start where isText: found.start = inside
            case .for where isText: found.within = inside
            case .end where isText: found.until = inside
            default: return nil
            }
        } while scanner.take(UInt8(ascii: ","), bytes)
        guard scanner.take(UInt8(ascii: "}"), bytes), scanner.isAtLineEnd(bytes), let id = found.id,
            let calendar = found.calendar, let start = found.start
        else { return nil }
        switch (found.within, found.until) {
        case (let within?, nil): asked = .due(within: within)
        case (nil, let until?): asked = .elapsed(until: until)
        default: return nil
        }
        self.id = id
        self.calendar = calendar
        self.start = start
        lineEnd = scanner.index
    }
}

/// A member's name as one number: its letters, eight at most, are the number's bytes, so that comparing is one step.
private enum MemberName: UInt64 {
    case id = 0x6964
    case calendar = 0x6361_6C65_6E64_6172
    case start = 0x73_7461_7274
    case `for` = 0x66_6F72
    case end = 0x65_6E64

    init?(_ bytes: Span<UInt8>, _ place: Range<Int>) {
        guard place.count <= 8 else { return nil }
        var word: UInt64 = 0
        for index in place { word = (word << 8) | UInt64(bytes[index]) }
        self.init(rawValue: word)
    }
}

private struct MemberScanner {
    var index: Int

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D { index += 1 }
    }

    mutating func isAtLineEnd(_ bytes: Span<UInt8>) -> Bool {
        skipSpace(bytes)
        return index == bytes.count || bytes[index] == UInt8(ascii: "\n")
    }

    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        skipSpace(bytes)
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// What stands between the quotes of a text without escapes.
    mutating func text(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard take(UInt8(ascii: "\""), bytes) else { return nil }
        let from = index
        var end = from
        // Beyond ASCII a text may be broken UTF-8, which Foundation finds.
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
            bytes[end] &- 0x20 < 0x60
        { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        index = end + 1
        return from..<end
    }

    /// A text with its quotes, a whole number, or an object with all that is in it.
    mutating func value(_ bytes: Span<UInt8>) -> Range<Int>? {
        skipSpace(bytes)
        guard index < bytes.count else { return nil }
        let from = index
        switch bytes[index] {
        case UInt8(ascii: "\""):
            return text(bytes) == nil ? nil : from..<index
        case UInt8(ascii: "{"):
            return object(bytes) ? from..<index : nil
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
            return from..<index
        default:
            return nil
        }
    }

    /// Passes over an object; whether it is sound is seen when it is read.
    private mutating func object(_ bytes: Span<UInt8>) -> Bool {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard text(bytes) != nil else { return false }
                continue
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\n"): return false
            default: break
            }
            index += 1
            if depth == 0 { return true }
        }
        return false
    }
}
