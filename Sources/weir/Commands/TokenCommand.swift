import ArgumentParser
import WeirApp
import WeirFacts
import WeirInsight

extension Scope: ExpressibleByArgument {}

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Say which programs and people may use the REST API.",
        subcommands: [CreateToken.self, ListTokens.self, RevokeToken.self])
}

struct CreateToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token and print its secret, this once.")

    @Argument(help: "What it is for.") var name: String
    @Option(name: .customLong("scope"), help: "What its bearer may do. May be repeated.") var scopes: [Scope] = []
    @Option(help: "Days until it expires; never if not given.") var days: Int?
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if scopes.isEmpty {
            throw ValidationError(
                "give at least one --scope of: \(Scope.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let days, !(1...3650).contains(days) { throw ValidationError("--days is a number from 1 to 3650") }
    }

    func run() async throws {
        let service = try workspace.service()
        let expiresAt = days.map { Instant(milliseconds: Clock.now.milliseconds + Int64($0) * 86_400_000) }
        let (token, secret) = try await service.createToken(name: name, scopes: Set(scopes), expiresAt: expiresAt)
        await service.stop()
        Terminal.error("Token \(token.id), \(token.name). Its secret, shown this once:")
        Terminal.print(secret)
    }
}

struct ListTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The tokens, without their secrets.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        var table = TableView(
            title: "Tokens",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("secret", "Secret"), .init("scopes", "Scopes"),
                .init("expires", "Expires"), .init("used", "Last used"),
            ])
        for token in try await everyPage({ try await service.tokens($0) }) {
            table.append([
                .text(token.id), .text(token.name), .text(token.hint),
                .text(token.scopes.map(\.rawValue).sorted().joined(separator: " ")),
                .text(token.expiresAt?.description ?? "never"), .text(token.lastUsedAt?.description ?? "never"),
            ])
        }
        await service.stop()
        Terminal.print(table.text(Terminal.options(listLimit: nil)))
    }
}

struct RevokeToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Let a token open nothing any more.")

    @Argument(help: "Its id, such as tok_3.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        try await service.revokeToken(id)
        await service.stop()
        Terminal.print("\(id) opens nothing any more.")
    }
}
