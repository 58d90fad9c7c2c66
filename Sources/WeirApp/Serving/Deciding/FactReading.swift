import WeirAgreement
import WeirFacts
import WeirFold
import WeirLedger
import WeirMarket

/// What the ledger's numbers mean under one agreement, learnt as they are met.
final class FactReading {
    /// A fact of one account, ready to be folded.
    struct Fact {
        var dated: DatedFact
        var seq: Int64
        var day: Int32 { dated.day }
    }

    let use: AgreementInUse
    private let signalNumbers: [String: Int]
    private var signals: [Int64: Int?] = [:]
    private var personas: [Int64: (role: Int?, level: Int?)] = [:]
    private let word: (Int64) throws -> String?

    /// - Parameter word: the word behind a term's number.
    init(_ use: AgreementInUse, word: @escaping (Int64) throws -> String?) {
        self.use = use
        self.word = word
        signalNumbers = Dictionary(
            use.agreement.signals.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func day(_ milliseconds: Int64) -> CivilDay { use.days.day(of: Instant(milliseconds: milliseconds)) }

    /// The agreement's number of a signal; `nil` where it does not know it, so that it counts as nothing.
    func signal(_ term: Int64) throws -> Int? {
        if let known = signals[term] { return known }
        let number = try word(term).flatMap { signalNumbers[$0] }
        signals[term] = number
        return number
    }

    private func persona(_ title: Int64) throws -> (role: Int?, level: Int?) {
        if let known = personas[title] { return known }
        let placing = use.titles.read(try word(title) ?? "")
        personas[title] = (placing.role, placing.level)
        return (placing.role, placing.level)
    }

    /// An engagement as the fold sees it.
    /// - Parameter number: of a buyer of this account; `nil` for anybody else.
    func fact(_ row: EngagementRow, number: (Int64) -> Int?) throws -> Fact? {
        guard let signal = try signal(row.signal), let buyer = number(row.buyer) else { return nil }
        let content = row.content.map { Int($0) }
        let other = content == nil ? nil : row.sharedWith.flatMap(number)
        return Fact(
            dated: DatedFact(
                day: day(row.at).number,
                fact: .engagement(buyer: buyer, signal: signal, content: content, sharedWith: other)),
            seq: row.seq)
    }

    /// What a title makes of a buyer.
    func persona(_ title: TitleChange, _ number: Int) throws -> FoldFact {
        let (role, level) = try persona(title.title)
        return .persona(buyer: number, role: role, level: level)
    }

    /// Everything known of an account in the order of the fold: by day, within a day as recorded.
    /// - Parameter firstDay: what holds since ever holds from this day, or from the account's first deed before it.
    func inOrder(_ facts: KnownAccount, firstDay: CivilDay) throws -> [Fact] {
        var notes = try profiles(facts.timeline)
        for title in facts.titles {
            guard let number = facts.numbers[title.buyer] else { continue }
            notes.append(
                Note(
                    day: title.observedAt.map { day($0.milliseconds).number } ?? .min, seq: title.seq,
                    subject: number, fact: try persona(title, number)))
        }
        notes.sort { ($0.day, $0.seq, $0.subject) < ($1.day, $1.seq, $1.subject) }
        var deeds: [Fact] = []
        for row in facts.engagements {
            if let fact = try fact(row, number: { facts.numbers[$0] }) { deeds.append(fact) }
        }
        deeds.sort { ($0.day, $0.seq) < ($1.day, $1.seq) }
        return merge(notes, deeds, from: min(firstDay.number, deeds.first?.day ?? .max))
    }

    private struct Note {
        var day: Int32
        var seq: Int64
        /// The buyer's number; the account comes last.
        var subject: Int
        var fact: FoldFact
    }

    private func profiles(_ timeline: AccountTimeline) throws -> [Note] {
        timeline.profiles.map { profile in
            let company = use.market.company(
                name: timeline.name, domain: timeline.domain, profile.attributes)
            let verdict = use.market.verdict(on: company)
            // Who is not in the target market is unfit, whatever its points.
            let tier = verdict.target == .yes ? verdict.tier : use.rules.rules.tierCount
            return Note(
                day: profile.observedAt.map { day($0.milliseconds).number } ?? .min, seq: profile.seq,
                subject: .max, fact: .fit(pointsMilli: verdict.fitMilli, tier: tier))
        }
    }

    private func merge(_ notes: [Note], _ deeds: [Fact], from firstDay: Int32) -> [Fact] {
        var merged: [Fact] = []
        merged.reserveCapacity(notes.count + deeds.count)
        var rest = deeds[...]
        for note in notes {
            let day = max(note.day, firstDay)
            while let deed = rest.first, (deed.day, deed.seq) < (day, note.seq) { merged.append(rest.removeFirst()) }
            merged.append(Fact(dated: DatedFact(day: day, fact: note.fact), seq: note.seq))
        }
        return merged + rest
    }
}
