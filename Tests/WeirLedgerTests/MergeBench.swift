import Foundation
import WeirFacts
import WeirLedger
import WeirTestSupport

/// A ledger that gets a random stream of facts, and words on who is one in between.
final class MergeBench {
    let bench: LedgerBench
    private let source: Int64
    private let intake: EventIntake
    private var chance: SeededChance
    private var step = 0

    /// - Parameter seed: two benches of one seed get the same facts, whatever is merged.
    init(seed: UInt64) throws {
        bench = try LedgerBench()
        chance = SeededChance(seed)
        source = try bench.ledger.addTrackingSource(
            name: "website", keyHash: "hash", keyHint: "wk_1", settings: StoredSourceSettings(), now: LedgerBench.now
        ).source
        intake = EventIntake(bench.ledger)
    }

    func close() { intake.close() }

    func say(_ word: MergeWord) async throws { _ = try await intake.record(word) }

    /// The next facts: by file or as they come, in any order of records and those who mention them.
    func grow() async throws {
        step += 1
        switch chance.below(4) {
        case 0: try bench.take(.accounts((0...chance.below(3)).map { _ in account() }), at: now)
        case 1: try bench.take(.buyers((0...chance.below(4)).map { _ in buyer() }), at: now)
        case 2: try bench.take(.deeds((0...chance.below(8)).map { deed($0) }), at: now)
        default:
            let events = (0...chance.below(6)).map { event($0) }
            _ = try await intake.record(events, source: source)
        }
    }

    private var now: Instant { Instant(milliseconds: LedgerBench.now.milliseconds + Int64(step) * 60_000) }
    private var company: String { "c\(step % 8)" }

    private func account() -> AccountSeen {
        let number = chance.below(8)
        var seen = AccountSeen(id: chance.isTrue(percent: 70) ? "c\(number)" : nil, name: "Company \(number)")
        if chance.isTrue(percent: 60) { seen.domain = "c\(number).example" }
        if chance.isTrue(percent: 50) {
            seen.attributes["employees"] = .number(FixedNumber(thousandths: Int64(chance.below(5)) * 1000))
        }
        if chance.isTrue(percent: 40) { seen.attributes["industry"] = .text(chance.pick(["Banking", "Farming"])) }
        if chance.isTrue(percent: 40) { seen.observedAt = instant() }
        return seen
    }

    private func buyer() -> BuyerSeen {
        let number = chance.below(14)
        var seen = BuyerSeen(id: chance.isTrue(percent: 80) ? "b\(number)" : nil)
        if seen.id == nil || chance.isTrue(percent: 40) { seen.email = "b\(number)@c\(number % 8).example" }
        if chance.isTrue(percent: 15) { seen.otherIDs = ["b\(chance.below(20))"] }
        if chance.isTrue(percent: 50) { seen.title = "title \(chance.below(4))" }
        if chance.isTrue(percent: 40) { seen.name = "Person \(number)" }
        if chance.isTrue(percent: 40) { seen.accountID = "c\(chance.below(8))" }
        if chance.isTrue(percent: 20) { seen.accountDomain = "c\(chance.below(8)).example" }
        if chance.isTrue(percent: 40) { seen.observedAt = instant() }
        return seen
    }

    private func deed(_ row: Int) -> Deed {
        var deed = Deed(id: "d\(step)-\(row)", signal: "s\(chance.below(3))", at: instant().milliseconds)
        switch chance.below(5) {
        case 0: deed.email = "b\(chance.below(14))@c\(chance.below(8)).example"
        case 1: deed.account = "c\(chance.below(8))"
        case 2: deed.domain = "c\(chance.below(8)).example"
        default: deed.buyer = "b\(chance.below(16))"
        }
        if deed.buyer != nil, chance.isTrue(percent: 20) { deed.account = "c\(chance.below(8))" }
        if chance.isTrue(percent: 40) {
            deed.content = "asset \(chance.below(3))"
            deed.sharedWith = "b\(chance.below(16))"
        }
        return deed
    }

    private func event(_ row: Int) -> LiveEvent {
        let number = chance.below(14)
        let visitor = "v\(chance.below(10))"
        let isKnown = chance.isTrue(percent: 50)
        var event = LiveEvent(
            message: "m\(step)-\(row)", kind: "track", name: "x", at: instant(), receivedAt: now, raw: [0x7B, 0x7D],
            actor: isKnown ? LiveActor(id: "b\(number)") : LiveActor(anonymousID: visitor), outcome: .mapped)
        switch chance.below(4) {
        case 0 where isKnown: event.formerVisitors = [visitor]
        case 1 where isKnown: event.buyers = [buyer()]
        case 2 where !isKnown:
            var seen = BuyerSeen(title: "title \(chance.below(4))", accountDomain: "c\(chance.below(8)).example")
            if chance.isTrue(percent: 40) { seen.email = "b\(number)@c\(number % 8).example" }
            event.visitor = seen
        default: event.act = LiveAct(signal: "s\(chance.below(3))")
        }
        return event
    }

    private func instant() -> Instant {
        Instant(milliseconds: 1_770_000_000_000 + Int64(chance.below(40)) * 43_200_000)
    }
}

extension LedgerBench {
    func ids(of kind: RecordKind) throws -> [Int64] {
        try file.rows("SELECT id FROM \(kind.rawValue) ORDER BY id").compactMap { Int64($0) }
    }

    /// Everything that readers see, but for the places of facts in the ledger.
    func view(_ folder: String) throws -> [String] {
        let columns = try columns(in: folder)
        var lines = columns.lines
        lines.append("unplaced \(columns.unplacedBuyers) \(columns.unplacedEngagements)")
        lines.append("first \(columns.history.firstDay), last \(columns.lastDay)")
        try ledger.forEachTimeline { timeline in
            lines.append("acc_\(timeline.account) \(timeline.name ?? "-") \(timeline.domain ?? "-")")
            for profile in timeline.profiles {
                let known = profile.attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                lines.append("\(profile.observedAt?.milliseconds ?? 0) \(known)")
            }
            return true
        }
        try ledger.readLive(isFreeMail: { _ in false }) { reader in
            for account in try reader.accounts(after: 0, limit: 1_000) {
                let known = account.attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                lines.append(
                    "acc_\(account.id) \(account.name ?? "-") \(account.domain ?? "-") \(account.external ?? "-") \(known)"
                )
            }
            for buyer in try reader.buyers(after: 0, limit: 1_000) { lines.append("\(buyer)") }
            for act in try reader.listedEngagements(after: 0, limit: 10_000) {
                lines.append("\(act.message) \(act.buyer) \(act.account ?? 0) \(act.signal)")
            }
        }
        return lines
    }

    /// The columns' file, made anew.
    func columnBytes(_ folder: String) throws -> Data {
        _ = try columns(in: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.place(folder))
        guard let name = names.first(where: { $0.hasSuffix(".columns") }) else { return Data() }
        return try Data(contentsOf: URL(filePath: "\(bench.place(folder))/\(name)"))
    }
}
