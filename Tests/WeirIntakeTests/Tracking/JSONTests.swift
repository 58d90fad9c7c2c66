import Foundation
import Testing
import WeirIntake
import WeirTestSupport

@Suite("JSON")
struct JSONTests {
    private func value(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test func everyKindOfValueIsRead() throws {
        let read = try value(
            " {\"a\":null,\"b\":[true,false,-0.50e+2],\"c\":{\"d\":\"x\\n\\u20ac\\ud83e\\udd8a\\\"\\/\"},\"e\":{},\"f\":[]} "
        )
        let expected: JSONObject = [
            "a": .null, "b": .list([.yesNo(true), .yesNo(false), .number("-0.50e+2")]),
            "c": .object(["d": .text("x\n€🦊\"/")]), "e": .object([:]), "f": .list([]),
        ]
        #expect(read == .object(expected))
        #expect(expected.value(at: "c.d") == .text("x\n€🦊\"/"))
        #expect(expected.value(at: "c.x") == nil)
    }

    @Test func namesMayBeWrittenOtherwise() {
        let object: JSONObject = ["employee_count": .number("7"), "Company Name": .text("A"), "a.b": .text("dotted")]
        #expect(object.value(likely: "employeeCount") == .number("7"))
        #expect(object.value(likely: "companyName") == .text("A"))
        #expect(object.value(at: "a.b") == .text("dotted"))
        #expect(object["employeeCount"] == nil)
    }

    @Test func halvesOfCharactersAndNulAreReplaced() throws {
        #expect(try value("\"\\ud800\"") == .text("\u{FFFD}"))
        #expect(try value("\"a\\u0000b\"") == .text("a\u{FFFD}b"))
        #expect(
            try value("{\"a\":1,\"a\":2}").self
                == .object(
                    JSONObject(members: [
                        .init(name: "a", value: .number("1")), .init(name: "a", value: .number("2")),
                    ])))
    }

    static let bad = [
        "", " ", "{", "}", "[", "]", "{]", "[}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
        "{1:2}",
        "tru", "nul", "nulll", "True", "'a'", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"\\", "\"a\nb\"", "01",
        "1.", ".5", "1e",
        "1e+", "-", "+1", "--1", "0x10", "NaN", "Infinity", "1 2", "[1]]", "{\"a\":1}}", "/**/1", "\u{FEFF}",
        "\"\u{01}\"",
        "{\"a\" 1}", "{\"a\":1 \"b\":2}", "[1:2]",
    ]

    @Test("text that is no JSON is refused", arguments: bad)
    func refused(text: String) {
        #expect(throws: JSONProblem.self) { try value(text) }
    }

    // Names differ within each object: readers differ on which of two equal ones counts.
    @Test("another reader agrees on random texts", arguments: [UInt64(11), 12, 13])
    func agreesWithFoundation(seed: UInt64) throws {
        var chance = SeededChance(seed)
        var good = 0
        for round in 0..<4000 {
            var bytes = Array(randomJSON(&chance, depth: 0).utf8)
            // Half of them damaged; without commas, since the other reader takes one before a closing bracket.
            if round % 2 == 1, !bytes.isEmpty {
                let place = chance.below(bytes.count)
                bytes[place] = chance.pick(Array("{}[]\":\\0-.tfn x\u{7f}".utf8))
            }
            let ours = try? JSONValue(parsing: bytes)
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
            #expect((ours == nil) == (theirs == nil), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
            if let ours, let theirs {
                good += 1
                #expect(isSame(ours, theirs), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(good > 2000)
    }

    private func randomJSON(_ chance: inout SeededChance, depth: Int) -> String {
        switch chance.below(depth > 4 ? 5 : 8) {
        case 0: return "null"
        case 1: return chance.pick(["true", "false"])
        case 2: return chance.pick(["0", "-1", "12.5", "1e3", "-0.25E-2", "9007199254740993"])
        case 3: return "\"\(chance.pick(["", "a", "ä", "€ 🦊", "\\\"", "\\u00e4", "\\n", "x y"]))\""
        case 4: return "\"k\(chance.below(9))\""
        case 5, 6:
            let members = (0..<chance.below(5)).map { "\"n\($0)\" : " + randomJSON(&chance, depth: depth + 1) }
            return "{" + members.joined(separator: ", ") + "}"
        default:
            return "[" + (0..<chance.below(5)).map { _ in randomJSON(&chance, depth: depth + 1) }.joined(separator: ",")
                + "]"
        }
    }

    private func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours {
        case .null: return theirs is NSNull
        case .yesNo(let yes): return theirs as? Bool == yes
        case .number(let text): return (theirs as? NSNumber)?.doubleValue == Double(text)
        case .text(let text): return theirs as? String == text
        case .list(let items):
            guard let list = theirs as? [Any], list.count == items.count else { return false }
            return zip(items, list).allSatisfy(isSame)
        case .object(let object):
            guard let members = theirs as? [String: Any] else { return false }
            return Set(object.members.map(\.name)) == Set(members.keys)
                && object.members.allSatisfy { member in members[member.name].map { isSame(member.value, $0) } ?? false
                }
        }
    }
}
