import Foundation
import Testing
import WeirApp
import WeirTestSupport

@Suite("Cases answered from outside")
struct FoldCaseTests {
    private struct Expected: Decodable {
        struct Answers: Decodable {
            var transitions: JSONValue
            var scores: JSONValue
        }

        var id: String
        var expect: Answers
    }

    private struct Answer: Decodable, Equatable {
        var id: String
        var transitions: JSONValue
        var scores: JSONValue
    }

    @Test(
        "every vector of the specification, both ways",
        .enabled(if: ProjectFiles.hasShared("spec/vectors.jsonl"), "needs ../shared/spec beside the project"),
        arguments: [false, true])
    func vectors(inBatch: Bool) throws {
        let path = try #require(ProjectFiles.shared("spec/vectors.jsonl"))
        let lines = try ProjectFiles.text(path).split(separator: "\n")
        #expect(lines.count > 100)
        for line in lines {
            let expected = try JSONDecoder().decode(Expected.self, from: Data(line.utf8))
            let bytes = try FoldCases.answer(Data(line.utf8), inBatch: inBatch)
            #expect(!bytes.contains(UInt8(ascii: "\n")))
            let answer = try JSONDecoder().decode(Answer.self, from: bytes)
            #expect(
                answer
                    == Answer(
                        id: expected.id, transitions: expected.expect.transitions, scores: expected.expect.scores))
        }
    }

    private func line(_ facts: String) -> String {
        """
        {"id":"x","rules":{"categories":[{"half_life":7,"cap":9000}],"signals":[{"points":5000,"category":0}],\
        "roles":[{"weight":1000}],"no_role_weight":500,"tiers":2,"engaged_at":1,"breadth_points":0,"echo":null,\
        "account":{"enter":{"tier":1,"score":1,"engaged_buyers":1,"roles":[]},"stay":{"tier":1,"score":1,\
        "engaged_buyers":0,"roles":[]},"dwell":0,"cooldown":0,"act_now":null},"buyer":{"roles":[0],"tier":1,\
        "raise_days":1,"account_qualified":false,"enter":1,"stay":1}},"facts":[\(facts)],"until":20,"ask":[12]}
        """
    }

    @Test(
        "a case that makes no sense is refused in words, both ways",
        arguments: [
            #"{"kind":"engagement","day":9,"buyer":0,"signal":1}"#,
            #"{"kind":"engagement","day":9,"buyer":-1,"signal":0}"#, #"{"kind":"engagement","day":9,"buyer":0}"#,
            #"{"kind":"engagement","day":9,"buyer":99999999999,"signal":0}"#,
            #"{"kind":"persona","day":9,"buyer":0,"role":7}"#, #"{"kind":"dance","day":9}"#,
            #"{"kind":"fit","day":9,"points":1,"tier":0},{"kind":"fit","day":8,"points":1,"tier":0}"#,
            #"{"kind":"engagement","day":9,"buyer":0,"signal":0,"content":-5}"#,
            #"{"kind":"engagement","day":9,"buyer":0,"signal":0,"content":1,"to":-3}"#,
        ])
    func refused(facts: String) {
        for inBatch in [false, true] {
            let error = #expect(throws: AppError.self) {
                try FoldCases.answer(Data(line(facts).utf8), inBatch: inBatch)
            }
            #expect(error?.code == .badData)
        }
    }

    @Test func withoutFactsThereIsNothing() throws {
        for inBatch in [false, true] {
            let bytes = try FoldCases.answer(Data(line("").utf8), inBatch: inBatch)
            #expect(String(decoding: bytes, as: UTF8.self) == #"{"id":"x","scores":[],"transitions":[]}"#)
        }
    }
}

/// JSON compared by what it means.
enum JSONValue: Decodable, Equatable {
    case null
    case yesNo(Bool)
    case number(Int64)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if box.decodeNil() {
            self = .null
        } else if let value = try? box.decode(Bool.self) {
            self = .yesNo(value)
        } else if let value = try? box.decode(Int64.self) {
            self = .number(value)
        } else if let value = try? box.decode(String.self) {
            self = .text(value)
        } else if let value = try? box.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try box.decode([String: JSONValue].self))
        }
    }
}
