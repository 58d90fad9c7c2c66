import Dispatch
import Synchronization
import WeirFacts
import WeirLedger
import WeirMarket

/// Keeps a `CompanyFinder` up to date beside a ledger that others write.
///
/// Accounts that came since the index was made are kept in a second small one, which is made anew when more come; past a
/// thousand, or a tenth of the whole, or after a merge, the index itself is made anew. A small index is made while the
/// asker waits, a large one (from `largeFrom` accounts) behind the scenes, and until then the one before answers. A new
/// name or country of an account that is known already counts from the next making on, at the latest after an hour.
final class CompanyDirectory: Sendable {
    private struct State {
        var main: CompanyFinder?
        var recent: CompanyFinder?
        var extent: (newest: Int64, merged: Int64) = (0, 0)
        var madeAt = Instant(milliseconds: 0)
        var isBeingMade = false
    }

    private let workspace: Workspace
    private let mail: MailDomains
    private let clock: @Sendable () -> Instant
    private let state = Mutex(State())

    private static let largeFrom = 20_000
    private static let oldAfterSeconds: Int64 = 3600

    init(_ workspace: Workspace, mail: MailDomains, _ clock: @escaping @Sendable () -> Instant) {
        self.workspace = workspace
        self.mail = mail
        self.clock = clock
    }

    /// What there is to search in now.
    func current() throws -> CompanySearch { CompanySearch(try finders()) }

    private func finders() throws -> [CompanyFinder] {
        let extent = try workspace.ledger.accountExtent()
        var before = state.withLock { $0 }
        if before.main == nil || isStale(before, extent) {
            let isLarge = extent.newest >= Int64(CompanyDirectory.largeFrom)
            if isLarge { makeBehindTheScenes(extent) } else { try make(extent) }
            before = state.withLock { $0 }
        }
        guard let main = before.main else { return [] }
        if extent.newest > max(main.newest, before.recent?.newest ?? 0) {
            let recent = try CompanyFinder(workspace, mail: mail, after: main.newest)
            state.withLock { if $0.main?.newest == main.newest { $0.recent = recent } }
            return [main, recent]
        }
        return [main, before.recent].compactMap(\.self)
    }

    private func isStale(_ state: State, _ extent: (newest: Int64, merged: Int64)) -> Bool {
        guard let main = state.main else { return true }
        let isOld = clock().milliseconds - state.madeAt.milliseconds > CompanyDirectory.oldAfterSeconds * 1000
        return extent.merged != state.extent.merged || isOld
            || extent.newest - main.newest > max(1_000, main.newest / 10)
    }

    private func make(_ extent: (newest: Int64, merged: Int64)) throws {
        let main = try CompanyFinder(workspace, mail: mail)
        let now = clock()
        state.withLock { $0 = State(main: main, extent: extent, madeAt: now) }
    }

    private func makeBehindTheScenes(_ extent: (newest: Int64, merged: Int64)) {
        let isMine = state.withLock { state in
            defer { state.isBeingMade = true }
            return !state.isBeingMade
        }
        guard isMine else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            // What fails now is tried again by the next who asks.
            if (try? make(extent)) == nil { state.withLock { $0.isBeingMade = false } }
        }
    }
}
