import WeirFacts

/// What the desk is told on a day of a simulated year: who begins or ends to be qualified, or raises a hand, who joins a
/// team, leaves it, or is away.
public struct YearEvent: Hashable, Sendable {
    public var day: CivilDay
    /// One of those.
    public var input: DeskInput

    public init(day: CivilDay, _ input: DeskInput) {
        self.day = day
        self.input = input
    }
}
