import WeirApp
import WeirInsight
import WeirPages

/// What each clause of the agreement in force did, as notes in the margin.
struct AgreementNotes {
    private let overview: Overview

    init?(_ overview: Overview?) {
        guard let overview else { return nil }
        self.overview = overview
    }

    /// By the clause's number; none for clauses of which nothing is measured.
    func note(_ clause: Int) -> String? {
        switch clause {
        case 1: market
        case 2: buyingGroup
        case 3: signals
        case 4: qualified
        case 5: handOff
        default: nil
        }
    }

    private var market: String {
        let target = overview.market.companies(in: .target)
        return "Today: \(Texts.count(target, "company", "companies")) of \(Texts.number(overview.market.companies)) "
            + "in the target market."
    }

    private var buyingGroup: String? {
        guard let past = overview.past else { return nil }
        let missing = past.coverage.totals.reduce(0) { $0 + $1.missing }
        return "\(Texts.count(missing, "seat")) with nobody in them at target accounts."
    }

    private var signals: String? {
        guard let report = overview.past?.report else { return nil }
        return "Measured from \(Texts.day(report.from)) to \(Texts.day(report.to))."
    }

    private var qualified: String? {
        guard let report = overview.past?.report else { return nil }
        let accepted = report.acceptance.map { "; Sales accepted \(Texts.share($0.qualified))" } ?? ""
        let found = report.won.foundShare
        return "Admitted \(Texts.count(report.flow.accounts.enteredDistinct, "account"))\(accepted). "
            + (found.of == 0 ? "" : "Of the deals won it let \(Texts.share(found)) through in time.")
    }

    private var handOff: String? {
        guard let flow = overview.past?.report.flow, flow.hasCapacity else { return nil }
        return
            "\(flow.weeksOverCapacity.count) of \(Texts.count(flow.weeks.count, "week")) asked for more than the teams "
            + "can follow up."
    }
}
