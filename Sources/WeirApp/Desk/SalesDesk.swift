import Foundation
import Synchronization
import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// The desk of a workspace: kept in memory as long as nobody else writes its books, and read from them otherwise.
///
/// Whatever happens is a turn: one transaction that writes what the desk was told, what follows from it, and how far
/// the desk has come. A process killed at any moment leaves all of a turn or nothing. Of two who act at once the
/// ledger lets one go first; the other sees what the first did, and is told.
final class SalesDesk: Sendable {
    private struct State {
        var held: HeldDesk?
        var terms: [Int: DeskTerms] = [:]
    }

    let workspace: Workspace
    private let state = Mutex(State())
    private let oneAtATime = NSLock()

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// Does something at the desk.
    /// - Throws: `AppError.noAgreement` where nothing is in force; `DeskError` where the desk refuses; then nothing has
    ///   happened.
    func turn<T>(now: Instant, _ body: (DeskTurn) throws -> T) throws -> T {
        let inForce = try terms(now: now)
        return try oneAtATime.withLock {
            let held = takeHeld()
            let (result, after) = try workspace.ledger.writeDesk { books in
                let turn = try DeskTurn(held, books, inForce, now: now) { try workspace.deskTerms($0) }
                let result = try body(turn)
                try turn.close()
                return (result, turn.held)
            }
            state.withLock { $0.held = after }
            return result
        }
    }

    /// Looks at the desk as it stands.
    /// - Returns: `nil` where it has not begun.
    func look<T>(now: Instant, _ body: (HeldDesk, DeskBooks) throws -> T) throws -> T? {
        let inForce = try terms(now: now)
        return try oneAtATime.withLock {
            try workspace.ledger.readDesk { books in
                guard let position = try books.position() else { return nil }
                var held = takeHeld()
                if held?.position != position {
                    let isCurrent = position.agreement == inForce.version
                    held = try HeldDesk(
                        books, position, isCurrent ? inForce : try workspace.deskTerms(position.agreement))
                }
                guard let held else { return nil }
                defer { state.withLock { $0.held = held } }
                return try body(held, books)
            }
        }
    }

    /// Takes the desk out, so that whoever changes it changes the only copy.
    private func takeHeld() -> HeldDesk? {
        state.withLock { state in
            defer { state.held = nil }
            return state.held
        }
    }

    /// The terms in force now.
    func terms(now: Instant) throws -> DeskTerms {
        guard let version = try workspace.ledger.agreementInForce(at: now)?.version else {
            throw AppError(.noAgreement, "no agreement is in force, so the desk has no rules to go by")
        }
        if let known = state.withLock({ $0.terms[version] }) { return known }
        let terms = try workspace.deskTerms(version)
        state.withLock { $0.terms = [version: terms] }
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

/// A desk in memory, and how much of it is on disk.
struct HeldDesk: Sendable {
    var desk: Desk
    var position: DeskPosition
    var terms: DeskTerms
    /// As stored.
    var teams: [DeskStanding.Team]

    /// The desk as its books have it.
    init(_ books: DeskBooks, _ position: DeskPosition, _ terms: DeskTerms) throws {
        let teams = try books.teams().map { try DeskText.read(DeskStanding.Team.self, $0.body) }
        var buyers: [String: DeskStanding.Buyer] = [:]
        try books.forEachBuyer { row in
            buyers[RecordID.buyer.text(row.buyer)] = DeskStanding.Buyer(
                stage: Stage(rawValue: row.stage) ?? .prospect, since: row.since,
                handOff: row.handOff.map(RecordID.handOff.text), team: row.team, comesBack: row.comesBack)
        }
        var waiting: [Int: [WaitingBuyer]] = [:]
        var withoutTeam: [QualifiedInput] = []
        for row in try books.waiting() {
            if let team = row.team {
                waiting[team, default: []].append(try DeskText.read(WaitingBuyer.self, row.body))
            } else {
                withoutTeam.append(try DeskText.read(QualifiedInput.self, row.body))
            }
        }
        let handOffs = try books.livingHandOffs().map { try DeskText.read(HandOffRecord.self, $0) }
        desk = try Desk(
            terms.rules,
            restoring: DeskStanding(
                now: position.at, teams: teams, buyers: buyers, handOffs: handOffs, waiting: waiting,
                withoutTeam: withoutTeam, handOffCount: position.handOffs))
        self.position = position
        self.terms = terms
        self.teams = teams
    }

    /// A desk that begins.
    init(beginning terms: DeskTerms, at now: Instant, decision: Int64, seq: Int64) {
        desk = Desk(terms.rules, at: now)
        position = DeskPosition(
            at: now, fact: 0, agreement: terms.version, decision: decision, seq: seq, handOffs: 0)
        self.terms = terms
        teams = []
    }
}

/// How the desk's things are written in its books.
enum DeskText {
    static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw LedgerError(.database, "the desk's books cannot be read (\(type)): \(error)")
        }
    }
}
