import WeirFold

/// An engagement on its way into the columns.
struct ColumnEngagement {
    /// From 1970-01-01.
    var day: Int32
    var seq: Int64
    var buyer: UInt32
    var signal: UInt16
    /// Number of the content plus one; 0 is none.
    var content: UInt32 = 0
    /// `History.Exchange.none` where it was shared with nobody.
    var sharedWith = History.Exchange.none
}

/// A change of a profile or a title on its way into the columns.
struct ColumnNote {
    /// From 1970-01-01; the least there is for what holds since ever.
    var day: Int32
    var seq: Int64
    /// `History.Note.account` for the account's own.
    var buyer: UInt32
    var value: UInt32
}

/// Writes one account's facts after the other as columns.
struct AccountEncoder {
    /// Words not handed out yet.
    private(set) var words: [UInt64] = []
    private var pending: UInt64 = 0
    private var pendingHalves: UInt64 = 0

    /// Encodes an account.
    /// - Parameters:
    ///   - engagements: in order of day, and within a day of recording.
    ///   - notes: in any order; those before `firstDay` are taken to be of that day, in the order they happened.
    ///   - place: where it will stand in the file, in words.
    mutating func encode(
        _ engagements: [ColumnEngagement], _ notes: [ColumnNote], buyers: Int, profiles: Int, firstDay: Int32,
        place: Int
    ) -> ColumnExtent {
        let first = words.count
        var extent = ColumnExtent(
            place: place, rows: engagements.count, notes: notes.count, buyers: buyers, profiles: profiles)
        extent.hasManyBuyers = buyers > 1 << 16
        extent.hasManyContents = engagements.contains { $0.content >> 16 != 0 }
        append(notes, engagements, firstDay: firstDay)
        for (row, engagement) in engagements.enumerated() where engagement.sharedWith != History.Exchange.none {
            append(word: UInt32(row))
            append(word: engagement.sharedWith)
            extent.shares += 1
        }
        for engagement in engagements { append(half: UInt16(clamping: engagement.day - firstDay)) }
        for engagement in engagements { append(half: UInt16(truncatingIfNeeded: engagement.buyer)) }
        for engagement in engagements { append(half: engagement.signal) }
        for engagement in engagements { append(half: UInt16(truncatingIfNeeded: engagement.content)) }
        if extent.hasManyBuyers { for engagement in engagements { append(half: UInt16(engagement.buyer >> 16)) } }
        if extent.hasManyContents { for engagement in engagements { append(half: UInt16(engagement.content >> 16)) } }
        while pendingHalves != 0 { append(half: 0) }
        extent.checksum = ColumnChecksum.of(words.span.extracting(first..<words.count))
        return extent
    }

    /// Hands out what was encoded since the last time.
    mutating func takeWords() -> [UInt64] {
        defer { words.removeAll(keepingCapacity: true) }
        return words
    }

    /// Each note stands before the first engagement that comes after it by day and order of recording.
    private mutating func append(_ notes: [ColumnNote], _ engagements: [ColumnEngagement], firstDay: Int32) {
        var row = 0
        for note in notes.sorted(by: { ($0.day, $0.seq, $0.buyer) < ($1.day, $1.seq, $1.buyer) }) {
            while row < engagements.count, (engagements[row].day, engagements[row].seq) < (note.day, note.seq) {
                row += 1
            }
            append(word: UInt32(row))
            append(word: UInt32(UInt16(clamping: Int64(max(note.day, firstDay)) - Int64(firstDay))))
            append(word: note.buyer)
            append(word: note.value)
        }
    }

    private mutating func append(word: UInt32) {
        append(half: UInt16(truncatingIfNeeded: word))
        append(half: UInt16(truncatingIfNeeded: word >> 16))
    }

    private mutating func append(half: UInt16) {
        pending |= UInt64(half) << (pendingHalves * 16)
        pendingHalves += 1
        if pendingHalves == 4 {
            words.append(pending)
            pending = 0
            pendingHalves = 0
        }
    }
}
