import Crypto
import Foundation
import Synchronization
import WeirAgreement
import WeirFacts
import WeirIntake
import WeirLedger
import WeirMarket

/// Turns what clients sent into what the ledger takes in: whose act it was, what it says of people and companies, and
/// which signal of the agreement it is.
final class EventDesk: Sendable {
    private let workspace: Workspace
    private let intake: EventIntake
    let definitions: Definitions
    private let mail = MailDomains()
    private let judge = Mutex(AutomationJudge())

    init(_ workspace: Workspace, _ intake: EventIntake, _ definitions: Definitions) {
        self.workspace = workspace
        self.intake = intake
        self.definitions = definitions
    }

    /// - Parameter now: when the request came, where none of its items says so.
    func take(_ batch: TrackingBatch, from source: TrackingSource, now: Instant) async throws -> IntakeReceipt {
        if batch.events.isEmpty, batch.rejected.isEmpty { return IntakeReceipt() }
        let reader = reader()
        let receivedAt = batch.events.first?.receivedAt ?? now
        let rejected = batch.rejected.map { reader.rejection($0, receivedAt: receivedAt) }
        return try await record(batch.events.map { event($0, reader) }, rejected, source)
    }

    /// Reads events under what is agreed now.
    func reader() -> EventReader { EventReader(definitions.now, mail) }

    /// An event for the ledger, judged: what a program did is kept and does not count.
    func event(_ tracked: TrackedEvent, _ reader: EventReader) -> LiveEvent {
        var event = reader.event(tracked)
        let judgement = judge.withLock { $0.judge(tracked) }
        if let verdict = judgement.verdict, event.outcome == .mapped {
            event.outcome = .automated
            event.reason = verdict.words
        }
        event.alsoAutomated = judgement.alsoAutomated
        event.alsoReason = judgement.alsoVerdict?.words
        return event
    }

    func record(_ events: [LiveEvent], _ rejected: [LiveRejection], _ source: TrackingSource) async throws
        -> IntakeReceipt
    {
        try await ServiceError.wrapping {
            try await intake.record(events, rejected: rejected, source: source.ledgerSource)
        }
    }
}

/// Reads events under the definitions of one moment.
struct EventReader {
    private let signals: SignalMap?
    private let traits: TraitReading

    init(_ definitions: Definitions.Now, _ mail: MailDomains) {
        signals = definitions.signals
        let declared = definitions.use?.agreement.declaredAttributes ?? []
        traits = TraitReading(
            attributeTypes: Dictionary(declared.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first }),
            companyDomain: { mail.companyDomain(ofEmail: $0)?.registrable })
    }

    func event(_ tracked: TrackedEvent) -> LiveEvent {
        let facts = tracked.facts(traits)
        var event = LiveEvent(
            message: tracked.messageID, kind: tracked.kind.rawValue, name: tracked.name, at: tracked.at,
            originalAt: tracked.originalAt, sentAt: tracked.sentAt, receivedAt: tracked.receivedAt, raw: tracked.raw,
            envelope: tracked.envelope, actor: actor(of: tracked), outcome: .ignored)
        if let account = facts.account { event.accounts = [account] }
        if let buyer = facts.buyer {
            if tracked.userID == nil, tracked.anonymousID != nil {
                event.visitor = buyer
            } else {
                event.buyers = [buyer]
            }
        }
        for link in facts.links {
            event.formerVisitors.append(link.from)
            if link.kind == .aliased { event.formerID = link.from }
        }
        classify(&event, tracked)
        return event
    }

    private func classify(_ event: inout LiveEvent, _ tracked: TrackedEvent) {
        guard let signals else {
            event.outcome = [.track, .page, .screen].contains(tracked.kind) ? .unmapped : .ignored
            return
        }
        switch signals.map(tracked) {
        case .signal(let mapped):
            event.outcome = .mapped
            event.act = LiveAct(
                signal: mapped.signal, content: mapped.content, sharedWith: mapped.sharedWith,
                campaign: mapped.campaign, channel: mapped.channel)
        case .ignored: event.outcome = .ignored
        case .unmapped(let key):
            event.outcome = .unmapped
            event.name = key.name
        }
    }

    private func actor(of tracked: TrackedEvent) -> LiveActor {
        LiveActor(
            id: tracked.userID, email: tracked.email,
            anonymousID: tracked.anonymousID, accountID: tracked.groupID)
    }

    func rejection(_ item: RejectedItem, receivedAt: Instant) -> LiveRejection {
        LiveRejection(
            code: item.code.rawValue, reason: item.reason, message: item.messageID, receivedAt: receivedAt,
            raw: item.raw, envelope: item.envelope, digest: Secret.hex(SHA256.hash(data: Data(item.raw))))
    }
}

extension AutomationVerdict {
    fileprivate var words: String { "\(reason.rawValue): \(sentence)" }
}
