/// Values taken out of the text.
extension JSONTape {
    /// A text without its quotes and escapes; `nil` for anything else. A NUL, which no name or id holds, becomes U+FFFD.
    func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        let token = tokens[node.index]
        switch token.kind {
        case .text: return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
        case .escapedText: return String(decoding: unescaped(token), as: UTF8.self)
        default: return nil
        }
    }

    /// A text, or a number as it is written.
    func textOrNumber(_ node: Node?) -> String? {
        guard let node else { return nil }
        let token = tokens[node.index]
        guard token.kind == .number else { return text(node) }
        return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    /// The bytes of a plain text or a number, where they can be read in place.
    func inPlace(_ node: Node) -> Range<Int>? {
        let token = tokens[node.index]
        guard token.kind == .text || token.kind == .number else { return nil }
        return Int(token.start)..<Int(token.end)
    }

    func unescaped(_ token: Token) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(Int(token.end - token.start))
        var line = JSONLine(start: Int(token.start) - 1, end: Int(token.end) + 1, limits: ReaderLimits())
        // The scanner has checked every escape, so nothing is thrown here; what was read so far would stand.
        try? line.string(bytes.span, into: &text)
        guard text.contains(0) else { return text }
        var withoutNul: [UInt8] = []
        for byte in text {
            if byte == 0 { withoutNul += [0xEF, 0xBF, 0xBD] } else { withoutNul.append(byte) }
        }
        return withoutNul
    }

    /// A value with all it holds. The depth of the text bounds the recursion.
    func value(_ node: Node) -> JSONValue {
        switch tokens[node.index].kind {
        case .null: .null
        case .no: .yesNo(false)
        case .yes: .yesNo(true)
        case .number: .number(textOrNumber(node) ?? "0")
        case .text, .escapedText: .text(text(node) ?? "")
        case .list: .list(children(node).map(value))
        case .object: .object(object(node))
        }
    }

    /// The members of an object; none for anything else.
    func object(_ node: Node?) -> JSONObject {
        guard let node, tokens[node.index].kind == .object else { return JSONObject() }
        let end = Int(tokens[node.index].next)
        var members: [JSONObject.Member] = []
        var key = node.index + 1
        while key < end {
            let name = text(Node(index: key)) ?? ""
            members.append(JSONObject.Member(name: name, value: value(Node(index: key + 1))))
            key = Int(tokens[key + 1].next)
        }
        return JSONObject(members: members)
    }
}
