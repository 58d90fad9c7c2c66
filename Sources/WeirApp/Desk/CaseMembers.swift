/// Where the members of one JSON object stand in its line, found in one pass without reading what is inside them.
///
/// It finds plain lines only: names and texts without escapes. For all others it says `nil`, and the line is read at
/// leisure by Foundation, which also says what is wrong with it.
struct CaseMembers {
    var id: Range<Int>?
    var calendar: Range<Int>?
    var start: Range<Int>?
    var duration: Range<Int>?
    var end: Range<Int>?

    init?(_ bytes: ArraySlice<UInt8>) {
        var scanner = MemberScanner(bytes: bytes)
        guard scanner.take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = scanner.text(), scanner.take(UInt8(ascii: ":")), let value = scanner.value() else {
                return nil
            }
            let isText = bytes[value.lowerBound] == UInt8(ascii: "\"")
            let inside = value.lowerBound + 1..<max(value.upperBound - 1, value.lowerBound + 1)
            let member = bytes[name]
            // The five names differ in their first letter, so that one comparison settles which it is.
            switch member.first {
            case UInt8(ascii: "i") where member.elementsEqual("id".utf8): id = value
            case UInt8(ascii: "c") where member.elementsEqual("calendar".utf8): calendar = value
            case UInt8(ascii: "s") where isText && member.elementsEqual("start".utf8): start = inside
            case UInt8(ascii: "f") where isText && member.elementsEqual("for".utf8): duration = inside
            case UInt8(ascii: "e") where isText && member.elementsEqual("end".utf8): end = inside
            default: return nil
            }
        } while scanner.take(UInt8(ascii: ","))
        guard scanner.take(UInt8(ascii: "}")), scanner.isAtEnd else { return nil }
    }
}

private struct MemberScanner {
    let bytes: ArraySlice<UInt8>
    private var index: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    private mutating func skipSpace() {
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D {
            index += 1
        }
    }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return index == bytes.endIndex
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.endIndex, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// What stands between the quotes of a text without escapes.
    mutating func text() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let from = index
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                return from..<index - 1
            }
            // Beyond ASCII a text may be broken UTF-8, which Foundation finds.
            guard byte != UInt8(ascii: "\\"), byte >= 0x20, byte < 0x80 else { return nil }
            index += 1
        }
        return nil
    }

    /// A text with its quotes, a whole number, or an object with all that is in it.
    mutating func value() -> Range<Int>? {
        skipSpace()
        guard index < bytes.endIndex else { return nil }
        let from = index
        switch bytes[index] {
        case UInt8(ascii: "\""):
            return text() == nil ? nil : from..<index
        case UInt8(ascii: "{"):
            return object() ? from..<index : nil
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            while index < bytes.endIndex, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
            return from..<index
        default:
            return nil
        }
    }

    /// Passes over an object; whether it is sound is seen when it is read.
    private mutating func object() -> Bool {
        var depth = 0
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard text() != nil else { return false }
                continue
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return true }
        }
        return false
    }
}
