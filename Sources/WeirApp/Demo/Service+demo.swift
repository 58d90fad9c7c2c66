import WeirFacts
import WeirLedger

extension Service: PageUseCases {
    public func tail(after seq: Int64, limit: Int) async throws -> [TailedEvent] {
        try await reading { try $0.tail(after: seq, limit: limit) }
    }

    public func isEmpty() async throws -> Bool {
        let ledger = workspace.ledger
        return try await onDisk {
            try ledger.agreements().isEmpty && !ledger.hasAccounts()
        }
    }

    public func startDemo() async throws -> Job {
        try await requireEmpty()
        return try await jobDesk.start(.importing, title: "the demonstration") { [self] progress in
            // Somebody may have pressed twice.
            try await requireEmpty()
            let world = DemoWorld(service: self, now: clock())
            let rows = try await world.build(progress)
            return JobEnd(
                state: Job.State.completed.rawValue, result: RowText.ndjson([("added", .number(Int64(rows)))]))
        }
    }

    private func requireEmpty() async throws {
        guard try await isEmpty() else {
            throw ServiceError(.conflict, "the demonstration goes into an empty workspace only; this one has facts")
        }
    }
}
