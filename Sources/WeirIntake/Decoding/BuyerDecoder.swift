import WeirFacts

/// Turns rows into what a source said about people.
public struct BuyerDecoder: Sendable {
    private var core: DecoderCore
    public var mapping: HeaderMapping { core.mapping }

    public init(mapping: HeaderMapping, rules: ValueRules = ValueRules()) {
        core = DecoderCore(mapping: mapping, rules: rules)
    }

    /// The people of the usable rows; every row is accounted for in `tally`.
    public mutating func decode(_ batch: RecordBatch, tally: inout RowTally) -> [Located<BuyerSeen>] {
        core.decode(batch, &tally) { (row) throws(RowFault) in try row.buyer() }
    }
}

extension RowReader {
    fileprivate mutating func buyer() throws(RowFault) -> BuyerSeen {
        var id = text(.id)
        var others = otherIDs()
        // A lead that was never converted has no contact's id; the id it has is then its own.
        if id == nil, !others.isEmpty { id = others.removeFirst() }
        others.removeAll { $0 == id }
        let email = try email(.email, isOnlyKey: id == nil)
        guard id != nil || email != nil else {
            throw RowFault(
                column: nil, code: .missingValue, reason: "says neither id nor email; a buyer needs one of them")
        }
        return BuyerSeen(
            id: id, otherIDs: others, email: email, name: fullName(), title: text(.title), accountID: text(.accountID),
            accountDomain: try domain(.accountDomain, isOnlyKey: false), accountName: text(.accountName),
            observedAt: try instant(.observedAt))
    }

    private func fullName() -> String? {
        if let name = text(.name) { return name }
        let parts = [text(.firstName), text(.lastName)].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// Each once; a column may hold several, as `76340251;46897301` or `[1286861]`.
    private func otherIDs() -> [String] {
        var ids: [String] = []
        let texts = mapping.constants[.otherID].map { [$0] } ?? mapping.columns(of: .otherID).compactMap(text(column:))
        for text in texts {
            let bare = text.filter { $0 != "[" && $0 != "]" && $0 != "\"" }
            for id in RowReader.members(of: bare) where !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
