import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// Shows what lies on a desk, at one instant.
struct HandOffReading {
    let held: HeldDesk
    let reader: LiveReader
    let now: Instant

    private var desk: Desk { held.desk }
    private var handOff: HandOff { held.terms.rules.handOff }

    func teamName(_ number: Int) -> String { desk.rules.handOff.teams[number].name }

    func label(_ buyer: String, account: String) throws -> BuyerLabel {
        let person = try RecordID.buyer.numberIfAny(buyer).flatMap(reader.buyer)
        let company = try RecordID.account.numberIfAny(account).flatMap { id in
            try reader.accounts(after: 0, limit: 1, only: try reader.account(meant: id) ?? id).first
        }
        return BuyerLabel(
            id: buyer, name: person?.name, title: person?.title, email: person?.email, account: account,
            accountName: company?.name ?? company?.domain)
    }

    func promises(_ record: HandOffRecord) -> [PromiseView] {
        let calendar = desk.teams[record.team].calendar
        return record.clocks.map { clock in
            let reading = clock.reading(at: now, calendar: calendar)
            return PromiseView(
                milestone: clock.promise.milestone, within: clock.promise.within.text, standing: reading.standing,
                dueAt: reading.dueAt, leftMillis: reading.leftMillis, isBusinessTime: clock.promise.within.isBusiness,
                businessMillis: reading.businessMillis, wallMillis: reading.wallMillis)
        }
    }

    func entry(_ record: HandOffRecord) throws -> InboxEntry {
        let running = promises(record).filter { [.due, .pastDue, .paused].contains($0.standing) }
        return InboxEntry(
            id: record.id, buyer: try label(record.buyer, account: record.account), team: teamName(record.team),
            owner: record.owner, state: record.state.word, raisedHand: record.raisedHand, offeredAt: record.offeredAt,
            next: running.min { $0.dueAt < $1.dueAt }, isGhost: record.isGhost, snoozedUntil: record.snoozedUntil,
            version: record.version)
    }

    /// Open hand-offs, the least time left first.
    func inbox(_ filter: InboxFilter) throws -> [HandOffRecord] {
        if let team = filter.team, !desk.rules.handOff.teams.contains(where: { $0.name == team }) {
            throw ServiceError(.notFound, "there is no team “\(String(team.prefix(80)))”")
        }
        let open = desk.teams.enumerated().filter { number, _ in
            filter.team.map { $0 == teamName(number) } ?? true
        }.flatMap(\.element.open).compactMap { desk.handOffs[$0] }
        let shown = open.filter { record in
            (filter.owner.map { $0 == record.owner } ?? true)
                && (filter.includesSnoozed || (record.snoozedUntil ?? now) <= now)
        }
        func due(_ record: HandOffRecord) -> Int64 {
            record.clocks.filter { !$0.isOver }.map(\.dueAt.milliseconds).min() ?? .max
        }
        return shown.map { (due($0), $0) }.sorted { a, b in
            a.0 != b.0
                ? a.0 < b.0
                : (a.1.id.utf8.count, a.1.id) < (b.1.id.utf8.count, b.1.id)
        }.map(\.1)
    }

    // MARK: Need, budget, authority, timing

    func bant(_ record: HandOffRecord) -> [BANTView] {
        let required = desk.rules.salesQualified?.confirmed ?? []
        return SalesQualified.Letter.allCases.map { letter in
            let standing = record.bant.standing(letter)
            let latest = standing.latest
            return BANTView(
                letter: letter.rawValue, verdict: latest?.verdict.rawValue, value: latest?.value,
                saidBy: latest?.saidBy, recordedBy: latest.map { "\($0.recordedBy)" }, at: latest?.at,
                surePermille: latest?.surePermille, evidence: latest?.evidence, isConfirmed: standing.isConfirmed,
                conflicts: standing.conflicts.map { answer in
                    let voice = answer.saidBy.map { "\($0) said" } ?? "\(answer.recordedBy) concluded"
                    return "\(voice) \(answer.verdict.rawValue) on \(answer.at): \(answer.value)"
                }, isRequired: required.contains(letter))
        }
    }

    func missing(_ record: HandOffRecord) -> [String] {
        desk.rules.salesQualified.map(record.bant.missing(for:)) ?? []
    }

    // MARK: What may be done

    func moves(_ record: HandOffRecord) -> [AllowedMove] {
        guard record.isOpen else { return [] }
        var moves: [AllowedMove] = []
        if record.isUnanswered { moves.append(AllowedMove(name: "accept", choices: [])) }
        let reasons = handOff.dispositions
        moves.append(
            AllowedMove(
                name: "reject", choices: (reasons?.rejectProcedural ?? []) + (reasons?.rejectJudgement ?? []),
                blockedBy: reasons == nil ? "the agreement lists no reasons" : nil))
        moves.append(AllowedMove(name: "recycle", choices: (reasons?.recycleAfter ?? []).map(\.reason)))
        let most = desk.rules.limits.snoozesMost
        moves.append(
            AllowedMove(
                name: "snooze", choices: [],
                blockedBy: record.snoozes >= most ? "snoozed \(record.snoozes) times, as often as is agreed" : nil))
        let others = desk.teams[record.team].open.filter { $0 != record.id }.compactMap { desk.handOffs[$0] }
            .filter { $0.account == record.account }.map(\.id).sorted()
        moves.append(AllowedMove(name: "already_working", choices: others))
        let colleagues = desk.teams[record.team].roster.members.filter { !$0.hasLeft && $0.name != record.owner }
        moves.append(AllowedMove(name: "reassign", choices: colleagues.map(\.name)))
        moves.append(AllowedMove(name: "contacted", choices: []))
        moves.append(AllowedMove(name: "confirm", choices: SalesQualified.Letter.allCases.map(\.rawValue)))
        if !record.isUnanswered {
            let missing = missing(record)
            moves.append(
                AllowedMove(
                    name: "sales_qualify", choices: [],
                    blockedBy: missing.isEmpty ? nil : missing.joined(separator: "; ")))
        }
        return moves + clockMoves(record)
    }

    private func clockMoves(_ record: HandOffRecord) -> [AllowedMove] {
        let paused = record.clocks.filter { clock in
            if case .paused = clock.state { return true }
            return false
        }
        let running = record.clocks.filter { $0.state == .running && $0.breachedAt == nil }
        var moves: [AllowedMove] = []
        if !running.isEmpty { moves.append(AllowedMove(name: "pause", choices: PauseReason.allCases.map(\.rawValue))) }
        if !paused.isEmpty {
            moves.append(AllowedMove(name: "resume", choices: paused.map(\.promise.milestone.rawValue)))
        }
        return moves
    }

    func changes(_ record: HandOffRecord) -> [HandOffChange] {
        record.changes.map { HandOffChange(by: "\($0.by)", isPerson: $0.by.isPerson, at: $0.at, what: $0.what) }
    }
}
