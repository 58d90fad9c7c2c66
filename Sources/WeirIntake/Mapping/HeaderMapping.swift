import WeirAgreement
import WeirFacts

/// Which column of a file means which field of a kind of fact.
///
/// Headers match whatever their case, spaces, underscores, punctuation or camel case, through the synonyms of
/// ``FieldCatalogue``. Where two columns claim one field the surer name wins and the other is reported. Nothing is
/// guessed from the values.
public struct HeaderMapping: Sendable {
    /// What becomes of a column.
    public enum Use: Hashable, Sendable {
        case field(IntakeField)
        /// Accounts keep what else a file knows of a company.
        case attribute(String, AttributeType)
        /// Could have been the field, but a surer column is.
        case second(to: IntakeField)
        /// The user said so.
        case leftOut
        /// Weir's own notes in a file of rejected rows.
        case rejectNote
        case notUsed
    }

    /// One column of the file.
    public struct Column: Hashable, Sendable {
        public var header: String
        public var use: Use
        /// Power of ten that the header names: 9 for `Revenue (Billions)`.
        public var exponent = 0
        /// Currency that the header names, ISO 4217.
        public var currency: String?
    }

    public let kind: FactKind
    public let options: MappingOptions
    public private(set) var columns: [Column] = []
    /// Values that hold for every row.
    public private(set) var constants: [IntakeField: String] = [:]
    private var columnsOfField: [IntakeField: [Int]] = [:]
    private var declaredByCompact: [String: (name: String, type: AttributeType)] = [:]

    /// Maps `headers`; throws where an option names a column or field that there is not.
    public init(
        headers: [String], kind: FactKind, options: MappingOptions = MappingOptions()
    ) throws(IntakeError) {
        self.kind = kind
        self.options = options
        for declaration in AttributeDeclaration.standard { declare(declaration.name, declaration.type) }
        for (name, type) in options.attributeTypes.sorted(by: { $0.key < $1.key }) { declare(name, type) }
        columns = headers.map { Column(header: $0, use: .notUsed) }
        try readConstants()
        try readOverrides()
        mapTheRest()
        for filter in options.only { _ = try column(named: filter.column, option: "--only") }
    }

    /// The columns that say `field`, the surest first; empty if none does, or if a constant does.
    public func columns(of field: IntakeField) -> [Int] {
        constants[field] == nil ? columnsOfField[field] ?? [] : []
    }

    public func column(of field: IntakeField) -> Int? { columns(of: field).first }

    /// Whether some column or constant says `field`.
    public func says(_ field: IntakeField) -> Bool {
        constants[field] != nil || columnsOfField[field] != nil
    }

    /// Whether the account column is called just `account`, which people fill with ids as well as with names.
    public var accountMayBeName: Bool {
        guard constants[.account] == nil, let column = columnsOfField[.account]?.first else { return false }
        return HeaderKey(columns[column].header).compact == "account"
    }

    /// Takes in columns that appeared while the file was read, as new keys of NDJSON do.
    mutating func extend(to headers: [String]) {
        guard headers.count > columns.count else { return }
        columns += headers[columns.count...].map { Column(header: $0, use: .notUsed) }
        mapTheRest()
    }

    /// The place of a column by its name, exactly or but for case and punctuation.
    func column(named name: String, option: String) throws(IntakeError) -> Int {
        if let exact = columns.firstIndex(where: { $0.header == name }) { return exact }
        let compact = HeaderKey(name).compact
        let alike = columns.indices.filter { HeaderKey(columns[$0].header).compact == compact && !compact.isEmpty }
        if alike.count == 1 { return alike[0] }
        let nearest = nearestName(to: name, among: columns.map(\.header)).map { " Did you mean \"\($0)\"?" } ?? ""
        throw IntakeError(
            .unknownColumn,
            "\(option) names the column \"\(name)\", which the file does not have.\(nearest) "
                + "Its columns are: \(columns.prefix(40).map(\.header).joined(separator: ", ")).")
    }
}

// MARK: - Finding the fields

extension HeaderMapping {
    private mutating func declare(_ name: String, _ type: AttributeType) {
        declaredByCompact[HeaderKey(name).compact] = (name, type)
    }

    private mutating func readConstants() throws(IntakeError) {
        for (name, value) in options.constants.sorted(by: { $0.key < $1.key }) {
            constants[try field(named: name, option: "--set")] = value
        }
    }

    private mutating func readOverrides() throws(IntakeError) {
        for (name, fieldName) in options.fieldOfColumn.sorted(by: { $0.key < $1.key }) {
            let index = try column(named: name, option: "--map")
            let key = HeaderKey(columns[index].header)
            columns[index].exponent = (key.withoutUnitWords ?? key).unit.exponent
            columns[index].currency = (key.withoutUnitWords ?? key).unit.currency
            if fieldName == "-" {
                columns[index].use = .leftOut
            } else if kind == .accounts, !FieldCatalogue.fields(of: kind).contains(where: { $0.rawValue == fieldName }),
                let declared = declaredByCompact[HeaderKey(fieldName).compact]
            {
                columns[index].use = .attribute(declared.name, declared.type)
            } else {
                claim(index, for: try field(named: fieldName, option: "--map"))
            }
        }
    }

    private func field(named name: String, option: String) throws(IntakeError) -> IntakeField {
        let fields = FieldCatalogue.fields(of: kind)
        if let field = fields.first(where: { $0.rawValue == name }) { return field }
        let known = fields.map(\.rawValue)
        let nearest = nearestName(to: name, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
        throw IntakeError(
            .unknownField,
            "\(option) names the field \"\(name)\", which \(kind.rawValue) do not have.\(nearest) "
                + "Fields are: \(known.joined(separator: ", ")).")
    }

    private mutating func claim(_ index: Int, for field: IntakeField) {
        columns[index].use = .field(field)
        columnsOfField[field, default: []].append(index)
    }

    private mutating func mapTheRest() {
        let keys = columns.map { HeaderKey($0.header) }
        for index in RejectNote.columns(in: columns.map(\.header)) { columns[index].use = .rejectNote }
        // First every field gets its column, then what could have been one is told apart from what means nothing.
        let definitions = FieldCatalogue.definitions(of: kind)
        for definition in definitions where constants[definition.field] == nil { claimColumn(definition, keys: keys) }
        for definition in definitions { markSeconds(definition, keys: keys) }
        guard kind == .accounts else { return }
        for index in columns.indices { keepAsAttribute(index, keys[index]) }
    }

    /// Gives the field its column: by the order of its synonyms, then by the order of the columns.
    private mutating func claimColumn(_ definition: FieldDefinition, keys: [HeaderKey]) {
        let field = definition.field
        if columnsOfField[field] != nil { return }
        for synonym in definition.headers {
            for index in columns.indices where isOpen(index, keys) {
                guard columnsOfField[field] == nil || definition.isMany,
                    let unit = HeaderMapping.unit(keys[index], matching: synonym, field)
                else { continue }
                claim(index, for: field)
                columns[index].exponent = unit.exponent
                columns[index].currency = unit.currency
            }
        }
    }

    private mutating func markSeconds(_ definition: FieldDefinition, keys: [HeaderKey]) {
        for index in columns.indices where isOpen(index, keys) {
            let means = definition.headers.contains {
                HeaderMapping.unit(keys[index], matching: $0, definition.field) != nil
            }
            if means { columns[index].use = .second(to: definition.field) }
        }
    }

    private func isOpen(_ index: Int, _ keys: [HeaderKey]) -> Bool {
        columns[index].use == .notUsed && !keys[index].isCustom
    }

    /// The unit of a header that means the field; `nil` if it means another.
    private static func unit(_ key: HeaderKey, matching synonym: String, _ field: IntakeField) -> HeaderUnit? {
        if key.compact == synonym { return key.unit }
        guard field == .revenue || field == .employees || field == .amount, let shorter = key.withoutUnitWords,
            shorter.compact == synonym
        else { return nil }
        return shorter.unit
    }

    private mutating func keepAsAttribute(_ index: Int, _ key: HeaderKey) {
        switch columns[index].use {
        case .notUsed, .second: break
        default: return
        }
        guard !key.isOfTool, !key.words.isEmpty else { return }
        var key = key
        var declared = declaredByCompact[key.compact]
        if declared == nil, let shorter = key.withoutUnitWords, let match = declaredByCompact[shorter.compact] {
            key = shorter
            declared = match
        }
        let name = declared?.name ?? key.attributeName
        // The field itself is the better source of what it is called after.
        guard IntakeField(rawValue: name).map({ !says($0) }) ?? true else { return }
        columns[index].use = .attribute(name, declared?.type ?? .text)
        columns[index].exponent = key.unit.exponent
        columns[index].currency = key.unit.currency
    }
}
