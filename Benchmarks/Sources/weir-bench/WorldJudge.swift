import WeirAgreement
import WeirApp
import WeirFacts
import WeirFold
import WeirMarket
import WeirSimulation

/// Turns simulated accounts into columns, judging companies and titles as the product does.
struct WorldJudge {
    private let use: AgreementInUse
    private let firstDay: Int32
    private let lastDay: Int32
    private var contents = Numbering<String>()
    private var titles = Numbering<String?>()
    private var fits = Numbering<WorldReading.Fit>()
    /// By account: each has one profile of its own, as in a ledger.
    private var fitsByAccount: [Int] = []

    init(_ use: AgreementInUse, firstDay: Int32, days: Int) {
        self.use = use
        self.firstDay = firstDay
        lastDay = firstDay + Int32(days) - 1
    }

    /// What the numbers given so far mean.
    var reading: WorldReading {
        let names = use.agreement.signals.map(\.name)
        return WorldReading(
            sha256: use.sha256, signals: WorldSignal.allCases.map { names.firstIndex(of: $0.name) },
            personas: titles.values.map { title in
                let placing = title.map(use.titles.read)
                return WorldReading.Persona(role: placing?.role, level: placing?.level)
            },
            fits: fits.values, fitsByAccount: fitsByAccount)
    }

    /// One account's facts in the order in which the ledger would have them: by day, then as recorded. Acts sent twice
    /// count once; each act is its true buyer's, whatever its row would say.
    mutating func columns(_ account: SimulatedAccount) -> History {
        var history = History(firstDay: firstDay)
        let numbers = Dictionary(
            account.buyers.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        fitsByAccount.append(Int(fits.number(fit(account.company))))
        history.appendNote(day: 0, buyer: History.Note.account, value: 0)
        // Known people first, newcomers on their day.
        var arrivals = account.buyers.enumerated().map { ($1.since.number, UInt32($0), titles.number($1.title)) }
        arrivals.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        var acts = account.acts.enumerated().filter { !$1.isRepeated }.map { ($1.at.utcDay.number, $0, $1) }
        acts.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        var arrived = 0
        for (day, _, act) in acts {
            while arrived < arrivals.count, arrivals[arrived].0 <= day {
                history.appendNote(
                    day: column(arrivals[arrived].0), buyer: arrivals[arrived].1, value: arrivals[arrived].2)
                arrived += 1
            }
            guard let buyer = numbers[act.buyer] else { continue }
            var exchange: History.Exchange?
            if let content = act.content {
                exchange = History.Exchange(content: contents.number(content))
                if let other = act.sharedWith.flatMap({ numbers[$0] }) { exchange?.sharedWith = other }
            }
            history.append(
                day: column(day), buyer: buyer, signal: UInt16(act.signal.rawValue), exchange: exchange)
        }
        for (day, buyer, title) in arrivals[arrived...] {
            history.appendNote(day: column(day), buyer: buyer, value: title)
        }
        history.endAccount()
        return history
    }

    private func column(_ day: Int32) -> UInt16 { UInt16(min(max(day, firstDay), lastDay) - firstDay) }

    private func fit(_ company: SimulatedCompany) -> WorldReading.Fit {
        var attributes: [String: AttributeValue] = [:]
        attributes["industry"] = company.industry.map { .text($0) }
        attributes["country"] = company.country.map { .text($0) }
        attributes["region"] = company.region.map { .text($0) }
        attributes["city"] = company.city.map { .text($0) }
        attributes["employees"] = company.employees.flatMap { FixedNumber($0) }.map { .number($0) }
        attributes["revenue"] = company.revenue.flatMap { FixedNumber($0) }.map { .number($0) }
        attributes["founded"] = company.founded.flatMap { FixedNumber(Int64($0)) }.map { .number($0) }
        attributes["technologies"] = company.technologies.map { .set($0) }
        let verdict = use.market.verdict(
            on: use.market.company(name: company.name, domain: company.domain, attributes))
        let isTarget = verdict.target == .yes
        return WorldReading.Fit(
            pointsMilli: verdict.fitMilli, tier: isTarget ? verdict.tier : use.rules.rules.tierCount)
    }
}
