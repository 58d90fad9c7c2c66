import WeirAgreement

extension ServiceDuration {
    /// A duration as people write it: `4 business hours`, `1 business day`, `30 minutes`.
    ///
    /// - Throws: `badDuration` where the text is none.
    public init(text: String) throws(DeskError) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), let unit = ServiceDuration.unit(text.dropFirst(digits.count))
        else {
            throw DeskError(
                .badDuration, at: "for",
                "“\(text)” is not a duration; write N minutes, hours or days, or N business minutes, hours or days")
        }
        self.init(count: count, unit: unit)
    }

    /// The unit after the number: a space, its words, and an s or none.
    private static func unit(_ text: Substring) -> Unit? {
        Unit.allCases.first { unit in
            text.first == " " && (text.dropFirst() == unit.rawValue || text.dropFirst() == unit.rawValue.dropLast())
        }
    }

    /// Whether only open time counts.
    public var isBusiness: Bool {
        switch unit {
        case .minutes, .hours, .days: false
        case .businessMinutes, .businessHours, .businessDays: true
        }
    }

    /// As people write it.
    public var text: String { "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)" }
}
