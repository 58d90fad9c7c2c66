import WeirFacts

/// Numbers, sums and lists as a person reads them.
package enum Words {
    /// `1,234,567`
    package static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }

    /// `1,234.5` for 1234500.
    package static func number(thousandths: Int64) -> String {
        let plain = FixedNumber(thousandths: thousandths).description
        let parts = plain.split(separator: ".", maxSplits: 1)
        guard let first = parts.first, let whole = Int(first) else { return plain }
        let sign = whole == 0 && plain.hasPrefix("-") ? "-" : ""
        return sign + count(whole) + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// `250,000 EUR`, `45.50 EUR`
    static func money(_ money: Money) -> String {
        let amount = money.description.prefix { $0 != " " }.split(separator: ".")
        guard let digits = amount.first, let whole = Int(digits) else { return money.description }
        let sign = whole == 0 && digits.hasPrefix("-") ? "-" : ""
        return sign + count(whole) + (amount.count == 2 ? "." + amount[1] : "") + " " + money.currency
    }

    /// `a, b or c`; beyond `limit` items `a, b or 7 more`.
    static func list(_ items: [String], _ conjunction: String = "and", limit: Int = 6) -> String {
        if items.count <= 1 { return items.first ?? "nothing" }
        if items.count <= limit {
            return items.dropLast().joined(separator: ", ") + " \(conjunction) " + items[items.count - 1]
        }
        let shown = limit - 1
        return items.prefix(shown).joined(separator: ", ") + " \(conjunction) \(items.count - shown) more"
    }

    package static func value(_ value: AttributeValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): self.number(thousandths: number.thousandths)
        case .money(let money): self.money(money)
        case .date(let day): day.description
        case .set(let members): list(members)
        case .yesNo(let yes): yes ? "yes" : "no"
        }
    }
}
