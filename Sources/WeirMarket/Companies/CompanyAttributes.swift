import WeirFacts

/// What is known of one company, folded and typed once, so that judging it is only comparing.
public struct CompanyAttributes: Hashable, Sendable {
    /// One attribute's value.
    enum Slot: Hashable, Sendable {
        case unknown
        /// A value was given, but it is not of the attribute's type. It counts as unknown.
        case unreadable(String)
        case text(TextKey, written: String)
        /// A text that says something and has not been folded; `CompanyAttributes` folds it when it is asked for.
        case unfolded(String)
        /// Thousandths.
        case number(Int64)
        case money(Money)
        case date(CivilDay)
        case set([TextKey], written: [String])
        case yesNo(Bool)

        var isKnown: Bool {
            switch self {
            case .unknown, .unreadable: false
            default: true
            }
        }
    }

    private let slots: [Slot]
    /// For each slot, and then for the name's key and each of the domain's, what can be compared without touching a
    /// text: see ``SlotMark``. Without the keys' marks where these are made only when asked for.
    let marks: [SlotMark]
    private let keys: Keys?

    private struct Keys: Hashable, Sendable {
        var name: TextKey?
        var domains: [TextKey]
    }

    /// - Parameters:
    ///   - attributes: values by attribute name. Names that the layout does not know are left out; a blank text or an
    ///     empty set says nothing and is unknown; a text where a number, date or yes/no belongs is read if it is
    ///     written plainly (`1200`, `2026-03-27`, `yes`) and else unknown.
    ///   - layout: the market's, from `CompiledMarket.layout`.
    public init(
        name: String? = nil, domain: String? = nil, _ attributes: [String: AttributeValue] = [:],
        layout: AttributeLayout
    ) {
        var slots = [Slot](repeating: .unknown, count: layout.count)
        for (attribute, value) in attributes {
            if let slot = layout.slot(attribute) {
                slots[slot] = Slot(
                    value, as: layout.declarations[slot].type, isCountry: slot == AttributeLayout.country)
            }
        }
        if let name { slots[AttributeLayout.name] = Slot(.text(name), as: .text) }
        if let domain { slots[AttributeLayout.domain] = Slot(.text(domain), as: .text) }
        self.init(folded: slots)
    }

    /// - Parameter slots: without unfolded texts.
    private init(folded slots: [Slot]) {
        var slots = slots
        var keys = Keys(name: nil, domains: [])
        if case .text(_, let written) = slots[AttributeLayout.domain], let host = DomainName(written) {
            slots[AttributeLayout.domain] = .text(TextKey(folded: host.host), written: host.host)
            keys.domains = host.candidates.map(TextKey.init(folded:))
        }
        if case .text(_, let written) = slots[AttributeLayout.name] { keys.name = CompanyName.key(written) }
        self.slots = slots
        self.keys = keys
        marks =
            slots.map(SlotMark.init) + [keys.name.map(SlotMark.init) ?? .unknown] + keys.domains.map(SlotMark.init)
    }

    /// - Parameter slots: some may be unfolded texts; the keys of name and domain are made when they are asked for.
    init(asRead slots: [Slot]) {
        self.slots = slots
        keys = nil
        marks = slots.map(SlotMark.init)
    }

    /// The same company with every text folded and the keys of name and domain made: more memory, and worth it where it
    /// is judged again and again.
    public var prepared: CompanyAttributes {
        hasKeys ? self : CompanyAttributes(folded: slots.indices.map { self[$0] })
    }

    /// The value in a slot, folded.
    subscript(slot: Int) -> Slot {
        guard case .unfolded(let written) = slots[slot] else { return slots[slot] }
        if slot == AttributeLayout.domain, let host = DomainName(written)?.host {
            return .text(TextKey(folded: host), written: host)
        }
        return Slot(.text(written), as: .text, isCountry: slot == AttributeLayout.country)
    }

    var slotCount: Int { slots.count }

    /// Whether the keys of name and domain are at hand, and their marks behind those of the slots.
    var hasKeys: Bool { keys != nil }

    /// The name without its legal form; `nil` when the company has no name.
    var nameKey: TextKey? {
        if let keys { return keys.name }
        guard case .text(_, let written) = self[AttributeLayout.name] else { return nil }
        return CompanyName.key(written)
    }

    /// The domain and its parents, as far as somebody can own them.
    var domainKeys: [TextKey] {
        if let keys { return keys.domains }
        guard case .text(_, let written) = self[AttributeLayout.domain] else { return [] }
        return DomainName(written)?.candidates.map(TextKey.init(folded:)) ?? []
    }

    /// The domain as it was given, where it has not been read; for a look that costs little.
    var unreadDomain: String? {
        if case .unfolded(let written) = slots[AttributeLayout.domain] { return written }
        return nil
    }

    /// What people call it: its name, or else its domain, or else a dash.
    public var label: String {
        switch slots[AttributeLayout.name] {
        case .text(_, let name), .unfolded(let name): return name
        default: break
        }
        if case .text(_, let domain) = self[AttributeLayout.domain] { return domain }
        return "–"
    }
}

extension CompanyAttributes.Slot {
    init(_ value: AttributeValue, as type: AttributeType, isCountry: Bool = false) {
        switch (type, value) {
        case (.text, .text(let text)) where isCountry:
            let country = Country.named(text)
            self = country.key.isEmpty ? .unknown : .text(country.key, written: country.name)
        case (.text, .text(let text)):
            let key = TextKey(text)
            self = key.isEmpty ? .unknown : .text(key, written: text)
        case (.text, .number(let number)): self = .text(TextKey(number.description), written: number.description)
        case (.number, .number(let number)): self = .number(number.thousandths)
        case (.money, .money(let money)): self = .money(money)
        case (.date, .date(let day)): self = .date(day)
        case (.set, .set(let members)): self = .members(members)
        case (.set, .text(let text)): self = .members(text.split(separator: ";").map(String.init))
        case (.yesNo, .yesNo(let yes)): self = .yesNo(yes)
        case (_, .text(let text)): self = .read(text, TextFolding.fold(text), as: type)
        default: self = .unreadable(value.description)
        }
    }

    /// A text where something else belongs.
    private static func read(_ written: String, _ folded: String, as type: AttributeType) -> Self {
        switch (type, folded) {
        case (_, ""): .unknown
        case (.number, _): FixedNumber(folded).map { .number($0.thousandths) } ?? .unreadable(written)
        case (.date, _): CivilDay(folded).map { .date($0) } ?? .unreadable(written)
        case (.yesNo, "yes"), (.yesNo, "true"): .yesNo(true)
        case (.yesNo, "no"), (.yesNo, "false"): .yesNo(false)
        default: .unreadable(written)
        }
    }

    /// Each member once, in the order given, without blank ones.
    private static func members(_ written: [String]) -> Self {
        var keys: [TextKey] = []
        var kept: [String] = []
        for member in written {
            let key = TextKey(member)
            if key.isEmpty || keys.contains(key) { continue }
            keys.append(key)
            kept.append(member)
        }
        return keys.isEmpty ? .unknown : .set(keys, written: kept)
    }

    /// The value as a person reads it; `nil` when unknown.
    var inWords: String? {
        switch self {
        case .unknown, .unreadable: nil
        case .text(_, let written), .unfolded(let written): written
        case .number(let thousandths): Words.number(thousandths: thousandths)
        case .money(let money): Words.money(money)
        case .date(let day): day.description
        case .set(_, let written): Words.list(written)
        case .yesNo(let yes): yes ? "yes" : "no"
        }
    }
}
