import WeirFacts
import WeirFold

/// Reads the whole ledger into a new file of columns, in the order of accounts.
///
/// Engagements stand in the ledger in order of recording. They are dealt out to files of neighbouring accounts, so many
/// that one fits into memory, and each is sorted and written in turn: what is held at once does not grow with the
/// ledger, but for what stands for each buyer and note.
struct ColumnBuilder {
    /// How many engagements are sorted at a time.
    static let engagementsAtATime = 2_000_000

    let ledger: Ledger
    let days: ZonedDays
    let isFreeMail: (String) -> Bool
    /// Folder for the files that are dealt out to.
    let scratch: String
    /// Engagements read so far, and about how many there are.
    let progress: (Int, Int) throws -> Void

    /// - Parameters:
    ///   - columns: where to write.
    ///   - index: with stamp and generation; gets the rest.
    func build(into columns: WordFile, _ index: inout ColumnIndex) throws(LedgerError) {
        let placement = try BuyerPlacement(ledger, isFreeMail: isFreeMail)
        let deal = try EngagementDeal(self, placement, about: Int(index.stamp.lastSeq))
        index.firstDay = deal.firstDay
        index.lastDay = deal.lastDay
        index.unplacedEngagements = deal.unplaced
        index.unplacedBuyers = placement.unplaced
        index.accounts = placement.accounts
        index.buyers = placement.buyers
        var notes = try AllNotes(ledger, days, placement)
        var encoder = AccountEncoder()
        for pile in 0..<deal.pileCount {
            try LedgerError.wrapping { try Task.checkCancellation() }
            let engagements = try deal.engagements(of: pile)
            for (offset, account) in deal.accounts(of: pile).enumerated() {
                index.extents.append(
                    encoder.encode(
                        engagements[offset], notes.take(account), buyers: placement.counts[account],
                        profiles: notes.profiles[account], firstDay: index.firstDay,
                        place: columns.wordCount + encoder.words.count))
                if encoder.words.count >= 1 << 17 { try columns.append(encoder.takeWords()) }
            }
        }
        try columns.append(encoder.takeWords())
        index.wordCount = columns.wordCount
    }
}

/// Every change of a profile or a title, by account.
struct AllNotes {
    private var notes: [[ColumnNote]]
    /// How many profiles each account has.
    private(set) var profiles: [Int]

    init(_ ledger: Ledger, _ days: ZonedDays, _ placement: BuyerPlacement) throws(LedgerError) {
        var notes = Array(repeating: [ColumnNote](), count: placement.accounts.count)
        var profiles = Array(repeating: 0, count: placement.accounts.count)
        var account = 0
        try ledger.forEachTimeline { timeline in
            notes[account] = timeline.notes(days)
            profiles[account] = timeline.profiles.count
            account += 1
            return true
        }
        let titles = NumberedTerms(try ledger.terms(.title))
        try ledger.forEachTitleChange { change in
            guard let account = placement.account(of: change.buyer) else { return }
            notes[account].append(change.note(buyer: placement.number[Int(change.buyer)], titles, days))
        }
        self.notes = notes
        self.profiles = profiles
    }

    /// The notes of an account, once.
    mutating func take(_ account: Int) -> [ColumnNote] {
        defer { notes[account] = [] }
        return notes[account]
    }
}

extension AccountTimeline {
    /// The profiles, numbered from 0.
    func notes(_ days: ZonedDays) -> [ColumnNote] {
        profiles.enumerated().map { number, profile in
            ColumnNote(
                day: profile.observedAt.map { days.day(of: $0).number } ?? .min, seq: profile.seq,
                buyer: History.Note.account, value: UInt32(number))
        }
    }
}

extension TitleChange {
    func note(buyer: UInt32, _ titles: NumberedTerms, _ days: ZonedDays) -> ColumnNote {
        ColumnNote(
            day: observedAt.map { days.day(of: $0).number } ?? .min, seq: seq, buyer: buyer,
            value: titles.number(title))
    }
}
