import WeirFacts

/// Attributes as they stand in the database: text that reads fast, since every question reads every account's.
///
/// `name␟type␟value` with one letter for the type, `␞` between attributes, `␝` between the members of a set; the
/// three separators are control characters that no value keeps. The type `-` is a value erased by its source.
enum StoredAttributes {
    private static let betweenAttributes: UInt8 = 0x1E
    private static let betweenParts: UInt8 = 0x1F
    private static let betweenMembers: UInt8 = 0x1D

    static func encode(_ attributes: [String: AttributeValue?]) -> String {
        attributes.sorted { $0.key < $1.key }.map { name, value in
            "\(clean(name))\u{1F}\(encode(value))"
        }.joined(separator: "\u{1E}")
    }

    private static func encode(_ value: AttributeValue?) -> String {
        switch value {
        case nil: "-\u{1F}"
        case .text(let text): "t\u{1F}\(clean(text))"
        case .number(let number): "n\u{1F}\(number.thousandths)"
        case .money(let money): "m\u{1F}\(money.minorUnits) \(clean(money.currency))"
        case .date(let day): "d\u{1F}\(day.number)"
        case .set(let members): "s\u{1F}\(members.map(clean).joined(separator: "\u{1D}"))"
        case .yesNo(let yes): "b\u{1F}\(yes ? 1 : 0)"
        }
    }

    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { (0x1D...0x1F).contains($0) }) else { return text }
        return String(text.map { "\u{1D}\u{1E}\u{1F}".contains($0) ? " " : $0 })
    }

    static func decode(_ text: String) -> [String: AttributeValue?] {
        var attributes: [String: AttributeValue?] = [:]
        var rest = Substring(text).utf8
        if !rest.isEmpty { attributes.reserveCapacity(1 + rest.count { $0 == betweenAttributes }) }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: betweenAttributes) ?? rest.endIndex
            let entry = rest[..<end]
            rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
            guard let type = entry.firstIndex(of: betweenParts) else { continue }
            let kind = entry[entry.index(after: type)...]
            guard let value = kind.firstIndex(of: betweenParts), let letter = kind.first, value != kind.startIndex,
                let name = String(entry[..<type])
            else { continue }
            attributes[name] = .some(decode(letter, kind[kind.index(after: value)...]))
        }
        return attributes
    }

    private static func decode(_ type: UInt8, _ value: Substring.UTF8View) -> AttributeValue? {
        switch type {
        case UInt8(ascii: "t"): return String(value).map { .text($0) }
        case UInt8(ascii: "n"):
            return Int64(Substring(value)).map { .number(FixedNumber(thousandths: $0)) }
        case UInt8(ascii: "m"):
            let parts = Substring(value).split(separator: " ")
            guard parts.count == 2, let minor = Int64(parts[0]) else { return nil }
            return .money(Money(minorUnits: minor, currency: String(parts[1])))
        case UInt8(ascii: "d"): return Int32(Substring(value)).map { .date(CivilDay(number: $0)) }
        case UInt8(ascii: "s"): return .set(value.split(separator: betweenMembers).compactMap { String($0) })
        case UInt8(ascii: "b"): return .yesNo(value.first == UInt8(ascii: "1"))
        default: return nil
        }
    }
}
