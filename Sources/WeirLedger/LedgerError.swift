/// What can go wrong with the ledger, in words that say what to do.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// There is no workspace in the folder.
        case noWorkspace = "no-workspace"
        /// The folder has one already.
        case workspaceExists = "workspace-exists"
        /// The database was made by a newer Weir.
        case tooNew = "workspace-too-new"
        /// SQLite refused; the description carries its words.
        case database = "database"
        /// The disk is full, or the file may not be written.
        case full = "no-room"
        /// Too much is waiting to be written; come back later.
        case overloaded = "overloaded"
        /// The ledger takes no more work.
        case closed = "closed"
        /// Something asked for does not exist.
        case notFound = "not-found"
        /// The step does not fit the state, e.g. signing twice.
        case conflict = "conflict"
        /// Somebody else changed it in between.
        case changed = "changed"
    }

    public var code: Code
    public var description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
