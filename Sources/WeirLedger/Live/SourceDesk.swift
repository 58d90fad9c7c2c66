import GRDB
import WeirFacts

/// Writes the events of one source, inside the transaction of the day.
final class SourceDesk {
    private let source: Int64
    private let identities: Identities
    private let terms: Terms
    private let records: RecordWriter
    private let addEvent: RawStatement
    private let addEngagement: RawStatement
    private let addRejection: RawStatement
    private let findEngagement: RawStatement
    private let judgements: JudgementWriter
    private let said: SaidOfLate

    /// Few enough that a hundred sources fit into memory; a miss costs one look-up.
    private static let cacheSlots = 1 << 14

    init(
        _ db: Database, source: Int64, terms: Terms, journal: TouchedAccounts, said: SaidOfLate,
        judgements: JudgementWriter
    ) throws {
        self.source = source
        self.said = said
        self.terms = terms
        self.judgements = judgements
        identities = try Identities(
            db, source: source, journal: journal, cacheSlots: SourceDesk.cacheSlots, recalls: false)
        records = try RecordWriter(
            db, source: source, recordedAt: Instant(milliseconds: 0), identities: identities, terms: terms,
            journal: journal)
        addEvent = try RawStatement(
            db,
            """
            INSERT INTO event (seq, source, message, kind, name, at, original_at, sent_at, received_at, outcome, raw,
            envelope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message, source) DO NOTHING
            """)
        addEngagement = try RawStatement(
            db,
            """
            INSERT INTO engagement
            (seq, source, message, buyer, signal, at, content, shared_with, campaign, channel)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message, source) DO NOTHING
            """)
        findEngagement = try RawStatement(db, "SELECT seq FROM engagement WHERE message = ? AND source = ?")
        addRejection = try RawStatement(
            db,
            """
            INSERT INTO rejected_event (seq, source, digest, code, reason, message, received_at, raw, envelope)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest, source) DO NOTHING
            """)
    }

    /// - Returns: whether it was new.
    func write(_ event: LiveEvent, _ db: Database, takeSeq: () -> Int64) throws -> Bool {
        let seq = takeSeq()
        bind(event, seq)
        try addEvent.run()
        guard changes(db) > 0 else { return false }
        try describe(event, takeSeq: takeSeq)
        if let act = event.act, event.outcome == .mapped || event.outcome == .automated {
            try write(act, of: event, seq, db, takeSeq: takeSeq)
        }
        for message in event.alsoAutomated {
            guard let engagement = try engagement(message: message) else { continue }
            try judge(engagement, event.alsoReason, event, takeSeq())
        }
        return true
    }

    /// Takes in what an event kept earlier turned out to be: the mapping knows it by now.
    func complete(_ event: LiveEvent, _ db: Database, takeSeq: () -> Int64) throws {
        guard let act = event.act, event.outcome == .mapped || event.outcome == .automated else { return }
        try write(act, of: event, takeSeq(), db, takeSeq: takeSeq)
    }

    /// - Returns: whether it was new.
    func write(_ rejection: LiveRejection, _ db: Database, seq: Int64) throws -> Bool {
        addRejection.bind(seq, at: 1)
        addRejection.bind(source, at: 2)
        addRejection.bind(rejection.digest, at: 3)
        addRejection.bind(rejection.code, at: 4)
        addRejection.bind(rejection.reason, at: 5)
        addRejection.bind(rejection.message, at: 6)
        addRejection.bind(rejection.receivedAt.milliseconds, at: 7)
        addRejection.bind(bytes: rejection.raw, at: 8)
        addRejection.bind(bytes: rejection.envelope, at: 9)
        try addRejection.run()
        return changes(db) > 0
    }

    /// What the event says of companies and people, and who is who.
    private func describe(_ event: LiveEvent, takeSeq: () -> Int64) throws {
        records.recordedAt = event.receivedAt
        for account in event.accounts { try describe(account, takeSeq: takeSeq) }
        for buyer in event.buyers { try describe(buyer, takeSeq: takeSeq) }
        if var visitor = event.visitor, let id = event.actor?.anonymousID {
            visitor.id = Identities.visitorID(id)
            _ = try identities.visitor(id: id)
            try describe(visitor, takeSeq: takeSeq)
            if visitor.email != nil { try identities.makeKnown(try identities.visitor(id: id)) }
        }
        if event.formerVisitors.isEmpty && event.formerID == nil { return }
        guard let actor = event.actor, actor.id != nil || actor.email != nil, let buyer = try buyer(actor) else {
            return
        }
        for visitor in event.formerVisitors {
            try identities.link(buyer, formerID: Identities.visitorID(visitor), takesPeople: false)
        }
        if let former = event.formerID { try identities.link(buyer, formerID: former, takesPeople: true) }
    }

    private func describe(_ account: AccountSeen, takeSeq: () -> Int64) throws {
        var timeless = account
        timeless.observedAt = nil
        let words = SaidOfLate.Words(timeless, source: source)
        if said.isRepeated(words) { return }
        said.remember(words, of: .account(try records.write(account, seq: takeSeq).record))
    }

    private func describe(_ buyer: BuyerSeen, takeSeq: () -> Int64) throws {
        var timeless = buyer
        timeless.observedAt = nil
        let words = SaidOfLate.Words(timeless, source: source)
        if said.isRepeated(words) { return }
        try identities.reconcile(buyer)
        let outcome = try records.write(buyer, seq: takeSeq)
        if outcome.isSettled { said.remember(words, of: .buyer(outcome.record)) }
    }

    private func write(_ act: LiveAct, of event: LiveEvent, _ seq: Int64, _ db: Database, takeSeq: () -> Int64) throws {
        guard let actor = event.actor, let buyer = try buyer(actor) else { return }
        addEngagement.bind(seq, at: 1)
        addEngagement.bind(source, at: 2)
        addEngagement.bind(event.message, at: 3)
        addEngagement.bind(buyer, at: 4)
        addEngagement.bind(try terms.number(.signal, act.signal), at: 5)
        addEngagement.bind(event.at.milliseconds, at: 6)
        addEngagement.bind(try act.content.map { try terms.number(.content, $0) }, at: 7)
        addEngagement.bind(try act.sharedWith.map(other), at: 8)
        addEngagement.bind(try act.campaign.map { try terms.number(.campaign, $0) }, at: 9)
        addEngagement.bind(try act.channel.map { try terms.number(.channel, $0) }, at: 10)
        try addEngagement.run()
        guard event.outcome == .automated, changes(db) > 0 else { return }
        try judge(seq, event.reason, event, takeSeq())
    }

    private func judge(_ engagement: Int64, _ reason: String?, _ event: LiveEvent, _ seq: Int64) throws {
        try judgements.write(
            ActJudgement(engagement: engagement, isAutomated: true, reason: reason, by: nil, at: event.receivedAt),
            seq: seq)
    }

    /// The engagement that an event of this source is.
    private func engagement(message: String) throws -> Int64? {
        findEngagement.bind(message, at: 1)
        findEngagement.bind(source, at: 2)
        defer { findEngagement.reset() }
        return try findEngagement.step() ? findEngagement.int(0) : nil
    }

    private func buyer(_ actor: LiveActor) throws -> Int64? {
        if let id = actor.id { return try identities.buyer(id: id) }
        if let email = actor.email { return try identities.buyer(email: email) }
        if let id = actor.anonymousID { return try identities.visitor(id: id) }
        return try actor.accountID.map { try identities.anonymousBuyer(accountID: $0) }
    }

    private func other(_ text: String) throws -> Int64 {
        text.contains("@") ? try identities.buyer(email: text) : try identities.buyer(id: text)
    }

    private func bind(_ event: LiveEvent, _ seq: Int64) {
        addEvent.bind(seq, at: 1)
        addEvent.bind(source, at: 2)
        addEvent.bind(event.message, at: 3)
        addEvent.bind(event.kind, at: 4)
        addEvent.bind(event.name, at: 5)
        addEvent.bind(event.at.milliseconds, at: 6)
        addEvent.bind(event.originalAt?.milliseconds, at: 7)
        addEvent.bind(event.sentAt?.milliseconds, at: 8)
        addEvent.bind(event.receivedAt.milliseconds, at: 9)
        addEvent.bind(event.outcome.rawValue, at: 10)
        addEvent.bind(bytes: event.raw, at: 11)
        addEvent.bind(bytes: event.envelope, at: 12)
    }
}
