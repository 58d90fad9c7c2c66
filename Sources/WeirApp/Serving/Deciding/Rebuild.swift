import Foundation
import WeirFacts
import WeirFold
import WeirLedger

/// Everybody's standing, folded from all facts at once: the first time, after an import, under another agreement, and
/// to check that following the facts came to the same.
public struct Rebuild: Sendable {
    public let position: FollowerPosition
    /// Of every account that has any score, status or due day, by ascending id.
    public let standings: [StoredStanding]

    /// - Parameters:
    ///   - workspace: looked at as it stands now.
    ///   - version: of the agreement.
    ///   - earliest: a day that was settled already; an earlier `now` does not go back behind it.
    public init(
        _ workspace: Workspace, _ use: AgreementInUse, version: Int, earliest: CivilDay?, now: Instant
    ) async throws {
        let snapshot = try workspace.snapshot()
        let population = try Population(snapshot, use)
        let today = max(use.days.day(of: now), earliest ?? CivilDay(number: .min))
        let columns = population.columns
        let later = try snapshot.ledger.firstDays(after: today, days: use.days)
        var laterBuyers: [Int64: CivilDay] = [:]
        for (buyer, day) in later.buyers {
            let record = columns.buyerAliases[buyer] ?? buyer
            laterBuyers[record] = min(day, laterBuyers[record] ?? day)
        }
        var laterAccounts: [Int64: CivilDay] = [:]
        for (account, day) in later.accounts {
            let record = columns.accountAliases[account] ?? account
            laterAccounts[record] = min(day, laterAccounts[record] ?? day)
        }
        let (future, ofAccounts) = (laterBuyers, laterAccounts)
        let found = try await population.foldEach { fold, account -> StoredStanding? in
            let life = fold.life(of: account, in: columns.history, until: today.number)
            let state = fold.state(of: account, in: columns.history, asOf: today.number)
            let buyers = columns.buyerStarts[account]..<columns.buyerStarts[account + 1]
            let ofBuyers = columns.buyers[buyers].lazy.compactMap { future[$0] }.min()
            return Rebuild.standing(
                of: columns.accounts[account], state, life, today: today,
                future: [ofBuyers, ofAccounts[columns.accounts[account]]].compactMap { $0 }.min()
            ) { columns.buyerID($0, of: account) }
        }
        standings = found.compactMap { $0 }
        position = try snapshot.ledger.readLive(isFreeMail: { _ in false }) { reader in
            FollowerPosition(
                seq: try reader.lastSeq(), day: today, agreement: version, imports: try reader.importStamp(),
                firstDay: CivilDay(number: columns.history.firstDay))
        }
    }

    private static func standing(
        of account: Int64, _ state: AccountFold, _ life: AccountLife, today: CivilDay, future: CivilDay?,
        buyerID: (Int) -> Int64
    ) -> StoredStanding? {
        let stays = life.buyerStays.filter { $0.left == nil }
        let score = state.measure(on: today.number).scoreMilli
        let isIn = state.isQualified || !stays.isEmpty
        let horizon = today.advanced(by: FollowedAccount.horizonDays)
        let change = state.nextChange(until: horizon.number).map(CivilDay.init(number:)) ?? (isIn ? horizon : nil)
        let due = [change, future].compactMap { $0 }.min()
        if !isIn, score == 0, due == nil { return nil }
        return StoredStanding(
            account: account, isQualified: state.isQualified,
            since: state.isQualified ? state.enteredDay.map(CivilDay.init(number:)) : nil, scoreMilli: score,
            tier: state.tier, due: due.map { max($0, today.advanced(by: 1)) },
            buyers: stays.map {
                .init(
                    id: buyerID($0.buyer), since: CivilDay(number: $0.entered), engagementMilli: $0.engagementMilli)
            }.sorted { $0.id < $1.id })
    }

    /// What differs from the standings that were decided before, in the order of accounts.
    public func decisions(from before: [StoredStanding], cause: Decision.Cause, now: Instant) -> [StoredDecision] {
        var decisions: [StoredDecision] = []
        let after = Dictionary(uniqueKeysWithValues: standings.map { ($0.account, $0) })
        let known = Dictionary(uniqueKeysWithValues: before.map { ($0.account, $0) })
        for account in Set(after.keys).union(known.keys).sorted() {
            let new = after[account] ?? known[account].map(StoredStanding.none(of:))
            let old = known[account] ?? after[account].map(StoredStanding.none(of:))
            guard let new, let old else { continue }
            decisions += new.decisions(
                from: old, day: position.day, cause: cause, fact: nil, agreement: position.agreement, now: now)
        }
        return decisions
    }
}

extension StoredStanding {
    /// What changed since another standing of this account, decided upon on one day.
    func decisions(
        from before: StoredStanding, day: CivilDay, cause: Decision.Cause, fact: Int64?, agreement: Int, now: Instant
    ) -> [StoredDecision] {
        func decision(_ buyer: Int64?, entered: Bool, _ score: Int64) -> StoredDecision {
            StoredDecision(
                account: account, buyer: buyer, entered: entered, scoreMilli: score, day: day, cause: cause.rawValue,
                fact: fact, agreement: agreement, decidedAt: now)
        }
        var decisions: [StoredDecision] = []
        if before.isQualified != isQualified { decisions.append(decision(nil, entered: isQualified, scoreMilli)) }
        let were = Set(before.buyers.map(\.id))
        let are = Set(buyers.map(\.id))
        for buyer in before.buyers where !are.contains(buyer.id) {
            decisions.append(decision(buyer.id, entered: false, 0))
        }
        for buyer in buyers where !were.contains(buyer.id) {
            decisions.append(decision(buyer.id, entered: true, buyer.engagementMilli))
        }
        return decisions
    }

    /// Nobody qualified.
    static func none(of other: StoredStanding) -> StoredStanding {
        StoredStanding(
            account: other.account, isQualified: false, since: nil, scoreMilli: 0, tier: other.tier, due: nil,
            buyers: [])
    }
}
