import WeirFacts

/// One account of a world with all that is true of it, as values rather than files. For tests.
public struct SimulatedAccount: Sendable {
    public var id: String
    public var company: SimulatedCompany
    public var buyers: [SimulatedBuyer]
    public var needs: [SimulatedNeed]
    /// In the order in which they are recorded; a repeated act is there twice.
    public var acts: [SimulatedAct]
}

/// One person of a buying group.
public struct SimulatedBuyer: Hashable, Sendable {
    public var id: String
    public var email: String
    public var firstName: String
    public var lastName: String
    /// `nil` if nobody knows it.
    public var title: String?
    /// The day on which the person became known.
    public var since: CivilDay
}

/// A time in which the account truly wants what is sold.
public struct SimulatedNeed: Hashable, Sendable {
    public var start: CivilDay
    /// The last day.
    public var end: CivilDay
    /// Permille.
    public var intensity: Int
    /// Ids of those who take part.
    public var buyers: [String]
    /// When somebody asks for a demonstration.
    public var raisedHand: CivilDay?
}

/// One act, and what its row does not tell.
public struct SimulatedAct: Hashable, Sendable {
    public var id: String
    /// Who truly acted, whatever the row says of it.
    public var buyer: String
    public var signal: WorldSignal
    public var at: Instant
    public var content: String?
    /// Id of the colleague.
    public var sharedWith: String?
    public var channel: WorldChannel
    /// Id of the share that this reading answers.
    public var echoOf: String?
    /// Made by a link scanner or a crawler.
    public var isAutomated: Bool
    /// Recorded on a later day than it happened.
    public var isLate: Bool
    /// Recorded for the second time.
    public var isRepeated: Bool
}

extension DemandWorld {
    /// One account by its place, from 0. The same acts as in the files.
    public func account(_ index: Int) -> SimulatedAccount {
        precondition((0..<settings.accounts).contains(index), "a world has accounts 0 to its number less one")
        let story = teller.story(index)
        let card = AccountCard(story: story, company: teller.company(story))
        var walk = AccountWalk(world: acts, seed: settings.seed)
        var list = ActList()
        walk.walk(story, touches: touches(of: index), scalePermille: scale(of: index), into: &list)
        func day(_ number: Int) -> CivilDay { acts.calendar.day(number) }
        return SimulatedAccount(
            id: teller.id(of: index), company: card.company,
            buyers: story.group.enumerated().map { place, seat in
                SimulatedBuyer(
                    id: card.buyer(place), email: card.email(place), firstName: PersonNames.first[Int(seat.first)],
                    lastName: PersonNames.last[Int(seat.last)], title: seat.title.map { JobTitles.all[Int($0)] },
                    since: day(Int(seat.joined)))
            },
            needs: story.needs.map { need in
                SimulatedNeed(
                    start: day(need.start), end: day(need.end), intensity: need.intensity,
                    buyers: need.people.map { card.buyer($0.seat) }, raisedHand: need.raisedHand.map { day($0.day) })
            },
            acts: list.acts.map { simulated($0.act, $0.record, card) })
    }

    private func simulated(_ act: Act, _ record: Record, _ card: AccountCard) -> SimulatedAct {
        let start = Instant(startOf: acts.calendar.day(Int(act.day)))
        return SimulatedAct(
            id: card.message(act.sequence), buyer: card.buyer(Int(act.buyer)), signal: act.signal,
            at: Instant(milliseconds: start.milliseconds + Int64(act.second) * 1000),
            content: act.content == Content.none ? nil : Content.names[Int(act.content)],
            sharedWith: act.sharedWith == Act.nobody ? nil : card.buyer(Int(act.sharedWith)), channel: act.channel,
            echoOf: act.echoOf == 0 ? nil : card.message(act.echoOf), isAutomated: act.automation != .none,
            isLate: record == .late, isRepeated: record == .again)
    }
}

extension AccountCard {
    fileprivate func buyer(_ place: Int) -> String { String(decoding: buyers[place], as: UTF8.self) }
    fileprivate func email(_ place: Int) -> String { String(decoding: emails[place], as: UTF8.self) }

    fileprivate func message(_ sequence: UInt32) -> String {
        var text = CSVText()
        message(sequence, to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
