import WeirFacts

extension ExplanationView {
    /// All amounts as integers of millipoints; `sum_milli` equals `total_milli`.
    public var json: ReportJSON {
        .object([
            "subject": .text(subject.rawValue), "id": .text(id), "name": .text(name), "as_of": .words(asOf),
            "agreement": .text(agreement), "banner": .text(orNull: banner), "is_qualified": .yesNo(isQualified),
            "since": .words(since), "fit": .list(fit.map(\.json)), "buyers": .list(buyers.map(\.json)),
            "echo": .list(echo.map(\.json)), "breadth": .list(breadth.map(\.json)),
            "rounding_milli": .integer(roundingMilli), "total_milli": .integer(totalMilli),
            "sum_milli": .integer(sumMilli), "gates": .list(gates.map(\.json)),
            "suggestions": .list(suggestions.map(ReportJSON.text)), "next_change": .words(nextChange),
            "next_change_words": .text(orNull: nextChangeWords),
        ])
    }
}

extension AmountLine {
    fileprivate var json: ReportJSON {
        .object(["words": .text(words), "amount_milli": .integer(amountMilli), "day": .words(day)])
    }
}

extension BuyerAccount {
    fileprivate var json: ReportJSON {
        .object([
            "id": .text(id), "name": .text(name), "title": .text(orNull: title), "role": .text(orNull: role),
            "weight_permille": .number(weightPermille), "is_engaged": .yesNo(isEngaged),
            "engagement_milli": .integer(engagementMilli), "subtotal_milli": .integer(subtotalMilli),
            "lines": .list(lines.map(\.json)),
        ])
    }
}

extension ContributionLine {
    fileprivate var json: ReportJSON {
        .object([
            "fact": .text(orNull: factID), "day": .words(day), "signal": .text(signal),
            "content": .text(orNull: content), "points_milli": .integer(pointsMilli), "decay": .text(decay),
            "remaining_milli": .integer(remainingMilli), "lost_milli": .integer(lostMilli),
            "contribution_milli": .integer(contributionMilli), "note": .text(orNull: note),
        ])
    }
}

extension GateView {
    fileprivate var json: ReportJSON {
        .object([
            "name": .text(name), "holds": .yesNo(holds),
            "conditions": .list(
                conditions.map {
                    .object([
                        "condition": .text($0.words), "needed": .text($0.needed), "has": .text($0.has),
                        "holds": .yesNo($0.holds), "missing": .text(orNull: $0.missing),
                    ])
                }),
        ])
    }
}
