import Foundation
import Glibc

/// The server under load, from outside: durable intake, the time from receipt to decision, the inbound gate, and memory.
///
/// Every answer counted is a 200, which the server gives only after the commit is on disk.
struct ServeBench {
    let weir: String
    let folder: String
    /// How long each load lasts.
    let seconds: Double

    func run() throws {
        let served = try ServedWorkspace(weir: weir, folder: folder + "/served", port: 18_787)
        defer { served.stop() }
        try intake(served, perRequest: 100, connections: 32)
        try intake(served, perRequest: 1, connections: 64)
        try decisions(served)
        try disk()
        try inquiries(served)
        try leads(served, 200)
    }

    /// People who come back again and again, five of each company.
    private static let regulars = 20_000

    /// As many events as are taken in, of people most of whom have been here before.
    private func intake(_ served: ServedWorkspace, perRequest: Int, connections: Int) throws {
        let before = served.residentBytes
        let load = LoadClient(port: served.port, connections: connections, seconds: seconds)
        let outcome = try load.run(path: "/v1/batch", headers: basic(served)) { connection, number in
            let events = (0..<perRequest).map { place in
                ServeBench.event(
                    id: "b\(perRequest)-\(connection)-\(number)-\(place)",
                    person: (connection * 7919 + number * perRequest + place) % ServeBench.regulars)
            }
            return "{\"batch\":[\(events.joined(separator: ","))]}"
        }
        let name = perRequest == 1 ? "serve.intake.single" : "serve.intake.batch"
        let size =
            "\(perRequest) a request, \(connections) connections, \(ServeBench.regulars) people, \(Int(seconds)) s"
        Figure(name: name, size: size, value: Double(outcome.answered * perRequest) / outcome.elapsed, unit: "events/s")
            .show()
        Figure(name: name + ".p50", size: size, value: outcome.millis(permille: 500), unit: "ms").show()
        Figure(name: name + ".p99", size: size, value: outcome.millis(permille: 990), unit: "ms").show()
        Figure(name: name + ".refused", size: size, value: Double(outcome.refused), unit: "requests").show()
        Figure(name: name + ".memory.before", size: size, value: Double(before) / 1e6, unit: "MB").show()
        Figure(name: name + ".memory.after", size: size, value: Double(served.residentBytes) / 1e6, unit: "MB").show()
    }

    /// At 2,000 events a second, each of a person of its own: how long after the receipt of a raised hand it is decided
    /// that its person is qualified.
    private func decisions(_ served: ServedWorkspace) throws {
        try served.waitUntilDecided()
        let first = Int(try served.answer("SELECT coalesce(max(id), 0) FROM transition")) ?? 0
        let load = LoadClient(port: served.port, connections: 32, seconds: seconds, rate: 2_000)
        let outcome = try load.run(path: "/v1/track", headers: basic(served)) { connection, number in
            ServeBench.event(id: "d-\(connection)-\(number)", person: 1_000_000 + connection * 100_000 + number)
        }
        try served.waitUntilDecided()
        let times = try served.answer(
            """
            SELECT transition.decided_at - event.received_at FROM event
            JOIN engagement ON engagement.seq = event.seq JOIN transition ON transition.buyer = engagement.buyer
            WHERE event.message LIKE 'd-%' AND transition.id > \(first)
            """
        ).split(separator: "\n").compactMap { Double($0) }.sorted()
        let size = "\(Int(Double(outcome.answered) / outcome.elapsed)) events/s, \(times.count) decisions"
        func at(_ permille: Int) -> Double {
            times.isEmpty ? 0 : times[min(times.count - 1, times.count * permille / 1000)]
        }
        Figure(name: "serve.decision.p50", size: size, value: at(500), unit: "ms").show()
        Figure(name: "serve.decision.p99", size: size, value: at(990), unit: "ms").show()
    }

    private func inquiries(_ served: ServedWorkspace) throws {
        let load = LoadClient(port: served.port, connections: 16, seconds: min(seconds, 20), rate: 500)
        let headers = "Authorization: Bearer \(served.token)\r\n"
        let outcome = try load.run(path: "/api/v1/inquiries", headers: headers) { connection, number in
            "{\"id\":\"q-\(connection)-\(number)\",\"email\":\"ann\(number)@firm\(connection).example\",\"company\":\"Firm \(connection)\"}"
        }
        let size = "\(Int(Double(outcome.answered) / outcome.elapsed)) a second"
        Figure(name: "serve.inquiry.p50", size: size, value: outcome.millis(permille: 500), unit: "ms").show()
        Figure(name: "serve.inquiry.p99", size: size, value: outcome.millis(permille: 990), unit: "ms").show()
    }

    /// What the disk itself takes for 4 KB more and the word that they are on it: no answer that waits for a commit is
    /// faster.
    private func disk() throws {
        let file = open(folder + "/disk", O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0o600)
        guard file >= 0 else { throw BenchError("\(folder)/disk cannot be written") }
        defer {
            close(file)
            unlink(folder + "/disk")
        }
        let page = [UInt8](repeating: 1, count: 4096)
        var outcome = LoadClient.Outcome()
        for _ in 0..<300 {
            let start = DispatchTime.now().uptimeNanoseconds
            guard write(file, page, page.count) == page.count, fdatasync(file) == 0 else {
                throw BenchError("\(folder)/disk cannot be written")
            }
            outcome.nanoseconds.append(DispatchTime.now().uptimeNanoseconds - start)
        }
        Figure(name: "serve.disk.p50", size: "4 KB and fdatasync", value: outcome.millis(permille: 500), unit: "ms")
            .show()
        Figure(name: "serve.disk.p99", size: "4 KB and fdatasync", value: outcome.millis(permille: 990), unit: "ms")
            .show()
    }

    /// The same leads, one after the other: each recorded, matched and judged here; each put into a CRM there.
    private func leads(_ served: ServedWorkspace, _ count: Int) throws {
        guard let wire = BenchWire(port: served.port) else { throw BenchError("the server is gone") }
        let start = DispatchTime.now().uptimeNanoseconds
        for number in 0..<count {
            let text =
                "{\"id\":\"lead-\(number)\",\"email\":\"ann@firm\(number).example\",\"company\":\"Firm \(number)\"}"
            let request =
                "POST /api/v1/inquiries HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer \(served.token)\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
            guard wire.ask(Array(request.utf8)) == 200 else { throw BenchError("an inquiry was not answered") }
        }
        let ours = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../peers/tryton.sh")
        let answer = try Command.text([script.standardized.path, folder + "/tryton", "\(count)"])
        guard let seconds = answer.firstMatch(of: /"seconds": ([0-9.]+)/).flatMap({ Double($0.1) }) else {
            throw BenchError("Tryton answered \(answer)")
        }
        Figure(
            name: "serve.leads", size: "\(count) leads, one by one", value: ours, unit: "s",
            peer: "Tryton 8.2 over REST",
            peerValue: seconds
        ).show()
    }

    private func basic(_ served: ServedWorkspace) -> String {
        "Authorization: Basic \(Data("\(served.writeKey):".utf8).base64EncodedString())\r\n"
    }

    /// What a Python client sends: about 400 bytes. One in fifty raises a hand.
    private static func event(id: String, person: Int) -> String {
        let firm = person / 5 % 4_000
        let name = person % 50 == 0 ? "Demo Requested" : "Pricing Viewed"
        return """
            {"type":"track","event":"\(name)","userId":"u\(person)","messageId":"\(id)",\
            "properties":{"plan":"enterprise","path":"/pricing"},\
            "context":{"library":{"name":"analytics-python","version":"2.4.0"},\
            "traits":{"title":"VP Marketing","email":"p\(person)@firm\(firm).example","company":{"id":"f\(firm)","name":"Firm \(firm)"}}},\
            "integrations":{},"anonymousId":null}
            """
    }
}
