import WeirFacts

/// Numbers and money of a row.
extension RowReader {
    mutating func number(_ text: String, column: Int?) throws(RowFault) -> FixedNumber {
        let reading = try reading(text, column: column, code: .badNumber)
        guard let scaled = reading.number.scaled(places: 3) else { throw tooLarge(text, column, .badNumber) }
        if scaled.isRounded { note(.rounded, column: column, "\"\(shortened(text))\" was rounded to three decimals") }
        return FixedNumber(thousandths: scaled.value)
    }

    /// An amount; its currency is that of the row, of the text, of the header, or the default.
    mutating func money(_ text: String, column: Int?, rowCurrency: String? = nil) throws(RowFault) -> Money {
        let reading = try reading(text, column: column, code: .badMoney)
        guard let scaled = reading.number.scaled(places: 2) else { throw tooLarge(text, column, .badMoney) }
        if scaled.isRounded { note(.rounded, column: column, "\"\(shortened(text))\" was rounded to two decimals") }
        let named = rowCurrency ?? reading.currency ?? column.flatMap { mapping.columns[$0].currency }
        if named == nil {
            note(
                .assumedCurrency, column: column,
                "\"\(shortened(text))\" names no currency and was read as \(rules.defaultCurrency)")
        }
        return Money(minorUnits: scaled.value, currency: named ?? rules.defaultCurrency)
    }

    /// The amount of a fact, with the currency its row names in a column of its own.
    mutating func money(_ field: IntakeField) throws(RowFault) -> Money? {
        guard let text = text(field) else { return nil }
        return try money(text, column: mapping.column(of: field), rowCurrency: try currency())
    }

    private func currency() throws(RowFault) -> String? {
        guard let text = text(.currency) else { return nil }
        let code = text.uppercased()
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw fault(.currency, .badMoney, "\"\(shortened(text))\" is not a currency's three-letter code, e.g. EUR")
        }
        return code
    }

    private mutating func reading(
        _ text: String, column: Int?, code: RowProblem.Code
    ) throws(RowFault) -> NumberText {
        let reading: NumberText
        do throws(DecimalText.Fault) {
            reading = try NumberText(text, exponent: column.map { mapping.columns[$0].exponent } ?? 0, rules)
        } catch {
            switch error {
            case .notANumber:
                throw RowFault(column: column, code: code, reason: "\"\(shortened(text))\" is not a number")
            case .ambiguous:
                throw RowFault(
                    column: column, code: code,
                    reason:
                        "\"\(shortened(text))\" may mean thousands or decimals; say which with --decimal comma or point"
                )
            case .tooLarge: throw tooLarge(text, column, code)
            }
        }
        if reading.isLowerEnd {
            note(.lowerEndOfBand, column: column, "\"\(shortened(text))\" counts as its lower end")
        }
        if reading.hasFootnote {
            note(.footnoteDropped, column: column, "in \"\(shortened(text))\" the mark behind the number was left out")
        }
        if reading.hasDecimalComma, rules.decimalMark == .auto {
            note(.decimalComma, column: column, "in \"\(shortened(text))\" the comma was read as the decimal mark")
        }
        return reading
    }

    private func tooLarge(_ text: String, _ column: Int?, _ code: RowProblem.Code) -> RowFault {
        RowFault(column: column, code: code, reason: "\"\(shortened(text))\" is too large a number")
    }
}
