import WeirFacts

/// Values of companies' attributes, each by the type its attribute has.
extension Node {
    /// - Returns: `nil` after reporting what is wrong.
    func value(of type: AttributeType, _ problems: ProblemList) -> AttributeValue? {
        switch type {
        case .text, .set:
            guard scalar(problems, "write some text") != nil else { return nil }
            return .text(text(problems, longest: Bounds.name))
        case .number:
            return measured(problems).map { .number($0) }
        case .money: return money(problems).map { .money($0) }
        case .date: return date(problems).map { .date($0) }
        case .yesNo: return yesNo(problems).map { .yesNo($0) }
        }
    }

    /// A number, where a sum of money is a likely mistake.
    private func measured(_ problems: ProblemList) -> FixedNumber? {
        if case .scalar(let text, isQuoted: false) = content, case .withUnit(_, let unit) = NumberText(text),
            isCurrency(unit)
        {
            problems.add(
                .wrongUnit, at: place, "\(quoted(text)) is money, and this attribute is a number",
                "leave out \(unit), or declare the attribute as money under 'attributes'")
            return nil
        }
        return number(problems)
    }

    /// `250000 EUR`, `99.50 USD`.
    private func money(_ problems: ProblemList) -> Money? {
        let right = "write an amount with its currency, such as 250000 EUR"
        guard let (text, _) = scalar(problems, right) else { return nil }
        switch NumberText(text) {
        case .withUnit(let digits, let currency):
            guard isCurrency(currency) else {
                problems.add(.noCurrency, at: place, "\(quoted(currency)) is not a currency's three capitals", right)
                return nil
            }
            guard case .number(let amount) = NumberText(digits) else { break }
            guard amount.thousandths % 10 == 0 else {
                problems.add(.tooPrecise, at: place, "\(text) has more than two decimals", "write at most two")
                return nil
            }
            return Money(minorUnits: amount.thousandths / 10, currency: currency)
        case .number:
            problems.add(.noCurrency, at: place, "\(quoted(text)) has no currency", right)
            return nil
        default: break
        }
        problems.add(.wrongType, at: place, "\(quoted(text)) is not an amount of money", right)
        return nil
    }

    private func isCurrency(_ unit: String) -> Bool {
        unit.utf8.count == 3 && unit.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}

extension AttributeValue {
    /// Text without its case, so that two spellings of one value are seen as one.
    var folded: AttributeValue {
        if case .text(let text) = self { .text(text.lowercased()) } else { self }
    }

    /// A place on a line of whole numbers, for comparing bounds: thousandths, hundredths of a currency, days.
    var position: Int64? {
        switch self {
        case .number(let number): number.thousandths
        case .money(let money): money.minorUnits
        case .date(let day): Int64(day.number)
        case .text, .set, .yesNo: nil
        }
    }

    var currency: String? {
        if case .money(let money) = self { money.currency } else { nil }
    }
}
