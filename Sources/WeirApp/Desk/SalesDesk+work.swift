import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger

/// What people do at the desk, and what they see.
extension SalesDesk {
    /// Gives refusals of the desk the service's words.
    func refusing<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DeskError {
            throw ServiceError(error)
        } catch let error as LedgerError {
            throw ServiceError(error)
        } catch let error as AppError where error.code == .noAgreement {
            throw ServiceError(.noAgreement, error.description)
        }
    }

    private func looking<T>(now: Instant, _ body: (HandOffReading, DeskBooks) throws -> T) throws -> T {
        let seen = try refusing {
            try look(now: now) { held, books in
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                return try body(HandOffReading(held: held, reader: reader, now: max(now, held.desk.now)), books)
            }
        }
        guard let seen else {
            throw ServiceError(
                .conflict,
                "the desk has not begun; it begins with weir serve, or weir desk tick, once an agreement with teams is in force"
            )
        }
        return seen
    }

    /// - Parameters:
    ///   - offset: how many to leave out.
    func inbox(_ filter: InboxFilter, from offset: Int, limit: Int, now: Instant) throws -> [InboxEntry] {
        try looking(now: now) { reading, _ in
            try reading.inbox(filter).dropFirst(offset).prefix(limit).map(reading.entry)
        }
    }

    func handOff(_ id: String, now: Instant) throws -> HandOffView {
        let number = try RecordID.handOff.number(id)
        typealias Seen = (view: HandOffView, record: HandOffRecord, use: AgreementInUse)
        let seen: Seen = try looking(now: now) { (reading, books) throws -> Seen in
            var found = reading.held.desk.handOffs[id]
            if found == nil, let body = try books.handOff(number) {
                found = try DeskText.read(HandOffRecord.self, body)
            }
            guard let found else { throw RecordID.handOff.notFound(id) }
            return (try view(found, reading, books), found, reading.held.terms.use)
        }
        let (record, use) = (seen.record, seen.use)
        var shown = seen.view
        let day = use.days.day(of: now)
        let evidence = try HandOffEvidence(
            workspace, use, account: try RecordID.account.number(record.account),
            buyer: try RecordID.buyer.number(record.buyer), day: day)
        shown.whyNow = (record.raisedHand ? ["raised a hand"] : []) + evidence.whyNow
        shown.conversation = evidence.conversation
        return shown
    }

    private func view(_ record: HandOffRecord, _ reading: HandOffReading, _ books: DeskBooks) throws -> HandOffView {
        let desk = reading.held.desk
        let earlier = try books.handOffs(ofBuyer: try RecordID.buyer.number(record.buyer)).map {
            try DeskText.read(HandOffRecord.self, $0)
        }.filter { $0.id != record.id }.map { old in
            let last = old.changes.last
            return "\(old.id): \(last.map { "\($0.what) by \($0.by) at \($0.at)" } ?? "offered to \(old.owner)")"
        }
        return HandOffView(
            entry: try reading.entry(record), stage: desk.buyers[record.buyer]?.history.stage.rawValue ?? "",
            whyNow: [], firstStep: desk.rules.handOff.firstStep, conversation: [], bant: reading.bant(record),
            missing: reading.missing(record), promises: reading.promises(record), moves: reading.moves(record),
            changes: reading.changes(record), handledBy: record.handledBy, earlier: earlier)
    }

    // MARK: Moves

    func act(_ move: HandOffMove, on id: String, by name: String, seen version: Int?, now: Instant) throws {
        let actor = Actor.person(try AccessDesk.name(name))
        try refusing {
            try turn(now: now) { turn in
                _ = try turn.handOff(id)
                let disposition: Disposition
                switch move {
                case .pause(let milestone, let reason):
                    try turn.take(
                        .pause(handOff: id, milestone, reason, by: actor, seen: version), "pause", about: id, by: actor,
                        ["milestone": milestone.rawValue, "reason": reason.rawValue])
                    return
                case .resume(let milestone):
                    try turn.take(
                        .resume(handOff: id, milestone, by: actor, seen: version), "resume", about: id, by: actor,
                        ["milestone": milestone.rawValue])
                    return
                case .accept: disposition = .accept
                case .reject(let reason): disposition = .reject(reason: reason)
                case .recycle(let reason, let until):
                    disposition = .recycle(reason: try Self.line(reason), until: until)
                case .snooze(let until): disposition = .snooze(until: until)
                case .alreadyWorking(let other):
                    _ = try turn.handOff(other)
                    disposition = .alreadyWorking(into: other)
                case .reassign(let other): disposition = .reassign(to: other)
                case .contacted: disposition = .contacted
                case .salesQualify: disposition = .salesQualify
                case .confirm(let entry): disposition = .confirm(try answer(entry, by: actor, at: turn.now))
                }
                try turn.act(disposition, on: id, by: actor, seen: version)
            }
        }
    }

    private func answer(_ entry: BANTEntry, by actor: Actor, at now: Instant) throws -> BANTAnswer {
        guard let letter = SalesQualified.Letter(rawValue: entry.letter) else {
            let letters = SalesQualified.Letter.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServiceError(.invalid, "“\(String(entry.letter.prefix(40)))” is none of \(letters)")
        }
        return BANTAnswer(
            letter: letter, verdict: entry.verdict, value: try Self.line(entry.value),
            saidBy: try entry.saidBy.map(Self.line), recordedBy: actor, at: now, surePermille: entry.surePermille,
            evidence: try Self.line(entry.evidence))
    }

    /// Free text on one line.
    static func line(_ text: String) throws -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= 1000, !words.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw ServiceError(.invalid, "a text has at most 1000 characters, without control characters")
        }
        return words
    }

    // MARK: Teams and people

    func teams(now: Instant) throws -> [DeskTeamView] {
        try looking(now: now) { reading, _ in
            reading.held.desk.teams.enumerated().map { number, team in
                let today = team.calendar.zone.day(of: now)
                return DeskTeamView(
                    name: reading.teamName(number), timeZone: team.calendar.zone.name, members: team.roster.members,
                    specialDays: team.specialDays.days.filter { $0.day >= today })
            }
        }
    }

    func changeTeam(_ team: String, _ change: TeamChange, by name: String, now: Instant) throws {
        let actor = Actor.person(try AccessDesk.name(name))
        try refusing {
            try turn(now: now) { turn in
                guard let number = turn.desk.rules.handOff.teams.firstIndex(where: { $0.name == team }) else {
                    throw ServiceError(.notFound, "there is no team “\(String(team.prefix(80)))”")
                }
                switch change {
                case .joins(let member, let capacity):
                    let member = try AccessDesk.name(member)
                    try turn.take(
                        .joined(team: number, name: member, capacity: capacity), "joined", about: member, by: actor,
                        ["team": team, "capacity": "\(capacity)"])
                case .leaves(let member):
                    try turn.take(.left(team: number, name: member), "left", about: member, by: actor, ["team": team])
                case .isAway(let member, let leave):
                    try turn.take(
                        .away(team: number, name: member, leave), "away", about: member, by: actor, leave)
                case .works(let days):
                    try turn.take(
                        .specialDays(team: number, days), "special_days", about: team, by: actor, days)
                case .worksAsUsual(let days):
                    try turn.take(.usualDays(team: number, days), "usual_days", about: team, by: actor, days)
                case .closesBy(let text):
                    let days = try SalesDesk.closedDays(text, from: turn.desk.teams[number].calendar.zone.day(of: now))
                    try turn.take(.specialDays(team: number, days), "special_days", about: team, by: actor, days)
                }
            }
        }
    }

    /// The whole days of a calendar file that are still to come.
    private static func closedDays(_ text: String, from today: CivilDay) throws -> [SpecialDay] {
        guard text.utf8.count <= TeamChange.mostCalendarBytes else {
            throw ServiceError(.invalid, "a calendar file has at most \(TeamChange.mostCalendarBytes) bytes")
        }
        let year = today.components.year
        let days = try CalendarFile(text, years: year...year + 3).days.filter { $0.day >= today }
        guard !days.isEmpty else {
            throw ServiceError(
                .invalid, "the calendar file has no whole day from \(today) on; only whole-day events close a team")
        }
        return days.map { SpecialDay($0.day, why: String($0.name.prefix(200))) }
    }

    func suppress(buyer: String, because reason: String, by name: String, now: Instant) throws {
        let actor = Actor.person(try AccessDesk.name(name))
        let reason = try Self.line(reason)
        guard !reason.isEmpty else { throw ServiceError(.invalid, "say why nobody may contact the buyer") }
        let number = try RecordID.buyer.number(buyer)
        try refusing {
            try turn(now: now) { turn in
                let reader = turn.books.live(isFreeMail: CompanyMail().isFree)
                guard let known = try reader.buyer(number) else { throw RecordID.buyer.notFound(buyer) }
                let id = RecordID.buyer.text(known.id)
                try turn.take(
                    .suppressed(buyer: id, reason: reason), "suppressed", about: id, by: actor, ["reason": reason])
            }
        }
    }

    // MARK: The feed

    func stageMoves(after id: Int64, limit: Int, buyer: String?) throws -> [StageMoveView] {
        let number = try buyer.map(RecordID.buyer.number)
        return try refusing {
            try workspace.ledger.readDesk { books in
                try books.moves(after: max(id, 0), limit: min(max(limit, 1), 1000), buyer: number).map(
                    StageMoveView.init)
            }
        }
    }
}

extension Disposition {
    /// What it is, in the word of a move.
    var kind: String {
        switch self {
        case .accept: "accept"
        case .reject: "reject"
        case .recycle: "recycle"
        case .snooze: "snooze"
        case .alreadyWorking: "already_working"
        case .reassign: "reassign"
        case .contacted: "contacted"
        case .confirm: "confirm"
        case .salesQualify: "sales_qualify"
        }
    }
}

extension StageMoveView {
    init(_ move: StoredStageMove) {
        self.init(
            id: move.id, buyer: RecordID.buyer.text(move.buyer), from: move.from, to: move.to, at: move.at,
            stayedMillis: move.stayedMillis, by: move.by, isPerson: move.isPerson, reason: move.reason,
            agreement: move.agreement, facts: move.facts)
    }
}

extension ServiceError {
    /// What the desk says, in the service's words.
    init(_ error: DeskError) {
        let text = error.place.isEmpty ? error.message : "\(error.place): \(error.message)"
        switch error.code {
        case .changedMeanwhile: self.init(.changed, text)
        case .unknown: self.init(.notFound, text)
        case .notAllowed, .illegalMove, .clock, .neverOpen: self.init(.conflict, text)
        case .badReason, .badDuration, .outOfRange, .unknownZone, .badHours, .badCalendar, .badCalendarFile:
            self.init(.invalid, text)
        }
    }
}
