import WeirFacts

/// The stages of the waterfall that accounts pass, in order.
public enum WaterfallStage: String, Hashable, Sendable, CaseIterable {
    case qualified, accepted, opportunity, won

    public var name: String { rawValue }

    /// What it is, in a sentence.
    public var definition: String {
        switch self {
        case .qualified: "Accounts that met the agreement's gate on that day"
        case .accepted: "Accounts of which Sales accepted somebody, after they were qualified"
        case .opportunity: "Accounts with an opportunity opened on or after the day they became qualified"
        case .won: "Accounts with such an opportunity that was won"
        }
    }

    public var next: WaterfallStage? {
        switch self {
        case .qualified: .accepted
        case .accepted: .opportunity
        case .opportunity: .won
        case .won: nil
        }
    }
}

/// One account's way through the waterfall, by the day it came to each stage.
public struct AccountJourney: Hashable, Sendable {
    public var accountID: String
    public var name: String
    public var tier: String
    /// Days of arrival, by the stage's place; `nil` for one it never came to.
    public private(set) var arrivals: [CivilDay?]
    /// The day it fell out of the waterfall: it left the gate before Sales took it up, or its opportunity was lost.
    public private(set) var lostDay: CivilDay?

    public func arrival(_ stage: WaterfallStage) -> CivilDay? {
        WaterfallStage.allCases.firstIndex(of: stage).flatMap { arrivals[$0] }
    }

    /// The stage it is in on a day; `nil` before the first and after it fell out.
    public func stage(on day: CivilDay) -> WaterfallStage? {
        let reached = WaterfallStage.allCases.last { arrival($0).map { $0 <= day } ?? false }
        guard let reached else { return nil }
        if reached != .won, let lostDay, lostDay <= day { return nil }
        return reached
    }

    /// - Returns: `nil` for an account that was never qualified.
    init?(
        _ account: BacktestAccount, spells: [AccountSpell], answers: [BacktestDisposition],
        opportunities: [BacktestOpportunity]
    ) {
        guard let entered = spells.map(\.entered).min() else { return nil }
        accountID = account.id
        name = account.name
        tier = account.tier
        let accepted = answers.filter { $0.verdict == .accept && $0.day >= entered }.map(\.day).min()
        let deals = opportunities.filter { $0.opened >= entered }
        let opened = deals.map(\.opened).min()
        let won = deals.filter { $0.outcome == .won }.compactMap(\.closed).min()
        arrivals = [entered, accepted, opened, won]
        // A stage passed over in silence was passed on the day of the next: nobody is in two places.
        if arrivals[1] == nil, let opened { arrivals[1] = opened }
        if let opened, let accepted = arrivals[1], accepted > opened { arrivals[1] = opened }
        if won == nil, !deals.isEmpty, deals.allSatisfy({ $0.outcome == .lost }) {
            lostDay = deals.compactMap(\.closed).max()
        } else if arrivals[1] == nil, spells.allSatisfy({ $0.left != nil }) {
            lostDay = spells.compactMap(\.left).max()
        }
    }
}
