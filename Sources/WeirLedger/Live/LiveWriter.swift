import GRDB
import WeirFacts

/// One thing to put on disk.
enum LiveWork: Sendable {
    case events([LiveEvent], rejected: [LiveRejection], source: Int64)
    /// Events kept earlier without their act; what they turned out to be now.
    case completion([(event: Int64, LiveEvent)], source: Int64)
    /// A rejected item that is understood by now, or still is not.
    case replay(rejected: Int64, [LiveEvent], source: Int64, at: Instant)
    case judgement(ActJudgement)
    case merging(MergeWord)
    case inquiry(InquiryRecord, LiveEvent?, source: Int64)
    /// What follows from facts that are on disk.
    case decisions(DecisionBatch)

    /// Events and rejected items.
    var count: Int {
        switch self {
        case .events(let events, let rejected, _): events.count + rejected.count
        case .completion(let events, _): events.count
        case .replay(_, let events, _, _): events.count
        case .judgement, .merging, .inquiry: 1
        case .decisions: 0
        }
    }

    /// Whether it comes from the service itself; there is one at a time, and it is never told to come back.
    var isInHouse: Bool {
        if case .decisions = self { true } else { false }
    }

    /// About how much memory it holds.
    var bytes: Int {
        func size(_ event: LiveEvent) -> Int { event.raw.count + event.envelope.count + LiveWork.beside }
        switch self {
        case .events(let events, let rejected, _):
            return events.reduce(LiveWork.beside) { $0 + size($1) }
                + rejected.reduce(0) { $0 + $1.raw.count + $1.envelope.count + LiveWork.beside }
        case .completion(let events, _): return events.reduce(LiveWork.beside) { $0 + size($1.1) }
        case .replay(_, let events, _, _): return events.reduce(LiveWork.beside) { $0 + size($1) }
        case .judgement, .merging, .decisions: return LiveWork.beside
        case .inquiry(let inquiry, _, _): return inquiry.raw.count + 2 * LiveWork.beside
        }
    }

    /// What an event takes beside its bytes: names, ids, what it says of people.
    private static let beside = 1024
}

/// Puts work on disk inside a transaction of the ledger's one writer. Its statements and caches live as long as the
/// connection; after a transaction that failed it has to be made anew, since its caches may know what was undone.
final class LiveWriter {
    private let terms: Terms
    private let journal: TouchedAccounts
    private let said = SaidOfLate()
    private let judgements: JudgementWriter
    private let merges: MergeWriter
    private let markReplayed: RawStatement
    private let setOutcome: RawStatement
    private let inquiries: InquiryWriter
    private var desks: [Int64: SourceDesk] = [:]
    private var nextSeq: Int64 = 1

    init(_ db: Database) throws {
        terms = try Terms(db)
        journal = try TouchedAccounts(db, said)
        judgements = try JudgementWriter(db, journal: journal)
        merges = try MergeWriter(db, journal: journal)
        inquiries = try InquiryWriter(db)
        markReplayed = try RawStatement(db, "UPDATE rejected_event SET replayed_at = ? WHERE seq = ?")
        setOutcome = try RawStatement(db, "UPDATE event SET outcome = ? WHERE seq = ?")
    }

    /// Begins a transaction's work.
    func begin(_ db: Database) throws {
        let next = try Ledger.lastSeq(db) + 1
        // Somebody else has recorded something, an import for example: what was said before may be news again.
        if next != nextSeq { said.forgetAll() }
        nextSeq = next
    }

    /// - Returns: what was written; its `seq` is the last fact's so far.
    func write(_ work: LiveWork, _ db: Database) throws -> IntakeReceipt {
        var receipt = IntakeReceipt()
        switch work {
        case .events(let events, let rejected, let source):
            let desk = try desk(source, db)
            try tally(events, desk, db, &receipt)
            for rejection in rejected { _ = try numbered { try desk.write(rejection, db, seq: takeSeq()) } }
            receipt.rejected = rejected.count
        case .completion(let events, let source):
            let desk = try desk(source, db)
            for (seq, event) in events {
                setOutcome.bind(event.outcome.rawValue, at: 1)
                setOutcome.bind(seq, at: 2)
                try setOutcome.run()
                try desk.complete(event, db, takeSeq: takeSeq)
            }
            receipt.added = events.count
        case .replay(let rejected, let events, let source, let now):
            try tally(events, try desk(source, db), db, &receipt)
            markReplayed.bind(now.milliseconds, at: 1)
            markReplayed.bind(rejected, at: 2)
            try markReplayed.run()
        case .judgement(let judgement):
            try judgements.write(judgement, seq: takeSeq())
        case .merging(let word):
            said.forgetAll()
            try merges.write(word, seq: takeSeq())
            receipt.added = 1
        case .inquiry(let inquiry, let event, let source):
            guard try numbered({ try inquiries.write(inquiry, seq: takeSeq(), db) }) else { break }
            receipt.added = 1
            receipt.inquiry = nextSeq - 1
            if let event { _ = try desk(source, db).write(event, db, takeSeq: takeSeq) }
        case .decisions(let batch):
            receipt.decisions = try batch.store(db)
        }
        receipt.seq = nextSeq - 1
        return receipt
    }

    /// Ends a transaction's work: whose past changed is remembered with it.
    func end() throws { try journal.flush(seq: nextSeq - 1) }

    private func tally(_ events: [LiveEvent], _ desk: SourceDesk, _ db: Database, _ receipt: inout IntakeReceipt)
        throws
    {
        for event in events where try numbered({ try desk.write(event, db, takeSeq: takeSeq) }) { receipt.added += 1 }
        receipt.known += events.count - receipt.added
    }

    /// Writes something that may be known already; its number then goes to the next fact, so that the last number
    /// given is always the last fact's.
    private func numbered(_ write: () throws -> Bool) rethrows -> Bool {
        let before = nextSeq
        let isNew = try write()
        if !isNew { nextSeq = before }
        return isNew
    }

    private func takeSeq() -> Int64 {
        defer { nextSeq += 1 }
        return nextSeq
    }

    private func desk(_ source: Int64, _ db: Database) throws -> SourceDesk {
        if let desk = desks[source] { return desk }
        let desk = try SourceDesk(
            db, source: source, terms: terms, journal: journal, said: said, judgements: judgements)
        desks[source] = desk
        return desk
    }
}
