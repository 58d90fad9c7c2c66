/// Ids that a broken client sends for people it does not know. Events of thousands would become one person's.
enum JunkID {
    private static let words: Set<String> = [
        "", "null", "undefined", "anonymous", "test", "0", "-1", "nil", "none", "nan", "n/a", "unknown", "guest",
        "true",
        "false", "[object object]", "[]", "{}", "-", "not_set", "(not set)",
    ]
    private static let longest = 15

    static func isJunk(_ id: String) -> Bool {
        if id.utf8.count <= longest { return words.contains(id.lowercased()) }
        // A UUID of nothing but zeros.
        return id.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2D }
    }
}
