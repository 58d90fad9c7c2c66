import WeirDesk
import WeirFacts
import WeirLedger

/// Who was where on the way to a purchase.
extension SalesDesk {
    func waterfall(from: CivilDay?, to: CivilDay?, now: Instant) throws -> StageWaterfall {
        let days = try refusing { try terms(now: now) }.use.days
        let (from, to) = try SalesDesk.span(from, to, today: days.day(of: now))
        let (start, end) = (days.start(of: from), days.start(of: to.advanced(by: 1)))
        return try refusing {
            try workspace.ledger.readDesk { books in
                let before = try books.stock(at: start)
                let after = try books.stock(at: end)
                let flows = try books.flows(from: start, to: end)
                let people = try books.peopleWithoutStage(at: end)
                let lines = try Stage.allCases.map { stage -> StageWaterfall.Line in
                    let leaving = flows.filter { $0.from == stage.rawValue }
                    let entered = flows.filter { $0.to == stage.rawValue }.map(\.count).reduce(0, +)
                    let left = leaving.map(\.count).reduce(0, +)
                    let onwards = stage.onwards.map(\.rawValue)
                    let isFirst = stage == .prospect
                    let last = isFirst ? people : after[stage.rawValue] ?? 0
                    return StageWaterfall.Line(
                        stage: stage, before: isFirst ? last + left - entered : before[stage.rawValue] ?? 0,
                        entered: entered, left: left,
                        advanced: leaving.filter { onwards.contains($0.to) }.map(\.count).reduce(0, +),
                        after: last,
                        medianStayMillis: try books.medianStay(
                            stage.rawValue, from: start, to: end, count: left))
                }
                let cohorts = try StageCohorts(books, days, from: from, end: end).months
                return StageWaterfall(
                    from: from, to: to, lines: lines,
                    cohorts: cohorts.sorted { $0.key < $1.key }.map {
                        StageWaterfall.Cohort(month: $0.key, reached: $0.value.mapValues(\.count))
                    })
            }
        }
    }

    /// Thirty days where nothing else is asked for.
    private static func span(_ from: CivilDay?, _ to: CivilDay?, today: CivilDay) throws -> (CivilDay, CivilDay) {
        let to = to ?? max(today, from ?? today)
        let from = from ?? to.advanced(by: -30)
        guard from <= to else { throw ServiceError(.invalid, "the first day comes after the last") }
        return (from, to)
    }

    // MARK: Who is behind a number

    func stageList(_ question: StageQuestion, from offset: Int, limit: Int, now: Instant) throws -> StageList {
        let terms = try refusing { try self.terms(now: now) }
        let days = terms.use.days
        let (from, to) = try SalesDesk.span(question.from, question.to, today: days.day(of: now))
        let (start, end) = (days.start(of: from), days.start(of: to.advanced(by: 1)))
        return try refusing {
            try workspace.ledger.readDesk { books in
                let moves = try SalesDesk.moves(question.count, question.stage, books, terms, from: start, to: end)
                let reader = books.live(isFreeMail: CompanyMail().isFree)
                let part = moves.dropFirst(offset).prefix(limit)
                return StageList(
                    from: from, to: to, count: moves.count,
                    lines: try part.map { move in
                        StageList.Line(
                            buyer: try BuyerLabel(move.buyer, reader), at: move.at,
                            from: move.from.flatMap(Stage.init(rawValue:)), to: move.to.flatMap(Stage.init(rawValue:)))
                    })
            }
        }
    }

    private static func moves(
        _ count: StageQuestion.Count, _ stage: Stage, _ books: DeskBooks, _ terms: DeskTerms, from: Instant, to: Instant
    ) throws -> [DeskMove] {
        let name = stage.rawValue
        func bare(_ buyers: [Int64]?) -> [DeskMove] {
            (buyers ?? []).map { DeskMove(buyer: $0) }
        }
        switch count {
        case .before, .after:
            let instant = count == .before ? from : to
            return stage == .prospect
                ? try books.listWithoutStage(at: instant) : try books.standing(in: name, at: instant)
        case .entered: return try books.moves(into: name, from: from, to: to)
        case .left: return try books.moves(outOf: name, from: from, to: to)
        case .advanced:
            let onwards = stage.onwards.map(\.rawValue)
            return try books.moves(outOf: name, from: from, to: to).filter { onwards.contains($0.to ?? "") }
        case .cohort:
            let days = terms.use.days
            let first = days.day(of: from)
            let cohorts = try StageCohorts(books, days, from: first, end: to)
            return bare(cohorts.months[first.advanced(by: 1 - first.components.day)]?[stage])
        case .promised, .promiseAccepted, .promiseRejected:
            let monday = terms.use.days.day(of: from).startOfWeek
            let week = try MarketingWeeks(terms, books, from: monday, to: monday).weeks[monday]
            return bare(
                count == .promised
                    ? week?.qualified : count == .promiseAccepted ? week?.accepted : week?.rejected)
        }
    }
}

extension BuyerLabel {
    /// A buyer as the ledger knows them.
    init(_ number: Int64, _ reader: LiveReader) throws {
        let person = try reader.buyer(number)
        let company = try person?.account.flatMap { id in
            try reader.accounts(after: 0, limit: 1, only: try reader.account(meant: id) ?? id).first
        }
        self.init(
            id: RecordID.buyer.text(number), name: person?.name, title: person?.title, email: person?.email,
            account: person?.account.map(RecordID.account.text) ?? "", accountName: company?.name ?? company?.domain)
    }
}
