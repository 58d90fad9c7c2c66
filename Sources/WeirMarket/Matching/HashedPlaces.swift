/// Numbers filed under hashes of text: two flat arrays however many there are. Numbers under another text of the same
/// hash are found too, so whoever asks checks what was found.
struct HashedPlaces: Sendable {
    private let starts: [UInt32]
    private let hashes: [UInt32]
    private let values: [UInt32]
    private let shift: UInt32

    init(_ filed: [(hash: UInt32, value: UInt32)]) {
        var bits: UInt32 = 8
        while bits < 22, filed.count >> Int(bits) > 2 { bits += 1 }
        shift = 32 - bits
        var starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
        for (hash, _) in filed { starts[Int(hash >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var hashes = [UInt32](repeating: 0, count: filed.count)
        var values = hashes
        for (hash, value) in filed {
            let place = Int(next[Int(hash >> shift)])
            next[Int(hash >> shift)] += 1
            hashes[place] = hash
            values[place] = value
        }
        (self.starts, self.hashes, self.values) = (starts, hashes, values)
    }

    /// In the order in which they were filed.
    func forEach(_ hash: UInt32, _ body: (UInt32) -> Void) {
        let bucket = Int(hash >> shift)
        for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where hashes[place] == hash { body(values[place]) }
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return mixed(hash)
    }

    /// The hash of two texts written together.
    static func hash(_ first: String.UTF8View, _ second: String.UTF8View) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in first { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        for byte in second { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return mixed(hash)
    }

    /// Spreads a hash over its upper bits, which file it.
    static func mixed(_ hash: UInt32) -> UInt32 {
        var hash = hash
        hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
        hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
        return hash ^ (hash >> 16)
    }
}
