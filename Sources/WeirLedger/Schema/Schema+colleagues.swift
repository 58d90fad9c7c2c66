extension Schema {
    /// Who works here: the people who sign in, their sessions, and what they saw of other people's data.
    ///
    /// `audit` is only ever appended to. Passwords are scrypt in PHC format; sessions and invitations are SHA-256 of
    /// secrets that nobody can guess.
    static let colleagues = """
        CREATE TABLE colleague (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
            zone TEXT NOT NULL, created_at INTEGER NOT NULL, password TEXT, code_key BLOB, code_step INTEGER,
            subject TEXT UNIQUE, invitation TEXT, invited_until INTEGER, disabled_at INTEGER);
        CREATE TABLE session (
            hash TEXT PRIMARY KEY, colleague INTEGER NOT NULL, agent TEXT NOT NULL, created_at INTEGER NOT NULL,
            used_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX session_by_colleague ON session (colleague);
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, colleague INTEGER, act TEXT NOT NULL, subject TEXT NOT NULL);
        CREATE INDEX audit_by_colleague ON audit (colleague, id);
        """
}
