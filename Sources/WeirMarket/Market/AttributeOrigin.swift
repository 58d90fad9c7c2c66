import WeirFacts

/// Where a company's attribute came from, and when it was said.
public struct AttributeOrigin: Hashable, Sendable {
    /// The source's name: `crm`.
    public var source: String
    /// When it was observed there, or else recorded.
    public var at: Instant

    public init(source: String, at: Instant) {
        self.source = source
        self.at = at
    }
}

extension MarketExplanation {
    /// The same, every finding about one attribute with where that came from.
    /// - Parameter origins: by the attribute's name.
    public func sourced(by origins: [String: AttributeOrigin]) -> MarketExplanation {
        var sourced = self
        for number in findings.indices {
            if let attribute = findings[number].attribute { sourced.findings[number].origin = origins[attribute] }
        }
        return sourced
    }
}

extension Finding {
    /// The sentence, and where the value came from: `employees at least 1,000: has 450, 550 short (crm, 2026-03-27)`.
    /// - Parameter day: the civil day of an instant, in the agreement's time zone.
    public func sentence(day: (Instant) -> CivilDay) -> String {
        guard let origin else { return sentence }
        return "\(sentence) (\(origin.source), \(day(origin.at)))"
    }
}
