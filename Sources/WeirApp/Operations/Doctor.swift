import Foundation
import WeirFacts
import WeirLedger

/// Looks a workspace over: whether everything in it is sound, and agrees with everything else.
public enum Doctor {
    /// What was looked at, and what was found.
    public struct Finding: Hashable, Sendable {
        public enum State: String, Hashable, Sendable { case sound, doubtful, broken }

        /// Stable, e.g. `integrity`.
        public var code: String
        public var state: State
        public var sentence: String

        init(_ code: String, _ state: State, _ sentence: String) {
            self.code = code
            self.state = state
            self.sentence = sentence
        }
    }

    /// - Parameter now: this machine's time, to be compared with what was recorded.
    public static func examine(folder: String, now: Instant) async throws -> [Finding] {
        var findings: [Finding] = []
        let workspace: Workspace
        do {
            workspace = try Workspace.open(folder)
        } catch let error as LedgerError where error.code != .noWorkspace {
            return [Finding("open", .broken, error.description)]
        }
        findings.append(integrity(of: workspace))
        if findings.contains(where: { $0.state == .broken }) { return findings }
        findings.append(writing(to: workspace))
        findings.append(disk(of: workspace))
        findings.append(try clock(of: workspace, now: now))
        findings.append(signals(of: workspace, now: now))
        findings += try await qualification(of: workspace, now: now)
        return findings
    }

    private static func integrity(of workspace: Workspace) -> Finding {
        do {
            let problems = try workspace.ledger.integrityProblems(limit: 10)
            if problems.isEmpty { return Finding("integrity", .sound, "every page of the database is sound") }
            return Finding(
                "integrity", .broken,
                "the database is damaged; restore the last backup: " + problems.joined(separator: "; "))
        } catch {
            return Finding("integrity", .broken, "\(error)")
        }
    }

    private static func writing(to workspace: Workspace) -> Finding {
        do {
            try workspace.ledger.checkWritable()
            return Finding("writing", .sound, "the database can be written")
        } catch {
            return Finding("writing", .broken, error.description)
        }
    }

    private static func disk(of workspace: Workspace) -> Finding {
        guard let free = Disk.freeBytes(workspace.folder) else {
            return Finding("disk", .doubtful, "this machine does not say how much room the disk has")
        }
        let words = "\(free >> 20) MiB are free"
        if free < Service.leastFreeBytes { return Finding("disk", .broken, words + "; make room before more is sent") }
        return free < 1 << 30 ? Finding("disk", .doubtful, words + "; make room soon") : Finding("disk", .sound, words)
    }

    private static func clock(of workspace: Workspace, now: Instant) throws -> Finding {
        guard let latest = try workspace.ledger.latestRecording() else {
            return Finding("clock", .sound, "nothing was recorded yet")
        }
        let ahead = latest.milliseconds - now.milliseconds
        if ahead > 60_000 {
            return Finding(
                "clock", .doubtful,
                "something was recorded at \(latest), and it is \(now) now: the clock was set back, or was ahead then")
        }
        return Finding("clock", .sound, "the clock is not behind what was recorded")
    }

    private static func signals(of workspace: Workspace, now: Instant) -> Finding {
        do {
            let definitions = try Definitions(workspace, now: now).now
            if definitions.use == nil {
                return Finding("agreement", .doubtful, "no agreement is in force, so nothing can be decided")
            }
            return Finding("agreement", .sound, "an agreement is in force, and signals.yaml fits it")
        } catch {
            return Finding("agreement", .broken, "\(error)")
        }
    }

    /// Whether what was decided as facts came is what all facts together come to.
    private static func qualification(of workspace: Workspace, now: Instant) async throws -> [Finding] {
        let snapshot = try workspace.snapshot()
        guard let version = try snapshot.ledger.agreementInForce(at: now)?.version else { return [] }
        let use = try snapshot.agreementInForce(at: now)
        let stored = try snapshot.ledger.readLive(isFreeMail: { _ in false }) { reader in
            var standings: [StoredStanding] = []
            try reader.forEachStanding { standings.append($0) }
            return (
                position: try reader.position(), standings: standings, last: try reader.lastSeq(),
                imports: try reader.importStamp(), refolds: try reader.refolds(limit: 1).count
            )
        }
        guard let position = stored.position else {
            return [Finding("qualification", .doubtful, "nothing was decided yet; weir serve does it when it starts")]
        }
        let rebuild = try await Rebuild(snapshot, use, version: version, earliest: position.day, now: now)
        let isBehind =
            position.seq < stored.last || position.imports != stored.imports || stored.refolds > 0
            || position.agreement != version || position.day < rebuild.position.day
        let differences = rebuild.decisions(from: stored.standings, cause: .late, now: now)
        if differences.isEmpty {
            return [
                Finding(
                    "qualification", .sound,
                    "who is qualified equals a rebuild from all \(stored.last) facts")
            ]
        }
        let words = "\(differences.count) \(differences.count == 1 ? "standing differs" : "standings differ")"
        return [
            isBehind
                ? Finding(
                    "qualification", .doubtful,
                    "\(words) from a rebuild, and some facts were not decided upon yet; weir serve does it")
                : Finding(
                    "qualification", .broken,
                    "\(words) from a rebuild from all facts; start weir serve once more, and report this")
        ]
    }
}
