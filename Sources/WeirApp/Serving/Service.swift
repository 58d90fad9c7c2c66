import Foundation
import Synchronization
import WeirFacts
import WeirLedger

/// How a service is opened.
public struct ServiceOptions: Sendable {
    /// Whether it decides upon facts and does jobs: `true` for the one that serves. A command that only looks, or makes
    /// a token, beside a running service leaves that to it.
    public var doesDecide = true
    public var intake = EventIntake.Limits()
    public var deciding = LiveQualifier.Settings()
    /// What guessing a password costs.
    public var passwordCost = Password.Cost.full
    public var telling = TellingOptions()

    public init(doesDecide: Bool = true) { self.doesDecide = doesDecide }
}

/// Everything that Weir does for whoever asks over the network: one process, one ledger.
///
/// Its parts: the intake puts events on disk, the qualifier decides upon them, the desks answer.
public final class Service: Sendable {
    let workspace: Workspace
    let clock: @Sendable () -> Instant
    let access: AccessDesk
    public let colleagues: SignInDesk
    public let imports: ImportDesk
    let intake: EventIntake
    let qualifier: LiveQualifier?
    let definitions: Definitions
    let events: EventDesk
    let directory: CompanyDirectory
    let inquiries: InquiryDesk
    let jobDesk: JobDesk
    let seal: CursorSeal
    let overviews = OverviewDesk()
    /// Held while the draft is compared and written.
    let drafting = NSLock()
    let desk: SalesDesk
    let follower: DeskFollower?
    public let notices: NoticeDesk
    let teller: Teller?
    private let isStopped = Mutex(false)
    private let upkeep: Task<Void, Never>?
    private let logKeeper: LogKeeper?

    /// Opens the workspace in a folder.
    /// - Throws: `LedgerError.noWorkspace`; `AppError.badAgreement` where `signals.yaml` has mistakes.
    public static func open(
        folder: String, options: ServiceOptions = ServiceOptions(), clock: @escaping @Sendable () -> Instant
    ) throws -> Service {
        try Service(Workspace.open(folder), options, clock)
    }

    public init(
        _ workspace: Workspace, _ options: ServiceOptions = ServiceOptions(), _ clock: @escaping @Sendable () -> Instant
    ) throws {
        self.workspace = workspace
        self.clock = clock
        access = try AccessDesk(workspace, clock: clock)
        colleagues = try SignInDesk(workspace, cost: options.passwordCost, clock: clock)
        imports = ImportDesk(workspace, clock: clock)
        seal = try workspace.cursorSeal()
        definitions = try Definitions(workspace, now: clock())
        if options.doesDecide {
            try workspace.ledger.endAbandonedJobs(now: clock())
            Spool.sweep(workspace)
        }
        let desk = SalesDesk(workspace)
        self.desk = desk
        let follower = options.doesDecide ? DeskFollower(desk, clock: clock) : nil
        self.follower = follower
        let intake = EventIntake(workspace.ledger, limits: options.intake)
        self.intake = intake
        let qualifier =
            options.doesDecide
            ? LiveQualifier(workspace, settings: options.deciding, intake: intake, clock: clock) { follower?.nudge() }
            : nil
        self.qualifier = qualifier
        intake.whenCommitted { qualifier?.nudge() }
        events = EventDesk(workspace, intake, definitions)
        let directory = CompanyDirectory(workspace, mail: try workspace.mailDomains(), clock)
        self.directory = directory
        if options.doesDecide { try directory.prepare() }
        inquiries = try InquiryDesk(workspace, intake, definitions, directory, clock)
        jobDesk = JobDesk(workspace, clock) { qualifier?.nudge() }
        notices = try NoticeDesk(workspace, desk, options.telling, clock: clock)
        teller = options.doesDecide ? Teller(notices.delivering) : nil
        logKeeper = options.doesDecide ? LogKeeper(workspace.ledger) : nil
        upkeep = options.doesDecide ? Service.keepUp(workspace, access, colleagues, definitions, clock) : nil
    }

    /// Reads again, every second, what another process may have changed, and forgets what is old.
    private static func keepUp(
        _ workspace: Workspace, _ access: AccessDesk, _ colleagues: SignInDesk, _ definitions: Definitions,
        _ clock: @escaping @Sendable () -> Instant
    ) -> Task<Void, Never> {
        Task.detached(priority: .utility) {
            var round = 0
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                try? await onDisk {
                    try access.refresh()
                    try colleagues.refresh()
                    definitions.refresh(now: clock())
                }
                round += 1
                if round % 60 == 0 {
                    try? await onDisk {
                        try access.flushUses()
                        try colleagues.flushUses()
                        try workspace.ledger.forgetKeys(before: clock().advanced(bySeconds: -2 * 86_400))
                        try workspace.ledger.forgetDeliveries(before: clock().advanced(bySeconds: -90 * 86_400))
                    }
                }
            }
        }
    }

    /// Takes no more events, puts what waits on disk, decides upon it, and ends.
    public func stop() async {
        let wasRunning = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard wasRunning else { return }
        upkeep?.cancel()
        await jobDesk.stop()
        _ = try? await onDisk { [intake] in intake.close() }
        await qualifier?.stop()
        _ = try? await onDisk { [follower] in follower?.stop() }
        desk.board.end()
        await teller?.stop()
        _ = try? await onDisk { [self] in
            logKeeper?.close()
            try access.flushUses()
            try colleagues.flushUses()
        }
    }

    var isRunning: Bool { isStopped.withLock { !$0 } }
}

/// Runs what waits for the disk on a thread that may wait, and gives errors of the ledger the service's words.
func onDisk<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(with: Result { try ServiceError.wrapping(body) })
        }
    }
}

extension Instant {
    func advanced(bySeconds seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }
}

extension Service: NoticeUseCases {}
