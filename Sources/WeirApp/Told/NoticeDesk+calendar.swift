import WeirDesk
import WeirFacts
import WeirLedger
import WeirTold

/// What somebody has to do by when, for their own calendar program.
extension NoticeDesk {
    /// Gives somebody's calendar an address that nobody can guess; the one before stops working.
    /// - Parameter person: `per_3`.
    /// - Returns: its path; shown this once.
    public func newCalendar(of person: String) async throws -> String {
        let number = try RecordID.colleague.number(person)
        guard try workspace.ledger.colleagues().contains(where: { $0.id == number }) else {
            throw RecordID.colleague.notFound(person)
        }
        let secret = Secret.make("cal")
        let now = clock()
        try await onDisk { [workspace] in
            try workspace.ledger.setCalendar(of: number, hash: Secret.hash(secret), now: now)
        }
        return "/calendar/\(secret).ics"
    }

    /// Takes the address away.
    public func endCalendar(of person: String) async throws {
        let number = try RecordID.colleague.number(person)
        let now = clock()
        try await onDisk { [workspace] in try workspace.ledger.setCalendar(of: number, hash: nil, now: now) }
    }

    /// Since when somebody's calendar has its address; `nil` where it has none.
    public func calendarSince(of person: String) throws -> Instant? {
        try workspace.ledger.calendarSince(of: try RecordID.colleague.number(person))
    }

    /// - Parameter file: the last step of its path.
    /// - Returns: `nil` for an address that is not, or no longer, one.
    public func calendar(_ file: String) async throws -> CalendarFeed? {
        guard file.hasSuffix(".ics") else { return nil }
        let hash = Secret.hash(String(file.dropLast(4)))
        let now = clock()
        return try await onDisk { [self] in
            let ledger = workspace.ledger
            let everybody = try ledger.colleagues().filter { $0.disabledAt == nil }
            guard let number = try ledger.colleague(calendarHash: hash),
                let colleague = everybody.first(where: { $0.id == number })
            else { return nil }
            let seesPeople = Role(rawValue: colleague.role)?.seesPeople ?? false
            let work = try desk.work(now: now) { ColleagueNames.meant(by: $0, among: everybody)?.id == number }
            let base = delivering.options.publicURL
            let entries = work.flatMap { entry, promises in
                promises.filter { $0.standing == .due || $0.standing == .pastDue }.map { promise in
                    CalendarFeed.Entry(entry, promise, seesPeople: seesPeople, base: base)
                }
            }
            return CalendarFeed(
                "Weir: \(colleague.name)", entries, at: now, host: NoticeDesk.host(base) ?? "weir")
        }
    }

    private static func host(_ base: String?) -> String? {
        base.flatMap { HookAddress($0) }?.host
    }
}

extension CalendarFeed.Entry {
    fileprivate init(_ entry: InboxEntry, _ promise: PromiseView, seesPeople: Bool, base: String?) {
        let firm = entry.buyer.accountName
        let names = [seesPeople ? entry.buyer.name : nil, firm].compactMap { $0 }
        let whom = names.isEmpty ? entry.id : names.joined(separator: ", ")
        let word =
            switch promise.milestone {
            case .respond: "Answer"
            case .contact: "Talk with"
            case .disposition: "Decide on"
            }
        let details = ["Within \(promise.within)", entry.raisedHand ? "raised a hand" : "", entry.team]
        self.init(
            handOff: entry.id, milestone: promise.milestone.rawValue, dueAt: promise.dueAt, version: entry.version,
            summary: "\(word): \(whom)", details: details.filter { !$0.isEmpty }.joined(separator: "\n"),
            address: base.map { "\($0)/inbox/\(entry.id)" })
    }
}

extension SalesDesk {
    /// Everything open that somebody holds, with its promises.
    func work(now: Instant, of isTheirs: (String) -> Bool) throws -> [(InboxEntry, [PromiseView])] {
        do {
            let found = try look(now: now) { held, books in
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                let reading = HandOffReading(held: held, reader: reader, now: max(now, held.desk.now))
                let theirs = try reading.inbox(InboxFilter(includesSnoozed: true)).filter { isTheirs($0.owner) }
                return try theirs.map { (try reading.entry($0), reading.promises($0)) }
            }
            return found ?? []
        } catch let error as AppError where error.code == .noAgreement {
            return []
        }
    }
}
