import WeirFacts

/// A fact and the line of the file on which its row begins.
public struct Located<Fact: Sendable>: Sendable {
    public var line: UInt64
    public var fact: Fact

    public init(line: UInt64, fact: Fact) {
        self.line = line
        self.fact = fact
    }
}

extension Located: Equatable where Fact: Equatable {}

/// Why a row is no fact, and in which column, if it is one.
struct RowFault: Error {
    var column: Int?
    var code: RowProblem.Code
    var reason: String
}

/// One row, asked for its fields by what they mean.
struct RowReader {
    /// What a field holds.
    enum Content: Equatable {
        /// Nothing is said; what is known stays.
        case blank
        /// Said to be nothing: `#N/A`, a JSON `null`.
        case erased
        case text(String)
    }

    let batch: RecordBatch
    let row: Int
    let mapping: HeaderMapping
    let rules: ValueRules
    var notices = Notices()

    var line: UInt64 { batch.lines[row] }

    func content(column: Int) -> Content {
        let field = batch.field(row: row, column: column)
        if field.isNull { return .erased }
        let bytes = batch.bytes.span
        let range = cleanField(bytes, field)
        if !range.isEmpty {
            return .text(String(decoding: batch.bytes[range.start..<range.end], as: UTF8.self))
        }
        let written = batch.text(field)
        return CSVDialect.trimmed(written).lowercased() == "#n/a" ? .erased : .blank
    }

    func text(column: Int) -> String? {
        if case .text(let text) = content(column: column) { return text }
        return nil
    }

    /// What the row, or the user for all rows, says of `field`.
    func text(_ field: IntakeField) -> String? {
        if let constant = mapping.constants[field] { return constant }
        return mapping.column(of: field).flatMap(text(column:))
    }

    func required(_ field: IntakeField, of fact: String) throws(RowFault) -> String {
        if let text = text(field) { return text }
        guard let column = mapping.column(of: field) else {
            throw RowFault(
                column: nil, code: .missingColumn,
                reason: "no column says \(field.rawValue); name it with --map COLUMN=\(field.rawValue)")
        }
        throw RowFault(column: column, code: .missingValue, reason: "is empty; \(fact) needs its \(field.rawValue)")
    }

    func fault(_ field: IntakeField, _ code: RowProblem.Code, _ reason: String) -> RowFault {
        RowFault(column: mapping.column(of: field), code: code, reason: reason)
    }

    mutating func note(_ code: Notice.Code, _ field: IntakeField, _ example: String) {
        note(code, column: mapping.column(of: field), example)
    }

    mutating func note(_ code: Notice.Code, column: Int?, _ example: String) {
        notices.note(code, column: column.map { batch.headers[$0] }, line: line, example)
    }
}

// MARK: - Values

extension RowReader {
    func instant(_ field: IntakeField) throws(RowFault) -> Instant? {
        guard let text = text(field) else { return nil }
        do throws(InstantParser.Problem) {
            return try rules.times.instant(text)
        } catch {
            throw fault(field, .badTime, "\"\(shortened(text))\" \(error)")
        }
    }

    func day(_ field: IntakeField) throws(RowFault) -> CivilDay? {
        guard let text = text(field) else { return nil }
        return try day(text, column: mapping.column(of: field))
    }

    func day(_ text: String, column: Int?) throws(RowFault) -> CivilDay {
        do throws(InstantParser.Problem) {
            return try rules.times.day(text)
        } catch {
            throw RowFault(column: column, code: .badTime, reason: "\"\(shortened(text))\" \(error)")
        }
    }

    func yesNo(_ field: IntakeField) throws(RowFault) -> Bool? {
        guard let text = text(field) else { return nil }
        guard let answer = YesNoText.read(text) else {
            throw fault(field, .badYesNo, "\"\(shortened(text))\" is neither yes nor no (true/false, yes/no, 1/0)")
        }
        return answer
    }

    /// An address in small letters, or a pseudonym as it is. What is neither is left out with a notice where the row
    /// can be known by something else.
    mutating func email(_ field: IntakeField, isOnlyKey: Bool) throws(RowFault) -> String? {
        guard let text = text(field) else { return nil }
        let bytes = Array(text.utf8)
        switch EmailText.judge(bytes.span, TextRange(start: 0, count: bytes.count)) {
        case .address(let range, _):
            return String(decoding: bytes[range.start..<range.end], as: UTF8.self).lowercased()
        case .opaque: return text
        case .malformed:
            guard !isOnlyKey else {
                throw fault(
                    field, .badEmail,
                    "\"\(shortened(text))\" is not an e-mail address, and nothing else says who it is")
            }
            note(.emailDropped, field, "\"\(shortened(text))\" is not an e-mail address and was left out")
            return nil
        }
    }

    /// A host name in small letters; what is none is left out with a notice, or a fault if nothing else names the row.
    mutating func domain(_ field: IntakeField, isOnlyKey: Bool) throws(RowFault) -> String? {
        guard let text = text(field) else { return nil }
        let bytes = Array(text.utf8)
        if let range = DomainText.find(bytes.span, TextRange(start: 0, count: bytes.count)) {
            return String(decoding: bytes[range.start..<range.end], as: UTF8.self).lowercased()
        }
        guard !isOnlyKey else {
            throw fault(
                field, .badDomain, "\"\(shortened(text))\" is not a domain, and nothing else says which company it is")
        }
        note(.domainDropped, field, "\"\(shortened(text))\" is not a domain and was left out")
        return nil
    }
}
