/// What a record shows: its own, and where it has none, that of the oldest record merged into it that has one. Nothing
/// is ever copied: it is filled in while reading.
enum Filled {
    /// A column of a record, or that of one merged into it, as an SQL expression.
    /// - Parameters:
    ///   - column: of `table`.
    ///   - table: named so in the statement; `person` for what stands apart.
    static func column(_ column: String, of kind: RecordKind, in table: String? = nil) -> String {
        let alias = "\(kind.rawValue)_alias"
        let table = table ?? kind.rawValue
        let key = table == "person" ? "buyer" : "id"
        return """
            coalesce(\(table).\(column), (SELECT its.\(column) FROM \(alias) AS away
            JOIN \(table) AS its ON its.\(key) = away.\(kind.rawValue)
            WHERE away.means = \(kind.rawValue).id AND away.mention IS NULL AND its.\(column) IS NOT NULL
            ORDER BY away.\(kind.rawValue) LIMIT 1))
            """
    }

    /// Where a buyer is placed: the person meant, their account, and the domain that places them where they have none.
    static let placeOfBuyer = """
        SELECT who, coalesce((SELECT means FROM account_alias WHERE account_alias.account = placed), placed), home FROM (
            SELECT buyer.id AS who, \(column("account", of: .buyer)) AS placed, \(column("domain", of: .buyer)) AS home
            FROM buyer WHERE buyer.id = coalesce((SELECT means FROM buyer_alias WHERE buyer_alias.buyer = ?1), ?1))
        """
}
