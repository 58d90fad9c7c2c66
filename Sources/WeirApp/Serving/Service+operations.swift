import Foundation
import WeirFacts
import WeirLedger

extension Service: OperationUseCases {
    public func vitals() -> Vitals {
        let taken = intake.counts
        let decided = qualifier?.counts
        var vitals = Vitals()
        vitals.eventsWaiting = taken.waiting
        vitals.eventsTaken = taken.added
        vitals.eventsKnown = taken.known
        vitals.eventsRejected = taken.rejected
        vitals.commits = taken.commits
        vitals.lastFact = max(taken.lastFact, decided?.position?.seq ?? 0)
        vitals.lastDecidedFact = decided?.position?.seq ?? 0
        vitals.decisions = decided?.decisions ?? 0
        vitals.accountsInMemory = decided?.accountsInMemory ?? 0
        vitals.refolds = decided?.refolds ?? 0
        vitals.settledDay = decided?.position?.day
        vitals.trouble =
            taken.trouble ?? decided?.trouble ?? follower?.trouble ?? teller?.trouble
            ?? definitions.now.trouble
        vitals.deliveriesWaiting = teller?.waiting ?? 0
        return vitals
    }

    /// Waits until everything that was on disk when it was asked has been decided upon.
    public func settle() async {
        await decided(upTo: intake.counts.lastFact)
    }

    /// Waits until every fact up to one, as a receipt names it, has been decided upon.
    public func decided(upTo seq: Int64) async { await qualifier?.decided(upTo: seq) }

    public func isReady() async -> Bool {
        guard isRunning, Disk.freeBytes(workspace.folder).map({ $0 >= Service.leastFreeBytes }) ?? true else {
            return false
        }
        let ledger = workspace.ledger
        return (try? await onDisk { try ledger.checkWritable() }) != nil
    }

    /// Below this much free space no more events should be sent here.
    static let leastFreeBytes: Int64 = 64 << 20
}

/// The disk that a workspace is on.
enum Disk {
    /// Free bytes for us; `nil` where nobody can tell.
    static func freeBytes(_ folder: String) -> Int64? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}
