import WeirAgreement
import WeirFacts
import WeirMarket

extension AgreementInUse {
    /// Types of the attributes that the agreement declares, by name, for reading files.
    public var attributeTypes: [String: AttributeType] {
        Dictionary(agreement.declaredAttributes.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    }
}

extension AccountSeen {
    /// The attributes with a value, without those that the source erased.
    public var knownAttributes: [String: AttributeValue] { attributes.compactMapValues { $0 } }
}

extension Workspace {
    /// Every account judged by the market, as known last.
    public func marketCount(under use: AgreementInUse) throws -> MarketCount {
        var count = MarketCount(use.market)
        var reader = CompanyReader(use.market)
        try ledger.forEachTimeline { timeline in
            let known = timeline.profiles[timeline.profiles.count - 1].attributes
            count.add(reader.company(name: timeline.name, domain: timeline.domain, known))
            return true
        }
        return count
    }
}
