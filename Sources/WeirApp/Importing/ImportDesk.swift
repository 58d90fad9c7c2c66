import Foundation
import WeirFacts
import WeirIntake

/// Files that somebody is about to import: kept, looked at, and tried out before anything is taken in.
public actor ImportDesk {
    /// A file as far as it is understood.
    public struct Draft: Hashable, Sendable {
        public var id: String
        public var name: String
        public var bytes: Int
        /// How it was understood: format, separator, encoding.
        public var summary: String
        public var headers: [String]
        /// The first rows, each with a value for every header.
        public var samples: [[String]]
        /// What its headers look like; `nil` where they look like nothing known.
        public var guess: FactKind?
    }

    /// What would become of a file.
    public struct Trial: Sendable {
        public var outcome: ImportOutcome
        /// The first rows that cannot be used, as CSV with the reasons.
        public var rejects: [UInt8]
    }

    private let workspace: Workspace
    private let clock: @Sendable () -> Instant
    private var drafts: [String: (draft: Draft, folder: String, keptAt: Instant)] = [:]
    /// Files kept at once, and for how long.
    private static let capacity = 20, hours: Int64 = 24

    public init(_ workspace: Workspace, clock: @escaping @Sendable () -> Instant) {
        self.workspace = workspace
        self.clock = clock
    }

    /// Keeps a file.
    /// - Throws: `AppError` or `IntakeError` for what is no table.
    public func keep(_ name: String, _ bytes: [UInt8]) throws -> Draft {
        forgetOld()
        let id = UUID().uuidString.lowercased()
        let folder = workspace.folder + "/spool/" + id
        let letters = (name.split(separator: "/").last ?? "file.csv").filter {
            $0.isLetter || $0.isNumber || ".-_ ".contains($0)
        }.prefix(80)
        let plain = letters.allSatisfy { $0 == "." } ? "file.csv" : String(letters)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: folder + "/" + plain))
            let draft = try read(id, plain, folder, bytes.count)
            drafts[id] = (draft, folder, clock())
            return draft
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private func read(_ id: String, _ name: String, _ folder: String, _ count: Int) throws -> Draft {
        var reader = try TableReader(FileBytes(path: folder + "/" + name), format: .auto)
        var samples: [[String]] = []
        if let batch = try reader.nextBatch(maxRows: 3) {
            samples = (0..<min(3, batch.rowCount)).map { batch.texts(row: $0) }
        }
        guard !reader.headers.isEmpty, !samples.isEmpty else {
            throw AppError(.badData, "\(name) holds no table; send a CSV file with a line of headers, or NDJSON")
        }
        return Draft(
            id: id, name: name, bytes: count, summary: reader.summary, headers: reader.headers, samples: samples,
            guess: HeaderMapping.guessKind(reader.headers)?.kind)
    }

    public func draft(_ id: String) throws -> Draft {
        guard let kept = drafts[id] else {
            throw ServiceError(.notFound, "this file is not kept any more; send it again")
        }
        return kept.draft
    }

    /// The bytes of a kept file.
    public func bytes(_ id: String) throws -> [UInt8] {
        let draft = try draft(id)
        let folder = workspace.folder + "/spool/" + id
        return Array(try Data(contentsOf: URL(filePath: folder + "/" + draft.name)))
    }

    /// Tries a file out in a workspace that is thrown away: what could be used, and what not.
    public func check(_ id: String, _ settings: ImportSettings) async throws -> Trial {
        let draft = try draft(id)
        let folder = workspace.folder + "/spool/" + id
        let place = folder + "/trial-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: place) }
        let trial = try Workspace.create(place)
        let path = place + "/" + draft.name
        try FileManager.default.copyItem(atPath: folder + "/" + draft.name, toPath: path)
        let outcome = try await trial.importFile(path, settings, now: clock())
        let rejects = try outcome.rejectedFile.map { try Files.read($0, limit: 16 << 20) }
        return Trial(outcome: outcome, rejects: rejects ?? [])
    }

    /// Lets a file go.
    public func forget(_ id: String) {
        guard let kept = drafts.removeValue(forKey: id) else { return }
        try? FileManager.default.removeItem(atPath: kept.folder)
    }

    private func forgetOld() {
        let limit = clock().advanced(bySeconds: -ImportDesk.hours * 3600)
        for (id, kept) in drafts where kept.keptAt < limit { forget(id) }
        while drafts.count >= ImportDesk.capacity, let oldest = drafts.min(by: { $0.value.keptAt < $1.value.keptAt }) {
            forget(oldest.key)
        }
    }
}
