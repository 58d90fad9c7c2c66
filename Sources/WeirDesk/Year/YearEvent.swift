import WeirFacts

/// Somebody who begins or ends to be qualified on a day of a simulated year.
public struct YearDemand: Hashable, Sendable {
    public var day: CivilDay
    public var buyer: String
    /// Whether they qualify; otherwise the definition no longer holds for them.
    public var qualifies: Bool

    public init(day: CivilDay, buyer: String, qualifies: Bool) {
        self.day = day
        self.buyer = buyer
        self.qualifies = qualifies
    }
}
