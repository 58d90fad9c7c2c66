import ArgumentParser
import Foundation
import WeirApp
import WeirInsight

extension Role: ExpressibleByArgument {}

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Say who signs in to the web application, and what they do.",
        subcommands: [InvitePerson.self, ListPeople.self, ResetPerson.self])
}

struct InvitePerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Add somebody, and print the code with which they choose a password.",
        discussion: """
            The code works once, for seven days, at /welcome. With --password-from-input the password is the first line \
            of standard input instead.
            """)

    @Argument(help: "Their name.") var name: String
    @Argument(help: "Their e-mail address, with which they sign in.") var email: String
    @Option(help: "What they do: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(help: "Their time zone, such as Europe/Berlin.") var zone = TimeZone.current.identifier
    @Flag(help: "Read the password from standard input.") var passwordFromInput = false
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let (person, code) = try service.colleagues.invite(
            name: name, email: email, role: role, zone: zone, by: nil)
        if passwordFromInput {
            guard let password = readLine(strippingNewline: true) else {
                throw ValidationError("--password-from-input: standard input is empty")
            }
            try await service.colleagues.choosePassword(code: code, password: password)
            await service.stop()
            Terminal.print("\(person.id) \(person.email) can sign in.")
        } else {
            await service.stop()
            Terminal.error("\(person.name) chooses a password at /welcome with this code, shown this once:")
            Terminal.print(code)
        }
    }
}

struct ListPeople: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Who signs in.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        var table = TableView(
            title: "People",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("email", "E-mail"), .init("role", "Role"),
                .init("state", "State"),
            ])
        for person in service.colleagues.everybody() {
            table.append([
                .text(person.id), .text(person.name), .text(person.email), .text(person.role.words),
                .text(person.state),
            ])
        }
        await service.stop()
        Terminal.print(table.text(Terminal.options(listLimit: nil)))
    }
}

struct ResetPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Give somebody a new invitation code: they forgot their password, or lost their authenticator.",
        discussion: "Their sessions end at once.")

    @Argument(help: "Their id, such as per_3.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let code = try service.colleagues.inviteAgain(id, by: nil)
        await service.stop()
        Terminal.error("They choose a password at /welcome with this code, shown this once:")
        Terminal.print(code)
    }
}
