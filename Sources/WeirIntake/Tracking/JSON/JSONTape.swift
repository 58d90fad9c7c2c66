/// A JSON text and the places of its values, found in one pass. Nothing is copied until somebody asks for a value.
struct JSONTape: Sendable {
    enum Kind: UInt8, Sendable {
        case null, no, yes, number, text, escapedText, list, object
    }

    /// One value. The values of a list, and the names and values of an object by turns, follow their parent.
    struct Token: Sendable {
        var kind: Kind
        /// First byte of the value; of a text, the first behind its quote.
        var start: UInt32
        /// The byte behind the value; of a text, its closing quote.
        var end: UInt32
        /// Number of the token behind this value and all it holds.
        var next: UInt32
    }

    /// A value by its number.
    struct Node: Hashable, Sendable {
        var index: Int
    }

    let bytes: [UInt8]
    let tokens: [Token]

    var root: Node { Node(index: 0) }

    /// Reads the whole text.
    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONProblem) {
        guard bytes.count < Int(UInt32.max) else { throw JSONProblem(.tooLarge, at: 0, "has more than 4 GB") }
        var scanner = JSONScanner(end: bytes.count, limits: limits)
        try scanner.scan(bytes.span)
        self.bytes = bytes
        tokens = scanner.tokens
    }

    func kind(_ node: Node) -> Kind { tokens[node.index].kind }

    /// The bytes of a value as they were sent, with the quotes of a text.
    func range(_ node: Node) -> Range<Int> {
        let token = tokens[node.index]
        let quote = token.kind == .text || token.kind == .escapedText ? 1 : 0
        return Int(token.start) - quote..<Int(token.end) + quote
    }

    func raw(_ node: Node) -> [UInt8] { Array(bytes[range(node)]) }

    // MARK: Members

    /// The value of a member; `nil` where there is none, or where `node` is no object.
    func member(_ node: Node?, _ name: [UInt8]) -> Node? {
        guard let node, tokens[node.index].kind == .object else { return nil }
        let end = Int(tokens[node.index].next)
        var key = node.index + 1
        while key < end {
            if isKey(tokens[key], name) { return Node(index: key + 1) }
            key = Int(tokens[key + 1].next)
        }
        return nil
    }

    /// The same under any of several names; a `null` counts as absent.
    func member(_ node: Node?, _ names: JSONName) -> Node? {
        if let found = member(node, names.camel), tokens[found.index].kind != .null { return found }
        guard let snake = names.snake, let found = member(node, snake), tokens[found.index].kind != .null else {
            return nil
        }
        return found
    }

    private func isKey(_ token: Token, _ name: [UInt8]) -> Bool {
        let start = Int(token.start)
        if token.kind == .escapedText { return unescaped(token) == name }
        guard Int(token.end) - start == name.count else { return false }
        for index in name.indices where bytes[start + index] != name[index] { return false }
        return true
    }

    /// The members of an object, or the items of a list.
    func children(_ node: Node) -> [Node] {
        let token = tokens[node.index]
        var found: [Node] = []
        var child = node.index + 1
        while child < Int(token.next) {
            if token.kind == .object { child += 1 }
            found.append(Node(index: child))
            child = Int(tokens[child].next)
        }
        return found
    }
}

/// The name of a member as JavaScript writes it, and as Python and SQL do.
struct JSONName: Sendable {
    let camel: [UInt8]
    /// `nil` where it is the same.
    let snake: [UInt8]?

    init(_ camel: String) {
        var snake: [UInt8] = []
        for byte in camel.utf8 {
            if byte &- 0x41 < 26 { snake.append(0x5F) }
            snake.append(asciiLower(byte))
        }
        self.camel = Array(camel.utf8)
        self.snake = snake == self.camel ? nil : snake
    }
}
