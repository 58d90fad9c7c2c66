import Testing
import WeirAgreement
import WeirFold

/// The example reads without a problem, and compiles to exactly these rules.
struct ExampleTests {
    @Test func readsWithoutProblems() throws {
        let reading = AgreementReader.read(try Example.bytes())
        #expect(reading.problems == [])
        #expect(reading.agreement?.name == "Northwind demand agreement")
        #expect(reading.sha256 == AgreementHash.sha256Hex(try Example.bytes()))
        #expect(reading.sha256.count == 64)
    }

    @Test func compilesToTheFoldsUnits() throws {
        let rules = try Example.agreement().foldRules()
        #expect(
            rules.categories == [
                .init(halfLife: HalfLife(days: 30), capMilli: 40_000),
                .init(halfLife: HalfLife(days: 14), capMilli: 20_000),
                .init(halfLife: HalfLife(days: 60), capMilli: 50_000),
                .init(halfLife: HalfLife(days: 45), capMilli: 60_000),
            ])
        #expect(
            rules.signals == [
                .init(pointsMilli: 500, category: 1, limitPerDay: 5),
                .init(pointsMilli: 4_000, category: 1, limitPerDay: 1),
                .init(pointsMilli: 5_000, category: 0, consumes: true),
                .init(pointsMilli: 3_000, category: 0, limitPerDay: 3, consumes: true),
                .init(pointsMilli: 8_000, category: 0, shares: true),
                .init(pointsMilli: 12_000, category: 2, consumes: true),
                .init(pointsMilli: 20_000, category: 2),
                .init(pointsMilli: 10_000, category: 3),
                .init(pointsMilli: 25_000, category: 3),
                .init(pointsMilli: -15_000, category: 0),
                .init(pointsMilli: 20_000, category: 3, raisesHand: true),
            ])
        #expect(rules.roleWeightsPermille == [2_000, 1_500, 1_000, 500])
        #expect(rules.noRoleWeightPermille == 300)
        #expect(rules.tierCount == 3)
        #expect(rules.engagedAtMilli == 10_000)
        #expect(rules.breadthMilli == 10_000)
        #expect(
            rules.echo
                == .init(
                    windowDays: 14, pointsMilli: 5_000, upwardPointsMilli: 20_000, halfLife: HalfLife(days: 30),
                    capMilli: 60_000))
        #expect(rules.enter == .init(tier: 1, scoreMilli: 100_000, engagedBuyers: 3, roles: [0]))
        #expect(rules.stay == .init(tier: 1, scoreMilli: 60_000, engagedBuyers: 2))
        #expect(rules.dwellDays == 7)
        #expect(rules.cooldownDays == 30)
        #expect(rules.actNow == .init(tier: 2, days: 14))
        #expect(
            rules.buyer
                == .init(
                    roles: [0, 1, 2], tier: 2, raiseDays: 14, needsQualifiedAccount: true, enterMilli: 20_000,
                    stayMilli: 8_000))
    }

    /// What is left out means what the language's reference says it means.
    @Test func leavesOutByDefault() throws {
        let agreement = try Example.agreement(
            """
            agreement: Least
            timezone: UTC
            market: {tiers: {A: 0}}
            buying_group:
              roles: {anybody: {weight: 1}}
              no_role: {weight: 0}
            categories: {all: {}}
            signals: {seen: {category: all, points: 1}}
            qualified_account: {enter: {}, stay: {}}
            qualified_buyer: {roles: [anybody]}
            """)
        let rules = agreement.foldRules()
        #expect(rules.categories == [.init(halfLife: nil, capMilli: .max)])
        #expect(rules.signals == [.init(pointsMilli: 1_000, category: 0)])
        #expect(rules.engagedAtMilli == Int64(1))
        #expect(rules.breadthMilli == 0)
        #expect(rules.echo == nil)
        #expect(rules.enter == .init(tier: 1))
        #expect(rules.stay == .init(tier: 1))
        #expect(rules.dwellDays == 0)
        #expect(rules.cooldownDays == 0)
        #expect(rules.actNow == nil)
        #expect(
            rules.buyer
                == .init(
                    roles: [0], tier: 1, raiseDays: 0, needsQualifiedAccount: false, enterMilli: 0, stayMilli: 0))
        #expect(agreement.fiscalYearStarts == .january1)
    }

    /// FIPS 180-4's own example.
    @Test func hashesAsTheStandardSays() {
        #expect(
            AgreementHash.sha256Hex(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
