/// Texts that a market asks for, by fingerprint, with their bytes in one piece.
struct KeyTable: Sendable {
    private struct Entry: Sendable {
        var fingerprint: UInt64
        var firstByte: Int32
        var byteCount: Int32
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []

    /// - Returns: the numbers of the texts, ascending by fingerprint.
    mutating func add(_ keys: [TextKey]) -> Range<Int> {
        let first = entries.count
        for key in keys.sorted(by: { $0.fingerprint < $1.fingerprint }) {
            entries.append(
                Entry(
                    fingerprint: key.fingerprint, firstByte: Int32(bytes.count), byteCount: Int32(key.text.utf8.count)))
            bytes += key.text.utf8
        }
        return first..<entries.count
    }

    /// The first of a run of texts that has a fingerprint; `nil` if none has.
    @inline(__always)
    func first(_ start: Int, _ count: Int, _ fingerprint: UInt64) -> Int? {
        if count <= 8 {
            for number in start..<start + count where entries[number].fingerprint == fingerprint { return number }
            return nil
        }
        var (low, high) = (start, start + count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].fingerprint < fingerprint { low = middle + 1 } else { high = middle }
        }
        return low < start + count && entries[low].fingerprint == fingerprint ? low : nil
    }

    /// Whether a company's text is this one to the byte. Where it is not, the two may still be the same text (beyond
    /// ASCII one text can be written in several ways), or share the fingerprint by chance.
    func isCertain(_ number: Int, _ company: borrowing CompanyAttributes, slot: Int) -> Bool {
        guard case .text(let key, _) = company[slot] else { return false }
        let entry = entries[number]
        guard key.text.utf8.count == Int(entry.byteCount) else { return false }
        var place = Int(entry.firstByte)
        for byte in key.text.utf8 {
            if byte != bytes[place] { return false }
            place += 1
        }
        return true
    }
}
