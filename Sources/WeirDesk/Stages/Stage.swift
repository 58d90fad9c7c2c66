/// Where a buyer stands on the way to a purchase: exactly one of these, whoever found them.
public enum Stage: String, Hashable, Sendable, CaseIterable, Codable {
    /// Known by name, and nothing more.
    case prospect
    /// Engaged, or added by a person in Sales.
    case lead
    /// Fits the definition that both sides signed (MQL).
    case qualified
    /// Handed over to Sales.
    case released
    /// Sales took it up (SAL).
    case accepted
    /// A person in Sales confirmed the need (SQL).
    case salesQualified = "sales_qualified"
    case opportunity
    case won
    case lost
    /// Back to Marketing, for now, with a reason.
    case recycled
    /// Not a buyer, with a reason.
    case disqualified
    /// Must not be contacted.
    case suppressed

    /// What staying in a stage means.
    public enum Kind: String, Hashable, Sendable {
        /// May rest here any time.
        case inventory
        /// Somebody promised to move it on in time.
        case sla
        /// Lets through what is decided at once, and nobody rests here for long.
        case gate
    }

    public var kind: Kind {
        switch self {
        case .prospect, .lead, .recycled, .disqualified, .suppressed, .won, .lost, .opportunity: .inventory
        case .qualified, .salesQualified: .gate
        case .released, .accepted: .sla
        }
    }

    /// The way to a purchase, in order; the others are detours.
    public static let successPath: [Stage] = [
        .prospect, .lead, .qualified, .released, .accepted, .salesQualified, .opportunity, .won,
    ]

    public var isDetour: Bool { !Stage.successPath.contains(self) }

    /// The stages after it on the way to a purchase; none for a detour.
    public var onwards: ArraySlice<Stage> {
        Stage.successPath.firstIndex(of: self).map { Stage.successPath[($0 + 1)...] } ?? []
    }

    /// In words for people.
    public var name: String {
        switch self {
        case .salesQualified: "sales-qualified"
        default: rawValue
        }
    }
}
