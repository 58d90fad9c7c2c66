import ArgumentParser
import Foundation
import WeirApp
import WeirFacts

/// Where the workspace is.
struct WorkspaceOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The workspace's folder.")
    var workspace = "."

    func open() throws -> Workspace { try Workspace.open(workspace) }
}

/// Which agreement decides.
struct AgreementOptions: ParsableArguments {
    @Option(help: "Use this file, signed or not, instead of the agreement in force. Every page says so.")
    var draft: String?
}

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// How pages that are not one table are printed.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The time, from the one clock at the edge.
enum Clock {
    static var now: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
    }
}

extension CivilDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
