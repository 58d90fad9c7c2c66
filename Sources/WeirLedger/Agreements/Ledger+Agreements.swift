import GRDB
import WeirFacts

/// The two sides that sign.
public enum SigningSide: String, Hashable, Sendable, CaseIterable { case marketing, sales }

public struct AgreementSignature: Hashable, Sendable {
    public var side: SigningSide
    public var name: String
    public var at: Instant
}

/// One proposed text and who signed it.
public struct AgreementVersion: Hashable, Sendable {
    public var version: Int
    /// SHA-256 of the exact bytes.
    public var sha256: String
    public var proposedBy: String
    public var proposedAt: Instant
    public var signatures: [AgreementSignature]

    /// The moment from which both sides had signed; `nil` while one has not.
    public var bothSignedAt: Instant? {
        signatures.count == SigningSide.allCases.count ? signatures.map(\.at).max() : nil
    }
}

extension Ledger {
    /// Stores a text as a proposal. The same bytes again are the same proposal.
    /// - Parameters:
    ///   - lists: the company lists that the text keeps in files of their own, by the path it gives them.
    public func propose(
        bytes: [UInt8], sha256: String, lists: [(path: String, bytes: [UInt8])], by name: String, now: Instant
    ) throws(LedgerError) -> (version: AgreementVersion, isNew: Bool) {
        let isNew = try write { db in
            for list in lists {
                let insert = try RawStatement(
                    db,
                    "INSERT INTO agreement_list (agreement, path, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                insert.bind(sha256, at: 1)
                insert.bind(list.path, at: 2)
                insert.bind(bytes: list.bytes, at: 3)
                try insert.run()
            }
            let insert = try RawStatement(
                db,
                """
                INSERT INTO agreement (sha256, bytes, proposed_by, proposed_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            insert.bind(sha256, at: 1)
            insert.bind(bytes: bytes, at: 2)
            insert.bind(name, at: 3)
            insert.bind(now.milliseconds, at: 4)
            try insert.run()
            return changes(db) > 0
        }
        guard let version = try agreements().first(where: { $0.sha256 == sha256 }) else {
            throw LedgerError(.database, "the proposal was not stored")
        }
        return (version, isNew)
    }

    /// Signs a version for one side.
    /// - Throws: `notFound` for a version that does not exist; `conflict` where the side has signed, where the same
    ///   person signed for the other side, or where nobody is named.
    public func sign(version number: Int, side: SigningSide, by given: String, now: Instant) throws(LedgerError)
        -> AgreementVersion
    {
        let name = given.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else {
            throw LedgerError(.conflict, "a signature needs the name of who signs: --by NAME")
        }
        guard let version = try agreements().first(where: { $0.version == number }) else {
            throw LedgerError(.notFound, "there is no version \(number); `weir agreement log` lists them")
        }
        if let signature = version.signatures.first(where: { $0.side == side }) {
            throw LedgerError(
                .conflict,
                "version \(number) is signed for \(side.rawValue) already, by \(signature.name) on \(signature.at); "
                    + "nothing was changed")
        }
        if version.signatures.contains(where: { $0.name.lowercased() == name.lowercased() }) {
            throw LedgerError(
                .conflict,
                "\(name) signed version \(number) for the other side; an agreement needs two people, one a side")
        }
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO agreement_signature (version, side, name, sha256, signed_at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [number, side.rawValue, name, version.sha256, now.milliseconds])
        }
        return try agreements().first { $0.version == number } ?? version
    }

    /// Every version, oldest first.
    public func agreements() throws(LedgerError) -> [AgreementVersion] {
        try read { db in
            let signatures = try Row.fetchAll(db, sql: "SELECT * FROM agreement_signature ORDER BY signed_at, side")
            return try Row.fetchAll(
                db, sql: "SELECT version, sha256, proposed_by, proposed_at FROM agreement ORDER BY version"
            ).map { row in
                AgreementVersion(
                    version: row["version"], sha256: row["sha256"], proposedBy: row["proposed_by"],
                    proposedAt: Instant(milliseconds: row["proposed_at"]),
                    signatures: signatures.filter {
                        $0["version"] as Int == row["version"] && $0["sha256"] as String == row["sha256"]
                    }.compactMap { signature in
                        SigningSide(rawValue: signature["side"]).map {
                            AgreementSignature(
                                side: $0, name: signature["name"],
                                at: Instant(milliseconds: signature["signed_at"]))
                        }
                    })
            }
        }
    }

    /// The version in force at a time: the one that both sides had signed last.
    public func agreementInForce(at now: Instant) throws(LedgerError) -> AgreementVersion? {
        try agreements().filter { ($0.bothSignedAt ?? now) <= now && $0.bothSignedAt != nil }
            .max { ($0.bothSignedAt ?? now, $0.version) < ($1.bothSignedAt ?? now, $1.version) }
    }

    /// The exact bytes of a version.
    public func agreementBytes(version: Int) throws(LedgerError) -> [UInt8] {
        try read { db in
            let select = try RawStatement(db, "SELECT bytes FROM agreement WHERE version = ?")
            select.bind(Int64(version), at: 1)
            defer { select.reset() }
            guard try select.step() else {
                throw LedgerError(.notFound, "there is no version \(version); `weir agreement log` lists them")
            }
            return select.bytes(0)
        }
    }

    /// The bytes of a list that an agreement keeps in a file of its own, as they were when it was proposed.
    public func agreementList(of sha256: String, path: String) throws(LedgerError) -> [UInt8]? {
        try read { db in
            let select = try RawStatement(db, "SELECT bytes FROM agreement_list WHERE agreement = ? AND path = ?")
            select.bind(sha256, at: 1)
            select.bind(path, at: 2)
            defer { select.reset() }
            return try select.step() ? select.bytes(0) : nil
        }
    }
}
