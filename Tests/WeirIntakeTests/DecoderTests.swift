import Testing
import WeirFacts
import WeirIntake

@Suite("Rows become facts")
struct DecoderTests {
    @Test func anAccountWithAttributesOfEveryType() throws {
        let options = MappingOptions(attributeTypes: [
            "budget": .money, "renewal": .date, "public": .yesNo, "stack": .set, "score": .number,
        ])
        let decoded = try accounts(
            "Account ID,Account Name,Website,Billing Country,Tags,Budget,Renewal,Public,Stack,Score,Note,Last Modified Date\n"
                + "a1,Acme,https://acme.com/x,DE,a;b; a,$5k,31.12.2026,yes,x|y,1.5,hello,2024-03-01T10:00:00Z\n",
            options)
        let account = try #require(decoded.facts.first)
        #expect(account.id == "a1" && account.name == "Acme" && account.domain == "acme.com")
        #expect(account.observedAt?.description == "2024-03-01T10:00:00Z")
        let expected: [String: AttributeValue?] = [
            "country": .text("DE"), "tags": .set(["a", "b"]),
            "budget": .money(Money(minorUnits: 500_000, currency: "USD")),
            "renewal": CivilDay(year: 2026, month: 12, day: 31).map { .date($0) }, "public": .yesNo(true),
            "stack": .set(["x", "y"]),
            "score": .number(FixedNumber(thousandths: 1500)), "note": .text("hello"),
        ]
        #expect(account.attributes == expected)
    }

    @Test func aBuyerByItsManyIDs() throws {
        let decoded = try buyers(
            "Id,ConvertedContactId,Merge IDs,FirstName,LastName,Email,Company,AccountId,Website\n"
                + "L1,C1,[12;13],Ana,Luk,ANA@x.com,X GmbH,A1,www.x.com\n,C2,,,Solo,,,,\n,,,No,Key,,,,\n")
        #expect(
            decoded.facts == [
                BuyerSeen(
                    id: "L1", otherIDs: ["C1", "12", "13"], email: "ana@x.com", name: "Ana Luk", accountID: "A1",
                    accountDomain: "x.com", accountName: "X GmbH"),
                BuyerSeen(id: "C2", name: "Solo"),
            ])
        #expect(decoded.tally.rejectedRows.map(\.problem.line) == [4])
    }

    @Test func engagementsWithRenamedAndConstantValues() throws {
        let options = MappingOptions(
            constants: ["channel": "email"], only: [.init(column: "ok", value: "1"), .init(column: "ok", value: "2")],
            signalNames: ["OPEN": "email_opened"])
        let decoded = try engagements(
            "id,contact id,Email,type,created,Page URL,shared with,ok,is_deleted\n"
                + "m1,c1,A@B.com,open,2024-01-02 03:04:05.678,http://x/y,Z@Q.com,1,false\n"
                + "m2,c1,,CLICK,1704164645,,c9,2,\n"
                + "m3,c1,,CLICK,1704164645,,,3,\n"
                + "m4,c1,,CLICK,1704164645,,,1,TRUE\n"
                + ",,,,,,,,\n"
                + "m6,,,CLICK,1704164645,,,1,\n"
                + "m7,c1,,,1704164645,,,1,\n"
                + "m8,c1,,CLICK,31/31/2024,,,1,\n"
                + "m9,c1,a@b@c,CLICK,2024-01-02,,,1,\n", options)
        #expect(
            decoded.facts == [
                EngagementText(
                    message: "m1", buyer: "c1", email: "a@b.com", signal: "email_opened", content: "http://x/y",
                    sharedWith: "z@q.com", channel: "email", at: "2024-01-02T03:04:05.678Z"),
                EngagementText(
                    message: "m2", buyer: "c1", signal: "CLICK", sharedWith: "c9", channel: "email",
                    at: "2024-01-02T03:04:05Z"),
                EngagementText(
                    message: "m9", buyer: "c1", signal: "CLICK", channel: "email", at: "2024-01-02T00:00:00Z"),
            ])
        let tally = decoded.tally
        #expect(tally.accepted == 3 && tally.skippedFiltered == 2 && tally.skippedDeleted == 1 && tally.rejected == 3)
        #expect(tally.rows == 9)
        #expect(tally.rejectedRows.map(\.problem.line) == [7, 8, 9])
        #expect(tally.rejectedRows.map(\.problem.column) == [nil, "type", "created"])
        #expect(tally.rejectedRows.map(\.problem.code) == [.missingValue, .missingValue, .badTime])
        #expect(tally.notices.all.map(\.code) == [.emailDropped])
    }

    @Test func rowsOfDelimitersOnlyAreSkipped() throws {
        let decoded = try engagements("id,buyer,signal,at\n,,,\n , , , \n1,b,s,2024-01-01\n")
        #expect(decoded.tally.skippedBlank == 2)
        #expect(decoded.tally.accepted == 1)
    }

    @Test(
        "when an opportunity is won or lost",
        arguments: [
            ("is_won,is_closed\n1,true,true", OpportunitySeen.Outcome.won), ("is_won,is_closed\n1,false,true", .lost),
            ("is_won,is_closed\n1,false,false", .open), ("stage\n1,Closed Won", .won), ("stage\n1,closedlost", .lost),
            ("stage\n1,closed_won", .won), ("stage\n1,Lost", .lost), ("stage\n1,Negotiation", .open),
            ("outcome\n1,won", .won),
            ("outcome,stage\n1,open,Closed Won", .open),
        ])
    func outcomes(table: String, expected: OpportunitySeen.Outcome) throws {
        let decoded = try opportunities("id,\(table)\n")
        #expect(decoded.facts.map(\.outcome) == [expected])
    }

    @Test func theCloseDateOfAnOpenOpportunityIsOnlyAHope() throws {
        let decoded = try opportunities("id,account,stage,close date\n1,A,Open,2030-01-01\n2,A,Won,2024-01-01\n")
        #expect(decoded.facts.map(\.closedAt?.description) == [nil, "2024-01-01T00:00:00Z"])
        // A column called just "account" holds ids in some files and names in others.
        #expect(decoded.facts.map(\.accountID) == ["A", "A"] && decoded.facts.map(\.accountName) == ["A", "A"])
    }

    @Test func dispositionsAndCosts() throws {
        var (reader, mapping) = try mapped(
            "buyer,verdict,reason,at,by\nb1,Accepted,,2024-01-01T09:00:00Z,Kim\nb2,maybe,,2024-01-01,\nb3,recycle,too early,2024-02-30,\n",
            .dispositions)
        var tally = RowTally()
        var dispositions = DispositionDecoder(mapping: mapping)
        let batch = try #require(try reader.nextBatch())
        let facts = dispositions.decode(batch, tally: &tally)
        mapping = dispositions.mapping
        #expect(facts.map(\.line) == [2])
        #expect(facts.first?.fact.verdict == .accept)
        #expect(tally.rejectedRows.map(\.problem.code) == [.badVerdict, .badTime])

        var (costReader, costMapping) = try mapped(
            "campaign,month,end,spend\nspring,2024-02,,1000 EUR\nfair,2024-03-01,2024-03-05,2k\nbad,2024-03-05,2024-03-01,1\n",
            .costs)
        var costs = CostDecoder(mapping: costMapping)
        var costTally = RowTally()
        let costBatch = try #require(try costReader.nextBatch())
        let incurred = costs.decode(costBatch, tally: &costTally).map(\.fact)
        costMapping = costs.mapping
        #expect(
            incurred.map { "\($0.from) \($0.to) \($0.amount)" } == [
                "2024-02-01 2024-02-29 1000 EUR", "2024-03-01 2024-03-05 2000 USD",
            ])
        #expect(costTally.rejectedRows.map(\.problem.code) == [.badPeriod])
    }

    @Test func timesWithoutAZoneAreReadInTheCallersZone() throws {
        let rules = ValueRules(times: InstantParser(secondsAheadOfUTC: { _ in 7200 }))
        let decoded = try engagements(
            "buyer,signal,at\nb,s,2024-01-01 12:00:00\nb,s,2024-01-01T12:00:00Z\nb,s,2024-01-01\n", MappingOptions(),
            rules)
        #expect(decoded.facts.map(\.at) == ["2024-01-01T10:00:00Z", "2024-01-01T12:00:00Z", "2023-12-31T22:00:00Z"])
    }
}
