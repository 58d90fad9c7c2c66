/// What stands in the column file, and of which ledger at which moment it was made.
struct ColumnIndex: Equatable, Sendable {
    /// Raised when the layout changes; files of another version are made anew.
    static let version: UInt64 = 1
    private static let magic: UInt64 = 0x3130_4C4F_4352_4957

    var stamp: LedgerStamp
    var firstDay: Int32 = 0
    var lastDay: Int32 = 0
    /// Which file of columns belongs to this index.
    var generation: UInt64 = 0
    /// Words of that file that are in use or were: what is after them was never finished.
    var wordCount = 0
    /// Our ids of the accounts, ascending.
    var accounts: [Int64] = []
    var extents: [ColumnExtent] = []
    /// Our ids of the buyers, account by account, so many as its extent says.
    var buyers: [Int64] = []
    var unplacedBuyers: [Int64] = []
    var unplacedEngagements = 0

    var engagementCount: Int { extents.reduce(0) { $0 + $1.rows } }
    /// Words that some account's columns take; the others are left over from earlier.
    var wordsInUse: Int { extents.reduce(0) { $0 + $1.words } }
}

extension ColumnIndex {
    func encoded() -> [UInt64] {
        var words: [UInt64] = [
            ColumnIndex.magic, ColumnIndex.version, UInt64(bitPattern: stamp.lastSeq),
            UInt64(bitPattern: stamp.identities), stamp.origin, UInt64(UInt32(bitPattern: firstDay)),
            UInt64(UInt32(bitPattern: lastDay)), generation, UInt64(wordCount), UInt64(accounts.count),
            UInt64(buyers.count), UInt64(unplacedBuyers.count), UInt64(unplacedEngagements),
        ]
        words.append(contentsOf: accounts.lazy.map(UInt64.init(bitPattern:)))
        for extent in extents {
            let flags: UInt64 = (extent.hasManyBuyers ? 1 : 0) | (extent.hasManyContents ? 2 : 0)
            words.append(UInt64(extent.place) << 8 | flags)
            words.append(UInt64(extent.rows) | UInt64(extent.notes) << 32)
            words.append(UInt64(extent.shares) | UInt64(extent.buyers) << 32)
            words.append(UInt64(extent.profiles))
            words.append(extent.checksum)
        }
        words.append(contentsOf: buyers.lazy.map(UInt64.init(bitPattern:)))
        words.append(contentsOf: unplacedBuyers.lazy.map(UInt64.init(bitPattern:)))
        words.append(ColumnChecksum.of(words.span))
        return words
    }

    /// - Returns: `nil` for words that are damaged or of another version.
    init?(decoding words: Span<UInt64>) {
        let header = 13
        guard words.count > header, words[0] == ColumnIndex.magic, words[1] == ColumnIndex.version,
            ColumnChecksum.of(words.extracting(0..<words.count - 1)) == words[words.count - 1]
        else { return nil }
        stamp = LedgerStamp(
            lastSeq: Int64(bitPattern: words[2]), identities: Int64(bitPattern: words[3]), origin: words[4])
        firstDay = Int32(bitPattern: UInt32(truncatingIfNeeded: words[5]))
        lastDay = Int32(bitPattern: UInt32(truncatingIfNeeded: words[6]))
        generation = words[7]
        wordCount = Int(truncatingIfNeeded: words[8])
        let counts = (9...11).map { Int(truncatingIfNeeded: words[$0]) }
        unplacedEngagements = Int(truncatingIfNeeded: words[12])
        // The checksum holds, so these are numbers that we wrote; they are checked all the same.
        guard counts.allSatisfy({ $0 >= 0 && $0 <= words.count }),
            header + counts[0] * 6 + counts[1] + counts[2] + 1 == words.count
        else { return nil }
        var place = header
        func take(_ count: Int) -> [Int64] {
            defer { place += count }
            return (place..<place + count).map { Int64(bitPattern: words[$0]) }
        }
        accounts = take(counts[0])
        extents.reserveCapacity(counts[0])
        for _ in 0..<counts[0] {
            extents.append(
                ColumnExtent(
                    place: Int(words[place] >> 8), rows: Int(words[place + 1] & 0xFFFF_FFFF),
                    notes: Int(words[place + 1] >> 32), shares: Int(words[place + 2] & 0xFFFF_FFFF),
                    buyers: Int(words[place + 2] >> 32), profiles: Int(words[place + 3] & 0xFFFF_FFFF),
                    hasManyBuyers: words[place] & 1 != 0, hasManyContents: words[place] & 2 != 0,
                    checksum: words[place + 4]))
            place += 5
        }
        buyers = take(counts[1])
        unplacedBuyers = take(counts[2])
        let all = wordCount
        guard extents.allSatisfy({ $0.place >= 0 && $0.place + $0.words <= all }),
            extents.reduce(0, { $0 + $1.buyers }) == buyers.count
        else { return nil }
    }
}

/// What tells whether a ledger has moved on since columns were made from it.
struct LedgerStamp: Equatable, Sendable {
    /// The last fact.
    var lastSeq: Int64
    /// Moves whenever somebody new appears or turns out to be somebody else.
    var identities: Int64
    /// Tells one ledger from another: a sum over its first engagement and the last one of the stamp.
    var origin: UInt64
}
