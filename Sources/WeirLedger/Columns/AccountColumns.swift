import WeirFacts
import WeirFold

/// The ledger's facts as columns for the batch fold, with what leads back to the records.
///
/// Depends on the time zone that days are counted in, and on nothing else of an agreement.
public struct AccountColumns: Sendable {
    /// Accounts and buyers are numbered from 0; engagements and notes as the fold needs them.
    public var history: History
    /// Our ids of the accounts, ascending.
    public var accounts: [Int64] = []
    /// Names for people, by account number.
    public var accountNames: [String] = []
    /// Where each account's buyers begin in `buyers`; one more entry than accounts.
    public var buyerStarts: [Int] = [0]
    /// Our ids of the buyers, account by account; a buyer's number in its account is its place there.
    public var buyers: [Int64] = []
    /// Place of each engagement in the ledger.
    public var engagementSeqs: [UInt32] = []
    /// The words behind the history's signal, content and title numbers.
    public var signals: [String] = []
    public var contents: [String] = []
    public var titles: [String] = []
    /// How many profiles there are; `Ledger.forEachTimeline` gives them in the order they are numbered.
    public var profileCount = 0
    /// Facts that could not be placed on an account: kept in the ledger, listed, not folded.
    public var unplacedEngagements = 0
    public var unplacedBuyers: [Int64] = []
    /// By the id of a mere mention: the record meant.
    public var accountAliases: [Int64: Int64] = [:]
    public var buyerAliases: [Int64: Int64] = [:]
    /// Last day of any engagement.
    public var lastDay: Int32

    /// Our id of a buyer.
    public func buyerID(_ buyer: Int, of account: Int) -> Int64 { buyers[buyerStarts[account] + buyer] }
}

/// Reads the ledger into columns.
public struct ColumnBuilder {
    private let ledger: Ledger
    private let days: ZonedDays
    private let isFreeMail: (String) -> Bool
    private let onTimeline: (AccountTimeline) throws -> Void

    /// - Parameters:
    ///   - isFreeMail: domains that place nobody on a company.
    ///   - onTimeline: shown every account's timeline as it is read, in the order in which profiles are numbered, so
    ///     that whoever judges them need not read them again.
    public init(
        _ ledger: Ledger, days: ZonedDays, isFreeMail: @escaping (String) -> Bool,
        onTimeline: @escaping (AccountTimeline) throws -> Void = { _ in }
    ) {
        self.ledger = ledger
        self.days = days
        self.isFreeMail = isFreeMail
        self.onTimeline = onTimeline
    }

    private struct Placement {
        /// By buyer id: number of the account, −1 where there is none.
        var account: [Int32] = []
        /// By buyer id: its number in the account.
        var number: [UInt32] = []
    }

    public func build() throws(LedgerError) -> AccountColumns {
        var columns = AccountColumns(history: History(firstDay: 0), lastDay: 0)
        let domains = try readAccounts(&columns)
        let placement = try placeBuyers(&columns, domains)
        var engagements = try readEngagements(&columns, placement)
        engagements.sort(accountCount: columns.accounts.count)
        columns.history.firstDay = engagements.firstDay
        columns.lastDay = engagements.lastDay
        let notes = try readNotes(&columns, placement, firstDay: engagements.firstDay)
        merge(engagements, notes, into: &columns)
        return columns
    }

    /// - Returns: number of the account by its domain; the first account that has it keeps it.
    private func readAccounts(_ columns: inout AccountColumns) throws(LedgerError) -> [String: Int32] {
        var domains: [String: Int32] = [:]
        try ledger.forEachAccountName { id, name, domain, external in
            if let domain, domains[domain] == nil { domains[domain] = Int32(columns.accounts.count) }
            columns.accounts.append(id)
            columns.accountNames.append(name ?? domain ?? external ?? "acc_\(id)")
        }
        return domains
    }

    private func placeBuyers(_ columns: inout AccountColumns, _ domains: [String: Int32]) throws(LedgerError)
        -> Placement
    {
        var placement = Placement()
        var counts = Array(repeating: 0, count: columns.accounts.count)
        let ids = columns.accounts
        let accountAliases = try ledger.accountAliases()
        let buyerAliases = try ledger.buyerAliases()
        var unplaced: [Int64] = []
        try ledger.forEachBuyer { buyer in
            while placement.account.count <= Int(buyer.id) {
                placement.account.append(-1)
                placement.number.append(0)
            }
            if buyerAliases[buyer.id] != nil { return }
            var account = buyer.account.flatMap { position(of: accountAliases[$0] ?? $0, in: ids) }
            if account == nil, let domain = buyer.domain, !isFreeMail(domain) {
                account = domains[domain].map(Int.init)
            }
            guard let account else {
                unplaced.append(buyer.id)
                return
            }
            placement.account[Int(buyer.id)] = Int32(account)
            placement.number[Int(buyer.id)] = UInt32(counts[account])
            counts[account] += 1
        }
        columns.unplacedBuyers = unplaced
        var start = 0
        columns.buyerStarts =
            [0]
            + counts.map { count in
                start += count
                return start
            }
        for (mention, buyer) in buyerAliases where Int(mention) < placement.account.count {
            placement.account[Int(mention)] = placement.account[Int(buyer)]
            placement.number[Int(mention)] = placement.number[Int(buyer)]
        }
        columns.buyers = Array(repeating: 0, count: start)
        columns.accountAliases = accountAliases
        columns.buyerAliases = buyerAliases
        for id in placement.account.indices where placement.account[id] >= 0 && buyerAliases[Int64(id)] == nil {
            let first = columns.buyerStarts[Int(placement.account[id])]
            columns.buyers[first + Int(placement.number[id])] = Int64(id)
        }
        return placement
    }

    private func position(of id: Int64, in ids: [Int64]) -> Int? {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }

    private func readEngagements(_ columns: inout AccountColumns, _ placement: Placement) throws(LedgerError)
        -> UnsortedEngagements
    {
        let signals = NumberedTerms(try ledger.terms(.signal))
        let contents = NumberedTerms(try ledger.terms(.content))
        guard signals.words.count <= Int(UInt16.max) + 1 else {
            throw LedgerError(
                .conflict,
                "the facts name \(signals.words.count) different signals, more than the 65,536 that can be told apart; "
                    + "most likely a column that is no signal was imported as one")
        }
        columns.signals = signals.words
        columns.contents = contents.words
        var result = UnsortedEngagements()
        var unplaced = 0
        try ledger.forEachEngagement { row in
            let account = placement.account[Int(row.buyer)]
            guard account >= 0 else {
                unplaced += 1
                return true
            }
            var exchange: History.Exchange?
            if let content = row.content {
                exchange = History.Exchange(content: contents.number(content))
                if let other = row.sharedWith, placement.account[Int(other)] == account {
                    exchange?.sharedWith = placement.number[Int(other)]
                }
            }
            result.append(
                account: account, day: days.day(of: Instant(milliseconds: row.at)).number,
                buyer: placement.number[Int(row.buyer)], signal: UInt16(signals.number(row.signal)),
                seq: UInt32(row.seq), exchange: exchange)
            return true
        }
        columns.unplacedEngagements = unplaced
        return result
    }

    /// - Returns: the notes of each account, in order of day and recording.
    private func readNotes(_ columns: inout AccountColumns, _ placement: Placement, firstDay: Int32)
        throws(LedgerError) -> [[UnplacedNote]]
    {
        var notes = Array(repeating: [UnplacedNote](), count: columns.accounts.count)
        var profiles = 0
        var account = 0
        try ledger.forEachTimeline { timeline in
            try onTimeline(timeline)
            for profile in timeline.profiles {
                notes[account].append(
                    UnplacedNote(
                        day: day(profile.observedAt, firstDay), seq: profile.seq, buyer: History.Note.account,
                        value: UInt32(profiles)))
                profiles += 1
            }
            account += 1
            return true
        }
        columns.profileCount = profiles
        let titles = NumberedTerms(try ledger.terms(.title))
        columns.titles = titles.words
        try ledger.forEachTitleChange { change in
            let account = placement.account[Int(change.buyer)]
            guard account >= 0 else { return }
            notes[Int(account)].append(
                UnplacedNote(
                    day: day(change.observedAt, firstDay), seq: change.seq,
                    buyer: placement.number[Int(change.buyer)], value: titles.number(change.title)))
        }
        return notes
    }

    private func day(_ instant: Instant?, _ firstDay: Int32) -> Int32 {
        instant.map { max(firstDay, days.day(of: $0).number) } ?? firstDay
    }

    private func merge(
        _ engagements: UnsortedEngagements, _ notes: [[UnplacedNote]], into columns: inout AccountColumns
    ) {
        for account in columns.accounts.indices {
            var pending = notes[account].sorted { ($0.day, $0.seq, $0.buyer) < ($1.day, $1.seq, $1.buyer) }[...]
            for index in engagements.rows(of: account) {
                while let note = pending.first,
                    (note.day, note.seq) < (engagements.days[index], Int64(engagements.seqs[index]))
                {
                    columns.history.append(pending.removeFirst())
                }
                columns.history.append(
                    day: UInt16(clamping: engagements.days[index] - columns.history.firstDay),
                    buyer: engagements.buyers[index], signal: engagements.signals[index],
                    exchange: engagements.exchange(index))
                columns.engagementSeqs.append(engagements.seqs[index])
            }
            for note in pending { columns.history.append(note) }
            columns.history.endAccount()
        }
    }
}

/// A note whose place among the engagements is not known yet.
struct UnplacedNote {
    var day: Int32
    var seq: Int64
    var buyer: UInt32
    var value: UInt32
}

extension History {
    fileprivate mutating func append(_ note: UnplacedNote) {
        appendNote(day: UInt16(clamping: note.day - firstDay), buyer: note.buyer, value: note.value)
    }
}

/// Terms renumbered from 0, in the order they were first seen.
struct NumberedTerms {
    let words: [String]
    private let numbers: [UInt32]

    init(_ terms: [Int64: String]) {
        let sorted = terms.sorted { $0.key < $1.key }
        words = sorted.map(\.value)
        var numbers = Array(repeating: UInt32(0), count: Int(sorted.last?.key ?? 0) + 1)
        for (number, term) in sorted.enumerated() { numbers[Int(term.key)] = UInt32(number) }
        self.numbers = numbers
    }

    func number(_ id: Int64) -> UInt32 { numbers[Int(id)] }
}
