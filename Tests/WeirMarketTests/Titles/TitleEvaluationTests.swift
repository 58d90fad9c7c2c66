import Testing
import WeirMarket

@Suite("A labelled file is judged in its own labels")
struct TitleEvaluationTests {
    private func evaluate(_ rows: [(String, String, String)]) -> TitleEvaluation {
        TitleEvaluation(
            rows.map { LabelledTitle(title: $0.0, function: $0.1, level: $0.2) }, by: .shipped)
    }

    @Test("A coarse list takes the nearest of its classes, and unknown its class for the rest")
    func coarse() {
        let evaluation = evaluate([
            ("CEO", "Other", "Management"), ("Head of IT", "Information Technology", "Lead"),
            ("VP Sales", "Sales", "Director"), ("Sales Manager", "Sales", "Lead"),
            ("Senior Marketing Manager", "Marketing", "Senior"), ("Junior Buyer", "Purchasing", "Junior"),
            ("Consultant", "Consulting", "Professional"), ("Mechanical Engineer", "Other", "Professional"),
            ("Xyzzy", "Other", "Professional"), ("Founder", "Other", "Management"),
        ])
        #expect(evaluation.rows == 10)
        #expect(evaluation.function.accuracyPermille == 1000)
        #expect(evaluation.level.accuracyPermille == 1000)
        #expect(evaluation.function.macroF1Permille == 1000)
        #expect(evaluation.function.unknown == 1)
        #expect(evaluation.function.unknownRight == 1)
        #expect(evaluation.function.unknownTakes == "Other")
        let levels = Dictionary(uniqueKeysWithValues: evaluation.level.mapping.map { ($0.ours, $0.label) })
        #expect(levels["C-level"] == "Management")
        #expect(levels["VP"] == "Director")
        #expect(levels["Head"] == "Lead")
    }

    @Test("Management means managers where the list has executives of its own")
    func management() {
        let evaluation = evaluate([
            ("CEO", "", "C-Suite"), ("Sales Manager", "", "Management"), ("Sales Rep", "", "staff"),
            ("Head of Sales", "", "director"),
        ])
        #expect(evaluation.level.accuracyPermille == 1000)
        #expect(evaluation.function.titles == 0)
    }

    @Test("Labels are understood in any writing")
    func names() {
        let evaluation = evaluate([
            ("Recruiter", "HR", ""), ("HR Manager", "hr", ""), ("Developer", "INFORMATION-TECHNOLOGY", ""),
            ("Accountant", "Finanzen", ""), ("Buyer", "Procurement", ""), ("Buyer", "Wizardry", ""),
        ])
        #expect(evaluation.function.right == 5)
        #expect(evaluation.function.notUnderstood == ["Wizardry"])
        #expect(evaluation.function.titles == 6)
    }

    @Test("A label that no list has is understood by its words, which is said; the mistakes can be had as a table")
    func likelyLabels() throws {
        let evaluation = evaluate([
            ("Acheteuse", "Achats", "Fachkraft"), ("CFO", "Accounting/Finance", "C-Suite"),
            ("Sales Manager", "Sales & Marketing", "Manager/Lead"), ("Buyer", "Wizardry", "xq"),
        ])
        #expect(evaluation.function.right == 3 && evaluation.level.right == 3)
        #expect(
            evaluation.function.guessed.map { [$0.label, $0.ours] } == [
                ["Accounting/Finance", "Finance"], ["Achats", "Purchasing"], ["Sales & Marketing", "Sales"],
            ])
        #expect(evaluation.level.notUnderstood == ["xq"])
        #expect(evaluation.lines().contains { $0.contains("“Wizardry” is none of ours, so all it has (1) are wrong") })
        #expect(evaluation.mistakes.map(\.row.title) == ["Buyer"])
        #expect(evaluation.mistakesCSV.split(separator: "\n").last == "Buyer,Wizardry,Achats,xq,Fachkraft")
        #expect(LabelTranslation.areLevels(["Junior", "Senior", "Management"]))
        #expect(!LabelTranslation.areLevels(["Sales", "Management", "Other"]))
    }

    @Test("Counts, precision, recall and confusions follow from the table")
    func counts() throws {
        let evaluation = evaluate([
            ("Buyer", "Purchasing", ""), ("Buyer", "Purchasing", ""), ("Buyer", "Sales", ""),
            ("Sales Rep", "Sales", ""),
            ("Xyzzy", "Sales", ""),
        ])
        let scores = evaluation.function
        #expect(scores.accuracyPermille == 600)
        #expect(scores.unknown == 1)
        #expect(scores.unknownTakes == nil)
        #expect(scores.knownAccuracyPermille == 750)
        let purchasing = try #require(scores.classes.first { $0.label == "Purchasing" })
        #expect(purchasing.precisionPermille == 667)
        #expect(purchasing.recallPermille == 1000)
        #expect(purchasing.f1Permille == 800)
        #expect(scores.confusions.count == 2)
        #expect(scores.macroF1Permille == 650)
        #expect(evaluation.lines().contains { $0.contains("accuracy 0.600 (3 of 5), macro-F1 0.650") })
        let json = try evaluation.json()
        #expect(json.contains("\"accuracy_permille\" : 600"))
    }

    @Test("An empty file is no file of mistakes")
    func empty() {
        let evaluation = evaluate([])
        #expect(evaluation.function.titles == 0)
        #expect(evaluation.lines().contains("Function: the file labels none"))
    }
}
