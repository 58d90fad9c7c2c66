import GRDB

/// The tables. Facts are only ever appended; records (`account`, `buyer`, `opportunity`, keys) are derived from them.
///
/// `seq` is the order of recording, one counter over every kind of fact. A `NULL` time of observation means that the
/// source did not say. Names and addresses of people stand in `person` alone, so that they can be erased without
/// touching a fact.
enum Schema {
    /// Raised with every migration.
    static let version = 7

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in try db.execute(sql: first) }
        migrator.registerMigration("2") { db in try db.execute(sql: live) }
        migrator.registerMigration("3") { db in try db.execute(sql: merging) }
        migrator.registerMigration("4") { db in try db.execute(sql: colleagues) }
        migrator.registerMigration("5") { db in try db.execute(sql: desk) }
        migrator.registerMigration("6") { db in try db.execute(sql: told) }
        // Searching and counting accounts need not go through all that is known of them.
        migrator.registerMigration("7") { db in
            try db.execute(sql: "CREATE INDEX account_by_name ON account (name, domain)")
        }
        return migrator
    }()

    private static let first = """
        CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE term (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text));

        CREATE TABLE account (
            id INTEGER PRIMARY KEY, name TEXT, domain TEXT, external TEXT, profile TEXT NOT NULL DEFAULT '',
            said_at INTEGER);
        CREATE TABLE account_key (key TEXT PRIMARY KEY, account INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE account_id (
            account INTEGER NOT NULL, source INTEGER NOT NULL, external TEXT NOT NULL,
            PRIMARY KEY (account, source, external)) WITHOUT ROWID;
        CREATE TABLE account_fact (
            seq INTEGER PRIMARY KEY, account INTEGER NOT NULL, source INTEGER NOT NULL, observed_at INTEGER,
            recorded_at INTEGER NOT NULL, attributes TEXT NOT NULL);
        CREATE INDEX account_fact_by_account ON account_fact (account, seq);

        CREATE TABLE account_alias (account INTEGER PRIMARY KEY, means INTEGER NOT NULL);
        CREATE INDEX account_alias_by_record ON account_alias (means);

        CREATE TABLE buyer (
            id INTEGER PRIMARY KEY, account INTEGER, domain TEXT, title INTEGER, external TEXT,
            anonymous INTEGER NOT NULL DEFAULT 0, said_at INTEGER);
        CREATE TABLE buyer_alias (buyer INTEGER PRIMARY KEY, means INTEGER NOT NULL);
        CREATE INDEX buyer_alias_by_record ON buyer_alias (means);
        CREATE INDEX buyer_by_account ON buyer (account);
        CREATE TABLE person (buyer INTEGER PRIMARY KEY, name TEXT, email TEXT);
        CREATE TABLE buyer_key (key TEXT PRIMARY KEY, buyer INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE buyer_fact (
            seq INTEGER PRIMARY KEY, buyer INTEGER NOT NULL, source INTEGER NOT NULL, observed_at INTEGER,
            recorded_at INTEGER NOT NULL, account INTEGER, title INTEGER);
        CREATE INDEX buyer_fact_by_buyer ON buyer_fact (buyer, seq);

        CREATE TABLE engagement (
            seq INTEGER PRIMARY KEY, source INTEGER NOT NULL, message TEXT NOT NULL, buyer INTEGER NOT NULL,
            signal INTEGER NOT NULL, at INTEGER NOT NULL, content INTEGER, shared_with INTEGER, campaign INTEGER,
            channel INTEGER);
        CREATE UNIQUE INDEX engagement_by_message ON engagement (message, source);

        CREATE TABLE opportunity (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL, external TEXT NOT NULL, account INTEGER, buyer INTEGER,
            opened_at INTEGER, stage TEXT, amount INTEGER, currency TEXT, closed_at INTEGER,
            outcome TEXT NOT NULL, loss_reason TEXT, UNIQUE (source, external));
        CREATE TABLE opportunity_fact (
            seq INTEGER PRIMARY KEY, opportunity INTEGER NOT NULL, source INTEGER NOT NULL, observed_at INTEGER,
            recorded_at INTEGER NOT NULL, stage TEXT, amount INTEGER, currency TEXT, closed_at INTEGER,
            outcome TEXT NOT NULL, loss_reason TEXT);

        CREATE TABLE disposition (
            seq INTEGER PRIMARY KEY, source INTEGER NOT NULL, message TEXT NOT NULL, buyer INTEGER, account INTEGER,
            verdict TEXT NOT NULL, reason TEXT, at INTEGER NOT NULL, made_by TEXT, UNIQUE (message, source));
        CREATE TABLE cost (
            seq INTEGER PRIMARY KEY, source INTEGER NOT NULL, message TEXT NOT NULL, campaign TEXT, vendor TEXT,
            from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
            UNIQUE (message, source));

        CREATE TABLE import (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL,
            digest TEXT NOT NULL, mapping TEXT NOT NULL, records_read INTEGER NOT NULL DEFAULT 0,
            added INTEGER NOT NULL DEFAULT 0, known INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0, started_at INTEGER NOT NULL, finished_at INTEGER,
            UNIQUE (digest, kind, source, mapping));

        CREATE TABLE agreement (
            version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL, proposed_by TEXT NOT NULL,
            proposed_at INTEGER NOT NULL);
        CREATE TABLE agreement_list (
            agreement TEXT NOT NULL, path TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (agreement, path));
        CREATE TABLE agreement_signature (
            version INTEGER NOT NULL REFERENCES agreement (version), side TEXT NOT NULL, name TEXT NOT NULL,
            sha256 TEXT NOT NULL, signed_at INTEGER NOT NULL, PRIMARY KEY (version, side));
        """
}
