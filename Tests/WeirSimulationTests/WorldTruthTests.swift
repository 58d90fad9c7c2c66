import Testing
import WeirFacts
import WeirSimulation

@Suite struct WorldTruthTests {
    @Test func opportunitiesOpenWithinTheirNeeds() throws {
        let tables = try WorldTables(smallWorld(accounts: 800))
        let needs = Dictionary(
            uniqueKeysWithValues: try tables.rows(.needs).map { ($0["id"] ?? "", $0) })
        let opened = Dictionary(
            uniqueKeysWithValues: try tables.rows(.opportunities).map { ($0["id"] ?? "", $0) })
        var real = 0
        for cause in try tables.rows(.opportunityCauses) {
            let opportunity = try #require(opened[cause["id"] ?? ""])
            guard cause["cause"] == "need" else {
                #expect(opportunity["outcome"] != "won", "junk is never won")
                continue
            }
            let need = try #require(needs[cause["need"] ?? ""])
            let day = String((opportunity["opened_at"] ?? "").prefix(10))
            #expect(need["account"] == opportunity["account"])
            #expect((need["start"] ?? "") < day && day <= (need["end"] ?? ""))
            #expect(need["opportunity"] == cause["id"] && need["fate"] == "opportunity")
            real += 1
        }
        #expect(real > 10)
        #expect(real == needs.values.count { $0["opportunity"] != "" })
    }

    @Test func sharesNameColleaguesAndEchoesAnswerThem() throws {
        let tables = try WorldTables.small.get()
        let home = Dictionary(
            uniqueKeysWithValues: try tables.rows(.buyers).map { ($0["id"] ?? "", $0["account_id"] ?? "") })
        var acts: [String: [String: String]] = [:]
        for row in try tables.rows(.engagements) {
            acts[row["id"] ?? ""] = row
            guard let colleague = row["shared_with"], !colleague.isEmpty else {
                #expect(row["signal"] != "content_shared")
                continue
            }
            #expect(row["signal"] == "content_shared")
            #expect(colleague != row["buyer"])
            if let account = row["account"], !account.isEmpty { #expect(home[colleague] == account) }
        }
        let echoes = try tables.rows(.echoes)
        #expect(echoes.count > 20)
        for echo in echoes {
            let share = try #require(acts[echo["share"] ?? ""])
            let read = try #require(acts[echo["read"] ?? ""])
            #expect(share["shared_with"] == echo["to"] && read["buyer"] == echo["to"])
            #expect(share["content"] == read["content"])
            #expect((share["at"] ?? "") < (read["at"] ?? ""))
        }
    }

    @Test func lateFactsComeOutOfTimeOrder() throws {
        let tables = try WorldTables.small.get()
        let late = Set(
            try tables.rows(.judgedActs).filter { $0["truth"] == "late" || $0["truth"] == "repeated" }
                .compactMap { $0["id"] })
        var last: [String: String] = [:]
        var outOfOrder = 0
        for row in try tables.rows(.engagements) {
            let (id, at) = (row["id"] ?? "", row["at"] ?? "")
            let account = String(id.prefix(8))
            if at < last[account] ?? "" {
                #expect(late.contains(id))
                outOfOrder += 1
            } else if !late.contains(id) {
                last[account] = at
            }
        }
        #expect(outOfOrder > 50)
    }

    @Test func salesWorksOnBusinessDays() throws {
        let tables = try WorldTables.small.get()
        let dates =
            try tables.rows(.dispositions).map { $0["at"] ?? "" }
            + tables.rows(.opportunities).map { $0["opened_at"] ?? "" }
            + tables.rows(.engagements).filter { $0["signal"] == "meeting_held" }.map { $0["at"] ?? "" }
        #expect(dates.count > 30)
        for date in dates {
            let day = try #require(CivilDay(date.prefix(10)))
            #expect(day.weekday < 5, "\(date)")
        }
    }

    @Test func refusalsHaveReasonsOfTheAgreement() throws {
        let reasons: Set = [
            "duplicate", "bad_contact_details", "outside_target", "wrong_role", "already_in_pipeline", "no_need",
            "no_budget", "no_authority", "bad_timing", "only_wanted_content",
        ]
        let dispositions = try WorldTables.small.get().rows(.dispositions)
        #expect(Set(dispositions.compactMap { $0["verdict"] }) == ["accept", "reject", "recycle"])
        for disposition in dispositions {
            let reason = disposition["reason"] ?? ""
            #expect(disposition["verdict"] == "accept" ? reason.isEmpty : reasons.contains(reason))
        }
    }

    @Test func machinesAreToldAndFew() throws {
        let tables = try WorldTables.small.get()
        let machines = try tables.rows(.judgedActs).filter { $0["truth"] == "link_scanner" || $0["truth"] == "crawler" }
        let all = try #require(tables.summary.rows[.engagements])
        #expect(machines.count > 0 && machines.count * 4 < all)
        #expect(machines.contains { $0["truth"] == "crawler" } && machines.contains { $0["truth"] == "link_scanner" })
    }

    @Test func anAccountByItselfIsTheOneInTheFiles() throws {
        let tables = try WorldTables(smallWorld(accounts: 40))
        let rows = try tables.rows(.engagements)
        for index in [0, 7, 39] {
            let account = tables.world.account(index)
            let prefix = "E" + account.id.dropFirst() + "-"
            let written = rows.filter { $0["id"]?.hasPrefix(prefix) == true }
            #expect(account.acts.map(\.id) == written.compactMap { $0["id"] })
            #expect(account.acts.map(\.at.description) == written.compactMap { $0["at"] })
            #expect(account.acts.map(\.signal.name) == written.compactMap { $0["signal"] })
            #expect((3...16).contains(account.buyers.count))
        }
    }

    @Test func needsMakePeopleActive() throws {
        // The world's reason to be: accounts do more while they truly need something.
        let world = try DemandWorld(settings: smallWorld(accounts: 400))
        var (inNeed, daysInNeed, without, daysWithout) = (0, 0, 0, 0)
        for index in 0..<400 {
            let account = world.account(index)
            let acts = account.acts.filter { !$0.isAutomated && !$0.isRepeated }
            if account.needs.isEmpty {
                without += acts.count
                daysWithout += world.settings.days
            }
            for need in account.needs {
                let days = max(need.start, world.settings.firstDay)...min(need.end, world.settings.lastDay)
                inNeed += acts.count { days.contains($0.at.utcDay) }
                daysInNeed += days.count
            }
        }
        try #require(daysInNeed > 0 && daysWithout > 0)
        #expect(inNeed * daysWithout > 4 * without * daysInNeed)
    }
}
