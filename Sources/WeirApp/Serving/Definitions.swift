import Foundation
import Synchronization
import WeirAgreement
import WeirFacts
import WeirIntake
import WeirLedger

/// The agreement in force and the workspace's `signals.yaml`, kept in memory and read again when they change.
final class Definitions: Sendable {
    /// What is in force; `nil` agreement: nothing yet.
    struct Now: Sendable {
        var version: Int?
        var use: AgreementInUse?
        var signals: SignalMap?
        /// The bytes of `signals.yaml` that `signals` was read from, or that have mistakes.
        var text: [UInt8]?
        /// What is wrong with the file as it is now; the one before it goes on holding.
        var trouble: String?
    }

    static let signalsFile = "signals.yaml"

    private let workspace: Workspace
    private let state: Mutex<Now>

    /// - Throws: `AppError.badAgreement` with every mistake of `signals.yaml`.
    init(_ workspace: Workspace, now: Instant) throws {
        self.workspace = workspace
        let first = try Definitions.read(workspace, after: nil, now: now)
        if let trouble = first.trouble { throw AppError(.badAgreement, trouble) }
        state = Mutex(first)
    }

    var now: Now { state.withLock { $0 } }

    /// Looks whether something changed.
    func refresh(now: Instant) {
        let before = self.now
        guard let after = try? Definitions.read(workspace, after: before, now: now) else { return }
        state.withLock { $0 = after }
    }

    private static func read(_ workspace: Workspace, after before: Now?, now: Instant) throws -> Now {
        let version = try workspace.ledger.agreementInForce(at: now)?.version
        let path = workspace.folder + "/" + signalsFile
        let text = FileManager.default.fileExists(atPath: path) ? try Files.read(path, limit: 1 << 20) : nil
        if let before, before.version == version, before.text == text { return before }
        var next = Now(version: version, text: text)
        next.use = before?.version == version ? before?.use : nil
        if next.use == nil, version != nil { next.use = try workspace.agreementInForce(at: now) }
        guard let use = next.use else { return next }
        guard let text else {
            next.signals = SignalMap.byNames(of: use.agreement)
            return next
        }
        let reading = SignalMap.read(text, file: path, agreement: use.agreement)
        next.signals = reading.map ?? before?.signals
        if reading.map == nil { next.trouble = reading.problems.map(\.description).joined(separator: "\n") }
        return next
    }
}
