/// Takes one JSON object apart into keys and texts. Nested keys are joined with a dot.
///
/// Strings go unescaped to the batch's text, numbers and truth values as they are written, lists of such joined with
/// `;`, lists of anything else as their JSON. Bounded in depth; the line itself is bounded by the reader.
struct JSONLine {
    /// What is wrong, and at which byte of the line, from 0.
    struct Problem: Error {
        var at: Int
        var code = RowProblem.Code.badJSON
        var reason: String
    }

    struct Pair {
        var key: [UInt8]
        var value: FieldRange
    }

    var at: Int
    let end: Int
    let depthLimit: Int
    let fieldLimit: Int
    var pairs: [Pair] = []
    var key: [UInt8] = []

    init(start: Int, end: Int, limits: ReaderLimits) {
        at = start
        self.end = end
        depthLimit = limits.depth
        fieldLimit = limits.fieldBytes
    }

    mutating func parse(_ bytes: Span<UInt8>, text: inout [UInt8]) throws(Problem) {
        skipSpaces(bytes)
        guard peek(bytes) == Json.openBrace else {
            throw Problem(at: at, reason: "is not a JSON object; each line must hold one, in braces")
        }
        try object(bytes, text: &text, depth: 1)
        skipSpaces(bytes)
        if at < end { throw Problem(at: at, reason: "has something behind its object") }
    }

    private mutating func object(_ bytes: Span<UInt8>, text: inout [UInt8], depth: Int) throws(Problem) {
        guard depth <= depthLimit else { throw tooDeep }
        at += 1
        skipSpaces(bytes)
        if take(Json.closeBrace, bytes) { return }
        let outerKey = key.count
        while true {
            skipSpaces(bytes)
            guard peek(bytes) == quoteMark else { throw Problem(at: at, reason: "has no key in quotes here") }
            var longerKey: [UInt8] = []
            swap(&key, &longerKey)
            if outerKey > 0 { longerKey.append(Json.dot) }
            try string(bytes, into: &longerKey)
            swap(&key, &longerKey)
            guard key.count <= 1024 else { throw Problem(at: at, reason: "has a key of more than 1024 bytes") }
            skipSpaces(bytes)
            guard take(Json.colon, bytes) else { throw Problem(at: at, reason: "has no colon behind the key") }
            skipSpaces(bytes)
            try value(bytes, text: &text, depth: depth)
            key.removeLast(key.count - outerKey)
            skipSpaces(bytes)
            if take(Json.comma, bytes) { continue }
            if take(Json.closeBrace, bytes) { return }
            throw Problem(at: at, reason: "has neither a comma nor a closing brace here")
        }
    }

    private mutating func value(_ bytes: Span<UInt8>, text: inout [UInt8], depth: Int) throws(Problem) {
        if peek(bytes) == Json.openBrace { return try object(bytes, text: &text, depth: depth + 1) }
        let valueStart = at
        let textStart = text.count
        var isNull = false
        if peek(bytes) == Json.openBracket {
            try list(bytes, text: &text, depth: depth + 1)
        } else {
            isNull = try scalar(bytes, text: &text)
        }
        guard text.count - textStart <= fieldLimit else {
            throw Problem(
                at: valueStart, code: .fieldTooLong, reason: "has a value of more than \(fieldLimit) bytes")
        }
        let range =
            isNull
            ? FieldRange.null : FieldRange(start: UInt32(textStart), count: UInt32(text.count - textStart))
        pairs.append(Pair(key: key, value: range))
    }

    /// Writes a string, a number or a truth value to `text`; true if it was `null`, which writes nothing.
    private mutating func scalar(_ bytes: Span<UInt8>, text: inout [UInt8]) throws(Problem) -> Bool {
        let byte = peek(bytes)
        if byte == quoteMark {
            try string(bytes, into: &text)
            return false
        }
        if byte == Json.minus || byte &- 0x30 < 10 {
            try number(bytes, into: &text)
            return false
        }
        for word in Json.words where word.first == byte {
            guard at + word.count <= end, (0..<word.count).allSatisfy({ bytes[at + $0] == word[$0] }) else { break }
            at += word.count
            if word == Json.null { return true }
            text += word
            return false
        }
        throw Problem(at: at, reason: at == end ? "ends too early" : "has no JSON value here")
    }

    private mutating func list(_ bytes: Span<UInt8>, text: inout [UInt8], depth: Int) throws(Problem) {
        let listStart = at
        let textStart = text.count
        let isFlat = try flatList(bytes, text: &text)
        if isFlat { return }
        // Not only plain values: kept as the JSON it is, once it proves to be well-formed.
        text.removeLast(text.count - textStart)
        at = listStart
        try skipNested(bytes, depth: depth)
        for index in listStart..<at { text.append(bytes[index]) }
    }

    /// Joins plain values with `;`; false, with `at` anywhere, if there are others among them.
    private mutating func flatList(_ bytes: Span<UInt8>, text: inout [UInt8]) throws(Problem) -> Bool {
        at += 1
        skipSpaces(bytes)
        if take(Json.closeBracket, bytes) { return true }
        var isFirst = true
        while true {
            skipSpaces(bytes)
            let byte = peek(bytes)
            if byte == Json.openBrace || byte == Json.openBracket { return false }
            if !isFirst { text.append(Json.semicolon) }
            isFirst = false
            _ = try scalar(bytes, text: &text)
            skipSpaces(bytes)
            if take(Json.comma, bytes) { continue }
            if take(Json.closeBracket, bytes) { return true }
            throw Problem(at: at, reason: "has neither a comma nor a closing bracket here")
        }
    }

    /// Walks over a value of any shape.
    private mutating func skipNested(_ bytes: Span<UInt8>, depth: Int) throws(Problem) {
        guard depth <= depthLimit else { throw tooDeep }
        let opening = peek(bytes)
        guard opening == Json.openBrace || opening == Json.openBracket else {
            var ignored: [UInt8] = []
            _ = try scalar(bytes, text: &ignored)
            return
        }
        let closing = opening == Json.openBrace ? Json.closeBrace : Json.closeBracket
        at += 1
        skipSpaces(bytes)
        if take(closing, bytes) { return }
        while true {
            skipSpaces(bytes)
            if opening == Json.openBrace {
                guard peek(bytes) == quoteMark else { throw Problem(at: at, reason: "has no key in quotes here") }
                var ignored: [UInt8] = []
                try string(bytes, into: &ignored)
                skipSpaces(bytes)
                guard take(Json.colon, bytes) else { throw Problem(at: at, reason: "has no colon behind the key") }
                skipSpaces(bytes)
            }
            try skipNested(bytes, depth: depth + 1)
            skipSpaces(bytes)
            if take(Json.comma, bytes) { continue }
            if take(closing, bytes) { return }
            throw Problem(at: at, reason: "has neither a comma nor a closing bracket here")
        }
    }

    private var tooDeep: Problem {
        Problem(at: at, code: .tooDeep, reason: "nests deeper than \(depthLimit) levels")
    }
}

extension JSONLine {
    func peek(_ bytes: Span<UInt8>) -> UInt8 { at < end ? bytes[at] : 0 }

    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    mutating func skipSpaces(_ bytes: Span<UInt8>) {
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == carriageReturn { at += 1 }
    }
}

/// The bytes of JSON's grammar.
enum Json {
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D
    static let null = Array("null".utf8)
    static let words = [Array("true".utf8), Array("false".utf8), null]
}
