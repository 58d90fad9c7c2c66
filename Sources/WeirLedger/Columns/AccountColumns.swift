import WeirFacts
import WeirFold

/// The ledger's facts as columns for the batch fold, with what leads back to the records.
///
/// Depends on the time zone that days are counted in, and on nothing else of an agreement.
public struct AccountColumns: Sendable {
    /// Accounts and buyers are numbered from 0; engagements and notes as the fold needs them.
    public let history: MappedHistory
    /// Our ids of the accounts, ascending.
    public let accounts: [Int64]
    /// Where each account's buyers begin in `buyers`; one more entry than accounts.
    public let buyerStarts: [Int]
    /// Our ids of the buyers, account by account; a buyer's number in its account is its place there.
    public let buyers: [Int64]
    /// The words behind the history's signal, content and title numbers.
    public let signals: [String]
    public let contents: [String]
    public let titles: [String]
    /// Facts that could not be placed on an account: kept in the ledger, listed, not folded.
    public let unplacedEngagements: Int
    public let unplacedBuyers: [Int64]
    /// By the id of a mere mention: the record meant.
    public let accountAliases: [Int64: Int64]
    public let buyerAliases: [Int64: Int64]
    /// Last day of any engagement.
    public let lastDay: Int32

    init(_ index: ColumnIndex, _ history: MappedHistory, _ ledger: Ledger) throws(LedgerError) {
        self.history = history
        accounts = index.accounts
        var start = 0
        buyerStarts =
            [0]
            + index.extents.map { extent in
                start += extent.buyers
                return start
            }
        buyers = index.buyers
        unplacedEngagements = index.unplacedEngagements
        unplacedBuyers = index.unplacedBuyers
        lastDay = index.lastDay
        signals = NumberedTerms(try ledger.terms(.signal)).words
        contents = NumberedTerms(try ledger.terms(.content)).words
        titles = NumberedTerms(try ledger.terms(.title)).words
        accountAliases = try ledger.accountAliases()
        buyerAliases = try ledger.buyerAliases()
    }

    /// Our id of a buyer.
    public func buyerID(_ buyer: Int, of account: Int) -> Int64 { buyers[buyerStarts[account] + buyer] }

    /// Numbers of the buyers of an account in `buyers`.
    public func buyerPlaces(of account: Int) -> Range<Int> { buyerStarts[account]..<buyerStarts[account + 1] }
}

/// Terms renumbered from 0, in the order they were first seen; a new term never changes an older one's number.
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
