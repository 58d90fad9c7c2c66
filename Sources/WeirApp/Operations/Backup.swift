import Foundation
import WeirFacts
import WeirLedger

/// Copies of a workspace, taken while it is in use, and put back.
public enum Backup {
    /// What a copy holds.
    public struct Report: Hashable, Sendable {
        public var path: String
        public var bytes: Int64
        /// The last fact in it.
        public var lastFact: Int64
    }

    /// Files of a workspace beside its database.
    private static let others = [Definitions.signalsFile, "disposable-domains.txt"]

    /// Copies a workspace into a new folder, as it stands at one moment, and checks the copy. Whoever writes meanwhile
    /// need not wait.
    /// - Throws: `AppError.cannotWrite` where the folder exists or takes no files.
    public static func run(workspace folder: String, to target: String) throws -> Report {
        let ledger = try Ledger.open(folder: folder)
        guard !FileManager.default.fileExists(atPath: target) else {
            throw AppError(.cannotWrite, "\(target) is there already; name a new folder")
        }
        let half = target + ".incomplete"
        try? FileManager.default.removeItem(atPath: half)
        do {
            try FileManager.default.createDirectory(atPath: half, withIntermediateDirectories: true)
            try ledger.copy(to: half + "/" + Ledger.fileName)
            for file in others where FileManager.default.fileExists(atPath: folder + "/" + file) {
                try FileManager.default.copyItem(atPath: folder + "/" + file, toPath: half + "/" + file)
            }
            let report = try check(half)
            try FileManager.default.moveItem(atPath: half, toPath: target)
            return Report(path: target, bytes: report.bytes, lastFact: report.lastFact)
        } catch let error as LedgerError {
            throw error
        } catch let error as AppError {
            throw error
        } catch {
            throw AppError(.cannotWrite, "\(target) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Puts a copy into a new folder and checks it.
    /// - Throws: `AppError.cannotWrite` where the folder is a workspace already: nothing is ever written over.
    public static func restore(from source: String, to folder: String) throws -> Report {
        guard FileManager.default.fileExists(atPath: source + "/" + Ledger.fileName) else {
            throw AppError(.noInput, "\(source) is no backup: it has no \(Ledger.fileName)")
        }
        guard !FileManager.default.fileExists(atPath: folder + "/" + Ledger.fileName) else {
            throw AppError(
                .cannotWrite,
                "\(folder) is a workspace; move it away first, so that nothing is lost if this is the wrong backup")
        }
        return try run(workspace: source, into: folder)
    }

    private static func run(workspace source: String, into folder: String) throws -> Report {
        if !FileManager.default.fileExists(atPath: folder) { return try run(workspace: source, to: folder) }
        let between = folder + "/.restoring-" + UUID().uuidString
        let report = try run(workspace: source, to: between)
        do {
            for file in try FileManager.default.contentsOfDirectory(atPath: between) {
                let target = folder + "/" + file
                if file != Ledger.fileName { try? FileManager.default.removeItem(atPath: target) }
                try FileManager.default.moveItem(atPath: between + "/" + file, toPath: target)
            }
            try FileManager.default.removeItem(atPath: between)
        } catch {
            throw AppError(.cannotWrite, "\(folder) cannot be written: \(error.localizedDescription)")
        }
        return Report(path: folder, bytes: report.bytes, lastFact: report.lastFact)
    }

    private static func check(_ folder: String) throws -> (bytes: Int64, lastFact: Int64) {
        let copy = try Ledger.open(folder: folder)
        let problems = try copy.integrityProblems(limit: 5)
        guard problems.isEmpty else {
            throw AppError(.badData, "the copy is damaged: " + problems.joined(separator: "; "))
        }
        let last = try copy.readLive(isFreeMail: { _ in false }) { try $0.lastSeq() }
        try copy.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + Ledger.fileName)
        return ((attributes[.size] as? NSNumber)?.int64Value ?? 0, last)
    }
}
