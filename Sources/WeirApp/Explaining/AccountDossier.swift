import WeirFacts
import WeirFold
import WeirLedger

/// What is known of one account, read under one agreement: its facts in the order of the fold, and the names that go
/// with the numbers.
struct AccountDossier {
    var account: Int64
    var name: String
    var company: AccountTimeline
    /// Where each attribute of the company came from, as known last.
    var origins: [String: (source: String, at: Instant)] = [:]
    /// By number: ids of its people.
    var buyers: [Int64]
    var people: [Int64: PersonRecord]
    /// With the positions that an explanation reports them by.
    var facts: [(fact: DatedFact, position: Int)]
    /// By position: the place of an engagement in the ledger.
    var engagements: [Int: Int64]
    /// The word behind a content's number.
    var contents: [Int: String]

    func content(_ number: Int) -> String { contents[number] ?? "content" }
}

extension AccountDossier {
    /// An account of a population.
    init(_ workspace: Workspace, _ population: Population, account: Int) throws {
        let columns = population.columns
        self.account = columns.accounts[account]
        name = population.accountNames[account]
        buyers = Array(columns.buyers[columns.buyerPlaces(of: account)])
        people = try workspace.ledger.people(buyers)
        company = try workspace.timeline(of: columns.accounts[account])
        origins = try workspace.ledger.attributeOrigins(of: columns.accounts[account])
        var facts: [(fact: DatedFact, position: Int)] = []
        var engagements: [Int: Int64] = [:]
        var contents: [Int: String] = [:]
        var position = 0
        let places = try workspace.engagementPlaces(of: columns.accounts[account], population.use)
        columns.history.withAccount(account) { rows in
            rows.forEachFact(reading: population.reading) { fact in
                if let folded = fact.fact {
                    facts.append((DatedFact(day: fact.day, fact: folded), position))
                    if let row = fact.engagement, row < places.count { engagements[position] = places[row] }
                    if case .engagement(_, _, let content?, _) = folded {
                        contents[content] = columns.contents[content]
                    }
                }
                position += 1
                return true
            }
        }
        self.facts = facts
        self.engagements = engagements
        self.contents = contents
    }

    /// An account by itself, without reading the others.
    /// - Returns: `nil` where there is no such account.
    init?(_ workspace: Workspace, _ use: AgreementInUse, _ id: Int64) throws {
        let mail = CompanyMail()
        let found = try workspace.ledger.readLive(isFreeMail: mail.isFree) { reader -> AccountDossier? in
            guard let meant = try reader.account(meant: id), let facts = try reader.facts(of: meant) else { return nil }
            let reading = FactReading(use) { try reader.term($0) }
            let firstDay = try reader.position()?.firstDay ?? CivilDay(number: .max)
            return try AccountDossier(facts, reading, firstDay: firstDay, word: reader.term)
        }
        guard var found else { return nil }
        found.people = try workspace.ledger.people(found.buyers)
        found.origins = try workspace.ledger.attributeOrigins(of: found.account)
        self = found
    }

    private init(
        _ known: KnownAccount, _ reading: FactReading, firstDay: CivilDay, word: (Int64) throws -> String?
    ) throws {
        account = known.timeline.account
        name = known.timeline.name ?? known.timeline.domain ?? known.timeline.external ?? "acc_\(account)"
        company = known.timeline
        buyers = known.buyers
        people = [:]
        facts = []
        engagements = [:]
        contents = [:]
        for (position, fact) in try reading.inOrder(known, firstDay: firstDay).enumerated() {
            facts.append((fact.dated, position))
            guard case .engagement(_, _, let content, _) = fact.dated.fact else { continue }
            engagements[position] = fact.seq
            if let content, contents[content] == nil { contents[content] = try word(Int64(content)) }
        }
    }
}

extension Workspace {
    /// Places in the ledger of an account's engagements, in the order that columns have them.
    fileprivate func engagementPlaces(of account: Int64, _ use: AgreementInUse) throws -> [Int64] {
        let known = try ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in try reader.facts(of: account) }
        let dated = (known?.engagements ?? []).map { row in
            (day: use.days.day(of: Instant(milliseconds: row.at)), seq: row.seq)
        }
        return dated.sorted { ($0.day, $0.seq) < ($1.day, $1.seq) }.map(\.seq)
    }

    /// What was known of a company over time.
    func timeline(of account: Int64) throws -> AccountTimeline {
        var company: AccountTimeline?
        try ledger.forEachTimeline(only: account) {
            company = $0
            return false
        }
        guard let company else { throw AppError(.notFound, "the account is gone") }
        return company
    }
}
