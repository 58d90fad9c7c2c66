import WeirFacts

extension BacktestComparison {
    /// Both reports' key numbers side by side and every account that differs.
    public var json: ReportJSON {
        var members: [String: ReportJSON] = [
            "title": .text(subject.title), "banner": .text(orNull: subject.banner),
            "against_title": .text(against.title), "against_banner": .text(orNull: against.banner),
            "from": .words(subject.from), "to": .words(subject.to), "horizon_days": .number(subject.horizonDays),
            "unchanged": .number(unchanged), "numbers": numbersJSON, "report": subject.json,
            "against_report": against.json,
        ]
        for change in ComparedAccount.Change.allCases {
            members[change.rawValue] = .list(self[change].map(\.json))
        }
        return .object(members)
    }

    private var numbersJSON: ReportJSON {
        .object(
            Dictionary(
                uniqueKeysWithValues: pairedNumbers.map { ours, theirs in
                    (
                        ours.key,
                        .object([
                            "this": ours.value.json, "against": theirs?.value.json ?? .null,
                            "change": .text(theirs.map { ours.value.change(from: $0.value) } ?? ""),
                        ])
                    )
                }))
    }

    /// Key numbers of this definition, each with that of the other, where both have it.
    var pairedNumbers: [(KeyNumber, KeyNumber?)] {
        let theirs = Dictionary(uniqueKeysWithValues: against.keyNumbers.map { ($0.key, $0) })
        return subject.keyNumbers.map { ($0, theirs[$0.key]) }
    }
}

extension ComparedAccount {
    fileprivate var json: ReportJSON {
        .object([
            "account": .text(accountID), "name": .text(name), "tier": .text(tier), "entered": .words(day),
            "against_entered": .words(againstDay), "days_later": .number(daysLater),
            "condition": .text(orNull: condition), "had_opportunity": .yesNo(hadOpportunity),
            "was_won": .yesNo(wasWon),
        ])
    }
}
