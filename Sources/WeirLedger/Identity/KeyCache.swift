/// A bounded map from keys to numbers, without a `String` for each look-up.
///
/// Keys are compared byte for byte, so two keys with one hash never meet. When it is full it starts over: what it
/// forgets, the database still knows.
struct KeyCache {
    private struct Slot {
        var hash: UInt64 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
        /// 0: the slot is free.
        var value: Int64 = 0
    }

    private var slots: [Slot]
    private var text: [UInt8] = []
    private var used = 0
    private let mask: Int

    /// - Parameter slots: a power of two; half of them are used at most.
    init(slots count: Int = 1 << 20) {
        slots = Array(repeating: Slot(), count: count)
        mask = count - 1
    }

    subscript(key: UnsafeBufferPointer<UInt8>) -> Int64? {
        let hash = KeyCache.hash(key)
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index].value != 0 {
            if slots[index].hash == hash, holds(key, at: index) { return slots[index].value }
            index = (index + 1) & mask
        }
        return nil
    }

    /// - Parameter value: not 0.
    mutating func insert(_ key: UnsafeBufferPointer<UInt8>, _ value: Int64) {
        if used * 2 >= slots.count || text.count + key.count > 1 << 26 { removeAll() }
        let hash = KeyCache.hash(key)
        var index = Int(truncatingIfNeeded: hash) & mask
        while slots[index].value != 0 {
            if slots[index].hash == hash, holds(key, at: index) {
                slots[index].value = value
                return
            }
            index = (index + 1) & mask
        }
        slots[index] = Slot(
            hash: hash, start: UInt32(text.count), count: UInt32(key.count), value: value)
        text.append(contentsOf: key)
        used += 1
    }

    mutating func removeAll() {
        for index in slots.indices { slots[index] = Slot() }
        text.removeAll(keepingCapacity: true)
        used = 0
    }

    private func holds(_ key: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let slot = slots[index]
        guard Int(slot.count) == key.count else { return false }
        let start = Int(slot.start)
        for offset in 0..<key.count where text[start + offset] != key[offset] { return false }
        return true
    }

    /// FNV-1a over eight bytes at a time with a final mix; quality matters only for speed, since keys are compared.
    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(key.count)
        var offset = 0
        while offset + 8 <= key.count {
            let word = UnsafeRawPointer(key.baseAddress.unsafelyUnwrapped)
                .loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        while offset < key.count {
            hash = (hash ^ UInt64(key[offset])) &* 0x100_0000_01B3
            offset += 1
        }
        hash ^= hash >> 29
        return hash &* 0xBF58_476D_1CE4_E5B9 ^ (hash >> 32)
    }
}
