import WeirFacts
import WeirLedger
import WeirTold

/// Makes one attempt to deliver a notice, and writes down what became of it.
struct Delivering: Sendable {
    let workspace: Workspace
    let options: TellingOptions
    let clock: @Sendable () -> Instant
    /// A destination whose deliveries die, after so many failures in a row, is switched off.
    private static let failuresToSwitchOff = 10

    init(_ workspace: Workspace, _ options: TellingOptions, clock: @escaping @Sendable () -> Instant) {
        self.workspace = workspace
        self.options = options
        self.clock = clock
    }

    /// Where notices may go.
    func addressRule() throws -> AddressRule {
        let text = try workspace.ledger.setting(NoticeDesk.networksSetting).map { String(decoding: $0, as: UTF8.self) }
        return AddressRule(allowed: (text ?? "").split(separator: " ").compactMap { Network(String($0)) })
    }

    /// A stopped attempt leaves the delivery as it was, so that it is made again.
    func attempt(_ delivery: StoredDelivery, _ destination: StoredDestination) async {
        let began = clock()
        let start = ContinuousClock.now
        var outcome: SendingOutcome
        do {
            let letter = try await onDisk { try LetterWriting(self, now: began).letter(delivery, destination) }
            guard let carrier = options.carrier else { return }
            outcome = await carrier.carry(letter)
        } catch let error as LetterWriting.Unwritable {
            outcome = SendingOutcome(error.verdict, error.description)
        } catch {
            outcome = SendingOutcome(.refused, "it could not be written: \(error)")
        }
        guard !Task.isCancelled else { return }
        let took = ContinuousClock.now - start
        let millis = took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
        let attempt = StoredAttempt(
            at: began, tookMillis: millis, verdict: outcome.verdict.rawValue, status: outcome.status,
            note: outcome.note)
        let consequence = Delivering.consequence(
            of: outcome, delivery, destination, now: clock(), jitterPermille: Int64.random(in: 0..<1000))
        var matter = Notice.Matter()
        matter.destination = RecordID.destination.text(destination.id)
        matter.reason = consequence.offReason
        guard let failed = try? NewNotice(.destinationFailed, matter, at: began) else { return }
        await record(attempt, of: delivery, consequence, failed)
    }

    /// Where the disk refuses, writing is tried again, and not sending: until then its destination gets nothing else.
    /// A process that ends meanwhile sends it once more under the same id.
    private func record(
        _ attempt: StoredAttempt, of delivery: StoredDelivery, _ consequence: AttemptConsequence, _ failed: NewNotice
    ) async {
        while !Task.isCancelled {
            do {
                return try await onDisk {
                    try workspace.ledger.record(attempt, of: delivery, consequence, failed: failed)
                }
            } catch {
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// - Parameter jitterPermille: from 0 to 999, by chance.
    static func consequence(
        of outcome: SendingOutcome, _ delivery: StoredDelivery, _ destination: StoredDestination, now: Instant,
        jitterPermille: Int64
    ) -> AttemptConsequence {
        func later(_ millis: Int64) -> Instant { Instant(milliseconds: now.milliseconds + millis) }
        var result = AttemptConsequence(
            state: .dead, dueAt: now, failures: destination.failures, resumesAt: destination.resumesAt)
        if outcome.verdict == .delivered {
            let gap = DestinationKind(rawValue: destination.kind)?.gapMillis ?? 0
            result.state = .delivered
            (result.failures, result.resumesAt) = (0, gap > 0 ? later(gap) : nil)
            return result
        }
        // Whoever tries whether it arrives wants to know once.
        if delivery.kind == Notice.Kind.test.rawValue { return result }
        if outcome.verdict == .gone {
            result.offReason = "it answered that it is gone (410)"
            return result
        }
        if outcome.verdict == .unreachable {
            result.failures += 1
            result.resumesAt = later(
                RetrySchedule.pauseMillis(failures: result.failures, retryAfterSeconds: outcome.retryAfterSeconds))
        }
        let wait = RetrySchedule.waitMillis(
            afterAttempts: delivery.attempts + 1, retryAfterSeconds: outcome.retryAfterSeconds,
            jitterPermille: jitterPermille)
        if let wait {
            // One letter that nobody can take says nothing of the others.
            if outcome.verdict != .hopeless { (result.state, result.dueAt) = (.waiting, later(wait)) }
        } else if result.failures >= failuresToSwitchOff {
            result.offReason = "nothing arrived for days; the last time: \(outcome.note)"
        }
        return result
    }
}
