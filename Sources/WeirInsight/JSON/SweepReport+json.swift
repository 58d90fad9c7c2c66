extension SweepReport {
    /// The whole report. Values as they would be written in the agreement, by path.
    public var json: ReportJSON {
        .object([
            "title": .text(title), "banner": .text(orNull: banner), "from": .words(from), "to": .words(to),
            "horizon_days": .number(horizonDays),
            "settings": .list(
                settings.map { .object(["path": .text($0.path), "written": .text($0.written)]) }),
            "variants": .list(variants.indices.map(json)),
            "left_out": .list(
                leftOut.map { .object(["values": valuesJSON($0.values), "reason": .text($0.reason)]) }),
        ])
    }

    private func json(_ number: Int) -> ReportJSON {
        let variant = variants[number]
        guard case .object(var members) = variant.numbers.json else { return .null }
        members["values"] = valuesJSON(variant.values)
        members["is_current"] = .yesNo(variant.isCurrent)
        members["is_on_frontier"] = .yesNo(beatenBy[number] == nil)
        members["beaten_by"] = beatenBy[number].map { valuesJSON(variants[$0].values) } ?? .null
        return .object(members)
    }

    private func valuesJSON(_ values: [String]) -> ReportJSON {
        var members: [String: ReportJSON] = [:]
        for (setting, value) in zip(settings, values) { members[setting.path] = .text(value) }
        return .object(members)
    }
}

extension SweepNumbers {
    fileprivate var json: ReportJSON {
        .object([
            "accounts_entered": .number(accountsEntered), "buyers_entered": .number(buyersEntered),
            "buyers_per_week_tenths": .number(weeklyTenths), "peak_week": .number(peakWeek), "weeks": .number(weeks),
            "capacity_per_week": .number(capacityPerWeek),
            "weeks_over_capacity": capacityPerWeek == nil ? .null : .number(weeksOver),
            "over_capacity": capacityPerWeek == nil ? .null : .number(overCapacity), "opportunity": opportunity.json,
            "wins_found": winsFound.json, "wins_missed": .number(winsMissed),
            "value_found": .list(valueFound.map(\.json)), "acceptance": acceptance?.json ?? .null,
            "accounts_returned_within_30_days": accountsReturned.json,
            "buyers_returned_within_30_days": buyersReturned.json,
        ])
    }
}
