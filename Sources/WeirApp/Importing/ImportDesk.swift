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
    private var drafts: [String: (draft: Draft, spool: Spool, keptAt: Instant)] = [:]
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
        let spool = try Spool(workspace, name: name)
        do {
            try spool.append(bytes)
            try spool.close()
            let draft = try read(UUID().uuidString.lowercased(), spool, bytes.count)
            drafts[draft.id] = (draft, spool, clock())
            return draft
        } catch {
            spool.remove()
            throw error
        }
    }

    private func read(_ id: String, _ spool: Spool, _ count: Int) throws -> Draft {
        var reader = try TableReader(FileBytes(path: spool.path), format: .auto)
        var samples: [[String]] = []
        if let batch = try reader.nextBatch(maxRows: 3) {
            samples = (0..<min(3, batch.rowCount)).map { batch.texts(row: $0) }
        }
        guard !reader.headers.isEmpty, !samples.isEmpty else {
            throw AppError(.badData, "\(spool.name) holds no table; send a CSV file with a line of headers, or NDJSON")
        }
        return Draft(
            id: id, name: spool.name, bytes: count, summary: reader.summary, headers: reader.headers, samples: samples,
            guess: HeaderMapping.guessKind(reader.headers)?.kind)
    }

    public func draft(_ id: String) throws -> Draft { try kept(id).draft }

    private func kept(_ id: String) throws -> (draft: Draft, spool: Spool, keptAt: Instant) {
        guard let kept = drafts[id] else {
            throw ServiceError(.notFound, "this file is not kept any more; send it again")
        }
        return kept
    }

    /// The bytes of a kept file.
    public func bytes(_ id: String) throws -> [UInt8] { try Files.read(kept(id).spool.path) }

    /// Tries a file out in a workspace that is thrown away: what could be used, and what not.
    public func check(_ id: String, _ settings: ImportSettings) async throws -> Trial {
        let spool = try kept(id).spool
        let place = spool.folder + "/trial-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: place) }
        let trial = try Workspace.create(place)
        let path = place + "/" + spool.name
        try FileManager.default.copyItem(atPath: spool.path, toPath: path)
        let outcome = try await trial.importFile(path, settings, now: clock())
        let rejects = try outcome.rejectedFile.map { try Files.read($0, limit: Spool.rejectsLimit) }
        return Trial(outcome: outcome, rejects: rejects ?? [])
    }

    /// Lets a file go.
    public func forget(_ id: String) {
        guard let kept = drafts.removeValue(forKey: id) else { return }
        kept.spool.remove()
    }

    private func forgetOld() {
        let limit = clock().advanced(bySeconds: -ImportDesk.hours * 3600)
        for (id, kept) in drafts where kept.keptAt < limit { forget(id) }
        while drafts.count >= ImportDesk.capacity, let oldest = drafts.min(by: { $0.value.keptAt < $1.value.keptAt }) {
            forget(oldest.key)
        }
    }
}
