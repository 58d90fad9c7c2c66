import Testing
import WeirFacts
import WeirSimulation

@Suite struct WorldFilesTests {
    @Test func theSameSeedGivesTheSameBytes() throws {
        let first = try WorldTables(smallWorld(seed: 3, accounts: 60))
        let second = try WorldTables(smallWorld(seed: 3, accounts: 60))
        #expect(first.files.bytes == second.files.bytes)
        #expect(first.summary == second.summary)
        let other = try WorldTables(smallWorld(seed: 4, accounts: 60))
        for file in WorldFile.allCases where file != .enthusiasts {
            #expect(first.files.bytes[file] != other.files.bytes[file], "\(file.path)")
        }
    }

    @Test func bytesNeverChangeBetweenMachines() throws {
        // FNV-1a of all files of one world. A change here is a change of every world: say so in the change log.
        let world = try WorldTables(smallWorld(seed: 2026, accounts: 40, days: 200))
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in WorldFile.allCases {
            for byte in world.files.bytes[file] ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        #expect(hash == 8_689_940_939_275_348_493)
    }

    @Test func rowCountsAgree() throws {
        let tables = try WorldTables.small.get()
        let description = tables.files.text(.world)
        for file in WorldFile.allCases where file != .world {
            let rows = try tables.rows(file).count
            #expect(tables.summary.rows[file] == rows, "\(file.path)")
            #expect(description.contains("\"\(file.path)\": \(rows)"), "\(file.path)")
        }
        let outcomes = try tables.rows(.opportunities).compactMap { $0["outcome"] }
        #expect(outcomes.count { $0 == "won" } == tables.summary.opportunitiesWon)
        #expect(outcomes.count { $0 == "lost" } == tables.summary.opportunitiesLost)
        #expect(tables.summary.echoes == tables.summary.rows[.echoes])
    }

    @Test func idsAreUniqueExceptRepeatedFactsWhichAreExact() throws {
        let tables = try WorldTables.small.get()
        for file in [WorldFile.accounts, .buyers, .opportunities, .dispositions, .costs, .needs] {
            let ids = try tables.rows(file).compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count, "\(file.path)")
        }
        let emails = try tables.rows(.buyers).compactMap { $0["email"] }
        #expect(Set(emails).count == emails.count)
        let domains = try tables.rows(.accounts).compactMap { $0["domain"] }
        #expect(Set(domains).count == domains.count)

        var seen: [String: [String: String]] = [:]
        var repeated: Set<String> = []
        for row in try tables.rows(.engagements) {
            let id = try #require(row["id"])
            if let earlier = seen[id] {
                #expect(earlier == row)
                #expect(repeated.insert(id).inserted, "\(id) is there three times")
            }
            seen[id] = row
        }
        let told = try tables.rows(.judgedActs).filter { $0["truth"] == "repeated" }.compactMap { $0["id"] }
        #expect(repeated == Set(told))
        #expect(repeated.count > 20)
    }

    @Test func everyActHasAnActorExceptTheStatedDirt() throws {
        let tables = try WorldTables.small.get()
        let buyers = Set(try tables.rows(.buyers).compactMap { $0["id"] })
        let emails = Set(try tables.rows(.buyers).compactMap { $0["email"] })
        let accounts = Set(try tables.rows(.accounts).compactMap { $0["id"] })
        let domains = Set(try tables.rows(.accounts).compactMap { $0["domain"] })
        var counts = (known: 0, email: 0, domain: 0, account: 0, stranger: 0)
        for row in try tables.rows(.engagements) {
            let fields = ["buyer", "email", "account", "domain"].map { row[$0] ?? "" }
            switch fields.map(\.isEmpty) {
            case [false, true, false, true]:
                #expect(buyers.contains(fields[0]) && accounts.contains(fields[2]))
                counts.known += 1
            case [true, false, true, true]:
                #expect(emails.contains(fields[1]))
                counts.email += 1
            case [true, true, true, false]:
                #expect(domains.contains(fields[3]))
                counts.domain += 1
            case [true, true, false, true]:
                #expect(accounts.contains(fields[2]))
                counts.account += 1
            case [false, true, true, true]:
                #expect(!buyers.contains(fields[0]))
                counts.stranger += 1
            default: Issue.record("\(row)")
            }
        }
        #expect(counts.known > counts.email + counts.domain + counts.account + counts.stranger)
        #expect(counts.email > 0 && counts.domain > 0 && counts.account > 0 && counts.stranger > 0)
    }

    @Test func whoIsAwayOrGoneDecidesNothing() throws {
        let tables = try WorldTables(smallWorld(accounts: 800))
        let teams = try tables.rows(.teams)
        #expect(Set(teams.compactMap { $0["time_zone"] }).count == 3)
        #expect(teams.contains { $0["joins"] != "" } && teams.contains { $0["leaves"] != "" })
        let leave = try tables.rows(.leave)
        #expect(Set(leave.compactMap { $0["away_percent"] }) == ["50", "100"])
        #expect(Set(leave.compactMap { $0["member"] }) == Set(teams.compactMap { $0["member"] }))
        var said = 0
        for row in try tables.rows(.dispositions) {
            let day = String((row["at"] ?? "").prefix(10))
            let member = try #require(teams.first { $0["member"] == row["by"] })
            #expect((member["joins"] ?? "") <= day)
            if let end = member["leaves"], !end.isEmpty { #expect(day < end) }
            let isAway = leave.contains {
                $0["member"] == row["by"] && $0["away_percent"] == "100" && ($0["from"] ?? "") <= day
                    && day <= ($0["to"] ?? "")
            }
            #expect(!isAway, "\(member["member"] ?? "") was away on \(day)")
            said += 1
        }
        #expect(said > 30)
    }
}
