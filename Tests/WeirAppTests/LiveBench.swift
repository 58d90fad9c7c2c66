import Foundation
import Synchronization
import WeirApp
import WeirFacts
import WeirLedger
import WeirTestSupport

/// A clock that a test turns.
final class TurnedClock: Sendable {
    private let now: Mutex<Instant>

    init(_ day: CivilDay) { now = Mutex(Instant(milliseconds: Instant(startOf: day).milliseconds + 43_200_000)) }

    var instant: Instant { now.withLock { $0 } }

    func turn(minutes: Int64) { now.withLock { $0 = Instant(milliseconds: $0.milliseconds + minutes * 60_000) } }
}

/// A workspace in which live facts are decided upon under the example agreement.
final class LiveBench: Sendable {
    let bench: AppBench
    let clock: TurnedClock
    let intake: EventIntake
    let qualifier: LiveQualifier
    let source: Int64

    /// - Parameter isSigned: whether an agreement is in force from the beginning.
    init(start: CivilDay = CivilDay(number: 20_600), capacity: Int = 400_000, isSigned: Bool = true) throws {
        let bench = try AppBench()
        let clock = TurnedClock(start)
        self.bench = bench
        self.clock = clock
        if isSigned { try LiveBench.sign(ProjectFiles.text(ProjectFiles.exampleAgreement), bench, clock) }
        source = try bench.workspace.ledger.addTrackingSource(
            name: "website", keyHash: "hash", keyHint: "wk", settings: StoredSourceSettings(), now: clock.instant
        ).source
        intake = EventIntake(bench.workspace.ledger)
        let qualifier = LiveQualifier(
            bench.workspace, settings: .init(capacity: capacity, pause: .zero, interval: .milliseconds(20)),
            intake: intake
        ) { clock.instant }
        self.qualifier = qualifier
        intake.whenCommitted { qualifier.nudge() }
    }

    static func sign(_ text: String, _ bench: AppBench, _ clock: TurnedClock) throws {
        let file = try bench.bench.file("agreement-\(UUID().uuidString).yaml", text)
        let version = try bench.workspace.propose(file, by: "Ann", now: clock.instant).0.version
        for (side, name) in [(SigningSide.marketing, "Ann"), (.sales, "Bob")] {
            _ = try bench.workspace.sign(version: version, side: side, by: name, now: clock.instant)
        }
    }

    func stop() async {
        intake.close()
        await qualifier.stop()
    }

    /// Waits until everything on disk has been decided upon, and today is settled.
    func settle() async throws {
        let seq = try bench.workspace.ledger.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() }
        await qualifier.decided(upTo: seq)
    }

    /// The same, and today is settled.
    func settleToday() async throws {
        try await settle()
        let use = try bench.workspace.agreementInForce(at: clock.instant)
        let today = use.days.day(of: clock.instant)
        while (qualifier.counts.position?.day ?? today.advanced(by: -1)) < today {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    struct Stored {
        var standings: [StoredStanding]
        var position: FollowerPosition?
        var refolds: Int
    }

    func stored() throws -> Stored { try LiveBench.stored(bench.workspace) }

    static func stored(_ workspace: Workspace) throws -> Stored {
        try workspace.ledger.readLive(isFreeMail: { _ in false }) { reader in
            var standings: [StoredStanding] = []
            try reader.forEachStanding { standings.append($0) }
            return Stored(
                standings: standings, position: try reader.position(), refolds: try reader.refolds(limit: 1_000).count)
        }
    }

    /// Who is qualified since when, as lines to compare.
    static func lines(_ standings: [StoredStanding]) -> [String] {
        standings.filter { $0.isQualified || !$0.buyers.isEmpty }.map { standing in
            let buyers = standing.buyers.map { "buy_\($0.id) since \($0.since)" }.joined(separator: ", ")
            return
                "acc_\(standing.account) \(standing.since.map { "\($0)" } ?? "out"), tier \(standing.tier): \(buyers)"
        }
    }

    /// What the whole feed adds up to: who is in.
    func feedSum() throws -> Set<String> { try LiveBench.feedSum(bench.workspace) }

    static func feedSum(_ workspace: Workspace) throws -> Set<String> {
        var inside: Set<String> = []
        var last: Int64 = 0
        while true {
            let decisions = try workspace.ledger.decisions(after: last, limit: 500)
            guard let newest = decisions.last else { return inside }
            for decision in decisions {
                let who = "acc_\(decision.account) " + (decision.buyer.map { "buy_\($0)" } ?? "")
                if decision.entered { inside.insert(who) } else { inside.remove(who) }
            }
            last = newest.id
        }
    }

    static func inside(_ standings: [StoredStanding]) -> Set<String> {
        Set(
            standings.flatMap { standing in
                (standing.isQualified ? ["acc_\(standing.account) "] : [])
                    + standing.buyers.map { "acc_\(standing.account) buy_\($0.id)" }
            })
    }
}
