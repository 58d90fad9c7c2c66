/// Many words in one text, found by their bytes: a hash table of places in the text, so that ten thousand names cost
/// one array and no string each.
struct WordTable: Sendable {
    private let bytes: [UInt8]
    /// Where the word of a slot begins, plus one; zero for an empty slot.
    private let slots: [UInt32]
    private let mask: Int
    let count: Int

    /// - Parameter text: words parted by spaces or line ends, less than 4 GB of them.
    init(_ text: String) {
        bytes = Array(text.utf8)
        var starts: [UInt32] = []
        var isInside = false
        for (place, byte) in bytes.enumerated() {
            if byte == 0x20 || byte == 0x0A {
                isInside = false
            } else if !isInside {
                isInside = true
                starts.append(UInt32(truncatingIfNeeded: place))
            }
        }
        var capacity = 16
        while capacity < starts.count * 2 { capacity *= 2 }
        mask = capacity - 1
        var slots = [UInt32](repeating: 0, count: capacity)
        for start in starts {
            var hash = WordTable.seed
            var place = Int(start)
            while place < bytes.count, bytes[place] != 0x20, bytes[place] != 0x0A {
                hash = WordTable.mixed(hash, bytes[place])
                place += 1
            }
            var slot = WordTable.slot(hash, mask)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = start + 1
        }
        self.slots = slots
        count = starts.count
    }

    /// Whether the table has the word.
    func contains(_ word: some Collection<UInt8>) -> Bool { contains(nil, word) }

    /// Whether the table has the word with a mark in front of it.
    func contains(_ mark: UInt8?, _ word: some Collection<UInt8>) -> Bool {
        var hash = WordTable.seed
        if let mark { hash = WordTable.mixed(hash, mark) }
        for byte in word { hash = WordTable.mixed(hash, byte) }
        var slot = WordTable.slot(hash, mask)
        while slots[slot] != 0 {
            if isWord(at: Int(slots[slot] - 1), mark, word) { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    private func isWord(at start: Int, _ mark: UInt8?, _ word: some Collection<UInt8>) -> Bool {
        var place = start
        if let mark {
            guard bytes[place] == mark else { return false }
            place += 1
        }
        for byte in word {
            guard place < bytes.count, bytes[place] == byte else { return false }
            place += 1
        }
        return place == bytes.count || bytes[place] == 0x20 || bytes[place] == 0x0A
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inline(__always)
    private static func slot(_ hash: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff) & mask
    }
}
