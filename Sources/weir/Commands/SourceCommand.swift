import ArgumentParser
import WeirApp
import WeirInsight

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Say which websites, products and forms may send events.",
        subcommands: [CreateSource.self, ListSources.self, DeleteSource.self])
}

struct CreateSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a source and print its write key, this once.")

    @Argument(help: "What people call it.") var name: String
    @Option(
        name: .customLong("origin"),
        help: "A web page that may send from a browser, as https://www.example.com; * is any. May be repeated.")
    var origins: [String] = []
    @Option(help: "Events a minute that it may send; no limit if not given.") var eventsPerMinute: Int?
    @Option(help: "Bytes of its largest event.") var maxEventBytes = 32 << 10
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        let settings = TrackingSourceSettings(
            allowedOrigins: origins, maxEventBytes: maxEventBytes, eventsPerMinute: eventsPerMinute)
        let (source, key) = try await service.createSource(name: name, settings)
        await service.stop()
        Terminal.error("Source \(source.id), \(source.name). Its write key, shown this once:")
        Terminal.print(key)
    }
}

struct ListSources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The sources of events.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        var table = TableView(
            title: "Sources",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("key", "Key"), .init("origins", "Web pages"),
                .init("state", "State"),
            ])
        for source in try await everyPage({ try await service.sources($0) }) {
            let origins = source.settings.allowedOrigins.joined(separator: " ")
            table.append([
                .text(source.id), .text(source.name), .text(source.keyHint), .text(origins),
                .text(source.settings.isEnabled ? "on" : "off"),
            ])
        }
        await service.stop()
        Terminal.print(table.text(Terminal.options(listLimit: nil)))
    }
}

struct DeleteSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Let a source send no more. What it sent stays.")

    @Argument(help: "Its id, such as src_3.") var id: String
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        try await service.deleteSource(id, revision: nil)
        await service.stop()
        Terminal.print("\(id) can send no more.")
    }
}

extension WorkspaceOptions {
    /// The use cases of `weir serve`, for a command that changes what it serves.
    func service() throws -> Service {
        try Service.open(folder: workspace, options: ServiceOptions(doesDecide: false), clock: { Clock.now })
    }
}

/// All items of a list that comes in pages.
func everyPage<Item>(_ page: (PageRequest) async throws -> Page<Item>) async throws -> [Item] {
    var items: [Item] = []
    var cursor: String?
    repeat {
        let next = try await page(PageRequest(limit: 200, cursor: cursor))
        items += next.items
        cursor = next.next
    } while cursor != nil
    return items
}
