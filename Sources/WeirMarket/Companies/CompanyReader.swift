import WeirAgreement
import WeirFacts

/// Makes companies ready to be judged, one after the other, for a single worker.
///
/// Industries, countries and the like repeat from company to company: each way of writing one is folded once and kept
/// (at most ``mostKept`` of an attribute). Texts that the market asks nothing of, and the keys of name and domain, are
/// read only when somebody asks. The answers are those of `CompiledMarket.company`.
public struct CompanyReader: Sendable {
    /// Ways of writing that are kept for each attribute.
    public static let mostKept = 4096

    private let mostKept: Int
    private let layout: AttributeLayout
    /// Slots that are folded at once, since somebody will ask.
    private let isAsked: [Bool]
    private var texts: [[String: CompanyAttributes.Slot]]
    private var sets: [[[String]: CompanyAttributes.Slot]]

    public init(_ market: CompiledMarket) { self.init(market, keeping: CompanyReader.mostKept) }

    /// - Parameter keeping: how many ways of writing to keep; 0 for a reader that nothing is worth keeping for.
    init(_ market: CompiledMarket, keeping: Int) {
        mostKept = keeping
        layout = market.layout
        isAsked = market.isAsked
        texts = Array(repeating: [:], count: layout.count)
        sets = Array(repeating: [:], count: layout.count)
    }

    /// A company's attributes, as `CompiledMarket.company` makes them.
    public mutating func company(
        name: String?, domain: String?, _ attributes: [String: AttributeValue]
    ) -> CompanyAttributes {
        var slots = [CompanyAttributes.Slot](repeating: .unknown, count: layout.count)
        for (attribute, value) in attributes {
            guard let slot = layout.slot(attribute) else { continue }
            if name != nil && slot == AttributeLayout.name { continue }
            if domain != nil && slot == AttributeLayout.domain { continue }
            slots[slot] = read(value, slot)
        }
        if let name { slots[AttributeLayout.name] = text(name, AttributeLayout.name) }
        if let domain { slots[AttributeLayout.domain] = text(domain, AttributeLayout.domain) }
        return CompanyAttributes(asRead: slots)
    }

    private mutating func read(_ value: AttributeValue, _ slot: Int) -> CompanyAttributes.Slot {
        let type = layout.declarations[slot].type
        switch (type, value) {
        case (.number, .number(let number)): return .number(number.thousandths)
        case (.text, .text(let written)): return text(written, slot)
        case (.set, .set(let members)):
            if let kept = sets[slot][members] { return kept }
            let read = CompanyAttributes.Slot(value, as: type)
            if sets[slot].count < mostKept { sets[slot][members] = read }
            return read
        default: return CompanyAttributes.Slot(value, as: type)
        }
    }

    private mutating func text(_ written: String, _ slot: Int) -> CompanyAttributes.Slot {
        guard isAsked[slot] else {
            // A text that begins with a visible ASCII character is not blank, whatever follows.
            if let first = written.utf8.first, first > 0x20, first < 0x7F { return .unfolded(written) }
            return folded(written, slot)
        }
        if let kept = texts[slot][written] { return kept }
        let read = folded(written, slot)
        if texts[slot].count < mostKept { texts[slot][written] = read }
        return read
    }

    private func folded(_ written: String, _ slot: Int) -> CompanyAttributes.Slot {
        let read = CompanyAttributes.Slot(.text(written), as: .text, isCountry: slot == AttributeLayout.country)
        guard slot == AttributeLayout.domain, case .text = read, let host = DomainName(written)?.host else {
            return read
        }
        return .text(TextKey(folded: host), written: host)
    }
}
