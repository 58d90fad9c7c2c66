import WeirDesk
import WeirFacts
import WeirLedger

/// What the desk has not taken in yet, in the order in which it does: read before anything is written, so that nobody
/// waits for the disk meanwhile. A bounded part of it; more is read when that is taken in.
struct DeskNews {
    enum Item {
        case qualifies(QualifiedInput)
        case leaves(buyer: String, reason: String)
        case verdict(DeskBooks.SaidVerdict)
        case outcome(DeskBooks.SaidOutcome)
    }

    /// Things read at once, of each kind.
    static let atOnce = 32
    /// Facts among which they are looked for at once.
    static let factsAtOnce: Int64 = 100_000

    /// What to take in, each with how far the desk has come then.
    fileprivate(set) var items: [(item: Item, reach: DeskReach)] = []
    /// How far the desk has come when it has taken in all of them.
    fileprivate(set) var end: DeskReach
    /// Whether there is more after that.
    fileprivate(set) var hasMore = false

    /// - Parameters:
    ///   - reach: from where to read on.
    ///   - terms: those in force.
    init(_ desk: Desk, from reach: DeskReach, _ terms: DeskTerms, _ books: DeskBooks, now: Instant) throws {
        var reading = DeskNewsReading(
            desk: desk, terms: terms, books: books, now: now,
            raising: try books.signals(named: terms.raisingSignals), news: DeskNews(end: reach))
        try reading.read()
        self = reading.news
    }

    fileprivate init(end: DeskReach) { self.end = end }

    fileprivate mutating func add(_ item: Item) { items.append((item, end)) }
}

/// Finds out what there is of news. The desk is not kept in them: whoever changes it must have the only copy.
private struct DeskNewsReading {
    let desk: Desk
    let terms: DeskTerms
    let books: DeskBooks
    let now: Instant
    /// Signals that raise a hand.
    let raising: [Int64]
    var news: DeskNews
    /// Who leaves, and may come again after that.
    private var left: Set<String> = []

    init(desk: Desk, terms: DeskTerms, books: DeskBooks, now: Instant, raising: [Int64], news: DeskNews) {
        self.desk = desk
        self.terms = terms
        self.books = books
        self.now = now
        self.raising = raising
        self.news = news
    }

    private var reader: LiveReader { books.live(isFreeMail: CompanyMail().isFree) }

    mutating func read() throws {
        if try readQualified() { return }
        if try readDecisions() { return }
        try readFacts()
    }

    /// Those who are qualified already.
    /// - Returns: whether there are more of them.
    private mutating func readQualified() throws -> Bool {
        guard let last = news.end.placing else { return false }
        let found = try books.qualifiedBuyers(after: last, limit: DeskNews.atOnce)
        for row in found {
            news.end.placing = row.buyer
            try addQualified(row.buyer, account: row.account, score: row.score, facts: [], again: true)
        }
        news.hasMore = found.count == DeskNews.atOnce
        if !news.hasMore { news.end.placing = nil }
        return news.hasMore
    }

    private mutating func readDecisions() throws -> Bool {
        let decisions = try reader.decisions(after: news.end.decision, limit: DeskNews.atOnce)
        for decision in decisions {
            news.end.decision = decision.id
            guard let buyer = decision.buyer else { continue }
            if decision.entered {
                try addQualified(
                    buyer, account: decision.account, score: decision.scoreMilli,
                    facts: decision.fact.map { [$0] } ?? [])
            } else {
                let reason = "the definition no longer holds (\(decision.cause))"
                left.insert(RecordID.buyer.text(buyer))
                news.add(.leaves(buyer: RecordID.buyer.text(buyer), reason: reason))
            }
        }
        news.hasMore = decisions.count == DeskNews.atOnce
        return news.hasMore
    }

    /// A hand raised by somebody who waits already, or was sent back for a while, counts at once; what Sales said in the
    /// CRM moves buyers.
    private mutating func readFacts() throws {
        enum Said {
            case act(buyer: Int64, at: Instant)
            case item(DeskNews.Item)
        }
        let newest = try reader.lastSeq()
        let (first, last, limit) = (news.end.seq, min(newest, news.end.seq + DeskNews.factsAtOnce), DeskNews.atOnce)
        guard first < last else { return }
        let acts = try books.acts(of: raising, after: first, upTo: last, limit: limit)
        let verdicts = try books.verdicts(after: first, upTo: last, limit: limit)
        let outcomes = try books.outcomes(after: first, upTo: last, limit: limit)
        var found: [(seq: Int64, said: Said)] = acts.map { ($0.seq, .act(buyer: $0.buyer, at: $0.at)) }
        found += verdicts.map { ($0.seq, .item(.verdict($0))) }
        found += outcomes.map { ($0.seq, .item(.outcome($0))) }
        found.sort { $0.seq < $1.seq }
        // A list that is full ends somewhere; what lies behind that in the others waits with it.
        let isCut = [acts.count, verdicts.count, outcomes.count].contains(limit)
        for (seq, said) in found.prefix(limit) {
            news.end.seq = seq
            switch said {
            case .act(let buyer, let at): try addRaised(buyer, at: at, fact: seq)
            case .item(let item): news.add(item)
            }
        }
        news.hasMore = isCut || found.count > limit || last < newest
        if !isCut, found.count <= limit { news.end.seq = last }
    }

    private mutating func addQualified(
        _ buyer: Int64, account: Int64, score: Int64, facts: [Int64], again: Bool = false
    ) throws {
        let id = RecordID.buyer.text(buyer)
        let record = desk.buyers[id]
        let raised: Bool
        switch record?.history.stage ?? .prospect {
        case .prospect, .lead, .recycled:
            let since = max(record?.history.since ?? Instant(milliseconds: .min), terms.raisedSince(now))
            raised = try books.hasRaisedHand(buyer, signals: raising, since: since)
            if record?.comesBack != nil, !raised { return }
        case .qualified where again || left.contains(id): raised = desk.waitingPlace(of: id)?.raisedHand ?? false
        case .qualified, .won, .lost, .released, .accepted, .salesQualified, .opportunity, .disqualified, .suppressed:
            return
        }
        try addInput(buyer, account, score, raisedHand: raised, facts)
    }

    private mutating func addRaised(_ buyer: Int64, at: Instant, fact: Int64) throws {
        let id = RecordID.buyer.text(buyer)
        guard let record = desk.buyers[id], at >= terms.raisedSince(now) else { return }
        let stage = record.history.stage
        let counts =
            stage == .qualified && desk.waitingPlace(of: id)?.raisedHand == false
            || stage == .recycled && at >= record.history.since
        guard counts, let standing = try books.qualifiedBuyer(buyer) else { return }
        try addInput(buyer, standing.account, standing.score, raisedHand: true, [fact])
    }

    private mutating func addInput(
        _ buyer: Int64, _ account: Int64, _ score: Int64, raisedHand: Bool, _ facts: [Int64]
    ) throws {
        news.add(
            .qualifies(
                try terms.input(
                    buyer: buyer, account: account, scoreMilli: score, raisedHand: raisedHand, facts: facts, reader)))
    }
}

extension DeskTerms {
    /// A hand raised before this counts no more.
    func raisedSince(_ now: Instant) -> Instant {
        now.advanced(bySeconds: -86_400 * Int64(use.agreement.qualifiedBuyer.raisedHandDays))
    }
}
