import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("Seats to fill, ranked by what one person would change")
struct SeatRankingTests {
    private let group = Northwind.buyingGroup

    /// The example agreement's gate: tier B, 100 points, 3 engaged buyers, a decision maker; engaged at 10 points,
    /// 10 points for each role.
    private var gate: EntryGate {
        EntryGate(
            .init(tier: 1, scoreMilli: 100_000, engagedBuyers: 3, roles: [0]), tierCount: 3, group: group,
            engagedAtMilli: 10_000, breadthMilli: 10_000)
    }

    private func standing(
        _ scoreMilli: Int64, engaged: Int, roles: Set<Int>, tier: Int = 0, qualified: Bool = false, cooldown: Int = 0
    ) -> EntryGate.Standing {
        .init(
            isQualified: qualified, tier: tier, scoreMilli: scoreMilli, engagedBuyers: engaged, engagedRoles: roles,
            cooldownDays: cooldown)
    }

    @Test("One person qualifies the account exactly when the gate would then be met")
    func effects() {
        // A decision maker weighs 2: 20 points, and 10 for the new role.
        #expect(gate.gainMilli(role: 0, standing(0, engaged: 2, roles: [1])) == 30_000)
        #expect(gate.gainMilli(role: 0, standing(0, engaged: 2, roles: [0])) == 20_000)
        #expect(gate.effect(role: 0, standing(70_000, engaged: 2, roles: [1])) == .qualifies)
        #expect(
            gate.effect(role: 0, standing(69_999, engaged: 2, roles: [1]))
                == .nearer(missingMilli: 1, missingBuyers: 0, missingRoles: []))
        #expect(
            gate.effect(role: 1, standing(90_000, engaged: 1, roles: [2]))
                == .nearer(missingMilli: 0, missingBuyers: 1, missingRoles: [0]))
        #expect(gate.effect(role: 0, standing(200_000, engaged: 9, roles: [0], qualified: true)) == .alreadyQualified)
        #expect(gate.effect(role: 0, standing(200_000, engaged: 9, roles: [1], tier: 2)) == .closed(.tier))
        #expect(
            gate.effect(role: 0, standing(200_000, engaged: 9, roles: [1], cooldown: 4)) == .closed(.cooldown(days: 4)))
    }

    /// The gate, walked condition by condition after the person is added: whether it is met.
    private func isMet(_ standing: EntryGate.Standing, adding role: Int) -> Bool {
        let weights: [Int64] = [2000, 1500, 1000, 500]
        var score = standing.scoreMilli + 10 * weights[role]
        if !standing.engagedRoles.contains(role) { score += 10_000 }
        return standing.tier <= 1 && score >= 100_000 && standing.engagedBuyers + 1 >= 3
            && (role == 0 || standing.engagedRoles.contains(0)) && standing.cooldownDays == 0
    }

    @Test("So it is with random accounts, and who changes the most comes first", arguments: [31, 32, 33])
    func random(seed: UInt64) throws {
        var random = Seeded(seed)
        let accounts = (0..<300).map { number in
            let roles = Set((0..<4).filter { _ in random.below(3) == 0 })
            return CoveredAccount(
                id: Int64(number), name: "Account \(number)",
                standing: standing(
                    Int64(random.below(130)) * 1000, engaged: roles.count + random.below(3), roles: roles,
                    tier: random.below(4), qualified: random.below(8) == 0, cooldown: random.below(6) == 0 ? 5 : 0),
                people: (0..<random.below(6)).map { _ in
                    .init(role: random.below(5) == 0 ? nil : random.below(4), isEngaged: random.below(2) == 0)
                })
        }
        let ranking = SeatRanking(accounts, group, gate)
        let standings = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.standing) })
        for gap in ranking.gaps {
            let standing = try #require(standings[gap.account])
            #expect(
                (gap.effect == .qualifies) == (!standing.isQualified && isMet(standing, adding: gap.role)),
                "seed \(seed): \(gap)")
            #expect(gap.missing > 0 && gap.missing == gap.wanted - gap.known)
        }
        let wanted = [0: 1, 1: 1, 2: 2]
        let expected = accounts.reduce(0) { sum, account in
            sum + wanted.count { role, count in account.people.count { $0.role == role } < count }
        }
        #expect(ranking.gaps.count == expected, "seed \(seed)")
        // Nobody who would qualify an account stands behind somebody who would not.
        let changing = ranking.gaps.map { $0.effect == .qualifies }
        #expect(changing == changing.sorted { $0 && !$1 }, "seed \(seed)")
        #expect(ranking.toEngage.allSatisfy { $0.effect == .qualifies && $0.known > $0.engaged })
        #expect(ranking.lines().allSatisfy { $0.count <= 100 && $0.last != " " })
        #expect(ranking.report.accounts.count == 300)
    }

    @Test("The order goes out as CSV and comes back through the list check")
    func order() throws {
        let account = CoveredAccount(
            id: 1, name: "bank", standing: standing(70_000, engaged: 2, roles: [1]),
            people: [.init(role: 1, isEngaged: true), .init(role: 2, isEngaged: true)])
        let ranking = SeatRanking([account], group, gate)
        #expect(ranking.gaps.map(\.role) == [0, 2] && ranking.gaps[0].effect == .qualifies)
        let order = ListOrder(ranking.gaps, group, required: ["phone"], price: Money(minorUnits: 9000, currency: "EUR"))
        { _ in
            AccountAddress(name: "Bank plc", domain: "bank.example", country: "United Kingdom")
        }
        let records = CSVCells.records(order.csv(group))
        let rows = records.dropFirst().enumerated().map { (line: $0.offset + 2, cells: $0.element) }
        let reading = ListOrder.read(headers: records[0], rows: rows, group: group)
        #expect(reading.problems.isEmpty && reading.order == order)
        #expect(order.lines[0].note == "the account qualifies" && order.lines[0].functions == [0, 1])
        let text = order.plainText(group)
        #expect(text.contains("Bank plc, bank.example, United Kingdom") && text.contains("1 × decision_maker"))
        var dearer = order
        dearer.lines[0].price = Money(minorUnits: 1_234_550, currency: "EUR")
        #expect(dearer.plainText(group).contains("12,345.50 EUR for each accepted person"))
        #expect(text.contains("90 EUR for each accepted person") && text.contains("why: the account qualifies"))

        struct Nobody: CompanyResolver {
            func candidates(name: String?, domain: String?, country: String?) -> [CompanyCandidate] { [] }
            func attributes(of account: Int64) -> CompanyAttributes? { nil }
        }
        var check = ListCheck(
            reading.order, market: try Northwind.compiled(), group: group, mail: MailDomains(), companies: Nobody(),
            readTitle: { [titles = TitleReader(group)] in titles.read($0) })
        func line(_ number: Int, _ title: String) -> VendorLine {
            VendorLine(
                line: number, values: [],
                fields: ["email": "p\(number)@bank.example", "company": "BANK PLC", "title": title, "phone": "1"])
        }
        #expect(try check.judge(line(2, "VP Sales")).isAccepted)
        #expect(try check.judge(line(3, "VP Marketing")).reasons.map(\.code) == [.overQuantity])
        #expect(try check.judge(line(4, "IT Architect")).isAccepted)
    }
}
