/// A set of lines of the market's criteria, by number. The first 64 need no memory of their own.
public struct LineSet: Hashable, Sendable {
    private var first: UInt64 = 0
    private var rest: [UInt64] = []

    public init() {}

    public var isEmpty: Bool { first == 0 && rest.isEmpty }

    public func contains(_ line: Int) -> Bool {
        guard line >= 64 else { return line >= 0 && first & (1 << UInt64(line)) != 0 }
        let word = line / 64 - 1
        return word < rest.count && rest[word] & (1 << UInt64(line % 64)) != 0
    }

    /// - Parameter line: 0 or more.
    mutating func insert(_ line: Int) {
        guard line >= 64 else {
            first |= 1 << UInt64(line)
            return
        }
        while rest.count < line / 64 { rest.append(0) }
        rest[line / 64 - 1] |= 1 << UInt64(line % 64)
    }
}
