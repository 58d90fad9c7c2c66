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
    }

    /// Verdicts on buyers, after a fact and up to another, in order of recording.
    public func verdicts(after seq: Int64, upTo last: Int64) throws -> [SaidVerdict] {
        guard seq < last else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT seq, coalesce(means, disposition.buyer) AS who, verdict, reason, made_by FROM disposition
                LEFT JOIN buyer_alias ON buyer_alias.buyer = disposition.buyer
                WHERE seq > ? AND seq <= ? AND disposition.buyer IS NOT NULL ORDER BY seq
                """, arguments: [seq, last]
        ).map {
            SaidVerdict(
                seq: $0["seq"], buyer: $0["who"], verdict: $0["verdict"], reason: $0["reason"], by: $0["made_by"])
        }
    }

    /// What was said of buyers' opportunities (`open`, `won` or `lost`), after a fact and up to another.
    public func opportunities(after seq: Int64, upTo last: Int64) throws -> [(
        seq: Int64, buyer: Int64, outcome: String
    )] {
        guard seq < last else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT seq, coalesce(means, opportunity.buyer) AS who, opportunity_fact.outcome AS outcome
                FROM opportunity_fact JOIN opportunity ON opportunity.id = opportunity_fact.opportunity
                LEFT JOIN buyer_alias ON buyer_alias.buyer = opportunity.buyer
                WHERE seq > ? AND seq <= ? AND opportunity.buyer IS NOT NULL ORDER BY seq
                """, arguments: [seq, last]
        ).map { ($0["seq"], $0["who"], $0["outcome"]) }
    }
}
