import GRDB
import WeirFacts

/// What Sales said elsewhere, in the CRM.
extension DeskBooks {
    /// A verdict of Sales' that was imported.
    public struct SaidVerdict: Hashable, Sendable {
        public var seq: Int64
        /// The person meant, not the mention.
        public var buyer: Int64
        /// `accept`, `reject` or `recycle`.
        public var verdict: String
        public var reason: String?
        public var by: String?
        /// When they said it.
        public var at: Instant
    }

    /// What was said of a buyer's opportunity.
    public struct SaidOutcome: Hashable, Sendable {
        public var seq: Int64
        /// The person meant, not the mention.
        public var buyer: Int64
        /// `open`, `won` or `lost`.
        public var outcome: String
        /// When it was so: closed or observed, or else recorded.
        public var at: Instant
    }

    /// Verdicts on buyers, after a fact and up to another, in order of recording.
    public func verdicts(after seq: Int64, upTo last: Int64, limit: Int) throws -> [SaidVerdict] {
        guard seq < last else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT seq, coalesce(means, disposition.buyer) AS who, verdict, reason, made_by, at FROM disposition
                LEFT JOIN buyer_alias ON buyer_alias.buyer = disposition.buyer
                WHERE seq > ? AND seq <= ? AND disposition.buyer IS NOT NULL ORDER BY seq LIMIT ?
                """, arguments: [seq, last, limit]
        ).map {
            SaidVerdict(
                seq: $0["seq"], buyer: $0["who"], verdict: $0["verdict"], reason: $0["reason"], by: $0["made_by"],
                at: Instant(milliseconds: $0["at"]))
        }
    }

    /// What was said of buyers' opportunities, after a fact and up to another, in order of recording.
    public func outcomes(after seq: Int64, upTo last: Int64, limit: Int) throws -> [SaidOutcome] {
        guard seq < last else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT seq, coalesce(means, opportunity.buyer) AS who, opportunity_fact.outcome AS outcome,
                coalesce(CASE WHEN opportunity_fact.outcome <> 'open' THEN opportunity_fact.closed_at END, observed_at,
                    recorded_at) AS said_at
                FROM opportunity_fact JOIN opportunity ON opportunity.id = opportunity_fact.opportunity
                LEFT JOIN buyer_alias ON buyer_alias.buyer = opportunity.buyer
                WHERE seq > ? AND seq <= ? AND opportunity.buyer IS NOT NULL ORDER BY seq LIMIT ?
                """, arguments: [seq, last, limit]
        ).map {
            SaidOutcome(
                seq: $0["seq"], buyer: $0["who"], outcome: $0["outcome"],
                at: Instant(milliseconds: $0["said_at"]))
        }
    }
}
