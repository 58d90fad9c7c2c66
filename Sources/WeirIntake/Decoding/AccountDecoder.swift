import WeirFacts

/// Turns rows into what a source said about companies.
public struct AccountDecoder: Sendable {
    private var core: DecoderCore
    public var mapping: HeaderMapping { core.mapping }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        core = DecoderCore(mapping: mapping, rules: rules)
    }

    /// The companies of the usable rows; every row is accounted for in `tally`.
    public mutating func decode(_ batch: RecordBatch, tally: inout RowTally) -> [Located<AccountSeen>] {
        core.decode(batch, &tally) { (row) throws(RowFault) in try row.account() }
    }
}

extension RowReader {
    /// Fields of an account that are kept as attributes of the same name, and their types unless declared otherwise.
    private static let attributeFields: [(IntakeField, AttributeType)] = [
        (.industry, .text), (.country, .text), (.region, .text), (.city, .text), (.employees, .number),
        (.revenue, .number), (.founded, .number), (.parent, .text), (.tags, .set), (.owner, .text),
    ]

    fileprivate mutating func account() throws(RowFault) -> AccountSeen {
        let id = text(.id)
        let name = text(.name)
        let domain = try domain(.domain, isOnlyKey: id == nil && name == nil)
        guard id != nil || name != nil || domain != nil else {
            throw RowFault(
                column: nil, code: .missingValue,
                reason: "says neither id, domain nor name; an account needs one of them")
        }
        var account = AccountSeen(id: id, name: name, domain: domain, observedAt: try instant(.observedAt))
        for (field, type) in RowReader.attributeFields {
            let declared = mapping.options.attributeTypes[field.rawValue] ?? type
            if let constant = mapping.constants[field] {
                account.attributes[field.rawValue] = try attribute(constant, declared, column: nil)
            } else if let column = mapping.column(of: field) {
                try take(column, as: field.rawValue, declared, into: &account)
            }
        }
        for column in mapping.columns.indices {
            guard case .attribute(let name, let type) = mapping.columns[column].use else { continue }
            try take(column, as: name, type, into: &account)
        }
        return account
    }

    private mutating func take(
        _ column: Int, as name: String, _ type: AttributeType, into account: inout AccountSeen
    ) throws(RowFault) {
        switch content(column: column) {
        case .blank: return
        case .erased: account.attributes.updateValue(nil, forKey: name)
        case .text(let text):
            if type != .text, RowReader.meansUnknown(text) { return }
            let value = try attribute(text, type, column: column)
            if name == IntakeField.founded.rawValue, case .number(let year) = value, !isYear(year) {
                note(.yearDropped, column: column, "\"\(shortened(text))\" is no year and was left out")
                return
            }
            account.attributes[name] = value
        }
    }

    private func isYear(_ year: FixedNumber) -> Bool {
        (1_000_000...2_200_000).contains(year.thousandths)
    }

    /// How people write that they do not know, in columns where a word cannot be a value.
    private static func meansUnknown(_ text: String) -> Bool {
        ["-", "--", "n/a", "na", "none", "unknown", "no data", "not available", "undisclosed", "?"]
            .contains(text.lowercased())
    }

    private mutating func attribute(
        _ text: String, _ type: AttributeType, column: Int?
    ) throws(RowFault) -> AttributeValue {
        switch type {
        case .text: return .text(text)
        case .number: return .number(try number(text, column: column))
        case .money: return .money(try money(text, column: column))
        case .date: return .date(try day(text, column: column))
        case .set: return .set(RowReader.members(of: text))
        case .yesNo:
            guard let answer = YesNoText.read(text) else {
                throw RowFault(
                    column: column, code: .badYesNo,
                    reason: "\"\(shortened(text))\" is neither yes nor no (true/false, yes/no, 1/0)")
            }
            return .yesNo(answer)
        }
    }

    /// A list's members, split at `;`, else at `|`, else at commas; each once.
    static func members(of text: String) -> [String] {
        let separator: Character = text.contains(";") ? ";" : text.contains("|") ? "|" : ","
        var members: [String] = []
        for part in text.split(separator: separator) {
            let member = CSVDialect.trimmed(String(part))
            if !member.isEmpty, !members.contains(member) { members.append(member) }
        }
        return members
    }
}
