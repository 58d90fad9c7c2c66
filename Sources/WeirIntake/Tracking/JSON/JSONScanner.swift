/// Finds the values of a JSON text (RFC 8259, to the letter) in one pass without recursion.
struct JSONScanner {
    private var at = 0
    private let end: Int
    private let limits: JSONLimits
    private(set) var tokens: [JSONTape.Token] = []
    /// Numbers of the lists and objects that are not closed yet.
    private var open: [Int] = []

    init(end: Int, limits: JSONLimits) {
        self.end = end
        self.limits = limits
        tokens.reserveCapacity(min(limits.values, end / 12 + 8))
    }

    mutating func scan(_ bytes: Span<UInt8>) throws(JSONProblem) {
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
        skipSpaces(bytes)
        if at == end { throw JSONProblem(.empty, at: 0, "is empty") }
        try value(bytes)
        while let last = open.last {
            skipSpaces(bytes)
            let isObject = tokens[last].kind == .object
            let byte = at < end ? bytes[at] : 0
            if byte == (isObject ? Json.closeBrace : Json.closeBracket) {
                at += 1
                close(last)
                continue
            }
            if tokens.count > last + 1 {
                guard byte == Json.comma else {
                    throw fault(
                        isObject ? "has neither a comma nor a closing brace" : "has neither a comma nor a bracket")
                }
                at += 1
                skipSpaces(bytes)
            }
            if isObject { try name(bytes) }
            try value(bytes)
        }
        skipSpaces(bytes)
        if at < end { throw fault("has something behind its value") }
    }

    private mutating func name(_ bytes: Span<UInt8>) throws(JSONProblem) {
        guard at < end, bytes[at] == quoteMark else { throw fault("has no name in quotes") }
        try text(bytes)
        skipSpaces(bytes)
        guard at < end, bytes[at] == Json.colon else { throw fault("has no colon behind the name") }
        at += 1
        skipSpaces(bytes)
    }

    /// One value; of a list or an object, only its opening.
    private mutating func value(_ bytes: Span<UInt8>) throws(JSONProblem) {
        guard at < end else { throw fault("ends too early") }
        let byte = bytes[at]
        switch byte {
        case quoteMark: try text(bytes)
        case Json.openBrace: try open(.object)
        case Json.openBracket: try open(.list)
        case Json.minus, 0x30...0x39: try number(bytes)
        case 0x74: try word(bytes, .yes, Json.words[0])
        case 0x66: try word(bytes, .no, Json.words[1])
        case 0x6E: try word(bytes, .null, Json.words[2])
        default: throw fault("has no value")
        }
    }

    private mutating func open(_ kind: JSONTape.Kind) throws(JSONProblem) {
        guard open.count < limits.depth else {
            throw JSONProblem(.tooDeep, at: at, "nests deeper than \(limits.depth) levels")
        }
        open.append(tokens.count)
        try add(kind, from: at, to: at)
        at += 1
    }

    private mutating func close(_ index: Int) {
        open.removeLast()
        tokens[index].end = UInt32(at)
        tokens[index].next = UInt32(tokens.count)
    }

    private mutating func add(_ kind: JSONTape.Kind, from start: Int, to stop: Int) throws(JSONProblem) {
        guard tokens.count < limits.values else {
            throw JSONProblem(.tooManyValues, at: at, "has more than \(limits.values) values")
        }
        tokens.append(
            JSONTape.Token(kind: kind, start: UInt32(start), end: UInt32(stop), next: UInt32(tokens.count + 1)))
    }

    private mutating func text(_ bytes: Span<UInt8>) throws(JSONProblem) {
        let start = at + 1
        var index = start
        var kind = JSONTape.Kind.text
        while index < end {
            let byte = bytes[index]
            if byte == quoteMark {
                at = index + 1
                return try add(kind, from: start, to: index)
            }
            if byte < 0x20 {
                at = index
                throw fault("has a control character inside a string")
            }
            if byte == Json.backslash {
                kind = .escapedText
                index = try escape(bytes, index + 1)
            } else {
                index += 1
            }
        }
        throw fault("has a string that is not closed")
    }

    /// - Returns: the byte behind the escape whose letter is at `index`.
    private mutating func escape(_ bytes: Span<UInt8>, _ index: Int) throws(JSONProblem) -> Int {
        at = min(index, end)
        guard index < end else { throw fault("has a string that is not closed") }
        switch bytes[index] {
        case quoteMark, Json.backslash, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return index + 1
        case 0x75:
            for digit in index + 1..<index + 5 {
                guard digit < end, isHex(bytes[digit]) else { throw fault("has \\u without four hexadecimal digits") }
            }
            return index + 5
        default: throw fault("has an escape that JSON does not know")
        }
    }

    private func isHex(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONProblem) {
        let start = at
        if bytes[at] == Json.minus { at += 1 }
        let firstDigit = at
        let whole = digits(bytes)
        var isNumber = whole == 1 || (whole > 1 && bytes[firstDigit] != 0x30)
        if at < end, bytes[at] == Json.dot {
            at += 1
            isNumber = digits(bytes) > 0 && isNumber
        }
        if at < end, bytes[at] | 0x20 == 0x65 {
            at += 1
            if at < end, bytes[at] == 0x2B || bytes[at] == Json.minus { at += 1 }
            isNumber = digits(bytes) > 0 && isNumber
        }
        guard isNumber else {
            at = start
            throw fault("has a number that is not written as JSON has it")
        }
        try add(.number, from: start, to: at)
    }

    private mutating func digits(_ bytes: Span<UInt8>) -> Int {
        let start = at
        while at < end, bytes[at] &- 0x30 < 10 { at += 1 }
        return at - start
    }

    private mutating func word(_ bytes: Span<UInt8>, _ kind: JSONTape.Kind, _ word: [UInt8]) throws(JSONProblem) {
        for index in word.indices {
            guard at + index < end, bytes[at + index] == word[index] else { throw fault("has no value") }
        }
        try add(kind, from: at, to: at + word.count)
        at += word.count
    }

    private mutating func skipSpaces(_ bytes: Span<UInt8>) {
        while at < end {
            let byte = bytes[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    private func fault(_ reason: String) -> JSONProblem { JSONProblem(.malformed, at: at, reason) }
}
