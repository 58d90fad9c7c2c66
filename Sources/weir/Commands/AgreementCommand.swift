import ArgumentParser
import WeirAgreement
import WeirApp

struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Check, read, compare, propose and sign the agreement.",
        subcommands: [
            CheckAgreement.self, ShowAgreement.self, DiffAgreements.self, SchemaCommand.self, ProposeAgreement.self,
            SignAgreement.self, LogAgreements.self,
        ])
}

struct CheckAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Name every mistake in a file. Exits with 65 if there is one.")

    @Argument(help: "The agreement.")
    var file: String

    func run() throws {
        let reading = try AgreementInUse.read(file)
        guard let agreement = reading.agreement else {
            for problem in reading.problems { Terminal.print(problem.description) }
            let count = reading.problems.count
            Terminal.error("\(file): \(count) \(count == 1 ? "mistake" : "mistakes")")
            throw ExitCode(65)
        }
        Terminal.print("\(file): no mistakes. \(agreement.name), SHA-256 \(reading.sha256)")
    }
}

struct ShowAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The whole agreement in plain English.")

    @Argument(help: "A file; without one, the agreement in force.")
    var file: String?
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let use = try file.map(AgreementInUse.draft) ?? workspace.open().agreementInForce(at: Clock.now)
        if let banner = use.banner { Terminal.print(banner + "\n") }
        Terminal.print(AgreementEnglish.text(of: use.agreement))
        Terminal.print("\nSHA-256 of the exact text: \(use.sha256)")
    }
}

struct DiffAgreements: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changes from one agreement to another, in plain English.")

    @Argument(help: "The agreement as it is.") var before: String
    @Argument(help: "The agreement as it would be.") var after: String

    func run() throws {
        let before = try AgreementInUse.draft(before).agreement
        let after = try AgreementInUse.draft(after).agreement
        Terminal.print(AgreementDifference(from: before, to: after).text)
    }
}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "A JSON Schema of the agreement's language, for editors.")

    func run() throws { Terminal.print(AgreementSchema.text) }
}

struct ProposeAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Store a file's exact bytes for both sides to sign.")

    @Argument(help: "The agreement.") var file: String
    @Option(help: "Who proposes it.") var by: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let (version, isNew) = try workspace.open().propose(file, by: by, now: Clock.now)
        let state = isNew ? "proposed" : "was proposed already, with these very bytes"
        Terminal.print(
            """
            Version \(version.version) \(state). SHA-256 \(version.sha256)
            It is in force once both sides have signed it:
              weir agreement sign --as marketing --by NAME
              weir agreement sign --as sales --by NAME
            """)
    }
}
