import Foundation
import WeirApp
import WeirFacts
import WeirIntake
import WeirLedger
import WeirTestSupport

/// A running service on a workspace of its own, under the example agreement.
final class ServiceBench: Sendable {
    let bench: AppBench
    let clock: TurnedClock
    let service: Service

    init(isSigned: Bool = true, signals: String? = nil, options: ServiceOptions? = nil) throws {
        let bench = try AppBench()
        let clock = TurnedClock(CivilDay(number: 20_600))
        self.bench = bench
        self.clock = clock
        if isSigned { try LiveBench.sign(ProjectFiles.text(ProjectFiles.exampleAgreement), bench, clock) }
        if let signals { _ = try bench.bench.file("weir/signals.yaml", signals) }
        var chosen = options ?? ServiceOptions()
        chosen.deciding = .init(pause: .zero, interval: .milliseconds(20))
        service = try Service(bench.workspace, chosen) { clock.instant }
    }

    var folder: String { bench.workspace.folder }

    func source(_ name: String = "website") async throws -> TrackingSource {
        try await service.createSource(name: name, TrackingSourceSettings()).0
    }

    /// Sends a batch as a client of Segment's would.
    @discardableResult
    func send(_ items: [String], from source: TrackingSource) async throws -> IntakeReceipt {
        let body = "{\"batch\":[\(items.joined(separator: ","))]}"
        let batch = try TrackingDecoder.decode(
            TrackingRequest(endpoint: .batch, body: Array(body.utf8), receivedAt: clock.instant))
        return try await service.take(batch, from: source)
    }

    /// Waits until everything on disk is decided upon.
    func settle() async throws { await service.settle() }

    /// A company in the best tier with three people, one of whom decides.
    func people(_ company: String = "bank") -> [String] {
        [("ann", "Chief Marketing Officer"), ("ben", "VP Sales"), ("cat", "Head of Marketing")].map { name, title in
            """
            {"type":"identify","messageId":"i-\(company)-\(name)","userId":"\(company)-\(name)","traits":{
            "email":"\(name)@\(company).example","name":"\(name)","title":"\(title)","company":{"name":"\(company) plc",
            "website":"https://\(company).example","industry":"Banking","country":"Germany","employees":20000,
            "technologies":["salesforce","marketo"]}}}
            """.replacing("\n", with: "")
        }
    }

    func act(_ message: String, _ user: String, _ event: String, more: String = "") -> String {
        "{\"type\":\"track\",\"messageId\":\"\(message)\",\"userId\":\"\(user)\",\"event\":\"\(event)\"\(more)}"
    }

    /// Everybody asks for a demo: the company is qualified.
    func qualify(_ company: String = "bank", from source: TrackingSource) async throws {
        try await send(people(company), from: source)
        try await send(
            ["ann", "ben", "cat"].map { act("d-\(company)-\($0)", "\(company)-\($0)", "Demo Requested") }, from: source)
        try await settle()
    }
}
