import WeirFold
import WeirLedger
import WeirMarket

/// Judges what was said of accounts under an agreement, a batch at a time on all cores: for a question about
/// qualification this is more work than the fold.
final class PopulationJudge {
    /// Accounts worth handing out together.
    static let batch = 8192

    private let use: AgreementInUse
    private let keepsCompanies: Bool
    private(set) var fits: [Reading.Fit] = []
    private(set) var names: [String] = []
    private var companies: [KnownCompanies.Profile] = []
    private var lasts: [Int] = []
    private(set) var places: [Population.Place] = []

    /// - Parameter keepsCompanies: for other definitions of the market, which costs memory.
    init(_ use: AgreementInUse, keepsCompanies: Bool) {
        self.use = use
        self.keepsCompanies = keepsCompanies
    }

    /// Takes in the next accounts, in order.
    func add(_ accounts: [AccountSaid]) {
        let (use, keeps) = (use, keepsCompanies)
        for part in Cores.share(accounts.count, { Verdicts(accounts[$0], use, keepsCompanies: keeps) }) {
            lasts += part.lasts.map { $0 + fits.count }
            fits += part.places.map(use.fit)
            places += part.lasts.map { part.places[$0] }
            names += part.names
            companies += part.companies
        }
    }

    /// `nil` where they were not to be kept.
    var known: KnownCompanies? { keepsCompanies ? KnownCompanies(use.market.layout, companies, lasts: lasts) : nil }
}

/// What some accounts were judged to be.
private struct Verdicts: Sendable {
    /// One for each profile.
    var places: [Population.Place] = []
    var companies: [KnownCompanies.Profile] = []
    /// One for each account: the number of its last profile.
    var lasts: [Int] = []
    var names: [String] = []

    init(_ accounts: ArraySlice<AccountSaid>, _ use: AgreementInUse, keepsCompanies: Bool) {
        var reader = CompanyReader(use.market)
        for said in accounts {
            let timeline = said.timeline()
            names.append(timeline.name ?? timeline.domain ?? timeline.external ?? "acc_\(timeline.account)")
            for profile in timeline.profiles {
                let read = reader.company(name: timeline.name, domain: timeline.domain, profile.attributes)
                let company = keepsCompanies ? read.prepared : read
                places.append(use.place(of: company))
                if keepsCompanies { companies.append(.init(since: profile.observedAt, company: company)) }
            }
            lasts.append(places.count - 1)
        }
    }
}
