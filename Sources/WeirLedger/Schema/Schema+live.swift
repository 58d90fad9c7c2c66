extension Schema {
    /// What a running service needs: events as they came, what was decided of them, and who may send and ask.
    ///
    /// `event`, `rejected_event` and `judged` are facts, numbered by the same counter as all others. `discounted`
    /// (engagements that were judged to be a program's), `qualification`, `qualified_buyer`, `refold` and `follower`
    /// are derived and can be made anew; `transition` is the record of decisions and is only ever appended to.
    static let live = """
        CREATE INDEX engagement_by_buyer ON engagement (buyer, seq);
        CREATE INDEX account_by_domain ON account (domain, id) WHERE domain IS NOT NULL;
        CREATE INDEX buyer_by_domain ON buyer (domain, id) WHERE account IS NULL AND domain IS NOT NULL;
        CREATE INDEX opportunity_by_account ON opportunity (account, id);

        CREATE TABLE tracking_source (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (id), name TEXT NOT NULL,
            key_hash TEXT NOT NULL UNIQUE, key_hint TEXT NOT NULL, origins TEXT NOT NULL,
            max_event_bytes INTEGER NOT NULL, max_request_bytes INTEGER NOT NULL, events_per_minute INTEGER,
            enabled INTEGER NOT NULL, created_at INTEGER NOT NULL, deleted_at INTEGER, revision INTEGER NOT NULL);
        CREATE UNIQUE INDEX tracking_source_by_name ON tracking_source (name) WHERE deleted_at IS NULL;
        CREATE TABLE api_token (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, hint TEXT NOT NULL,
            scopes TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER, last_used_at INTEGER,
            revoked_at INTEGER);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE event (
            seq INTEGER PRIMARY KEY, source INTEGER NOT NULL, message TEXT NOT NULL, kind TEXT NOT NULL,
            name TEXT NOT NULL, at INTEGER NOT NULL, original_at INTEGER, sent_at INTEGER,
            received_at INTEGER NOT NULL, outcome INTEGER NOT NULL, raw BLOB NOT NULL,
            envelope BLOB NOT NULL);
        CREATE UNIQUE INDEX event_by_message ON event (message, source);
        CREATE INDEX event_set_aside ON event (outcome, source, kind, name, received_at) WHERE outcome <> 0;
        CREATE TABLE rejected_event (
            seq INTEGER PRIMARY KEY, source INTEGER NOT NULL, digest TEXT NOT NULL, code TEXT NOT NULL,
            reason TEXT NOT NULL, message TEXT, received_at INTEGER NOT NULL, raw BLOB NOT NULL, envelope BLOB NOT NULL,
            replayed_at INTEGER, UNIQUE (digest, source));
        CREATE TABLE judged (
            seq INTEGER PRIMARY KEY, engagement INTEGER NOT NULL, automated INTEGER NOT NULL, reason TEXT,
            made_by TEXT, at INTEGER NOT NULL);
        CREATE INDEX judged_by_engagement ON judged (engagement, seq);
        CREATE TABLE discounted (engagement INTEGER PRIMARY KEY);

        CREATE TABLE inquiry (
            seq INTEGER PRIMARY KEY, message TEXT NOT NULL UNIQUE, raw BLOB NOT NULL, received_at INTEGER NOT NULL,
            verdict TEXT NOT NULL, reasons TEXT NOT NULL, account INTEGER);

        CREATE TABLE transition (
            id INTEGER PRIMARY KEY, account INTEGER NOT NULL, buyer INTEGER, entered INTEGER NOT NULL,
            score INTEGER NOT NULL, day INTEGER NOT NULL, cause TEXT NOT NULL, fact INTEGER,
            agreement INTEGER NOT NULL, decided_at INTEGER NOT NULL);
        CREATE INDEX transition_by_account ON transition (account, id);
        CREATE TABLE qualification (
            account INTEGER PRIMARY KEY, qualified INTEGER NOT NULL, since INTEGER, score INTEGER NOT NULL,
            tier INTEGER NOT NULL, due INTEGER);
        CREATE INDEX qualification_due ON qualification (due) WHERE due IS NOT NULL;
        CREATE INDEX qualification_in ON qualification (account) WHERE qualified = 1;
        CREATE TABLE qualified_buyer (
            buyer INTEGER PRIMARY KEY, account INTEGER NOT NULL, since INTEGER NOT NULL, engagement INTEGER NOT NULL);
        CREATE INDEX qualified_buyer_by_account ON qualified_buyer (account);
        CREATE TABLE refold (account INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
        CREATE TABLE follower (
            name TEXT PRIMARY KEY, seq INTEGER NOT NULL, day INTEGER, agreement INTEGER, imports TEXT NOT NULL,
            first_day INTEGER) WITHOUT ROWID;

        CREATE TABLE idempotency (
            key TEXT NOT NULL, caller TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER, headers TEXT,
            body BLOB, begun_at INTEGER NOT NULL, PRIMARY KEY (key, caller)) WITHOUT ROWID;
        CREATE INDEX idempotency_by_age ON idempotency (begun_at);
        CREATE TABLE job (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL, progress INTEGER,
            created_at INTEGER NOT NULL, finished_at INTEGER, failure_code TEXT, failure TEXT, result TEXT,
            rejects BLOB);
        """
}
