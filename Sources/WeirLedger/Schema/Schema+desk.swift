extension Schema {
    /// The desk between Marketing and Sales.
    ///
    /// `desk_fact` (what the desk was told, by whom and when), `stage_move`, `fairness_credit` and `bant_answer` are
    /// only ever appended to. The others are derived: `desk_buyer`, `hand_off`, `release_queue` and `desk_team` are where
    /// everything stands after the last fact, written in its transaction together with how far the desk has followed
    /// (`desk_position`).
    static let desk = """
        CREATE TABLE desk_fact (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
            made_by TEXT NOT NULL, is_person INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE TABLE stage_move (
            id INTEGER PRIMARY KEY, fact INTEGER NOT NULL, buyer INTEGER NOT NULL, from_stage TEXT NOT NULL,
            to_stage TEXT NOT NULL, at INTEGER NOT NULL, stayed INTEGER NOT NULL, made_by TEXT NOT NULL,
            is_person INTEGER NOT NULL, reason TEXT, agreement TEXT NOT NULL, facts TEXT NOT NULL);
        CREATE INDEX stage_move_by_buyer ON stage_move (buyer, id);
        CREATE INDEX stage_move_by_time ON stage_move (at, from_stage, to_stage);
        CREATE TABLE fairness_credit (
            team INTEGER NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, at INTEGER NOT NULL,
            cause TEXT NOT NULL, subject TEXT NOT NULL, about TEXT NOT NULL, member TEXT NOT NULL,
            micro INTEGER NOT NULL, PRIMARY KEY (team, number, place)) WITHOUT ROWID;
        CREATE TABLE bant_answer (
            id INTEGER PRIMARY KEY, hand_off INTEGER NOT NULL, buyer INTEGER NOT NULL, letter TEXT NOT NULL,
            verdict TEXT NOT NULL, value TEXT NOT NULL, said_by TEXT, recorded_by TEXT NOT NULL,
            is_person INTEGER NOT NULL, at INTEGER NOT NULL, sure INTEGER NOT NULL, evidence TEXT NOT NULL);

        CREATE TABLE desk_buyer (
            buyer INTEGER PRIMARY KEY, stage TEXT NOT NULL, since INTEGER NOT NULL, hand_off INTEGER, team INTEGER,
            comes_back INTEGER);
        CREATE TABLE hand_off (
            id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL, account INTEGER NOT NULL, team INTEGER NOT NULL,
            owner TEXT NOT NULL, state TEXT NOT NULL, is_open INTEGER NOT NULL, offered_at INTEGER NOT NULL,
            due_at INTEGER, version INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE INDEX hand_off_open ON hand_off (id) WHERE is_open = 1;
        CREATE INDEX hand_off_by_buyer ON hand_off (buyer, id);
        CREATE INDEX hand_off_merged ON hand_off (id) WHERE state = 'merged';
        CREATE TABLE release_queue (buyer INTEGER PRIMARY KEY, team INTEGER, body TEXT NOT NULL);
        CREATE TABLE desk_team (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
        CREATE TABLE desk_position (
            name TEXT PRIMARY KEY, at INTEGER NOT NULL, fact INTEGER NOT NULL, agreement INTEGER NOT NULL,
            placing INTEGER, decision INTEGER NOT NULL, seq INTEGER NOT NULL, hand_offs INTEGER NOT NULL) WITHOUT ROWID;
        """
}
