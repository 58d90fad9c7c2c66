import ArgumentParser
import Foundation
import WeirApp
import WeirFacts
import WeirInsight

extension Delivery.State: ExpressibleByArgument {}

struct DeliveryLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "What was sent, what waits and what never arrived, the newest first.")

    @Argument(help: "One delivery, such as dlv_3, with every attempt.") var id: String?
    @Option(help: "Only to this destination.") var destination: String?
    @Option(help: "Only those that are: waiting, delivered, dead or dropped.") var state: Delivery.State?
    @Option(help: "How many, up to 200.") var limit = 50
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit is a number from 1 to 200") }
    }

    func run() async throws {
        let service = try workspace.service()
        if let id {
            let (delivery, attempts) = try await service.notices.delivery(id)
            Terminal.print(
                "\(delivery.id)  \(delivery.kind.rawValue) to \(delivery.destinationName), \(delivery.state.rawValue); message id \(delivery.messageID)"
            )
            for attempt in attempts {
                Terminal.print("  \(attempt.number). \(attempt.at)  \(attempt.words)")
            }
            if let due = delivery.dueAt { Terminal.print("  next \(due)") }
        } else {
            let page = try await service.notices.deliveries(
                PageRequest(limit: limit), destination: destination, state: state)
            var table = TableView(
                title: "Deliveries",
                columns: [
                    .init("id", "Id"), .init("at", "At"), .init("event", "Event"), .init("about", "About"),
                    .init("to", "To"), .init("state", "State"), .init("attempts", "Attempts"), .init("next", "Next"),
                ])
            for delivery in page.items {
                let matter = delivery.matter
                table.append([
                    .text(delivery.id), .text("\(delivery.noticeAt)"), .text(delivery.kind.rawValue),
                    .text(matter.handOff ?? matter.buyer ?? matter.account ?? matter.destination ?? ""),
                    .text(delivery.destinationName), .text(delivery.state.rawValue), .text("\(delivery.attempts)"),
                    .text(delivery.dueAt?.description ?? ""),
                ])
            }
            Terminal.print(table.text(Terminal.options(listLimit: nil)))
        }
        await service.stop()
    }
}

struct ReplayDeliveries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Send deliveries once more, under the same message ids.")

    @Argument(help: "Deliveries, such as dlv_3; or one destination, such as dst_3.") var ids: [String]
    @Option(help: "Of a destination: those of notices since, as 2026-03-27T09:00:00Z.") var since: String?
    @Flag(help: "Of a destination: also those that arrived.") var all = false
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let service = try workspace.service()
        var count = 0
        for id in ids {
            if id.hasPrefix("dst_") {
                count += try await service.notices.replay(of: id, since: try start(), includingDelivered: all)
            } else {
                _ = try await service.notices.replay(id)
                count += 1
            }
        }
        await service.stop()
        Terminal.print(count == 1 ? "1 delivery is sent once more." : "\(count) deliveries are sent once more.")
    }

    private func start() throws -> Instant {
        guard let since else { return Instant(milliseconds: 0) }
        guard let instant = try? InstantParser(readsSerialDays: false).instant(since) else {
            throw ValidationError("--since is an instant such as 2026-03-27T09:00:00Z")
        }
        return instant
    }
}
