import GRDB
import WeirFacts

/// Whether a person did something, or a program: said by a rule when it came, or by somebody later. The last word holds.
public struct ActJudgement: Hashable, Sendable {
    /// Place of the engagement in the ledger.
    public var engagement: Int64
    public var isAutomated: Bool
    public var reason: String?
    /// Who said so; `nil` for a rule.
    public var by: String?
    public var at: Instant

    public init(engagement: Int64, isAutomated: Bool, reason: String? = nil, by: String? = nil, at: Instant) {
        self.engagement = engagement
        self.isAutomated = isAutomated
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// Writes judgements, and which engagements do not count by them.
final class JudgementWriter {
    private let add: RawStatement
    private let discount: RawStatement
    private let count: RawStatement
    private let buyerOfEngagement: RawStatement
    private let journal: TouchedAccounts

    init(_ db: Database, journal: TouchedAccounts) throws {
        self.journal = journal
        add = try RawStatement(
            db, "INSERT INTO judged (seq, engagement, automated, reason, made_by, at) VALUES (?, ?, ?, ?, ?, ?)")
        discount = try RawStatement(db, "INSERT INTO discounted (engagement) VALUES (?) ON CONFLICT DO NOTHING")
        count = try RawStatement(db, "DELETE FROM discounted WHERE engagement = ?")
        buyerOfEngagement = try RawStatement(db, "SELECT buyer FROM engagement WHERE seq = ?")
    }

    /// - Throws: `notFound` for an engagement that does not exist.
    func write(_ judgement: ActJudgement, seq: Int64) throws {
        buyerOfEngagement.bind(judgement.engagement, at: 1)
        let buyer = try buyerOfEngagement.step() ? buyerOfEngagement.int(0) : nil
        buyerOfEngagement.reset()
        guard let buyer else {
            throw LedgerError(.notFound, "there is no engagement eng_\(judgement.engagement)")
        }
        try journal.touch(buyer: buyer)
        add.bind(seq, at: 1)
        add.bind(judgement.engagement, at: 2)
        add.bind(judgement.isAutomated ? 1 : 0, at: 3)
        add.bind(judgement.reason, at: 4)
        add.bind(judgement.by, at: 5)
        add.bind(judgement.at.milliseconds, at: 6)
        try add.run()
        let statement = judgement.isAutomated ? discount : count
        statement.bind(judgement.engagement, at: 1)
        try statement.run()
    }
}
