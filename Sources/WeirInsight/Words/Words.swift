import WeirFacts

/// How numbers, shares, days and money are written, the same in every output.
package enum Words {
    /// `1,240`, `-3`.
    package static func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (position, digit) in digits.enumerated() {
            if position > 0 && (digits.count - position) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }

    /// `1,240 accounts`, `1 account`.
    package static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(value)) \(value == 1 ? one : many ?? one + "s")"
    }

    /// Permille as a percentage: `71%`, below 10% with one decimal: `2.9%`.
    package static func percent(_ permille: Int) -> String {
        if permille < 100 && permille % 10 != 0 { return "\(permille / 10).\(permille % 10)%" }
        return "\((permille + 5) / 10)%"
    }

    /// A name of the agreement within a sentence: `decision_maker` is `decision maker`, `c_level` is `C-level`, `vp` `VP`.
    package static func plain(_ name: String) -> String {
        if name == "c_level" { return "C-level" }
        return name.split(separator: "_").map { spelled.contains($0.lowercased()) ? $0.uppercased() : String($0) }
            .joined(separator: " ")
    }

    /// Words that are spelled letter by letter.
    private static let spelled: Set<String> = ["bant", "crm", "evp", "sla", "svp", "vp"]

    /// `71% (52 of 73)`, `60% (6 of 10, small)`, or why there is nothing.
    package static func share(_ share: Share) -> String {
        guard let permille = share.permille else { return "none (0 of 0)" }
        let mark = share.isSmall ? ", small" : ""
        return "\(percent(permille)) (\(number(share.count)) of \(number(share.of))\(mark))"
    }

    /// `60% to 80%`; empty without a base.
    package static func interval(_ interval: ClosedRange<Int>?) -> String {
        interval.map { "\(percent($0.lowerBound)) to \(percent($0.upperBound))" } ?? ""
    }

    /// Hundredths as times: `6.5×`.
    package static func times(_ hundredths: Int) -> String {
        let tenths = (hundredths + 5) / 10
        return tenths >= 100 ? "\((tenths + 5) / 10)×" : "\(tenths / 10).\(tenths % 10)×"
    }

    /// Tenths: `12.4`.
    package static func tenths(_ value: Int) -> String { "\(number(value / 10)).\(value % 10)" }

    /// Millipoints as points with all three decimals: `85.800`, `-0.250`.
    package static func points(_ milli: Int64) -> String {
        let magnitude = milli.magnitude
        let fraction = String(1000 + magnitude % 1000).dropFirst()
        return "\(milli < 0 ? "-" : "")\(number(Int(magnitude / 1000))).\(fraction)"
    }

    /// `€1.2m`, `$840k`, `CHF 900`.
    package static func money(_ money: Money) -> String {
        let whole = Int((money.minorUnits.magnitude + 50) / 100)
        let sign = money.minorUnits < 0 ? "-" : ""
        let symbols = ["EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"]
        return sign + (symbols[money.currency] ?? money.currency + " ") + shortened(whole)
    }

    private static func shortened(_ whole: Int) -> String {
        let steps = [(1_000_000_000, "bn"), (1_000_000, "m"), (1000, "k")]
        for (unit, letter) in steps where whole >= unit {
            let tenths = (whole * 10 + unit / 2) / unit
            return tenths % 10 == 0 || tenths >= 1000
                ? "\(tenths / 10)\(letter)" : "\(tenths / 10).\(tenths % 10)\(letter)"
        }
        return "\(whole)"
    }

    /// `€1.2m + $840k`, or words where no amount is known.
    package static func value(_ amounts: [Money]) -> String {
        amounts.isEmpty ? "no amounts" : amounts.map(money).joined(separator: " + ")
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `4 Mar 2026`.
    package static func day(_ day: CivilDay) -> String {
        let (year, month, dayOfMonth) = day.components
        return "\(dayOfMonth) \(months[month - 1]) \(year)"
    }

    /// `Mar 26`.
    package static func month(_ day: CivilDay) -> String {
        let (year, month, _) = day.components
        return "\(months[month - 1]) \(year % 100 < 10 ? "0" : "")\(year % 100)"
    }

    /// `12 days`, `1 day`.
    package static func days(_ days: Int) -> String { count(days, "day") }
}

extension Words {
    /// `+12`, `-3`, `±0`.
    package static func signed(_ value: Int) -> String {
        value == 0 ? "±0" : (value > 0 ? "+" : "") + number(value)
    }

    /// Tenths with their sign: `+4.0`, `-0.3`.
    package static func signedTenths(_ value: Int) -> String {
        value == 0 ? "±0.0" : (value > 0 ? "+" : "-") + tenths(abs(value))
    }
}

extension Words {
    /// Millipoints with one decimal, cut and not rounded, so that 99.990 never reads as 100: `99.9`.
    package static func wholePoints(_ milli: Int64) -> String {
        let tenths = milli.magnitude / 100
        return "\(milli < 0 ? "-" : "")\(number(Int(tenths / 10))).\(tenths % 10)"
    }
}
