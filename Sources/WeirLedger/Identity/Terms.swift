import GRDB

/// Words that repeat in millions of facts, stored once and referred to by number.
final class Terms {
    enum Kind: Int64, CaseIterable {
        case signal = 1
        case content, campaign, channel, title
    }

    private let find: RawStatement
    private let add: RawStatement
    private var caches: [KeyCache]

    init(_ db: Database) throws {
        find = try RawStatement(db, "SELECT id FROM term WHERE kind = ? AND text = ?")
        add = try RawStatement(db, "INSERT INTO term (kind, text) VALUES (?, ?)")
        caches = Kind.allCases.map { _ in KeyCache(slots: 1 << 14) }
    }

    func number(_ kind: Kind, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        let cache = Int(kind.rawValue) - 1
        if let known = caches[cache][text] { return known }
        let number = try look(kind, text) ?? insert(kind, text)
        caches[cache].insert(text, number)
        return number
    }

    func number(_ kind: Kind, _ text: String) throws -> Int64 {
        var text = text
        return try text.withUTF8 { try number(kind, $0) }
    }

    private func look(_ kind: Kind, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64? {
        find.bind(kind.rawValue, at: 1)
        find.bind(text, at: 2)
        defer { find.reset() }
        return try find.step() ? find.int(0) : nil
    }

    private func insert(_ kind: Kind, _ text: UnsafeBufferPointer<UInt8>) throws -> Int64 {
        add.bind(kind.rawValue, at: 1)
        add.bind(text, at: 2)
        try add.run()
        guard let number = try look(kind, text) else { throw LedgerError(.database, "a term was not stored") }
        return number
    }
}
