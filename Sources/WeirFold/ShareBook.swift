/// The shares made inside one account that may still echo.
///
/// For one (from, to, content) only the latest share matters: it is in the window whenever an older one is, both
/// would add the same points, and the key echoes only once. So the book holds one entry a key.
struct ShareBook {
    private struct Entry {
        var from: Int32
        var day: Int32
        var heard: Bool
        var next: Int32
    }

    private var heads: [UInt64: Int32] = [:]
    private var entries: [Entry] = []

    mutating func removeAll() {
        if entries.isEmpty { return }
        heads.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    /// Remembers that `from` shared `content` with `to`.
    mutating func remember(from: Int, to: Int, content: Int, day: Int32) {
        let key = ShareBook.key(to: to, content: content)
        let added = Int32(truncatingIfNeeded: entries.count)
        var last: Int32 = -1
        var index = heads[key] ?? -1
        while index >= 0 {
            if entries[Int(index)].from == Int32(truncatingIfNeeded: from) {
                entries[Int(index)].day = day
                return
            }
            last = index
            index = entries[Int(index)].next
        }
        if last < 0 { heads[key] = added } else { entries[Int(last)].next = added }
        entries.append(Entry(from: Int32(truncatingIfNeeded: from), day: day, heard: false, next: -1))
    }

    /// Calls `echo` with the sharer of every share of `content` to `to` that echoes now.
    mutating func hear(to: Int, content: Int, day: Int32, windowDays: Int, echo: (Int) -> Void) {
        guard !entries.isEmpty, var index = heads[ShareBook.key(to: to, content: content)] else { return }
        while index >= 0 {
            let entry = entries[Int(index)]
            if !entry.heard && Int(day) - Int(entry.day) <= windowDays {
                entries[Int(index)].heard = true
                echo(Int(entry.from))
            }
            index = entry.next
        }
    }

    private static func key(to: Int, content: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: to)) << 32 | UInt64(UInt32(truncatingIfNeeded: content))
    }
}
