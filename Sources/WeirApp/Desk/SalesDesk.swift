import Foundation
import Synchronization
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirInsight
import WeirLedger

/// The desk of a workspace: kept in memory as long as nobody else writes its books, and read from them otherwise.
///
/// Whatever happens is a turn: one transaction that writes what the desk was told, what follows from it, and how far
/// the desk has come. A process killed at any moment leaves all of a turn or nothing. Of two who act at once the
/// ledger lets one go first; the other sees what the first did, and is told.
final class SalesDesk: Sendable {
    private struct State {
        var held: HeldDesk?
        var terms: DeskTerms?
        var history: KeptHistory?
        var isReadingHistory = false
    }

    /// Reading a year of what people did takes seconds in a large workspace.
    private struct KeptHistory {
        let day: CivilDay
        let reach: DeskReach?
        let qualified: Int
        let restsUntil: ContinuousClock.Instant
        let value: ConversionHistory
    }

    /// Terms that must be read before the desk can be, and cannot be in the middle of it.
    private struct MissingTerms: Error { let version: Int }

    let workspace: Workspace
    private let state = Mutex(State())
    private let oneAtATime = NSLock()
    /// Says each time that a buyer has moved.
    let board = NewsBoard()
    /// What following remembers; see ``follow(now:)``.
    let followed = Mutex(FollowedSoFar())
    /// What became of promises that are over; see ``promises(from:to:now:)``.
    let settled = Mutex(SettledPromises())

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// Does something at the desk.
    /// - Throws: `AppError.noAgreement` where nothing is in force; `DeskError` where the desk refuses; then nothing has
    ///   happened.
    func turn<T>(now: Instant, _ body: (DeskTurn) throws -> T) throws -> T {
        let inForce = try terms(now: now)
        return try oneAtATime.withLock { try write(inForce, now: now, body) }
    }

    /// Looks at the desk as it stands.
    /// - Returns: `nil` where it has not begun.
    func look<T>(now: Instant, _ body: (HeldDesk, DeskBooks) throws -> T) throws -> T? {
        let inForce = try terms(now: now)
        return try oneAtATime.withLock { try read(inForce, body) }
    }

    /// Looks, and where there is reason to, does something upon it, before anybody else does.
    func look<T, Seen>(
        now: Instant, _ look: (HeldDesk, DeskBooks) throws -> Seen, then act: (Seen?) throws -> T?,
        _ body: (DeskTurn, Seen?) throws -> T
    ) throws -> T {
        let inForce = try terms(now: now)
        return try oneAtATime.withLock {
            let seen = try read(inForce, look)
            if let done = try act(seen) { return done }
            return try write(inForce, now: now) { try body($0, seen) }
        }
    }

    /// Lives through a past before anybody else comes to the desk.
    /// - Parameters:
    ///   - prepare: brings into force what is agreed, in that past.
    ///   - beginnings: of the parts of that past, in order; each is one turn.
    func relive(
        _ prepare: () throws -> Void, _ beginnings: [Instant], _ live: (DeskTurn) throws -> Void
    ) throws {
        try oneAtATime.withLock {
            try prepare()
            for beginning in beginnings {
                try write(terms(now: beginning), now: beginning, live)
            }
        }
    }

    private func write<T>(_ inForce: DeskTerms, now: Instant, _ body: (DeskTurn) throws -> T) throws -> T {
        // What somebody else wrote is read before others have to wait for us.
        _ = try read(inForce) { _, _ in }
        var kept: HeldDesk?
        defer { state.withLock { $0.held = kept } }
        return try withTerms(inForce) { terms in
            var held = takeHeld()
            let (result, after, hasMoved) = try workspace.ledger.writeDesk { books in
                let turn = try DeskTurn(held.take(), books, inForce, now: now, older: terms)
                do {
                    let result = try body(turn)
                    try turn.close()
                    return (result, turn.held, turn.hasMoved)
                } catch {
                    if !turn.isChanged { kept = turn.held }
                    throw error
                }
            }
            kept = after
            if hasMoved { board.tell() }
            return result
        }
    }

    private func read<T>(_ inForce: DeskTerms, _ body: (HeldDesk, DeskBooks) throws -> T) throws -> T? {
        var held = takeHeld()
        defer { state.withLock { $0.held = held } }
        return try withTerms(inForce) { terms in
            try workspace.ledger.readDesk { books in
                guard let position = try books.position() else { return nil }
                if let held, held.position == position { return try body(held, books) }
                let current = try HeldDesk(books, position, terms(position.agreement))
                held = current
                board.tell()
                return try body(current, books)
            }
        }
    }

    /// Takes the desk out, so that whoever changes it changes the only copy.
    private func takeHeld() -> HeldDesk? { state.withLock { $0.held.take() } }

    /// How responses became qualified buyers. Once it was read on a day, what is known is told at once, and what came
    /// since is read behind it; then it rests for five times as long as reading took, so that who only looks does not keep
    /// the machine busy.
    func history(_ qualified: [BuyerSpell], _ days: ZonedDays, until today: CivilDay) throws -> ConversionHistory {
        guard let kept = state.withLock({ $0.history }), kept.day == today else {
            return try readHistory(qualified, days, until: today)
        }
        let reach = try workspace.ledger.readDesk { try $0.position()?.reach }
        let isBehind = kept.qualified != qualified.count || kept.reach != reach
        if isBehind, .now >= kept.restsUntil, claimsHistory() {
            Task.detached(executorPreference: Counting.threads) { [self] in
                _ = try? readHistory(qualified, days, until: today)
                state.withLock { $0.isReadingHistory = false }
            }
        }
        return kept.value
    }

    /// - Returns: whether nobody else is reading it.
    private func claimsHistory() -> Bool {
        state.withLock { state in
            defer { state.isReadingHistory = true }
            return !state.isReadingHistory
        }
    }

    private func readHistory(
        _ qualified: [BuyerSpell], _ days: ZonedDays, until today: CivilDay
    ) throws -> ConversionHistory {
        let start = ContinuousClock.now
        let reach = try workspace.ledger.readDesk { try $0.position()?.reach }
        let value = try workspace.ledger.readDesk { try SalesDesk.history($0, qualified, days, until: today) }
        let end = ContinuousClock.now
        state.withLock {
            $0.history = KeptHistory(
                day: today, reach: reach, qualified: qualified.count, restsUntil: end + start.duration(to: end) * 5,
                value: value)
        }
        return value
    }

    // MARK: Terms

    /// Calls `body` with what gives the terms of a version, and again when it turns out that others are needed: the
    /// ledger cannot be asked for them while it is being read or written.
    private func withTerms<T>(_ inForce: DeskTerms, _ body: ((Int) throws -> DeskTerms) throws -> T) throws -> T {
        var older: DeskTerms?
        while true {
            do {
                return try body { version in
                    if version == inForce.version { return inForce }
                    guard let older, older.version == version else { throw MissingTerms(version: version) }
                    return older
                }
            } catch let missing as MissingTerms {
                older = try workspace.deskTerms(missing.version)
            }
        }
    }

    /// The terms in force now.
    func terms(now: Instant) throws -> DeskTerms {
        guard let version = try workspace.ledger.agreementInForce(at: now)?.version else {
            throw AppError(.noAgreement, "no agreement is in force, so the desk has no rules to go by")
        }
        if let known = state.withLock({ $0.terms }), known.version == version { return known }
        let terms = try workspace.deskTerms(version)
        state.withLock { $0.terms = terms }
        return terms
    }
}

extension Workspace {
    /// A version of the agreement as the desk applies it.
    func deskTerms(_ version: Int) throws -> DeskTerms {
        guard let known = try ledger.agreements().first(where: { $0.version == version }) else {
            throw AppError(.noAgreement, "version \(version) of the agreement is not in this workspace")
        }
        return try DeskTerms(try agreement(known), version: version)
    }
}
