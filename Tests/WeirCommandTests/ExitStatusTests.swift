import Foundation
import Testing
import WeirTestSupport

@Suite("How commands end")
struct ExitStatusTests {
    @Test func aSoundAgreementIsZeroAndOneWithMistakesIs65() throws {
        let bench = try Workbench()
        let good = try WeirProgram.run("agreement", "check", ProjectFiles.exampleAgreement)
        #expect(good.status == 0 && good.output.contains("no mistakes"))
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let broken = text.replacing("cap: 40}", with: "cap: lots}").replacing("dwell:", with: "dwel:")
        let file = try bench.file("broken.yaml", broken)
        let bad = try WeirProgram.run("agreement", "check", file)
        #expect(bad.status == 65)
        #expect(bad.output.split(separator: "\n").count { $0.hasPrefix("\(file):") } >= 2, "\(bad.output)")
        for command in ["show", "diff"] {
            let arguments = command == "show" ? [file] : [file, ProjectFiles.exampleAgreement]
            #expect(try Program.run(WeirProgram.path, ["agreement", command] + arguments).status == 65)
        }
    }

    @Test func aSoundMapOfSignalsIsZeroAndOneWithMistakesIs65() throws {
        let bench = try Workbench()
        let good = ProjectFiles.exampleAgreement.replacing("agreement.yaml", with: "signals.yaml")
        let against = ["--agreement", ProjectFiles.exampleAgreement]
        let sound = try Program.run(WeirProgram.path, ["signals", "check", good] + against)
        #expect(sound.status == 0 && sound.output.contains("no mistakes"), "\(sound.output)\(sound.errors)")
        let broken = try bench.file("signals.yaml", "rules:\n  - {event: Demo, signal: demo_request}\n")
        let bad = try Program.run(WeirProgram.path, ["signals", "check", broken] + against)
        #expect(bad.status == 65 && bad.output.contains("\(broken):2:"), "\(bad.output)")
        #expect(bad.output.contains("did you mean 'demo_requested'"), "\(bad.output)")
    }

    @Test func withoutAnAgreementThereIsNoAnswerAndAWordAboutWhatToDo() throws {
        let bench = try Workbench()
        let folder = bench.place("w")
        try WeirProgram.must("init", folder)
        for command in ["qualify", "market", "backtest"] {
            let end = try WeirProgram.run(command, "-w", folder)
            #expect(end.status == 78 && end.output.isEmpty, "\(command)")
            #expect(end.errors.contains("weir agreement propose"), "\(command): \(end.errors)")
        }
        try WeirProgram.must("agreement", "propose", ProjectFiles.exampleAgreement, "--by", "Ann", "-w", folder)
        try WeirProgram.must("agreement", "sign", "--as", "marketing", "--by", "Ann", "-w", folder)
        let half = try WeirProgram.run("qualify", "-w", folder)
        #expect(half.status == 78 && half.errors.contains("sales still has to sign"), "\(half.errors)")
        #expect(try WeirProgram.run("agreement", "sign", "--as", "sales", "--by", "ann", "-w", folder).status == 65)
        try WeirProgram.must("agreement", "sign", "--as", "sales", "--by", "Bob", "-w", folder)
        let answer = try WeirProgram.must("qualify", "-w", folder)
        #expect(answer.output.contains("version 1") && !answer.output.contains("UNSIGNED"))
        let log = try WeirProgram.must("agreement", "log", "-w", folder)
        #expect(log.output.contains("in force") && log.output.contains("Bob"))
    }

    @Test func whatIsMissingIs66() throws {
        let bench = try Workbench()
        let folder = bench.place("w")
        try WeirProgram.must("init", folder)
        let nowhere = bench.place("nowhere")
        #expect(try WeirProgram.run("status", "-w", nowhere).status == 66)
        #expect(try WeirProgram.run("qualify", "-w", nowhere).status == 66)
        #expect(try WeirProgram.run("import", "accounts", nowhere, "-w", folder).status == 66)
        #expect(try WeirProgram.run("agreement", "check", nowhere).status == 66)
        #expect(try WeirProgram.run("qualify", "-w", folder, "--draft", nowhere).status == 66)
        #expect(try WeirProgram.run("fold", "--cases", nowhere).status == 66)
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test func nonsenseIs64() throws {
        let bench = try Workbench()
        let folder = bench.place("w")
        try WeirProgram.must("init", folder)
        let file = try bench.file("a.csv", "name\nAcme\n")
        for arguments in [
            ["dance"], ["qualify", "--as-of", "yesterday", "-w", folder], ["import", "people", file, "-w", folder],
            ["import", "accounts", file, "-w", folder, "--map", "name"], ["agreement", "sign", "-w", folder],
            ["simulate", "--seed", "1", "--out", bench.place("o")],
            ["backtest", "--format", "csv", "-w", folder], ["market", "--companies", file],
        ] {
            let end = try Program.run(WeirProgram.path, arguments)
            #expect(end.status == 64, "\(arguments): \(String(describing: end.status)) \(end.errors)")
            #expect(!end.errors.isEmpty && end.output.isEmpty, "\(arguments)")
        }
    }

    @Test func dataThatCannotBeReadIs65AndAWorkspaceThatExistsIs73() throws {
        let bench = try Workbench()
        let folder = bench.place("w")
        try WeirProgram.must("init", folder)
        #expect(try WeirProgram.run("init", folder).status == 73)
        let file = try bench.file("a.csv", "colour,size\nred,5\n")
        let end = try WeirProgram.run("import", "engagements", file, "-w", folder)
        #expect(end.status == 65 && end.errors.contains("--map"))
        #expect(try WeirProgram.run("import", "accounts", file, "-w", folder, "--map", "shape=name").status == 65)
        let cases = try bench.file("cases.jsonl", "{\"id\":1}\n")
        #expect(try WeirProgram.run("fold", "--cases", cases).status == 65)
    }

    @Test func helpIsZero() throws {
        let end = try WeirProgram.run("--help")
        #expect(end.status == 0 && end.output.contains("qualify") && end.errors.isEmpty)
        #expect(try WeirProgram.run("--version").output == "weir 0.1.0\n")
    }
}
