import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// What an agreement would have done over a stretch of history, ready to be reported.
public struct Backtest: Sendable {
    let population: Population
    let lives: [AccountLife]
    public let input: BacktestInput

    /// - Parameters:
    ///   - from: first day of the period; `nil` for the first day with an engagement.
    ///   - to: last day; `nil` for the last day with an engagement.
    ///   - horizonDays: days after entry within which an opportunity or a win counts.
    public init(
        _ workspace: Workspace, _ population: Population, from: CivilDay? = nil, to: CivilDay? = nil,
        horizonDays: Int
    ) async throws {
        guard population.columns.history.engagementCount > 0 else {
            throw AppError(
                .notFound, "there are no engagements to backtest here yet: weir import engagements FILE")
        }
        let from = from ?? population.period.lowerBound
        let to = to ?? population.period.upperBound
        self.population = population
        lives = try await population.foldEach { fold, account in
            fold.life(of: account, in: population.columns.history, until: to.number)
        }
        let records = try HistoryRecords(workspace.ledger, of: population)
        let people = try workspace.ledger.people(
            lives.enumerated().flatMap { account, life in
                life.buyerStays.map { population.columns.buyerID($0.buyer, of: account) }
            })
        var input = BacktestInput(
            title: population.use.title, banner: population.use.banner, from: from, to: to, horizonDays: horizonDays,
            accounts: population.backtestAccounts(lives), accountSpells: population.accountSpells(lives),
            buyerSpells: population.buyerSpells(lives, people: people),
            opportunities: records.deals,
            capacity: population.use.agreement.followUpCapacity,
            dispositions: records.answers)
        input.missedReasons = population.missedReasons(
            wonAccounts: input.opportunities.filter { $0.outcome == .won }, lives: lives, until: to)
        self.input = input
    }
}

extension Population {
    func accountID(_ number: Int) -> String { "acc_\(columns.accounts[number])" }

    /// Entrants stand in the tier they had when they first entered; the rest where they are now.
    func backtestAccounts(_ lives: [AccountLife]) -> [BacktestAccount] {
        columns.accounts.indices.map { number in
            let then = lives[number].stays.first.map { tier(of: number, asOf: $0.entered) }
            let wasTarget = then.map { $0 < use.rules.rules.tierCount }
            return BacktestAccount(
                id: accountID(number), name: accountNames[number],
                tier: use.market.tierName(then ?? places[number].tier),
                inTargetMarket: wasTarget ?? places[number].isTarget)
        }
    }

    /// The tier that an account's fit gave it on a day; unfit outside the target market.
    func tier(of account: Int, asOf day: Int32) -> Int {
        var tier = use.rules.rules.tierCount
        columns.history.withAccount(account) { rows in
            for number in 0..<rows.noteCount {
                let note = rows.note(number)
                guard note.buyer == History.Note.account, rows.firstDay + Int32(note.day) <= day else { continue }
                tier = reading.fits[Int(note.value)].tier
            }
        }
        return tier
    }

    func accountSpells(_ lives: [AccountLife]) -> [AccountSpell] {
        lives.enumerated().flatMap { number, life in
            life.stays.map { stay in
                AccountSpell(
                    accountID: accountID(number), entered: CivilDay(number: stay.entered),
                    left: stay.left.map(CivilDay.init(number:)), enteredScoreMilli: stay.enteredScoreMilli,
                    leftScoreMilli: stay.leftScoreMilli, byRaisedHand: stay.byRaisedHand)
            }
        }
    }

    func buyerSpells(_ lives: [AccountLife], people: [Int64: PersonRecord]) -> [BuyerSpell] {
        lives.enumerated().flatMap { number, life in
            life.buyerStays.map { stay in
                let id = columns.buyerID(stay.buyer, of: number)
                return BuyerSpell(
                    buyerID: "buy_\(id)", name: people[id]?.label ?? "buy_\(id)", title: people[id]?.title,
                    accountID: accountID(number), entered: CivilDay(number: stay.entered),
                    left: stay.left.map(CivilDay.init(number:)))
            }
        }
    }
}

extension Agreement {
    /// What the teams can follow up in a week without holidays; `nil` where the agreement names no team.
    var followUpCapacity: FollowUpCapacity? {
        if handOff.teams.isEmpty { return nil }
        return FollowUpCapacity(
            teams: handOff.teams.map { team in
                let businessDays = team.calendar.week.count { !$0.isEmpty }
                return .init(name: team.name, perWeek: team.capacity * businessDays)
            })
    }
}
