import Foundation

/// Taking in a CSV of engagements, against SQLite's own shell loading the same file into one bare table with the same
/// unique index.
struct ImportBench {
    let weir: String
    /// Where data is kept between runs.
    let folder: String
    let engagements: Int

    func run() throws {
        let world = try prepare()
        let file = world + "/engagements.csv"
        let rows = try Data(contentsOf: URL(filePath: file)).count { $0 == UInt8(ascii: "\n") } - 1
        var ours: [Double] = []
        var theirs: [Double] = []
        var peak = 0
        for _ in 0..<3 {
            let mine = try importWithWeir(world)
            ours.append(mine.seconds)
            peak = max(peak, mine.peakBytes)
            theirs.append(try importWithShell(file).seconds)
        }
        let size = "\(rows) rows"
        Figure(
            name: "import.csv", size: size, value: ours.median, unit: "s", peer: "sqlite3 .import",
            peerValue: theirs.median
        ).show()
        Figure(name: "import.csv.rate", size: size, value: Double(rows) / ours.median, unit: "rows/s").show()
        Figure(name: "import.csv.memory", size: size, value: Double(peak) / 1e6, unit: "MB").show()
    }

    /// The world's files, made once and used again.
    private func prepare() throws -> String {
        let world = "\(folder)/import-\(engagements)"
        if !FileManager.default.fileExists(atPath: world) {
            try Command.run([
                weir, "simulate", "--seed", "4", "--accounts", "20000", "--days", "365", "--engagements",
                "\(engagements)", "--out", world,
            ])
        }
        return world
    }

    /// Only the import is timed; the workspace and its accounts and buyers are there before, as they would be.
    private func importWithWeir(_ world: String) throws -> Command {
        let workspace = folder + "/workspace"
        try? FileManager.default.removeItem(atPath: workspace)
        try Command.run([weir, "init", workspace])
        try Command.run([weir, "import", "accounts", world + "/accounts.csv", "-w", workspace])
        try Command.run([weir, "import", "buyers", world + "/buyers.csv", "-w", workspace])
        return try Command.run([weir, "import", "engagements", world + "/engagements.csv", "-w", workspace])
    }

    private func importWithShell(_ file: String) throws -> Command {
        let database = folder + "/bare.db"
        for suffix in ["", "-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: database + suffix)
        }
        let script = folder + "/bare.sql"
        try Data(
            """
            CREATE TABLE engagement (id TEXT, buyer TEXT, email TEXT, account TEXT, domain TEXT, signal TEXT, at TEXT,
              content TEXT, shared_with TEXT, campaign TEXT, channel TEXT);
            CREATE UNIQUE INDEX engagement_by_id ON engagement (id);
            .mode csv
            .import --skip 1 \(file) engagement

            """.utf8
        ).write(to: URL(filePath: script))
        // Repeated ids are refused row by row, as in ours; the shell reports them and goes on.
        return try Command.run(["sqlite3", database], input: script)
    }
}
