import Dispatch
import Synchronization
import WeirFacts
import WeirLedger
import WeirMarket

/// Keeps a `CompanyFinder` up to date beside a ledger that others write.
///
/// Accounts that came since the index was made are kept in a second small one, which is made anew when more come; past a
/// thousand, or a tenth of the whole, or after a merge, the index itself is made anew. A small index is made while the
/// asker waits, a large one (from `largeFrom` accounts) behind the scenes, and until then the one before answers; for the
/// first everybody waits, since who finds nobody may make a second of somebody. A new
/// name or country of an account that is known already counts from the next making on, at the latest after an hour.
final class CompanyDirectory: Sendable {
    private struct State {
        var main: CompanyFinder?
        var recent: CompanyFinder?
        /// How many accounts were merged into others when it was made.
        var merged: Int64 = 0
        /// `nil` before the first.
        var madeAt: Instant?
        var isBeingMade = false
    }

    private let workspace: Workspace
    let mail: MailDomains
    private let clock: @Sendable () -> Instant
    private let state = Mutex(State())
    /// Held while the index is made: one makes it, and the others have it.
    private let making = Mutex(())

    private static let largeFrom: Int64 = 20_000
    private static let oldAfterSeconds: Int64 = 3600

    init(_ workspace: Workspace, mail: MailDomains, _ clock: @escaping @Sendable () -> Instant) {
        self.workspace = workspace
        self.mail = mail
        self.clock = clock
    }

    /// What there is to search in now.
    func current() throws -> CompanySearch { CompanySearch(try finders()) }

    /// Begins with the first index of a large workspace, so that the first who asks waits less.
    func prepare() throws {
        if try workspace.ledger.accountExtent().newest >= CompanyDirectory.largeFrom { makeBehindTheScenes() }
    }

    private func finders() throws -> [CompanyFinder] {
        let extent = try workspace.ledger.accountExtent()
        var before = state.withLock { $0 }
        if isStale(before, extent) {
            let isLarge = extent.newest >= CompanyDirectory.largeFrom
            if before.main != nil, isLarge { makeBehindTheScenes() } else { try make(unlessMadeSince: before.madeAt) }
            before = state.withLock { $0 }
        }
        guard let main = before.main else { return [] }
        if extent.newest > max(main.newest, before.recent?.newest ?? 0) {
            let recent = try CompanyFinder(workspace, mail: mail, besides: main)
            state.withLock { if $0.main?.newest == main.newest { $0.recent = recent } }
            return [main, recent]
        }
        return [main, before.recent].compactMap(\.self)
    }

    private func isStale(_ state: State, _ extent: (newest: Int64, merged: Int64)) -> Bool {
        guard let main = state.main else { return true }
        let isOld = clock().milliseconds - (state.madeAt?.milliseconds ?? 0) > CompanyDirectory.oldAfterSeconds * 1000
        return extent.merged != state.merged || isOld || extent.newest - main.newest > max(1_000, main.newest / 10)
    }

    /// - Parameter before: when the one was made that is not good enough.
    private func make(unlessMadeSince before: Instant?) throws {
        try making.withLock { _ in
            guard state.withLock({ $0.madeAt }) == before else { return }
            let (merged, now) = (try workspace.ledger.accountExtent().merged, clock())
            let main = try CompanyFinder(workspace, mail: mail)
            state.withLock {
                $0.main = main
                $0.recent = nil
                $0.merged = merged
                $0.madeAt = now
            }
        }
    }

    private func makeBehindTheScenes() {
        let before = state.withLock { state -> Instant?? in
            if state.isBeingMade { return nil }
            state.isBeingMade = true
            return .some(state.madeAt)
        }
        guard let before else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            // What fails now is tried again by the next who asks.
            try? make(unlessMadeSince: before)
            state.withLock { $0.isBeingMade = false }
        }
    }
}
