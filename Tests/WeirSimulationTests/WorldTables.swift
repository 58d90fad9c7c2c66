import Testing
import WeirFacts
import WeirSimulation

/// A small world kept in memory, with its files read back as tables by a reader of its own.
struct WorldTables: Sendable {
    let world: DemandWorld
    let summary: WorldSummary
    let files: WorldInMemory

    init(_ settings: WorldSettings) throws {
        world = try DemandWorld(settings: settings)
        var files = WorldInMemory()
        summary = try world.write(to: &files)
        self.files = files
    }

    /// The rows of a CSV file by the names in its first line.
    func rows(_ file: WorldFile) throws -> [[String: String]] {
        var lines = WorldTables.records(files.text(file))
        let header = try #require(lines.first)
        lines.removeFirst()
        return try lines.map { fields in
            try #require(fields.count == header.count, "\(file.path): \(fields)")
            return Dictionary(uniqueKeysWithValues: zip(header, fields))
        }
    }

    /// RFC 4180, written without looking at the writer.
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var previous: UInt8 = 0
        func string() -> String { String(decoding: field, as: UTF8.self) }
        for byte in text.utf8 {
            if isQuoted {
                if byte == 0x22 { isQuoted = false } else { field.append(byte) }
            } else if byte == 0x22 {
                if previous == 0x22 { field.append(0x22) }
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0A {
                fields.append(string())
                field = []
                if byte == 0x0A {
                    records.append(fields)
                    fields = []
                }
            } else {
                field.append(byte)
            }
            previous = byte == 0x22 && isQuoted && previous == 0x22 ? 0 : byte
        }
        return records
    }
}

/// A world small enough for a debug build.
func smallWorld(seed: UInt64 = 11, accounts: Int = 250, days: Int = 365) -> WorldSettings {
    WorldSettings(seed: seed, population: .invented(accounts), days: days)
}

extension WorldTables {
    /// One such world, made once for all tests that only look at it.
    static let small = Result { try WorldTables(smallWorld()) }
}
