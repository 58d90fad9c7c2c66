import ArgumentParser
import WeirApp
import WeirLedger

extension SigningSide: ExpressibleByArgument {}

struct SignAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign a proposed version for one side.")

    @Option(name: .customLong("as"), help: "marketing or sales.") var side: SigningSide
    @Option(help: "Who signs.") var by: String
    @Option(help: "The version; the latest one if not given.") var version: Int?
    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let version = try workspace.open().sign(version: version, side: side, by: by, now: Clock.now)
        Terminal.print("\(by) signed version \(version.version) for \(side.rawValue). SHA-256 \(version.sha256)")
        if let since = version.bothSignedAt {
            Terminal.print("Both sides have signed: version \(version.version) is in force from \(since).")
        } else {
            let other = side == .marketing ? "sales" : "marketing"
            Terminal.print("It comes into force when \(other) signs it too.")
        }
    }
}

struct LogAgreements: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: "Who signed what, when.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let ledger = try workspace.open().ledger
        let versions = try ledger.agreements()
        let inForce = try ledger.agreementInForce(at: Clock.now)?.version
        if versions.isEmpty {
            Terminal.print("Nothing has been proposed yet: weir agreement propose FILE --by NAME")
        }
        for version in versions.reversed() {
            let state =
                version.version == inForce
                ? "in force" : version.bothSignedAt == nil ? "not signed by both" : "replaced"
            Terminal.print("Version \(version.version)  \(state)\n  SHA-256  \(version.sha256)")
            Terminal.print("  proposed by \(version.proposedBy) on \(version.proposedAt)")
            for signature in version.signatures {
                Terminal.print("  signed for \(signature.side.rawValue) by \(signature.name) on \(signature.at)")
            }
        }
    }
}
