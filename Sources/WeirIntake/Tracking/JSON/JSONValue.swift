/// A value of JSON, taken out of its text.
public enum JSONValue: Hashable, Sendable {
    case null
    case yesNo(Bool)
    /// As it was written, so that nothing is rounded: `12`, `0.10`, `1e400`.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object(JSONObject)

    /// Reads a whole JSON text in UTF-8.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONProblem) {
        guard isUTF8(bytes.span, from: 0, to: bytes.count) else {
            throw JSONProblem(.notUTF8, at: 0, "holds bytes that are not UTF-8")
        }
        let tape = try JSONTape(bytes, limits: limits)
        self = tape.value(tape.root)
    }

    /// A text, a number as written, `true` or `false`; `nil` for everything else.
    public var plainText: String? {
        switch self {
        case .text(let text), .number(let text): text
        case .yesNo(let yes): yes ? "true" : "false"
        case .null, .list, .object: nil
        }
    }

    public var isNull: Bool { self == .null }
}

/// The members of a JSON object, in the order they were written. Where a name stands twice, the first counts.
public struct JSONObject: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONValue

        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    public var members: [Member]

    public init(members: [Member] = []) {
        self.members = members
    }

    public var isEmpty: Bool { members.isEmpty }

    /// The value under exactly this name.
    public subscript(name: String) -> JSONValue? {
        for member in members where member.name == name { return member.value }
        return nil
    }

    /// The value under this name, else under the same name with other capitals, spaces, hyphens or underscores:
    /// `employeeCount` is `employee_count`.
    public func value(likely name: String) -> JSONValue? {
        if let value = self[name] { return value }
        return members.first { JSONObject.isAlike($0.name.utf8, name.utf8) }?.value
    }

    /// The value at the end of a path such as `company.name`, each step as in ``value(likely:)``. A member whose name
    /// holds the dots is found too.
    public func value(at path: String) -> JSONValue? {
        if let value = value(likely: path) { return value }
        guard let dot = path.firstIndex(of: "."), case .object(let inner)? = value(likely: String(path[..<dot])) else {
            return nil
        }
        return inner.value(at: String(path[path.index(after: dot)...]))
    }

    /// Compared in place: a sender may give an object tens of thousands of members.
    private static func isAlike(_ a: String.UTF8View, _ b: String.UTF8View) -> Bool {
        var (left, right) = (a.makeIterator(), b.makeIterator())
        while true {
            let (one, other) = (nextLetter(&left), nextLetter(&right))
            if one != other { return false }
            if one == nil { return true }
        }
    }

    private static func nextLetter(_ letters: inout String.UTF8View.Iterator) -> UInt8? {
        while let byte = letters.next() {
            if byte != 0x5F && byte != 0x2D && byte != 0x20 { return asciiLower(byte) }
        }
        return nil
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { Member(name: $0, value: $1) }
    }
}
