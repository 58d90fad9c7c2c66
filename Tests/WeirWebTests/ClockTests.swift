import Synchronization
import Testing
import WeirApp
import WeirFacts
import WeirTestSupport
import WeirWeb

@Suite("A clock that jumps")
struct ClockTests {
    /// A time that a test sets.
    private final class Hand: Sendable {
        private let millis = Mutex<Int64>(1_790_000_000_000)
        var now: Instant { Instant(milliseconds: millis.withLock { $0 }) }
        func move(hours: Int64) { millis.withLock { $0 += hours * 3_600_000 } }
    }

    @Test func eventsAreTakenInAndDecidedUponWhateverTheClockSays() async throws {
        let bench = try Workbench()
        let folder = bench.place("w")
        let hand = Hand()
        let workspace = try Workspace.create(folder)
        _ = try workspace.propose(ProjectFiles.exampleAgreement, by: "Ann", now: hand.now)
        _ = try workspace.sign(version: nil, side: .marketing, by: "Ann", now: hand.now)
        _ = try workspace.sign(version: nil, side: .sales, by: "Bob", now: hand.now)
        let service = try Service.open(folder: folder, clock: { hand.now })
        let (_, key) = try await service.createSource(name: "site", TrackingSourceSettings())
        var settings = WebSettings()
        settings.port = 0
        let server = WebServer(service, settings, log: LogSink { _ in }, clock: { hand.now })
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let work = Task { try await server.run { listening.yield($0) } }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0

        // Back by a day, forward by two, back by a year: a request each time, and the same one again.
        let jumps: [Int64] = [0, -24, 48, -24 * 365]
        for (number, hours) in jumps.enumerated() {
            hand.move(hours: hours)
            for _ in 1...2 {
                let body =
                    #"{"type":"track","event":"Pricing Viewed","userId":"u","messageId":"m\#(number)","writeKey":"\#(key)"}"#
                let wire = try Wire(port: port)
                let head =
                    "POST /v1/track HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
                try await wire.send(Array((head + body).utf8))
                let answer = try await wire.answer()
                #expect(answer.status == 200, "\(hours) \(answer.text)")
            }
        }
        work.cancel()
        try? await work.value
        let messages = try LedgerFile(workspace: folder).rows("SELECT message, count(*) FROM event GROUP BY message")
        #expect(messages == ["m0|1", "m1|1", "m2|1", "m3|1"])
        // The clock is now behind what was recorded last.
        hand.move(hours: -24)
        let findings = try await Doctor.examine(folder: folder, now: hand.now)
        #expect(findings.contains { $0.code == "clock" && $0.state == .doubtful }, "\(findings)")
        #expect(!findings.contains { $0.state == .broken }, "\(findings)")
    }
}
