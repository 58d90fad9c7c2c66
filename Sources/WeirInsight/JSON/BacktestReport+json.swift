import WeirFacts

extension BacktestReport {
    /// The whole report, lists in full. Shares as `{count, of, permille, low_permille, high_permille}`, days as ISO text.
    public var json: ReportJSON {
        .object([
            "title": .text(title), "banner": .text(orNull: banner), "from": .words(from), "to": .words(to),
            "horizon_days": .number(horizonDays), "accounts": .number(accountCount),
            "target_market": .number(targetMarketCount), "flow": flow.json, "outcome": outcome.json,
            "base_rate": baseRate.json(horizonDays: horizonDays), "won": won.json,
            "acceptance": acceptance?.json ?? .null,
            "flapping": .object(["accounts": accountFlapping.json, "buyers": buyerFlapping.json]),
            "teams": .list(
                teams.map { .object(["name": .text($0.name), "capacity_per_week": .number($0.perWeek)]) }),
        ])
    }
}

extension BacktestFlow {
    fileprivate var json: ReportJSON {
        .object([
            "accounts": accounts.json, "buyers": buyers.json, "weeks": .list(weeks.map(\.json)),
            "weeks_over_capacity": .number(weeksOverCapacity.count),
        ])
    }
}

extension QualifiedFlow {
    fileprivate var json: ReportJSON {
        .object([
            "opening": .number(opening), "entered": .number(entered), "entered_distinct": .number(enteredDistinct),
            "left": .number(left), "left_distinct": .number(leftDistinct), "closing": .number(closing),
        ])
    }
}

extension FlowWeek {
    fileprivate var json: ReportJSON {
        .object([
            "week": .words(monday), "is_partial": .yesNo(isPartial), "accounts_entered": .number(accountsEntered),
            "accounts_left": .number(accountsLeft), "account_stock": .number(accountStock),
            "buyers_entered": .number(buyersEntered), "buyers_left": .number(buyersLeft),
            "buyer_stock": .number(buyerStock), "capacity": .number(capacity), "over_capacity": .number(overCapacity),
        ])
    }
}

extension BacktestOutcome {
    fileprivate var json: ReportJSON {
        .object([
            "all": all.json, "by_tier": .list(byTier.map(\.json)), "by_way": .list(byWay.map(\.json)),
            "lead_time_days": leadTime.json, "same_day": .number(sameDay), "outside_target": .number(outsideTarget),
        ])
    }
}

extension EntrantOutcome {
    fileprivate var json: ReportJSON {
        .object([
            "name": .text(name), "entrants": .number(entrants), "already_in_pipeline": .number(alreadyInPipeline),
            "not_yet_ripe": .number(notYetRipe), "ripe": .number(ripe), "opportunity": opportunity.json,
            "won": won.json,
        ])
    }
}

extension BaseRate {
    fileprivate func json(horizonDays: Int) -> ReportJSON {
        .object([
            "opportunities_after_entry": opportunitiesAfterEntry.json(horizonDays: horizonDays),
            "opportunities_of_rest": opportunitiesOfRest.json(horizonDays: horizonDays),
            "wins_after_entry": winsAfterEntry.json(horizonDays: horizonDays),
            "wins_of_rest": winsOfRest.json(horizonDays: horizonDays),
            "opportunity_lift": opportunityLift?.json ?? .null, "win_lift": winLift?.json ?? .null,
            "never_qualified_with_opportunity": neverQualified.json,
        ])
    }
}

extension WonReview {
    fileprivate var json: ReportJSON {
        .object([
            "total": total.json, "found": found.json, "lapsed": lapsed.json, "late": late.json, "never": never.json,
            "opened_before_period": openedBefore.json, "undated": .number(undated), "found_share": foundShare.json,
            "late_wins": .list(lateWins.map(\.json)), "never_wins": .list(neverWins.map(\.json)),
            "late_reasons": .list(reasonsLate.map(\.json)), "never_reasons": .list(reasonsNever.map(\.json)),
        ])
    }
}

extension WonReview.Tally {
    fileprivate var json: ReportJSON { .object(["count": .number(count), "value": .list(value.map(\.json))]) }
}

extension WonReview.ReasonCount {
    fileprivate var json: ReportJSON { .object(["condition": .text(condition), "count": .number(count)]) }
}

extension MissedWin {
    fileprivate var json: ReportJSON {
        .object([
            "account": .text(accountID), "name": .text(accountName), "tier": .text(tier),
            "opportunity": .text(opportunityID), "opened": .words(opened), "won": .words(won),
            "amount": amount?.json ?? .null, "entered": .words(entered),
            "days_late": entered == nil ? .null : .number(daysLate), "condition": .text(orNull: reason?.condition),
            "detail": .text(orNull: reason?.detail),
        ])
    }
}

extension Acceptance {
    fileprivate var json: ReportJSON {
        .object([
            "qualified": qualified.json, "others": others.json, "rejected": .number(rejected),
            "recycled": .number(recycled),
            "reject_reasons": .list(
                rejectReasons.map {
                    .object([
                        "reason": .text($0.reason), "is_procedural": .yesNo($0.isProcedural),
                        "count": .number($0.count),
                    ])
                }),
        ])
    }
}

extension Flapping {
    fileprivate var json: ReportJSON {
        .object(["returned_within_30_days": returned.json, "shorter_than_7_days": short.json])
    }
}
