import WeirFacts
import WeirIntake
import WeirMarket

/// Who belongs to the market, who is missing, who is the same.
public protocol MarketUseCases: Sendable {
    /// The circles of the market, each with what it loses, line by line, under the version in force or a draft.
    /// - Parameters:
    ///   - draft: an unsigned text to judge by instead, in YAML.
    ///   - top: how many industries and countries to show each for itself.
    func market(draft: [UInt8]?, top: Int) async throws -> MarketNarrowing
    /// Which accounts a draft moves in or out of the target market, or to another tier.
    /// - Parameter listed: how many moves of each kind to name.
    func marketShift(draft: [UInt8], listed: Int) async throws -> MarketShift
    /// Where one account stands: each line, by how much it misses it, who said so and when.
    func placing(of account: String, draft: [UInt8]?) async throws -> AccountPlacing

    /// The market rolled up to groups of companies.
    /// - Parameter top: how many groups to give.
    func groups(top: Int) async throws -> MarketGroups

    /// The missing seats at all target accounts, the one that would change the most first.
    func coverage(asOf day: CivilDay?) async throws -> SeatRanking
    /// The seats of one account, with the people in them.
    func coverage(of account: String, asOf day: CivilDay?) async throws -> AccountCoverage
    /// An order for the people of the first missing seats, as CSV and as a letter.
    func seatOrder(_ request: SeatOrderRequest) async throws -> SeatOrder

    /// Judges a vendor's list against its order and the market. With a vendor's name the outcome is kept.
    func checkList(_ delivery: ListDelivery) async throws -> ListCheckOutcome
    func vendorScores(asOf day: CivilDay?) async throws -> [VendorScore]
    /// Judges form posts as on arrival; nothing is recorded.
    func checkGate(_ posts: [FormPost]) async throws -> [CheckedPost]
    /// Reads titles by the agreement in force, and below it by the classifier; by the classifier alone where none is.
    func readTitles(_ titles: [String]) async throws -> [TitleAnswer]
    /// The accounts that each query may mean, the best first.
    func match(_ queries: [CompanyQuery], limit: Int) async throws -> [[AccountMatch]]
}

/// The market as it narrows, with the agreement that draws it.
public struct MarketNarrowing: Sendable {
    /// As `AgreementInUse.title`.
    public var agreement: String
    public var sha256: String
    /// Of an unsigned draft.
    public var banner: String?
    public var report: MarketReport
}

/// Whom to order.
public struct SeatOrderRequest: Sendable {
    /// How many seats, from the top of the ranking.
    public var top: Int
    /// Only the seats of these accounts (`acc_7`); `nil` is all.
    public var accounts: [String]?
    /// Fields that each person must come with.
    public var required: [String]
    /// Of an accepted person.
    public var price: Money?
    public var asOf: CivilDay?

    public init(
        top: Int = 20, accounts: [String]? = nil, required: [String] = [], price: Money? = nil, asOf: CivilDay? = nil
    ) {
        (self.top, self.accounts, self.required, self.price, self.asOf) = (top, accounts, required, price, asOf)
    }
}

/// An order for a list vendor or an SDR.
public struct SeatOrder: Sendable {
    /// People ordered.
    public var quantity: Int
    public var csv: String
    /// A letter in plain words.
    public var text: String

    public init(quantity: Int, csv: String, text: String) {
        (self.quantity, self.csv, self.text) = (quantity, csv, text)
    }
}
