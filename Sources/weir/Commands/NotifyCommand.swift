import ArgumentParser
import Foundation
import WeirApp
import WeirCourier
import WeirFacts
import WeirInsight
import WeirTold

struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Say who is told what: webhooks, Slack, Microsoft Teams, mail, calendars.",
        discussion: """
            A running weir serve sends; what waits is on disk. Mail needs WEIR_MAIL_SERVER and WEIR_MAIL_FROM, links \
            WEIR_PUBLIC_URL, in the server's environment.
            """,
        subcommands: [
            AddDestination.self, ListDestinations.self, ChangeDestination.self, RemoveDestination.self,
            TestDestination.self, DeliveryLog.self, ReplayDeliveries.self, AllowNetworks.self, CalendarAddress.self,
        ])
}

extension DestinationKind: ExpressibleByArgument {}
extension Notice.Kind: ExpressibleByArgument {}

struct AddDestination: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a destination; for a webhook, print its secret, this once.")

    @Argument(help: "What people call it.") var name: String
    @Option(help: "How it is reached: webhook, slack, teams or mail.") var kind: DestinationKind
    @Option(
        name: .customLong("to"),
        help:
            "Its web address; or a mail address; or, for mail, owner (of the hand-off) or manager (who signs in as one)."
    )
    var address: String
    @Option(
        name: .customLong("event"),
        help:
            "What is told there. May be repeated. Without it: everything for a webhook, hand-offs and promises for people."
    )
    var events: [Notice.Kind] = []
    @Option(help: "Whether names of people go there: yes or no; no for webhooks, otherwise yes, if not given.")
    var people: YesNo?
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let (made, secret) = try await service.notices.create(
            kind,
            DestinationSettings(
                name: name, address: address, events: events, showsPeople: people.map { $0 == .yes }))
        await service.stop()
        guard let secret else { return Terminal.print("Destination \(made.id), \(made.name).") }
        Terminal.error("Destination \(made.id), \(made.name). What it is signed with, shown this once:")
        Terminal.print(secret)
    }
}

enum YesNo: String, ExpressibleByArgument, CaseIterable { case yes, no }

struct ListDestinations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Where notices go.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        var table = TableView(
            title: "Destinations",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("kind", "Kind"), .init("to", "To"),
                .init("events", "Events"), .init("people", "People"), .init("state", "State"),
            ])
        for place in try await everyPage({ try await service.notices.destinations($0) }) {
            table.append([
                .text(place.id), .text(place.name), .text(place.kind.rawValue), .text(place.addressHint),
                .text(place.events.isEmpty ? "all" : place.events.map(\.rawValue).joined(separator: " ")),
                .text(place.showsPeople ? "named" : "not named"),
                .text(place.isOn ? "on" : place.offReason.map { "off: \($0)" } ?? "off"),
            ])
        }
        await service.stop()
        Terminal.print(table.text(Terminal.options(listLimit: nil)))
    }
}

struct ChangeDestination: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Switch a destination on or off, give it a new secret, or say what is told there.")

    @Argument(help: "Its id, such as dst_3.") var id: String
    @Flag(help: "Send there again.") var on = false
    @Flag(help: "Send nothing there.") var off = false
    @Flag(help: "Make a new secret; the old one signs, too, for a day.") var newSecret = false
    @Option(name: .customLong("event"), help: "What is told there from now on. May be repeated.")
    var events: [Notice.Kind] = []
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if on && off { throw ValidationError("--on or --off, not both") }
        if !on && !off && !newSecret && events.isEmpty {
            throw ValidationError("say what changes: --on, --off, --new-secret or --event")
        }
    }

    func run() async throws {
        let service = try workspace.service()
        let settings = DestinationSettings(events: events.isEmpty ? nil : events, isOn: on ? true : off ? false : nil)
        let changed = try await service.notices.change(id, settings, revision: nil)
        let secret = newSecret ? try await service.notices.replaceSecret(of: id).secret : nil
        await service.stop()
        Terminal.error("Destination \(changed.id), \(changed.name), is \(changed.isOn ? "on" : "off").")
        if let secret { Terminal.print(secret) }
    }
}

struct RemoveDestination: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Send nothing to a destination any more; what waits for it is dropped.")

    @Argument(help: "Its id, such as dst_3.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        try await service.notices.delete(id, revision: nil)
        await service.stop()
        Terminal.print("\(id) is told nothing any more.")
    }
}

struct TestDestination: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a test to a destination now, and say what it answered.")

    @Argument(help: "Its id, such as dst_3.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        var options = ServiceOptions(doesDecide: false)
        options.telling = try TellingOptions.ofTheEnvironment()
        let service = try Service.open(folder: workspace.workspace, options: options, clock: { Clock.now })
        let (delivery, attempts) = try await service.notices.test(id)
        await service.stop()
        let words = attempts.last?.words ?? "nothing was sent"
        guard delivery.state == .delivered else { throw AppError(.notFound, "weir: \(delivery.id): \(words)") }
        Terminal.print("\(delivery.id): \(words)")
    }
}

struct AllowNetworks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allow", abstract: "Let notices go to networks of your own, which are closed otherwise.",
        discussion: "Without networks, it lists those that are open. Within them, http:// is allowed, too.")

    @Argument(help: "Networks, such as 10.1.0.0/16.") var networks: [String] = []
    @Flag(help: "Close all of them.") var none = false
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let known = try service.notices.networks()
        if none {
            try service.notices.setNetworks([])
        } else if !networks.isEmpty {
            try service.notices.setNetworks(known + networks.filter { !known.contains($0) })
        }
        let open = try service.notices.networks()
        await service.stop()
        Terminal.print(open.isEmpty ? "Notices go to the public internet only." : open.joined(separator: "\n"))
    }
}

struct CalendarAddress: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Give somebody's calendar a new address and print its path, this once; the old one stops working.")

    @Argument(help: "Their e-mail address or id.") var person: String
    @Flag(help: "Only take the address away.") var end = false
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let known = service.colleagues.everybody().first { $0.id == person || $0.email == person.lowercased() }
        guard let known else { throw AppError(.notFound, "weir: nobody signs in here as \(person)") }
        if end {
            try await service.notices.endCalendar(of: known.id)
            Terminal.print("\(known.name) has no calendar address any more.")
        } else {
            Terminal.print(try await service.notices.newCalendar(of: known.id))
        }
        await service.stop()
    }
}

extension TellingOptions {
    /// As this process's environment has it. `SSL_CERT_FILE` names certificates to trust instead of the system's.
    static func ofTheEnvironment() throws -> TellingOptions {
        let environment = ProcessInfo.processInfo.environment
        let certificates = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        do {
            return try TellingOptions(try Courier(certificates: certificates), environment: environment)
        } catch let error as AppError {
            throw error
        } catch {
            throw AppError(.noInput, "weir: the certificates cannot be read: \(error)")
        }
    }
}
