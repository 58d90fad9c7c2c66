import Dispatch
import Foundation
import Synchronization
import WeirFold
import WeirLedger
import WeirMarket

/// Judges what was said of accounts under an agreement, a batch at a time on all cores: for a question about
/// qualification this is more work than the fold.
final class PopulationJudge {
    /// Accounts worth handing out together.
    static let batch = 8192

    private let use: AgreementInUse
    private(set) var fits: [Reading.Fit] = []
    private(set) var places: [Population.Place] = []
    private(set) var names: [String] = []

    init(_ use: AgreementInUse) { self.use = use }

    /// Takes in the next accounts, in order.
    func add(_ accounts: [AccountSaid]) {
        let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, accounts.count))
        let parts = (0..<workers).map { accounts.count * $0 / workers..<accounts.count * ($0 + 1) / workers }
        let verdicts = JudgedParts(count: workers)
        let use = use
        DispatchQueue.concurrentPerform(iterations: workers) { number in
            verdicts.put(Verdicts(accounts[parts[number]], use), number)
        }
        for part in verdicts.inOrder {
            fits += part.fits
            places += part.places
            names += part.names
        }
    }
}

/// What some accounts were judged to be.
private struct Verdicts: Sendable {
    /// One for each profile.
    var fits: [Reading.Fit] = []
    /// One for each account, by its last profile.
    var places: [Population.Place] = []
    var names: [String] = []

    init(_ accounts: ArraySlice<AccountSaid>, _ use: AgreementInUse) {
        var reader = CompanyReader(use.market)
        for said in accounts {
            let timeline = said.timeline()
            names.append(timeline.name ?? timeline.domain ?? timeline.external ?? "acc_\(timeline.account)")
            for profile in timeline.profiles {
                let company = reader.company(name: timeline.name, domain: timeline.domain, profile.attributes)
                let fitMilli = use.market.fitMilli(company)
                let place = Population.Place(
                    isTarget: use.market.target(of: company) == .yes, tier: use.market.tier(of: fitMilli),
                    fitMilli: fitMilli)
                fits.append(Population.fit(place, tierCount: use.rules.rules.tierCount))
                if profile.seq == timeline.profiles.last?.seq { places.append(place) }
            }
        }
    }
}

/// Where workers leave what they found.
private final class JudgedParts: Sendable {
    private let parts: Mutex<[Verdicts?]>

    init(count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

    func put(_ verdicts: Verdicts, _ number: Int) { parts.withLock { $0[number] = verdicts } }

    var inOrder: [Verdicts] { parts.withLock { $0.compactMap(\.self) } }
}
