import WeirApp

extension Population {
    /// Reads the workspace's columns, and shows how far they are while they are being made.
    static func showingProgress(_ workspace: Workspace, _ use: AgreementInUse) throws -> Population {
        let line = ProgressLine("reading the ledger", unit: "engagements")
        defer { line.end() }
        return try Population(workspace, use) { read, total in
            try Task.checkCancellation()
            line.show(done: total > 0 ? Double(read) / Double(total) : nil, count: read)
        }
    }
}
