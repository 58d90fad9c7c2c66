extension Schema {
    /// What people and programs outside are told.
    ///
    /// A `notice` and its deliveries are written in the transaction of what happened, so that neither is there without
    /// the other; it holds ids and no names. `delivery_attempt` is only ever appended to. `told_position` is how far
    /// decisions about accounts were looked at.
    static let told = """
        CREATE TABLE destination (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, events TEXT NOT NULL,
            shows_people INTEGER NOT NULL, is_on INTEGER NOT NULL, off_reason TEXT, secret BLOB, old_secret BLOB,
            old_until INTEGER, failures INTEGER NOT NULL DEFAULT 0, resumes_at INTEGER, created_at INTEGER NOT NULL,
            deleted_at INTEGER, revision INTEGER NOT NULL);
        CREATE UNIQUE INDEX destination_by_name ON destination (name) WHERE deleted_at IS NULL;
        CREATE TABLE notice (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, notice INTEGER NOT NULL, destination INTEGER NOT NULL, state TEXT NOT NULL,
            attempts INTEGER NOT NULL, due_at INTEGER NOT NULL, ended_at INTEGER);
        CREATE INDEX delivery_waiting ON delivery (destination, due_at, id) WHERE state = 'waiting';
        CREATE INDEX delivery_by_destination ON delivery (destination, id);
        CREATE INDEX delivery_by_notice ON delivery (notice);
        CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;
        CREATE TABLE delivery_attempt (
            delivery INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, took INTEGER NOT NULL,
            verdict TEXT NOT NULL, status INTEGER, note TEXT NOT NULL, PRIMARY KEY (delivery, number)) WITHOUT ROWID;
        CREATE TABLE calendar_feed (
            colleague INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL);
        CREATE TABLE told_position (name TEXT PRIMARY KEY, decision INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO told_position SELECT 'accounts', coalesce(max(id), 0) FROM transition;
        """
}
