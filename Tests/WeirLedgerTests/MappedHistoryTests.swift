import Foundation
import Testing
import WeirFold
import WeirLedger
import WeirTestSupport

/// The same accounts, held in memory and mapped from files, under the same rules.
@Suite("Columns in files")
struct MappedHistoryTests {
    @Test("what is mapped folds as what is in memory", arguments: 1...8 as ClosedRange<UInt64>)
    func folds(seed: UInt64) throws {
        print("seed \(seed)")
        var chance = SeededChance(seed)
        let history = history(accounts: 40, &chance)
        let bench = try Workbench()
        let writer = try HistoryWriter(folder: bench.place("columns"), firstDay: history.firstDay)
        for account in 0..<history.accountCount { try history.withAccount(account) { try writer.append($0) } }
        let mapped = try writer.finish()
        #expect(mapped.engagementCount == history.engagementCount && mapped.accountCount == history.accountCount)
        let (rules, reading) = try rules()
        var one = HistoryFold(rules, reading: reading)
        var other = HistoryFold(rules, reading: reading)
        var changes = 0
        let until = history.firstDay + 400
        for account in 0..<history.accountCount {
            let expected = one.transitions(of: account, in: history, until: until)
            changes += expected.count
            #expect(other.transitions(of: account, in: mapped, until: until) == expected, "account \(account)")
            #expect(
                other.standing(of: account, in: mapped, asOf: until)
                    == one.standing(of: account, in: history, asOf: until))
        }
        #expect(changes > 0, "the accounts do enough for something to be decided")
    }

    @Test(
        "accounts with profiles of their own are skipped by those alone, and no others are",
        arguments: 1...8 as ClosedRange<UInt64>)
    func foldsOwnProfiles(seed: UInt64) throws {
        print("seed \(seed)")
        var (chance, same) = (SeededChance(seed), SeededChance(seed))
        let history = history(accounts: 40, &chance) { account, _ in UInt32(account) }
        let own = self.history(accounts: 40, &same) { _, _ in 0 }
        let bench = try Workbench()
        let writer = try HistoryWriter(folder: bench.place("columns"), firstDay: own.firstDay)
        for account in 0..<own.accountCount { try own.withAccount(account) { try writer.append($0, profiles: 1) } }
        let mapped = try writer.finish()
        var (rules, reading) = try self.rules()
        reading.fits = (0..<40).map { _ in
            chance.below(2) == 0 ? .init(pointsMilli: 20_000, tier: 0) : .init(pointsMilli: 0, tier: 2)
        }
        var one = HistoryFold(rules, reading: reading)
        var other = HistoryFold(rules, reading: reading)
        var changes = 0
        for account in 0..<40 {
            let expected = one.transitions(of: account, in: history, until: history.firstDay + 400)
            changes += expected.count
            let found = other.transitions(of: account, in: mapped, until: history.firstDay + 400)
            #expect(found == expected, "account \(account)")
        }
        #expect(changes > 0, "the accounts do enough for something to be decided")
    }

    @Test("an engagement takes eight bytes where buyers and contents are few, twelve where they are many")
    func size() throws {
        var history = History(firstDay: 20_000)
        for row in 0..<1000 {
            history.append(day: UInt16(row / 10), buyer: UInt32(row % 7), signal: 1, exchange: .init(content: 5))
        }
        history.endAccount()
        for row in 0..<1000 {
            history.append(
                day: UInt16(row / 10), buyer: UInt32(row % 7) * 50_000, signal: 1, exchange: .init(content: 70_000))
        }
        history.endAccount()
        let bench = try Workbench()
        let writer = try HistoryWriter(folder: bench.place("columns"), firstDay: history.firstDay)
        for account in 0..<2 { try history.withAccount(account) { try writer.append($0) } }
        let mapped = try writer.finish()
        #expect(mapped.byteCount == 8_000 + 12_000)
        #expect(mapped.withAccount(1) { rows in (rows.buyer(999), rows.content(999)) } == (5 * 50_000, 70_001))
    }

    @Test("columns that are cut off or changed anywhere are not read")
    func damage() throws {
        var chance = SeededChance(3)
        let history = history(accounts: 3, &chance)
        let bench = try Workbench()
        let folder = bench.place("columns")
        let writer = try HistoryWriter(folder: folder, firstDay: history.firstDay)
        for account in 0..<3 { try history.withAccount(account) { try writer.append($0) } }
        _ = try writer.finish()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("written") {
            let url = URL(filePath: "\(folder)/\(name)")
            let whole = try Data(contentsOf: url)
            for place in whole.indices {
                var damaged = whole
                damaged[place] ^= UInt8(1 << chance.below(8))
                try damaged.write(to: url)
                #expect(try HistoryWriter.open(folder: folder) == nil, "\(name), byte \(place)")
            }
            try whole.dropLast(8).write(to: url)
            #expect(try HistoryWriter.open(folder: folder) == nil, "\(name), cut off")
            try whole.write(to: url)
            #expect(try HistoryWriter.open(folder: folder) != nil)
        }
    }

    /// - Parameter profile: the number of an account's profile, by the account and chance.
    private func history(
        accounts: Int, _ chance: inout SeededChance, profile: (Int, Int) -> UInt32 = { UInt32($1) }
    ) -> History {
        var history = History(firstDay: 20_000)
        for account in 0..<accounts {
            let buyers = account % 9 == 0 ? 3 : 1 + chance.below(6)
            history.appendNote(day: 0, buyer: History.Note.account, value: profile(account, chance.below(2)))
            for buyer in 0..<buyers where chance.below(4) > 0 {
                history.appendNote(day: 0, buyer: UInt32(buyer), value: UInt32(chance.below(3)))
            }
            var day = 0
            for _ in 0..<chance.below(120) {
                day = min(400, day + (chance.below(3) == 0 ? chance.below(20) : 0))
                if chance.below(30) == 0 {
                    history.appendNote(
                        day: UInt16(day), buyer: UInt32(chance.below(buyers)), value: UInt32(chance.below(3)))
                }
                // Some contents have numbers that take more than sixteen bits.
                let content = UInt32(chance.below(4)) * (account % 5 == 0 ? 40_000 : 1)
                var exchange: History.Exchange?
                if chance.below(2) == 0 { exchange = .init(content: content) }
                if chance.below(4) == 0 {
                    exchange = .init(content: content, sharedWith: UInt32(chance.below(buyers)))
                }
                history.append(
                    day: UInt16(day), buyer: UInt32(chance.below(buyers)), signal: UInt16(chance.below(5)),
                    exchange: exchange)
            }
            history.endAccount()
        }
        return history
    }

    private func rules() throws -> (CompiledRules, Reading) {
        let rules = try CompiledRules(
            FoldRules(
                categories: [.init(halfLife: HalfLife(days: 20), capMilli: 60_000), .init(halfLife: nil)],
                signals: [
                    .init(pointsMilli: 4_000, category: 0, limitPerDay: 2), .init(pointsMilli: 7_000, category: 1),
                    .init(pointsMilli: 9_000, category: 0, shares: true),
                    .init(pointsMilli: 5_000, category: 0, consumes: true),
                    .init(pointsMilli: -6_000, category: 1, raisesHand: true),
                ],
                roleWeightsPermille: [2_000, 700], noRoleWeightPermille: 300, tierCount: 2, engagedAtMilli: 6_000,
                breadthMilli: 5_000,
                echo: .init(
                    windowDays: 30, pointsMilli: 3_000, upwardPointsMilli: 8_000, halfLife: HalfLife(days: 9)),
                enter: .init(tier: 0, scoreMilli: 60_000, engagedBuyers: 2, roles: [0]),
                stay: .init(tier: 0, scoreMilli: 30_000), dwellDays: 3, cooldownDays: 10,
                actNow: .init(tier: 0, days: 5),
                buyer: .init(
                    roles: [0, 1], tier: 1, raiseDays: 6, needsQualifiedAccount: true, enterMilli: 12_000,
                    stayMilli: 5_000)))
        return (
            rules,
            Reading(
                signals: [0, 1, 2, 3, 4],
                personas: [.init(role: 0, level: 0), .init(role: 1, level: 2), .init(role: nil, level: nil)],
                fits: [.init(pointsMilli: 20_000, tier: 0), .init(pointsMilli: 0, tier: 2)])
        )
    }
}
