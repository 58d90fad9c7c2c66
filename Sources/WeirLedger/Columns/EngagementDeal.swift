import Foundation
import WeirFacts
import WeirFold

/// The ledger's engagements dealt out to piles of neighbouring accounts.
struct EngagementDeal {
    private let scratch: String
    /// Where each pile's accounts begin; one more entry than piles.
    private let starts: [Int]
    /// Words of each pile that did not go to its file.
    private let rests: [[UInt64]]
    private let wordCounts: [Int]
    private(set) var firstDay: Int32 = .max
    private(set) var lastDay: Int32 = .min
    /// Engagements on no account.
    private(set) var unplaced = 0

    /// How many words an engagement takes in a pile.
    private static let wordsEach = 4

    init(_ builder: ColumnBuilder, _ placement: BuyerPlacement, about total: Int) throws(LedgerError) {
        scratch = builder.scratch
        let accounts = placement.accounts.count
        let piles = max(1, min(accounts, total / ColumnBuilder.engagementsAtATime + 1))
        starts = (0...piles).map { accounts * $0 / piles }
        var pileOfAccount: [UInt16] = []
        for pile in 0..<piles {
            pileOfAccount.append(contentsOf: repeatElement(UInt16(pile), count: starts[pile + 1] - starts[pile]))
        }
        let words = try DealtWords(builder.ledger)
        var buffers = Array(repeating: [UInt64](), count: piles)
        var files: [WordFile?] = Array(repeating: nil, count: piles)
        var (first, last, unplaced, read) = (Int32.max, Int32.min, 0, 0)
        let days = builder.days
        let folder = builder.scratch
        try builder.ledger.forEachEngagement { row in
            read += 1
            if read % 262_144 == 0 { try builder.progress(read, max(read, total)) }
            guard let account = placement.account(of: row.buyer) else {
                unplaced += 1
                return true
            }
            let engagement = words.engagement(row, account, placement, days)
            first = min(first, engagement.day)
            last = max(last, engagement.day)
            let pile = Int(pileOfAccount[account])
            engagement.append(to: &buffers[pile], account: account)
            if piles > 1, buffers[pile].count >= 1 << 16 {
                if files[pile] == nil { files[pile] = try WordFile(path: EngagementDeal.path(folder, pile)) }
                try files[pile]?.append(buffers[pile])
                buffers[pile].removeAll(keepingCapacity: true)
            }
            return true
        }
        try LedgerError.wrapping { try builder.progress(read, read) }
        rests = buffers
        wordCounts = files.map { $0?.wordCount ?? 0 }
        if first > last { (first, last) = (0, 0) }
        (firstDay, lastDay, self.unplaced) = (first, last, unplaced)
    }

    var pileCount: Int { starts.count - 1 }

    func accounts(of pile: Int) -> Range<Int> { starts[pile]..<starts[pile + 1] }

    /// The engagements of each account of a pile, in order of day, and within a day of recording.
    func engagements(of pile: Int) throws(LedgerError) -> [[ColumnEngagement]] {
        let first = starts[pile]
        var sorted = Array(repeating: [ColumnEngagement](), count: starts[pile + 1] - first)
        if wordCounts[pile] > 0 {
            let path = EngagementDeal.path(scratch, pile)
            guard let file = MappedFile(path: path, byteCount: wordCounts[pile] * 8) else {
                throw LedgerError(.full, "\(path) vanished while it was needed; run the command again")
            }
            file.withWords(0..<wordCounts[pile]) { EngagementDeal.take($0, first, &sorted) }
            unlink(path)
        }
        let rest = rests[pile]
        EngagementDeal.take(rest.span, first, &sorted)
        for account in sorted.indices {
            let isSorted = zip(sorted[account], sorted[account].dropFirst()).allSatisfy { $0.day <= $1.day }
            if !isSorted { sorted[account].sort { ($0.day, $0.seq) < ($1.day, $1.seq) } }
        }
        return sorted
    }

    private static func take(_ words: Span<UInt64>, _ first: Int, _ accounts: inout [[ColumnEngagement]]) {
        for place in stride(from: 0, to: words.count, by: wordsEach) {
            accounts[Int(words[place] >> 32) - first].append(ColumnEngagement(words, at: place))
        }
    }

    private static func path(_ folder: String, _ pile: Int) -> String { "\(folder)/pile-\(pile).tmp" }
}

extension ColumnEngagement {
    fileprivate func append(to words: inout [UInt64], account: Int) {
        words.append(UInt64(account) << 32 | UInt64(buyer))
        words.append(UInt64(bitPattern: seq))
        words.append(UInt64(UInt32(bitPattern: day)) << 32 | UInt64(signal))
        words.append(UInt64(content) << 32 | UInt64(sharedWith))
    }

    fileprivate init(_ words: Span<UInt64>, at place: Int) {
        self.init(
            day: Int32(bitPattern: UInt32(truncatingIfNeeded: words[place + 2] >> 32)),
            seq: Int64(bitPattern: words[place + 1]), buyer: UInt32(truncatingIfNeeded: words[place]),
            signal: UInt16(truncatingIfNeeded: words[place + 2]),
            content: UInt32(truncatingIfNeeded: words[place + 3] >> 32),
            sharedWith: UInt32(truncatingIfNeeded: words[place + 3]))
    }
}

/// The numbers behind an engagement's words.
struct DealtWords {
    private let signals: NumberedTerms
    private let contents: NumberedTerms

    init(_ ledger: Ledger) throws(LedgerError) {
        signals = NumberedTerms(try ledger.terms(.signal))
        contents = NumberedTerms(try ledger.terms(.content))
        guard signals.words.count <= Int(UInt16.max) + 1 else {
            throw LedgerError(
                .conflict,
                "the facts name \(signals.words.count) different signals, more than the 65,536 that can be told apart; "
                    + "most likely a column that is no signal was imported as one")
        }
    }

    func engagement(_ row: EngagementRow, _ account: Int, _ placement: BuyerPlacement, _ days: ZonedDays)
        -> ColumnEngagement
    {
        engagement(row, buyer: placement.number[Int(row.buyer)], days) { other in
            placement.account(of: other) == account ? placement.number[Int(other)] : nil
        }
    }

    /// - Parameter numberHere: number of another buyer in the same account; `nil` where it is not there.
    func engagement(
        _ row: EngagementRow, buyer: UInt32, _ days: ZonedDays, numberHere: (Int64) -> UInt32?
    ) -> ColumnEngagement {
        var engagement = ColumnEngagement(
            day: days.day(of: Instant(milliseconds: row.at)).number, seq: row.seq, buyer: buyer,
            signal: UInt16(signals.number(row.signal)))
        if let content = row.content {
            engagement.content = contents.number(content) + 1
            if let other = row.sharedWith, let number = numberHere(other) { engagement.sharedWith = number }
        }
        return engagement
    }
}
