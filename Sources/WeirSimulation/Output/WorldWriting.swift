import WeirFacts

/// Writes a world: each account with its people, truth and engagements, then what Sales and marketing recorded.
struct WorldWriting {
    let world: DemandWorld
    private var rows: EngagementRows
    private var walk: AccountWalk
    private var summary = WorldSummary()

    init(world: DemandWorld, writer: WorldWriter) {
        self.world = world
        let story = world.teller.story(0)
        rows = EngagementRows(
            writer: writer,
            names: RowNames(calendar: world.acts.calendar, campaigns: world.acts.campaigns),
            card: AccountCard(story: story, company: world.teller.company(story)))
        walk = AccountWalk(world: world.acts, seed: world.settings.seed)
    }

    var engagements: Int { rows.writer.rows(in: .engagements) }

    /// Writes all of one account.
    mutating func account(_ index: Int) throws {
        let story = world.teller.story(index)
        let card = AccountCard(story: story, company: world.teller.company(story))
        rows.begin(card)
        var chance = SeededGenerator(world.settings.seed, .mail, index)
        try accountRow(card, &chance)
        for (place, seat) in story.group.enumerated() { try buyerRow(seat, place, card) }
        for place in story.needs.indices { try needRow(story, place, card) }
        for enthusiast in story.habits.enthusiasts { try enthusiastRow(enthusiast, card) }
        try walk.walk(story, touches: world.touches(of: index), scalePermille: world.scale(of: index), into: &rows)
        summary.accounts += 1
    }

    private mutating func accountRow(_ card: AccountCard, _ chance: inout SeededGenerator) throws {
        let isNew = chance.chance(permille: world.settings.parameters.newAccountPermille)
        let days = world.settings.days
        let created = isNew ? chance.below(max(1, days / 2)) : -30 - chance.below(1500)
        let second = chance.between(28_800...64_800)
        let day = world.acts.calendar.day(created)
        try rows.writer.row(.accounts) { text in
            let company = card.company
            text.raw(card.account)
            text.comma()
            text.field(company.name)
            text.comma()
            text.raw(card.domain)
            for field in [company.industry, company.country, company.region, company.city] {
                text.comma()
                text.field(field ?? "")
            }
            for number in [company.employees, company.revenue, company.founded.map(Int64.init)] {
                text.comma()
                if let number { text.number(Int(number)) }
            }
            text.comma()
            text.field((company.technologies ?? []).joined(separator: ";"))
            text.comma()
            text.field(company.parent ?? "")
            text.comma()
            text.instant(day: day, second: second)
        }
    }

    private mutating func buyerRow(_ seat: Seat, _ place: Int, _ card: AccountCard) throws {
        let day = world.acts.calendar.day(Int(seat.joined))
        try rows.writer.row(.buyers) { text in
            text.raw(card.buyers[place])
            text.comma()
            text.raw(card.emails[place])
            text.comma()
            text.field(PersonNames.first[Int(seat.first)])
            text.comma()
            text.field(PersonNames.last[Int(seat.last)])
            text.comma()
            if let title = seat.title { text.field(JobTitles.all[Int(title)]) }
            text.comma()
            text.raw(card.account)
            text.comma()
            text.instant(day: day, second: Int(seat.joinedSecond))
        }
    }

    private mutating func needRow(_ story: AccountStory, _ place: Int, _ card: AccountCard) throws {
        let need = story.needs[place]
        let key = SalesFloor.NeedKey(account: story.index, need: place)
        let number = world.sales.numbers[key]
        let fate = world.sales.fates[key] ?? .missed
        summary.needs += 1
        if number == nil { summary.needsWithoutOpportunity += 1 }
        let calendar = world.acts.calendar
        try rows.writer.row(.needs) { text in
            WorldWriting.needID(card, place, to: &text)
            text.comma()
            text.raw(card.account)
            for day in [need.start, need.end] {
                text.comma()
                text.day(calendar.day(day))
            }
            text.comma()
            text.number(need.intensity)
            text.comma()
            for (order, person) in need.people.enumerated() {
                if order > 0 { text.raw(";") }
                text.raw(card.buyers[person.seat])
            }
            for day in [need.raisedHand?.day, need.noticed] {
                text.comma()
                if let day { text.day(calendar.day(day)) }
            }
            text.comma()
            text.field(fate.rawValue)
            text.comma()
            if let number { SalesRows.opportunityID(number, to: &text) }
        }
    }

    /// `N0000123-1`: the account's number and the need's, from 1.
    static func needID(_ card: AccountCard, _ place: Int, to text: inout CSVText) {
        text.raw("N")
        text.padded(UInt(card.index + 1), digits: 7)
        text.raw("-")
        text.number(place + 1)
    }

    private mutating func enthusiastRow(_ enthusiast: Enthusiast, _ card: AccountCard) throws {
        let calendar = world.acts.calendar
        try rows.writer.row(.enthusiasts) { text in
            text.raw(card.buyers[enthusiast.seat])
            text.comma()
            text.raw(card.account)
            text.comma()
            text.day(calendar.day(enthusiast.days.lowerBound))
            text.comma()
            text.day(calendar.day(enthusiast.days.upperBound))
            text.comma()
            text.field(enthusiast.kind.rawValue)
        }
    }

    /// Writes what belongs to no single account, and gives everything out.
    mutating func finish() throws -> WorldSummary {
        try rows.flush()
        let sales = SalesRows(world: world)
        try sales.write(to: &rows.writer)
        try CostRows(calendar: world.acts.calendar, campaigns: world.acts.campaigns).write(to: &rows.writer)
        try RotaRows(rota: world.sales.rota, calendar: world.acts.calendar).write(to: &rows.writer)
        sales.count(into: &summary)
        summary.echoes = rows.echoes
        for file in WorldFile.allCases where file != .world { summary.rows[file] = rows.writer.rows(in: file) }
        let description = WorldDescription(settings: world.settings, summary: summary).json
        try rows.writer.row(.world) { $0.bytes += description.utf8 }
        try rows.writer.finish()
        return summary
    }
}
