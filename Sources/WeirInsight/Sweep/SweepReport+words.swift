import WeirFacts

extension SweepReport {
    /// The settings by the ends of their paths, as long as it takes to tell them apart: `enter.score / stay.score`.
    var settingWords: String {
        for length in 1...8 {
            let names = settings.map { $0.path.split(separator: ".").suffix(length).joined(separator: ".") }
            if Set(names).count == names.count { return names.joined(separator: " / ") }
        }
        return settings.map(\.path).joined(separator: " / ")
    }

    /// A variant by its values, without a unit that all have: `100 / 14`.
    func label(_ number: Int) -> String { label(variants[number].values) }

    private func label(_ values: [String]) -> String {
        values.indices.map { position in
            let unit = SweepReport.unit(values[position])
            let isCommon = variants.allSatisfy { SweepReport.unit($0.values[position]) == unit }
            return isCommon ? String(values[position].dropLast(unit.count)) : values[position]
        }.joined(separator: " / ")
    }

    /// ` days` of `7 days`.
    private static func unit(_ value: String) -> Substring {
        guard value.utf8.first.map({ (48...57).contains($0) }) ?? false else { return "" }
        return value.firstIndex(of: " ").map { value[$0...] } ?? ""
    }

    /// `qualified_account.enter.score: 60 to 140, now 100`.
    var settingLines: [String] {
        settings.indices.map { number in
            var values: [String] = []
            for variant in variants where !values.contains(variant.values[number]) {
                values.append(variant.values[number])
            }
            let shown =
                values.count > 5
                ? "\(values[0]), \(values[1]) … \(values[values.count - 1])" : values.joined(separator: ", ")
            return "\(settings[number].path): \(shown); now \(settings[number].written)"
        }
    }

    var periodWords: String { "\(Words.day(from)) to \(Words.day(to))" }

    /// The answer in a few sentences, the same in text and on the page.
    public var summary: [String] {
        ([countSentence, currentSentence, capacitySentence] + leftOutSentences).compactMap(\.self)
    }

    private var countSentence: String {
        let count = frontier.count
        let words =
            count == variants.count
            ? "none is beaten by another"
            : count == 1 ? "one beats all others" : "\(Words.number(count)) of them are beaten by none"
        return "\(Words.count(variants.count, "variant")); \(words)."
    }

    private var currentSentence: String? {
        guard let number = variants.firstIndex(where: \.isCurrent) else { return nil }
        let words = "As written now (\(label(number))): \(yield(number))"
        guard let victor = beatenBy[number] else { return words + "; no variant beats it." }
        return words + "; beaten by \(label(victor)), \(yield(victor))."
    }

    private var capacitySentence: String? {
        guard variants.contains(where: { $0.numbers.capacityPerWeek != nil }) else { return nil }
        guard let best = bestWithinCapacity else {
            return "No variant's mean week is within what the teams can follow up."
        }
        let over = variants[best].numbers
        let weeks =
            over.weeksOver == 0
            ? "no week is over"
            : "\(Words.number(over.weeksOver)) of \(Words.count(over.weeks, "week")) \(over.weeksOver == 1 ? "is" : "are") over, by "
                + "\(Words.count(over.overCapacity, "buyer")) in all"
        return
            "Within a capacity of \(Words.number(over.capacityPerWeek ?? 0)) a week, \(label(best)) finds most: "
            + "\(yield(best)); \(weeks)."
    }

    /// A sentence for each reason why combinations were left out.
    private var leftOutSentences: [String] {
        var reasons: [(reason: String, labels: [String])] = []
        for variant in leftOut {
            let label = label(variant.values)
            if let known = reasons.firstIndex(where: { $0.reason == variant.reason }) {
                reasons[known].labels.append(label)
            } else {
                reasons.append((variant.reason, [label]))
            }
        }
        return reasons.prefix(4).map { reason, labels in
            "Left out, since they contradict themselves: \(labels.prefix(4).joined(separator: "; "))"
                + (labels.count > 4 ? " and \(Words.number(labels.count - 4)) more" : "") + ". \(reason)."
        } + (reasons.count > 4 ? ["\(Words.number(leftOut.count)) combinations are left out in all."] : [])
    }

    /// `43 of 60 wins found with 12.4 buyers a week`.
    private func yield(_ number: Int) -> String {
        let numbers = variants[number].numbers
        return "\(Words.number(numbers.winsFound.count)) of \(Words.count(numbers.winsFound.of, "win")) found with "
            + "\(Words.tenths(numbers.weeklyTenths)) buyers a week"
    }

    /// How the numbers are reckoned, for the foot of every report.
    public var notes: [String] {
        [
            "A variant is beaten when another has no more buyers entering, finds as many wins and is accepted as often, and "
                + "is better in one of the three. Acceptance is weighed only between variants with "
                + "\(Share.smallBase) answers or more.",
            "Buyers a week: all that became qualified in the period, for seven days of it on average. Each is a follow-up; "
                + "what a week has beyond the teams' capacity is too many.",
            "Wins found: of the wins of the period whose opportunity opened in it, those that opened while the account was "
                + "qualified or within \(Words.days(horizonDays)) after it entered.",
            "Accepted: of Sales' answers for accounts that the variant had qualified on the day. Back again: of the "
                + "accounts' entries, those within \(Flapping.returnWithinDays) days of leaving.",
            "Each variant's numbers are those that weir backtest gives for an agreement with these values.",
        ]
    }
}
