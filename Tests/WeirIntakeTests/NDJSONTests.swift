import Testing
import WeirFacts
import WeirIntake

@Suite("NDJSON")
struct NDJSONTests {
    @Test func keysBecomeColumnsInTheOrderOfTheirAppearance() throws {
        let table = try ReadTable(
            """
            {"id":"1","name":"Ana \\"A\\" Łuk","n":12.5,"ok":true}

            {"id":"2","address":{"city":"Köln","geo":{"lat":50.9}},"tags":["a","b",3]}
            {"id":"3","name":null,"list":[{"x":1},[2]],"e":[],"name2":"\\u20ac \\ud83e\\udd8a\\n"}
            """)
        #expect(
            table.headers == ["id", "name", "n", "ok", "address.city", "address.geo.lat", "tags", "list", "e", "name2"])
        #expect(table.rows.map { $0[0] } == ["1", "2", "3"])
        #expect(table.rows[0][1] == "Ana \"A\" Łuk")
        #expect(Array(table.rows[0][2...3]) == ["12.5", "true"])
        #expect(Array(table.rows[1][4...6]) == ["Köln", "50.9", "a;b;3"])
        #expect(Array(table.rows[2][7...9]) == ["[{\"x\":1},[2]]", "", "€ 🦊\n"])
        #expect(table.lines == [1, 3, 4])
    }

    static let badLines: [(String, RowProblem.Code, Int)] = [
        ("{\"a\":}", .badJSON, 6),
        ("{\"a\":1", .badJSON, 7),
        ("{\"a\" 1}", .badJSON, 6),
        ("{\"a\":01}", .badJSON, 6),
        ("{\"a\":1.}", .badJSON, 6),
        ("{\"a\":\"x}", .badJSON, 6),
        ("{\"a\":\"\\x\"}", .badJSON, 8),
        ("{\"a\":tru}", .badJSON, 6),
        ("{\"a\":1} x", .badJSON, 9),
        ("{a:1}", .badJSON, 2),
        ("{\"a\":[1 2]}", .badJSON, 9),
        ("[1,2]", .badJSON, 1),
        ("12", .badJSON, 1),
        ("{\"a\":" + String(repeating: "{\"a\":", count: 40) + "1" + String(repeating: "}", count: 41), .tooDeep, 161),
        ("{\"a\":" + String(repeating: "[", count: 100_000), .badJSON, 0),
    ]

    @Test("a bad line is rejected with its place, the others go in", arguments: badLines)
    func badLine(line: String, code: RowProblem.Code, character: Int) throws {
        let table = try ReadTable("{\"a\":1}\n\(line)\n{\"a\":3}\n")
        #expect(table.rows.map { $0[0] } == ["1", "3"])
        let rejected = try #require(table.rejected.first)
        #expect(rejected.problem.line == 2)
        #expect(rejected.problem.code == code || character == 0)
        #expect(character == 0 || rejected.problem.reason.contains("(character \(character) of the line)"))
        #expect(rejected.raw?.hasPrefix(line.prefix(100)) == true)
    }

    @Test func keysThatComeLateWidenTheTable() throws {
        let early = (0..<3000).map { "{\"id\":\"\($0)\",\"name\":\"c\"}\n" }.joined()
        let text = early + "{\"id\":\"late\",\"name\":\"x\",\"country\":\"DE\"}\n{\"id\":\"last\"}\n"
        var (reader, mapping) = try mapped(text, .accounts)
        #expect(reader.headers == ["id", "name"])
        var decoder = AccountDecoder(mapping: mapping)
        var tally = RowTally()
        var facts: [AccountSeen] = []
        while let batch = try reader.nextBatch() { facts += decoder.decode(batch, tally: &tally).map(\.fact) }
        mapping = decoder.mapping
        #expect(tally.accepted == 3002)
        #expect(facts[3000].attributes["country"] == .some(.text("DE")))
        #expect(mapping.column(of: .country) == 2)
    }

    @Test func nullErasesAndAMissingKeyKeeps() throws {
        let seen = try accounts("{\"id\":\"1\",\"city\":null,\"industry\":\"\"}\n{\"id\":\"2\"}\n").facts
        #expect(seen[0].attributes == ["city": nil])
        #expect(seen[1].attributes.isEmpty)
    }

    @Test func linesBeyondTheLimitAreRejectedNotHeld() throws {
        let limits = ReaderLimits(fieldBytes: 100, rowBytes: 1000, windowBytes: 64, batchBytes: 500)
        let text =
            "{\"a\":1}\n{\"a\":\"\(String(repeating: "x", count: 101))\"}\n{\"a\":\"\(String(repeating: "y", count: 50_000))\"}\n"
            + "{\"a\":4}\n"
        let table = try ReadTable(Array(text.utf8), chunk: 41, limits: limits)
        #expect(table.rows == [["1"], ["4"]])
        #expect(table.lines == [1, 4])
        #expect(table.rejected.map(\.problem.code) == [.fieldTooLong, .rowTooLong])
        #expect(table.mostBuffered <= 1064)
    }
}
