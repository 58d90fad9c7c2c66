import WeirAgreement
import WeirFacts

/// What one line of the agreement said about one company.
public struct Finding: Hashable, Sendable {
    public var layer: MarketLayer
    /// Number of the line within `CompiledMarket.lines`; `nil` for the `or` of a layer.
    public var line: Int?
    /// The attribute it is about; `nil` for a list, a `not` or an `or`.
    public var attribute: String?
    /// What was asked: `employees at least 1,000`.
    public var asked: String
    public var answer: Answer
    /// What the company has, in words; `nil` when it is unknown or the line is not about one attribute.
    public var has: String?
    /// How far a number, sum or date lies from the bound it misses; `nil` elsewhere.
    public var distance: Distance?
    /// Where the value came from, and when; `nil` where that was not asked for (`MarketExplanation.sourced`).
    public var origin: AttributeOrigin?

    /// A whole sentence: `employees at least 1,000: has 450, 550 short`.
    public var sentence: String {
        if answer == .unknown { return "\(asked): \(has.map { "cannot be told from \($0)" } ?? "not known")" }
        var sentence = asked + ": "
        if let has {
            sentence += "has \(has)"
        } else {
            sentence += answer == .yes ? "yes" : "no"
        }
        if let distance { sentence += ", \(distance)" }
        return sentence
    }
}

/// How far a value lies from a bound that it misses.
public enum Distance: Hashable, Sendable, CustomStringConvertible {
    case short(AttributeValue)
    case over(AttributeValue)
    case daysEarly(Int)
    case daysLate(Int)

    public var description: String {
        switch self {
        case .short(let amount): "\(Words.value(amount)) short"
        case .over(let amount): "\(Words.value(amount)) too many"
        case .daysEarly(let days): "\(Words.count(days)) days too early"
        case .daysLate(let days): "\(Words.count(days)) days too late"
        }
    }

    /// The distance from the first bound missed; `nil` when none is.
    static func of(_ slot: CompanyAttributes.Slot, from tests: [CompiledTest]) -> Distance? {
        for test in tests {
            switch (test, slot) {
            case (.numberAtLeast(let bound), .number(let number)) where number < bound:
                return gap(bound, number).map { .short(.number(FixedNumber(thousandths: $0))) }
            case (.numberAtMost(let bound), .number(let number)) where number > bound:
                return gap(number, bound).map { .over(.number(FixedNumber(thousandths: $0))) }
            case (.sumAtLeast(let bound), .money(let sum)) where sum.isBelow(bound):
                return gap(bound.minorUnits, sum.minorUnits).map { .short(.money(Money($0, bound))) }
            case (.sumAtMost(let bound), .money(let sum)) where bound.isBelow(sum):
                return gap(sum.minorUnits, bound.minorUnits).map { .over(.money(Money($0, bound))) }
            case (.dayAtLeast(let bound), .date(let day)) where day < bound:
                return .daysEarly(day.distance(to: bound))
            case (.dayAtMost(let bound), .date(let day)) where day > bound:
                return .daysLate(bound.distance(to: day))
            default: continue
            }
        }
        return nil
    }

    /// `nil` when the two lie further apart than can be held.
    private static func gap(_ upper: Int64, _ lower: Int64) -> Int64? {
        let (gap, overflow) = upper.subtractingReportingOverflow(lower)
        return overflow ? nil : gap
    }
}

extension Money {
    fileprivate init(_ minorUnits: Int64, _ like: Money) {
        self.init(minorUnits: minorUnits, currency: like.currency)
    }

    fileprivate func isBelow(_ other: Money) -> Bool {
        currency == other.currency && minorUnits < other.minorUnits
    }
}
