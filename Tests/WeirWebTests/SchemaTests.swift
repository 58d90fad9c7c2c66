import Testing
import WeirIntake
import WeirTestSupport
import WeirWeb

@Suite("Bodies are checked by the schema that is published")
struct SchemaTests {
    let schema = Schema.object([
        .init("name", .text(1...5, .line)), .init("count", .integer(1...10), isRequired: false),
        .init("sides", .list(.choice(["left", "right"]), atMost: 2), isRequired: false),
        .init("note", .orNull(.text(0...3)), isRequired: false), .init("day", .day, isRequired: false),
    ])

    private func codes(_ json: String) throws -> [String] {
        try schema.mistakes(JSONValue(parsing: Array(json.utf8))).map { "\($0.pointer) \($0.code)" }
    }

    @Test func whatIsRightHasNoMistakes() throws {
        for json in [
            #"{"name":"a"}"#, #"{"name":"Köln","count":10,"sides":["left","right"],"note":null}"#,
            #"{"name":"a b","count":1.0}"#, #"{"name":"a","count":1e1}"#, #"{"name":"a","day":"2028-02-29"}"#,
        ] {
            #expect(try codes(json) == [], "\(json)")
        }
    }

    @Test func everyMistakeIsNamedWithItsPlace() throws {
        let json = #"{"name":"","count":11,"sides":["left","up"],"note":"long","other":1,"day":"2026-02-30"}"#
        #expect(
            try codes(json) == [
                "#/name wrong_length", "#/count out_of_range", "#/sides/1 not_a_choice", "#/note wrong_length",
                "#/other unknown_member", "#/day wrong_format",
            ])
    }

    @Test func oddValuesAreMistakes() throws {
        #expect(try codes("[]") == ["# wrong_type"])
        #expect(try codes("{}") == ["#/name missing"])
        #expect(try codes(#"{"name":"a","name":"b"}"#) == ["#/name twice"])
        #expect(try codes(#"{"name":"a","a/b~c":1}"#) == ["#/a~1b~0c unknown_member"])
        for count in ["1.5", "1e400", "-1", "\"5\"", "true", "99999999999999999999", "1e-1"] {
            #expect(try codes(#"{"name":"a","count":\#(count)}"#).count == 1, "\(count)")
        }
        for name in [" a", "a ", "a\\u0000", "a\\nb", "\\ud800"] {
            #expect(try codes(#"{"name":"\#(name)"}"#).count == 1, "\(name)")
        }
    }

    @Test func numbersOfQueriesAreDigitsOnly() {
        for text in ["5", "05", "10"] { #expect(Schema.integer(1...10).mistake(inQuery: text, at: "n") == nil) }
        for text in ["", " 5", "+5", "5_0", "٥", "5.0", "11", "0", "-1", "99999999999999999999"] {
            #expect(Schema.integer(1...10).mistake(inQuery: text, at: "n") != nil, "\(text)")
        }
    }

    /// The contract shows a pattern, and the server reads by hand: both have to mean the same.
    @Test(arguments: [TextRule.Format.email, .word, .line, .origin, .id("acc")])
    func whatIsTakenIsWhatThePatternSays(_ format: TextRule.Format) throws {
        let pattern = try Regex(format.pattern)
        let schema = Schema.text(0...100, format)
        let pieces = [
            "a", "Z9", "@", ".", "-", "_", "%", "+", " ", "é", ":", "/", "*", "acc", "acc_", "7", "example", ".com",
            "ann@example.com", "http://", "https://", ":80",
        ]
        var chance = SeededChance(7)
        for _ in 0..<3_000 {
            let text = (0..<chance.below(6)).map { _ in chance.pick(pieces) }.joined()
            let isTaken = schema.mistakes(.text(text)).isEmpty
            #expect(isTaken == (text.wholeMatch(of: pattern) != nil), "\(format), seed 7: “\(text)”")
        }
    }
}
