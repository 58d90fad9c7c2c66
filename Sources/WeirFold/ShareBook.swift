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
    /// A bit for each (to, content) that was shared, chosen by their hash: where it is 0, nothing was.
    private(set) var mask: UInt64 = 0

    mutating func removeAll() {
        if entries.isEmpty { return }
        heads.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        mask = 0
    }

    /// Whether a book with this mask may hold a share of `content` to `to`; `false` is certain.
    @inline(__always)
    static func mayHold(_ mask: UInt64, to: Int, content: Int) -> Bool {
        mask & bit(key(to: to, content: content)) != 0
    }

    /// Remembers that `from` shared `content` with `to`.
    mutating func remember(from: Int, to: Int, content: Int, day: Int32) {
        let key = ShareBook.key(to: to, content: content)
        mask |= ShareBook.bit(key)
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

    /// The first share of `content` to `to`, in the order they were made.
    func first(to: Int, content: Int) -> Int? {
        let key = ShareBook.key(to: to, content: content)
        guard mask & ShareBook.bit(key) != 0, let head = heads[key] else { return nil }
        return Int(head)
    }

    /// The next share of the same content to the same buyer.
    func next(after share: Int) -> Int? {
        entries[share].next < 0 ? nil : Int(entries[share].next)
    }

    /// Lets a share echo if it has not yet and is in the window.
    /// - Returns: who shared; `nil` where it does not echo.
    mutating func hear(_ share: Int, day: Int32, windowDays: Int) -> Int? {
        guard !entries[share].heard, Int(day) - Int(entries[share].day) <= windowDays else { return nil }
        entries[share].heard = true
        return Int(entries[share].from)
    }

    @inline(__always)
    private static func key(to: Int, content: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: to)) << 32 | UInt64(UInt32(truncatingIfNeeded: content))
    }

    @inline(__always)
    private static func bit(_ key: UInt64) -> UInt64 { 1 << ((key &* 0x9E37_79B9_7F4A_7C15) >> 58) }
}
