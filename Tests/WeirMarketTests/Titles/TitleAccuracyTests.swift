import Foundation
import Testing
import WeirMarket

@Suite("The classifier is right often enough")
struct TitleAccuracyTests {
    private static func evaluate(_ rows: [TitleSet.Row]) -> TitleEvaluation {
        // "-" is no label: what must stay unknown is looked at apart.
        TitleEvaluation(
            rows.map { row in
                LabelledTitle(
                    title: row.title, function: row.department == "-" ? "" : row.department,
                    level: row.seniority == "-" ? "" : row.seniority)
            }, by: .shipped)
    }

    @Test("On the half of the hand-labelled titles that nothing was tuned on")
    func heldHalf() {
        let tuned = TitleAccuracyTests.evaluate(TitleSet.tuning)
        let held = TitleAccuracyTests.evaluate(TitleSet.held)
        print(
            "hand-labelled, tuned on: function \(tuned.function.accuracyPermille), level \(tuned.level.accuracyPermille)"
        )
        print(
            "hand-labelled, held out: function \(held.function.accuracyPermille), level \(held.level.accuracyPermille)")
        #expect(TitleSet.rows.count >= 300)
        #expect(held.function.titles >= 150)
        #expect(held.function.accuracyPermille >= 880)
        #expect(held.level.accuracyPermille >= 900)
    }

    @Test("What belongs to no department or level is seldom given one")
    func unknown() {
        let none = TitleSet.rows.filter { $0.department == "-" }
        let given = none.count { TitleClassifier.shipped.read($0.title).department != nil }
        #expect(none.count >= 10)
        #expect(given * 4 <= none.count)
    }

    /// A sample of it; `weir titles eval` measures on all.
    @Test("On the fifth of O*NET's titles that the model was not trained on")
    func onet() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../../shared/data/titles")
        let file = folder.appending(path: "onet_alternate_titles.tsv").standardizedFileURL
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            return print("skipped: no \(file.lastPathComponent) beside the project")
        }
        let classifier = TitleClassifier.shipped
        var counts = (titles: 0, right: 0, unknown: 0)
        let known = Onet.functions(folder)
        for (title, functions) in known.isEmpty ? [:] : Onet.heldTitles(text, known) {
            counts.titles += 1
            let reading = classifier.read(title)
            guard let department = reading.department else {
                counts.unknown += 1
                continue
            }
            if functions.contains(department.name) { counts.right += 1 }
        }
        guard counts.titles > 0 else { return print("skipped: no title_function_alternate.csv beside the project") }
        print("O*NET, held out, the mapped occupations: \(counts)")
        #expect(counts.titles > 50)
        #expect(counts.right * 1000 >= counts.titles * 550)
        #expect(counts.right * 1000 >= (counts.titles - counts.unknown) * 610)
    }
}

/// O*NET's titles with the function of their occupations, as the shared data maps them.
private enum Onet {
    /// Function by occupation code.
    static func functions(_ folder: URL) -> [String: String] {
        let file = folder.appending(path: "title_function_alternate.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        var functions: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            guard let code = line.split(separator: ",").first, let function = line.split(separator: ",").last else {
                continue
            }
            functions[String(code)] = String(function)
        }
        return functions
    }

    /// Of every twentieth title those that training left out (FNV-1a over the folded title), with the functions they occur in there.
    static func heldTitles(_ text: String, _ functions: [String: String]) -> [String: Set<String>] {
        var held: [String: Set<String>] = [:]
        for (number, line) in text.utf8.split(separator: 0x0A).dropFirst().enumerated() where number % 20 == 0 {
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard cells.count > 1, let function = functions[cells[0]] else { continue }
            var hash: UInt32 = 0x811C_9DC5
            for byte in TextFolding.fold(cells[1]).utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            if hash % 5 == 0 { held[cells[1], default: []].insert(function) }
        }
        return held
    }
}
