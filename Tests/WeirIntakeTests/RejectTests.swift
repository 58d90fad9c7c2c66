import Foundation
import Testing
import WeirFacts
import WeirIntake

@Suite("Rejected rows")
struct RejectTests {
    private let table =
        "id;name;employees\n1;\"A; \"\"B\"\"\";many\n2;ok;5\n3;\"two\nlines\";1,234\n4;x;7;too;many\n5;\"open\n"

    @Test func areWrittenWithPlaceAndReasonAndTheRowAsItWas() throws {
        let decoded = try accounts(table, MappingOptions(), ValueRules(commaIsInDoubt: true))
        let text = RejectText(headers: ["id", "name", "employees"], format: .csv, delimiter: ";")
        #expect(text.header == "rejected_line;rejected_column;rejected_code;rejected_reason;id;name;employees\n")
        let lines = decoded.tally.rejectedRows.sorted { $0.problem.line < $1.problem.line }.map(text.line)
        try #require(lines.count == 4)
        #expect(lines[0] == "2;employees;value.number;\"\"\"many\"\" is not a number\";1;\"A; \"\"B\"\"\";many\n")
        #expect(lines[1].hasPrefix("4;employees;value.number;") && lines[1].hasSuffix(";3;\"two\nlines\";1,234\n"))
        #expect(lines[2].hasPrefix("6;;row.too-many-fields;") && lines[2].hasSuffix(";4;x;7;too;many\n"))
        #expect(lines[3].hasPrefix("7;;quote.not-closed;") && lines[3].hasSuffix(";5;\"\"\"open\"\n"))
    }

    @Test func canBeMendedAndTakenInAgain() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "weir-rejects-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.csv.rejected.csv").path
        var tally = try accounts(table, MappingOptions(), ValueRules(commaIsInDoubt: true)).tally
        var writer = RejectWriter(
            path: path, text: RejectText(headers: ["id", "name", "employees"], format: .csv, delimiter: ";"))
        try writer.append(tally.drainRejected())
        try writer.append(tally.drainRejected())
        try writer.finish()
        #expect(writer.count == 4)

        let written = try String(contentsOfFile: path, encoding: .utf8)
        let mended = written.replacing("many\n2", with: "12\n2").replacing(";many\n4", with: ";12\n4").replacing(
            "1,234", with: "1234"
        )
        .replacing(";7;too;12", with: ";7;too;many").replacing("\"\"\"open\"", with: "open")
        let again = try accounts(mended)
        #expect(again.facts.map(\.id) == ["1", "3", "5"])
        #expect(again.facts.map(\.name) == ["A; \"B\"", "two\nlines", "open"])
        #expect(again.facts[0].attributes.keys.sorted() == ["employees"])
        #expect(again.tally.rejectedRows.map(\.problem.code) == [.tooManyFields])

        // What is rejected a second time has Weir's notes once, and the new ones.
        let headers = try ReadTable(mended).headers
        let text = RejectText(headers: headers, format: .csv, delimiter: ";")
        #expect(text.header == "rejected_line;rejected_column;rejected_code;rejected_reason;id;name;employees\n")
        #expect(again.tally.rejectedRows.map(text.line).allSatisfy { $0.hasSuffix(";4;x;7;too;many\n") })

        // An import without rejects leaves no file that would speak of an earlier one.
        var clean = RejectWriter(path: path, text: text)
        try clean.append([])
        try clean.finish()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func linesOfNDJSONAreKeptAsTheyStood() throws {
        let rejected = try ReadTable("{\"a\":1}\n{\"a\":\n").rejected
        let text = RejectText(headers: ["a"], format: .ndjson)
        #expect(text.header == "rejected_line,rejected_column,rejected_code,rejected_reason,rejected_raw,a\n")
        #expect(rejected.map(text.line).first?.hasSuffix(",\"{\"\"a\"\":\"\n") == true)
    }

    @Test func aFileIsReadFromDiskAndAMissingOneNamed() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString).csv").path
        try "a,b\n1,2\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try FileBytes(path: path)
        #expect(file.size == 8)
        var reader = try TableReader(file)
        #expect(try reader.nextBatch()?.texts(row: 0) == ["1", "2"])
        #expect { try FileBytes(path: path + "x") } throws: { ($0 as? IntakeError)?.code == .cannotOpen }
    }
}
