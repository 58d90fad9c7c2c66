import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// An account's facts, drawn as a page shows them.
struct PortraitDrawing {
    let explained: AccountExplanation
    let deals: [OpportunityRecord]
    private var use: AgreementInUse { explained.use }
    private var dossier: AccountDossier { explained.dossier }
    private var day: CivilDay { explained.day }

    private func name(_ buyer: Int) -> String { explained.label(buyer) }

    private func nameAndTitle(_ buyer: Int) -> String {
        guard explained.seesPeople, let title = explained.person(buyer)?.title else { return name(buyer) }
        return "\(name(buyer)), \(title)"
    }

    // MARK: The score over time

    /// About two hundred days of the life so far.
    var band: ScoreBand {
        let facts = dossier.facts.filter { $0.fact.day <= day.number }
        let first = facts.first { if case .engagement = $0.fact.fact { true } else { false } }?.fact.day
        let start = min(first ?? day.number, day.number - 29)
        let step = max(1, (Int(day.number) - Int(start) + 199) / 200)
        var fold = AccountFold(use.rules)
        var changes: [Transition] = []
        var points: [ScoreBand.Point] = []
        var next = 0
        for sample in stride(from: start, through: day.number, by: step) + [day.number] {
            while next < facts.count, facts[next].fact.day <= sample {
                fold.record(facts[next].fact, position: facts[next].position, into: &changes)
                next += 1
            }
            fold.advance(to: sample, into: &changes)
            points.append(.init(day: CivilDay(number: sample), scoreMilli: fold.measure(on: sample).scoreMilli))
        }
        let rules = use.rules.rules
        return ScoreBand(
            points: points, stays: stays, marks: marks(since: CivilDay(number: start)),
            enterMilli: rules.enter.scoreMilli, stayMilli: rules.stay.scoreMilli)
    }

    private var stays: [ScoreBand.Stay] {
        var stays: [ScoreBand.Stay] = []
        for change in explained.explanation.transitions where change.subject == .account {
            let day = CivilDay(number: change.day)
            if change.change == .entered {
                stays.append(.init(entered: day, left: nil, byRaisedHand: change.byRaisedHand))
            } else if let last = stays.indices.last {
                stays[last].left = day
            }
        }
        return stays
    }

    private func marks(since start: CivilDay) -> [ScoreBand.Mark] {
        let hands = raisedHands.map { ScoreBand.Mark(day: $0.day, kind: .raisedHand, words: "\($0.who) raised a hand") }
        let opened = dealEntries.map { ScoreBand.Mark(day: $0.day, kind: .deal, words: $0.words) }
        return (hands + opened).filter { $0.day >= start && $0.day <= day }.sorted { $0.day < $1.day }
    }

    private var raisedHands: [(day: CivilDay, who: String)] {
        dossier.facts.compactMap { fact, _ in
            guard fact.day <= day.number, case .engagement(let buyer, let signal, _, _) = fact.fact,
                use.rules.rules.signals[signal].raisesHand
            else { return nil }
            return (CivilDay(number: fact.day), name(buyer))
        }
    }

    private var dealEntries: [TimelineEntry] {
        deals.flatMap { deal -> [TimelineEntry] in
            let amount = deal.amount.map { " of \($0)" } ?? ""
            var entries: [TimelineEntry] = []
            if let opened = deal.openedAt {
                entries.append(.init(day: use.days.day(of: opened), kind: .deal, words: "Opportunity\(amount) opened"))
            }
            if let closed = deal.closedAt, deal.outcome != .open {
                let reason = deal.lossReason.map { ": \($0)" } ?? ""
                entries.append(
                    .init(
                        day: use.days.day(of: closed), kind: .deal,
                        words: "Opportunity\(amount) \(deal.outcome.rawValue)\(deal.outcome == .lost ? reason : "")"))
            }
            return entries
        }
    }

    // MARK: The buying group

    var seats: SeatGrid {
        let group = explained.agreement.buyingGroup
        var cells = group.functions.map { _ in group.levels.map { _ in SeatGrid.Cell() } }
        for part in explained.explanation.buyers {
            guard let title = explained.person(part.buyer)?.title else { continue }
            let placing = use.titles.read(title)
            guard let function = placing.functions.first, let level = placing.level else { continue }
            cells[function][level].people.append(.init(name: nameAndTitle(part.buyer), isEngaged: part.isEngaged))
        }
        let seats = group.wanted.map { wanted in
            let inRole = explained.explanation.buyers.filter { $0.role == wanted.role }
            return SeatGrid.Seat(
                role: group.roles[wanted.role].name, wanted: wanted.count, known: inRole.count,
                engaged: inRole.count(where: \.isEngaged))
        }
        for (wanted, seat) in zip(group.wanted, seats) where seat.known < seat.wanted {
            let role = group.roles[wanted.role]
            guard let function = role.functions.first ?? group.functions.indices.first,
                let level = role.levels.first ?? group.levels.indices.first
            else { continue }
            cells[function][level].missing += seat.wanted - seat.known
        }
        return SeatGrid(
            functions: group.functions.map(\.name), levels: group.levels.map(\.name), cells: cells, seats: seats)
    }

    // MARK: The conversation

    /// Newest first.
    var shares: [ConversationShare] {
        var shares: [ConversationShare] = []
        for (fact, _) in dossier.facts where fact.day <= day.number {
            guard case .engagement(let buyer, _, let content, let reader?) = fact.fact, reader != buyer else {
                continue
            }
            let read = explained.explanation.echoLines.first {
                $0.sharer == buyer && $0.consumer == reader && $0.content == content && $0.day >= fact.day
            }
            shares.append(
                ConversationShare(
                    day: CivilDay(number: fact.day), sharer: name(buyer), reader: name(reader),
                    content: content.map(dossier.content), readDay: read.map { CivilDay(number: $0.day) },
                    isUpward: read?.isUpward ?? false))
        }
        return shares.reversed()
    }

    // MARK: The timeline

    /// Newest first.
    var timeline: [TimelineEntry] {
        var entries = dossier.facts.compactMap { fact, _ in fact.day <= day.number ? entry(fact) : nil }
        for change in explained.explanation.transitions {
            let points = AmountText.thousandths(change.scoreMilli)
            let words =
                switch (change.subject, change.change) {
                case (.account, .entered):
                    "The account became qualified at \(points) points"
                        + (change.byRaisedHand ? ", by a raised hand" : "")
                case (.account, .left): "The account was no longer qualified, at \(points) points"
                case (.buyer(let buyer), .entered): "\(nameAndTitle(buyer)) became a qualified buyer"
                case (.buyer(let buyer), .left): "\(nameAndTitle(buyer)) was no longer qualified"
                }
            let kind: TimelineEntry.Kind = change.change == .entered ? .entered : .left
            entries.append(.init(day: CivilDay(number: change.day), kind: kind, words: words))
        }
        entries += dealEntries.filter { $0.day <= day }
        // Facts come in order and a stable sort keeps that, so that what a fact changed stands right after it.
        return entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element).reversed()
    }

    private func entry(_ fact: DatedFact) -> TimelineEntry? {
        guard case .engagement(let buyer, let signal, let content, let reader) = fact.fact else { return nil }
        let rule = use.agreement.signals[signal]
        let what = rule.name.split(separator: "_").joined(separator: " ")
        let asset = content.map { " “\(dossier.content($0))”" } ?? ""
        let with = reader.map { ", with \(name($0))" } ?? ""
        let raises = use.rules.rules.signals[signal].raisesHand
        return TimelineEntry(
            day: CivilDay(number: fact.day), kind: reader != nil ? .share : raises ? .raisedHand : .engagement,
            words: "\(nameAndTitle(buyer)): \(what)\(asset)\(with)")
    }
}
