import WeirFacts

/// Numbers, counts and shares.
extension Node {
    /// A number with up to three decimals within bounds, in thousandths; 0 after reporting what is wrong.
    func thousandths(_ bounds: ClosedRange<Int64>, _ problems: ProblemList) -> Int64 {
        guard let number = number(problems) else { return max(0, bounds.lowerBound) }
        guard bounds.contains(number.thousandths) else {
            problems.add(.outOfRange, at: place, "\(number) is out of range", "write \(range(bounds))")
            return max(0, bounds.lowerBound)
        }
        return number.thousandths
    }

    /// A whole number within bounds; the least of them after reporting what is wrong.
    func whole(_ bounds: ClosedRange<Int>, _ problems: ProblemList) -> Int {
        guard let number = number(problems) else { return bounds.lowerBound }
        guard number.thousandths % 1000 == 0 else {
            problems.add(.tooPrecise, at: place, "\(number) is not a whole number", "write a whole number")
            return bounds.lowerBound
        }
        let whole = Int(number.thousandths / 1000)
        guard bounds.contains(whole) else {
            problems.add(
                .outOfRange, at: place, "\(whole) is out of range",
                "write a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
            return bounds.lowerBound
        }
        return whole
    }

    /// A number with up to three decimals.
    func number(_ problems: ProblemList) -> FixedNumber? {
        guard let (text, isQuoted) = scalar(problems, "write a number") else { return nil }
        let notation = NumberText(text)
        if isQuoted {
            if case .number = notation {
                problems.add(
                    .wrongType, at: place, "\(quoted(text)) is in quotes, which makes it text",
                    "write \(text) without quotes")
            } else {
                problems.add(.wrongType, at: place, "\(quoted(text)) is text", "write a number")
            }
            return nil
        }
        switch notation {
        case .number(let number): return number
        case .tooPrecise:
            problems.add(.tooPrecise, at: place, "\(text) has more than three decimals", "write at most three")
        case .tooLarge:
            problems.add(.outOfRange, at: place, "\(quoted(text)) is too large", "write a smaller number")
        case .foreign(let right):
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a plain number", right)
        case .withUnit(let number, let unit):
            problems.add(
                .wrongUnit, at: place, "\(quoted(text)) has the unit \(quoted(unit))",
                "write \(number) alone: the unit is known here")
        case .notANumber:
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a number", "write a number such as 12 or 0.5")
        }
        return nil
    }

    /// `30%` or `12.5%`, in thousandths (permille); 0 after reporting what is wrong.
    func share(_ problems: ProblemList) -> Int {
        let right = "write a share such as 30%"
        guard let (text, _) = scalar(problems, right) else { return 0 }
        guard text.hasSuffix("%") else {
            problems.add(.wrongUnit, at: place, "\(quoted(text)) is not a share", right)
            return 0
        }
        switch NumberText(String(text.dropLast())) {
        case .number(let number) where number.thousandths % 100 != 0:
            problems.add(.tooPrecise, at: place, "\(text) has more than one decimal", "write at most one: 12.5%")
        case .number(let number) where (0...100_000).contains(number.thousandths):
            return Int(number.thousandths / 100)
        case .number, .tooLarge:
            problems.add(.outOfRange, at: place, "\(quoted(text)) is out of range", "write 0% to 100%")
        case .tooPrecise:
            problems.add(.tooPrecise, at: place, "\(text) has more than one decimal", "write at most one: 12.5%")
        case .foreign(let right):
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a plain share", right)
        case .withUnit, .notANumber:
            problems.add(.wrongType, at: place, "\(quoted(text)) is not a share", right)
        }
        return 0
    }

    private func range(_ bounds: ClosedRange<Int64>) -> String {
        let (low, high) = (FixedNumber(thousandths: bounds.lowerBound), FixedNumber(thousandths: bounds.upperBound))
        return "a number from \(low) to \(high)"
    }
}
