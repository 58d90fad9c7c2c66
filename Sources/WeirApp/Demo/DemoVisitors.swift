import WeirFacts
import WeirIntake
import WeirLedger

/// Who is on the demonstration's website just now, so that its pages about events have something to show: some of what
/// they do means nothing yet, some cannot be used, and some was done by a program.
struct DemoVisitors {
    /// What somebody does. Nobody gave “Quiz Finished” a meaning; `nil` names nobody.
    private static let acts: [(name: String?, properties: [(String, RowText.Cell)])] = [
        ("Pricing Viewed", []), ("Content Downloaded", [("asset", .text("buyers-guide"))]),
        ("Quiz Finished", [("score", .number(7))]), (nil, []),
        ("Webinar Attended", [("webinar", .text("pipeline-case-study"))]), ("Chat Opened", []),
        ("Demo Requested", [("form", .text("book-a-demo"))]), ("Content Read", [("page", .text("guides"))]),
    ]
    private static let robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
    static let count = 24

    /// - Parameter buyers: ids of people with an address.
    func come(to service: Service, _ buyers: [String], now: Instant) async throws {
        let numbers = try buyers.prefix(DemoVisitors.count * 4).map(RecordID.buyer.number)
        let people = try await service.reading { reader in
            try numbers.compactMap(reader.buyer).filter { $0.email != nil }.prefix(DemoVisitors.count)
        }
        let (source, _) = try await service.createSource(
            name: "Website", TrackingSourceSettings(allowedOrigins: ["*"]))
        let events = people.enumerated().map { DemoVisitors.event($0, $1, now) }
        let request = TrackingRequest(
            endpoint: .batch, body: Array("{\"batch\":[\(events.joined(separator: ","))]}".utf8), receivedAt: now)
        service.definitions.refresh(now: now)
        _ = try await service.events.take(TrackingDecoder.decode(request), from: source, now: now)
    }

    /// One call of the tracking API, as JSON.
    private static func event(_ number: Int, _ person: ListedBuyer, _ now: Instant) -> String {
        let act = acts[number % acts.count]
        let at = Instant(milliseconds: now.milliseconds - Int64(count - number) * 30_000)
        var context: [String] = []
        if act.name != nil {
            let traits = RowText.ndjson([("email", .init(person.email)), ("title", .init(person.title))])
            context.append("\"traits\":\(traits)")
        }
        if act.name == "Content Read" { context.append("\"userAgent\":\(RowText.quoted(robot))") }
        var members = [
            "\"type\":\"track\"", "\"event\":\(RowText.quoted(act.name ?? "Pricing Viewed"))",
            "\"messageId\":\"demo-\(number)\"", "\"timestamp\":\"\(at)\"",
            "\"properties\":\(RowText.ndjson(act.properties))", "\"context\":{\(context.joined(separator: ","))}",
        ]
        if act.name != nil { members.append("\"userId\":\"visitor-\(number)\"") }
        return "{\(members.joined(separator: ","))}"
    }
}
