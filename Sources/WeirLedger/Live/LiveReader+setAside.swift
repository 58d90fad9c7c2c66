import GRDB
import WeirFacts

/// An item that could not be understood, as stored.
public struct StoredRejection: Hashable, Sendable {
    public var seq: Int64
    /// Our number of its source, and the source's name.
    public var source: Int64
    public var sourceName: String
    public var code: String
    public var reason: String
    public var message: String?
    public var receivedAt: Instant
    public var raw: [UInt8]
    public var envelope: [UInt8]
    public var replayedAt: Instant?
}

/// How often events of one name came that the mapping does not know.
public struct UnmappedCount: Hashable, Sendable {
    public var sourceName: String
    public var kind: String
    public var name: String
    public var count: Int
    public var lastAt: Instant
}

/// An event whose act does not count or is not known, as stored.
public struct StoredEvent: Hashable, Sendable {
    public var seq: Int64
    public var source: Int64
    public var sourceName: String
    public var kind: String
    public var name: String
    public var at: Instant
    public var receivedAt: Instant
    public var raw: [UInt8]
    public var envelope: [UInt8]
}

/// An act that was judged to be a program's, and what was said of it last.
public struct AutomatedAct: Hashable, Sendable {
    /// Place of the engagement in the ledger.
    public var engagement: Int64
    public var sourceName: String
    public var kind: String
    public var name: String
    public var at: Instant
    public var buyer: Int64
    public var reason: String
    /// When somebody decided that a person did it.
    public var clearedAt: Instant?
}

extension LiveReader {
    /// Rejected items after one, in order of recording.
    public func rejections(after seq: Int64, limit: Int, includingReplayed: Bool, only: Int64? = nil) throws
        -> [StoredRejection]
    {
        var filters = ["seq > ?1"]
        if !includingReplayed { filters.append("replayed_at IS NULL") }
        if only != nil { filters.append("seq = ?3") }
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, rejected_event.source, source.name, code, reason, message, received_at, raw, envelope, replayed_at
            FROM rejected_event JOIN source ON source.id = rejected_event.source WHERE \(filters.joined(separator: " AND "))
            ORDER BY seq LIMIT ?2
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        if let only { select.bind(only, at: 3) }
        defer { select.reset() }
        var result: [StoredRejection] = []
        while try select.step() {
            result.append(
                StoredRejection(
                    seq: select.int(0), source: select.int(1), sourceName: select.text(2) ?? "",
                    code: select.text(3) ?? "", reason: select.text(4) ?? "", message: select.text(5),
                    receivedAt: Instant(milliseconds: select.int(6)), raw: select.bytes(7), envelope: select.bytes(8),
                    replayedAt: select.optionalInt(9).map(Instant.init(milliseconds:))))
        }
        return result
    }

    /// Events that the mapping does not know, by what they are called, the most frequent first.
    public func unmapped(limit: Int) throws -> [UnmappedCount] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT source.name, kind, event.name, count(*), max(received_at) FROM event
            JOIN source ON source.id = event.source WHERE outcome = \(LiveEvent.Outcome.unmapped.rawValue)
            GROUP BY event.source, kind, event.name ORDER BY count(*) DESC, event.name LIMIT ?
            """)
        select.bind(Int64(limit), at: 1)
        defer { select.reset() }
        var result: [UnmappedCount] = []
        while try select.step() {
            result.append(
                UnmappedCount(
                    sourceName: select.text(0) ?? "", kind: select.text(1) ?? "", name: select.text(2) ?? "",
                    count: Int(select.int(3)), lastAt: Instant(milliseconds: select.int(4))))
        }
        return result
    }

    /// Events kept as unmapped after one, in order of recording.
    public func unmappedEvents(after seq: Int64, limit: Int) throws -> [StoredEvent] {
        let select = try RawStatement(
            cached: db,
            """
            SELECT seq, event.source, source.name, kind, event.name, at, received_at, raw, envelope FROM event
            JOIN source ON source.id = event.source WHERE outcome = \(LiveEvent.Outcome.unmapped.rawValue) AND seq > ?
            ORDER BY seq LIMIT ?
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        defer { select.reset() }
        var result: [StoredEvent] = []
        while try select.step() {
            result.append(
                StoredEvent(
                    seq: select.int(0), source: select.int(1), sourceName: select.text(2) ?? "",
                    kind: select.text(3) ?? "", name: select.text(4) ?? "", at: Instant(milliseconds: select.int(5)),
                    receivedAt: Instant(milliseconds: select.int(6)), raw: select.bytes(7), envelope: select.bytes(8)))
        }
        return result
    }

    /// Acts that were ever judged to be a program's, after one, in order of recording.
    public func automatedActs(after seq: Int64, limit: Int, only: Int64? = nil) throws -> [AutomatedAct] {
        let filter = only == nil ? "" : "AND engagement.seq = ?3"
        let select = try RawStatement(
            cached: db,
            """
            SELECT engagement.seq, source.name, coalesce(event.kind, ''), coalesce(event.name, ''), engagement.at,
            engagement.buyer, (SELECT reason FROM judged WHERE judged.engagement = engagement.seq AND automated = 1
            ORDER BY judged.seq DESC LIMIT 1), (SELECT CASE automated WHEN 0 THEN judged.at END FROM judged
            WHERE judged.engagement = engagement.seq ORDER BY judged.seq DESC LIMIT 1)
            FROM engagement JOIN source ON source.id = engagement.source
            LEFT JOIN event ON event.message = engagement.message AND event.source = engagement.source
            WHERE engagement.seq IN (SELECT judged.engagement FROM judged) AND engagement.seq > ?1 \(filter)
            ORDER BY engagement.seq LIMIT ?2
            """)
        select.bind(seq, at: 1)
        select.bind(Int64(limit), at: 2)
        if let only { select.bind(only, at: 3) }
        defer { select.reset() }
        var result: [AutomatedAct] = []
        while try select.step() {
            result.append(
                AutomatedAct(
                    engagement: select.int(0), sourceName: select.text(1) ?? "", kind: select.text(2) ?? "",
                    name: select.text(3) ?? "", at: Instant(milliseconds: select.int(4)),
                    buyer: try place(of: select.int(5)).buyer, reason: select.text(6) ?? "",
                    clearedAt: select.optionalInt(7).map(Instant.init(milliseconds:))))
        }
        return result
    }
}
