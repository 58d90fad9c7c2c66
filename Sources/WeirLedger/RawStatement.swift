import GRDB
import GRDBSQLite

/// A prepared statement bound and stepped directly: records with Codable are ten times slower
/// (see `docs/decisions`), and these paths carry millions of rows.
struct RawStatement {
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// The connection's own copy of a statement that is needed again and again; one user at a time.
    init(cached db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// - Parameter index: from 1.
    func bind(_ value: Int64, at index: Int32) {
        sqlite3_bind_int64(handle, index, value)
    }

    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ text: String?, at index: Int32) {
        guard var text else {
            sqlite3_bind_null(handle, index)
            return
        }
        text.withUTF8 { bind($0, at: index) }
    }

    /// Binds UTF-8. SQLite copies it (`SQLITE_TRANSIENT`), so the bytes need not outlive the call.
    func bind(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) {
        let transient = unsafeTransient
        guard let base = utf8.baseAddress else {
            sqlite3_bind_text(handle, index, "", 0, transient)
            return
        }
        base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
            _ = sqlite3_bind_text(handle, index, $0, Int32(utf8.count), transient)
        }
    }

    /// Binds UTF-8 that SQLite reads in place (`SQLITE_STATIC`).
    ///
    /// INVARIANT: the bytes stay until the statement has run and the parameter is bound anew or cleared.
    func bind(inPlace utf8: UnsafeBufferPointer<UInt8>, at index: Int32) {
        guard let base = utf8.baseAddress else {
            bind(utf8, at: index)
            return
        }
        base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
            _ = sqlite3_bind_text(handle, index, $0, Int32(utf8.count), nil)
        }
    }

    func bind(bytes: [UInt8], at index: Int32) {
        let transient = unsafeTransient
        bytes.withUnsafeBytes { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient) }
    }

    /// Runs to the next row.
    /// - Returns: whether there is one.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            sqlite3_reset(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
        }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    /// Runs a statement that returns nothing.
    func run() throws {
        while try step() {}
        reset()
    }

    /// Forgets all bindings.
    func clear() {
        sqlite3_clear_bindings(handle)
    }

    /// - Parameter column: from 0.
    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInt(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    func text(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        let count = Int(sqlite3_column_bytes(handle, column))
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// `SQLITE_TRANSIENT`, which C defines by a cast that Swift does not import: the destructor −1 tells SQLite to
    /// copy. It is never called as a function.
    private var unsafeTransient: sqlite3_destructor_type? {
        // Proof: a C function pointer is one word, as -1 is, so the cast keeps all bits; SQLite compares it with
        // SQLITE_TRANSIENT, copies the bytes, and calls no destructor.
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}

/// Rows changed by the last statement.
func changes(_ db: Database) -> Int32 { sqlite3_changes(db.sqliteConnection) }
