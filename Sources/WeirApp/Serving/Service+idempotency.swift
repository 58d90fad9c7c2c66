import WeirFacts
import WeirLedger

extension Service: IdempotencyUseCases {
    /// What was begun this long ago and never ended was begun by a process that died.
    private static let longestRequest: Int64 = 600

    public func begin(key: String, caller: String, fingerprint: String) async throws -> IdempotencyState {
        let (ledger, now) = (workspace.ledger, clock())
        let kept = try await onDisk {
            try ledger.takeKey(
                key, caller: caller, fingerprint: fingerprint, now: now,
                abandoned: now.advanced(bySeconds: -Self.longestRequest))
        }
        guard let kept else { return .fresh }
        guard kept.fingerprint == fingerprint else { return .differs }
        guard let status = kept.status else { return .running }
        let headers = kept.headers.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return .answered(
            IdempotentAnswer(
                status: status, headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }), body: kept.body))
    }

    public func keep(_ answer: IdempotentAnswer, key: String, caller: String) async throws {
        let ledger = workspace.ledger
        let headers = answer.headers.sorted { $0.key < $1.key }
            .map { "\($0.key):\($0.value.replacing("\n", with: " "))" }.joined(separator: "\n")
        try await onDisk {
            try ledger.keepAnswer(
                status: answer.status, headers: headers, body: answer.body, key: key, caller: caller)
        }
    }

    public func release(key: String, caller: String) async throws {
        let ledger = workspace.ledger
        try await onDisk { try ledger.releaseKey(key, caller: caller) }
    }
}
