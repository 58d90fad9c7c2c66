extension Schema {
    /// What a person says of who is who: two records are one, or are two after all.
    ///
    /// `merged` holds facts, numbered by the same counter as all others, and is only appended to; a row that `undoes`
    /// another takes that one back. `account_alias` and `buyer_alias` are derived: `means` is the record to read one as,
    /// in one step; `mention` is what identity alone says, and `NULL` where only a merge made the row. Whoever records
    /// facts follows `mention`, whoever reads them follows `means`.
    static let merging = """
        CREATE TABLE merged (
            seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, record INTEGER NOT NULL, other INTEGER NOT NULL,
            into_record INTEGER NOT NULL, undoes INTEGER, made_by TEXT NOT NULL, evidence TEXT, at INTEGER NOT NULL);
        CREATE INDEX merged_by_record ON merged (kind, record);
        CREATE INDEX merged_by_other ON merged (kind, other);
        CREATE UNIQUE INDEX merged_by_undone ON merged (undoes) WHERE undoes IS NOT NULL;

        ALTER TABLE account_alias ADD COLUMN mention INTEGER;
        UPDATE account_alias SET mention = means;
        CREATE INDEX account_alias_by_mention ON account_alias (mention) WHERE mention IS NOT NULL;
        CREATE INDEX account_alias_by_merge ON account_alias (means, account) WHERE mention IS NULL;
        ALTER TABLE buyer_alias ADD COLUMN mention INTEGER;
        UPDATE buyer_alias SET mention = means;
        CREATE INDEX buyer_alias_by_mention ON buyer_alias (mention) WHERE mention IS NOT NULL;
        CREATE INDEX buyer_alias_by_merge ON buyer_alias (means, buyer) WHERE mention IS NULL;
        """
}
