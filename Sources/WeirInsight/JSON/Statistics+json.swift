import WeirFacts

extension Share {
    /// `{count, of, permille, low_permille, high_permille}`; the last three are null without a base.
    public var json: ReportJSON {
        .object([
            "count": .number(count), "of": .number(of), "permille": .number(permille),
            "low_permille": .number(interval?.lowerBound), "high_permille": .number(interval?.upperBound),
        ])
    }
}

extension IncidenceRate {
    func json(horizonDays: Int) -> ReportJSON {
        let expected = expectedShare(days: horizonDays)
        return .object([
            "events": .number(events), "account_days": .number(accountDays),
            "per_1000_account_quarters": .number(perHundredQuartersTenths),
            "expected_permille": .number(expected?.permille),
            "expected_low_permille": .number(expected?.interval.lowerBound),
            "expected_high_permille": .number(expected?.interval.upperBound),
        ])
    }
}

extension Lift {
    var json: ReportJSON {
        .object([
            "ratio_hundredths": .number(ratioHundredths), "low_hundredths": .number(interval.lowerBound),
            "high_hundredths": .number(interval.upperBound),
        ])
    }
}

extension DayDistribution {
    var json: ReportJSON {
        .object([
            "count": .number(count), "lower_quartile": .number(lowerQuartile), "median": .number(median),
            "upper_quartile": .number(upperQuartile),
            "bins": .list(
                bins.map {
                    .object(["from": .number($0.from), "to": .number($0.to), "count": .number($0.count)])
                }),
        ])
    }
}

extension Money {
    var json: ReportJSON { .object(["amount_minor": .integer(minorUnits), "currency": .text(currency)]) }
}
