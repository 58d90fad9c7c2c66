/// How much there is of everything in a world.
public struct WorldSummary: Hashable, Sendable {
    /// Rows in each file, headers not counted.
    public var rows: [WorldFile: Int] = [:]
    public var accounts = 0
    /// Needs that last at some time of the window.
    public var needs = 0
    /// Needs of which no opportunity came.
    public var needsWithoutOpportunity = 0
    public var opportunitiesWon = 0
    public var opportunitiesLost = 0
    public var opportunitiesOpen = 0
    /// Opportunities with no need behind them.
    public var junkOpportunities = 0
    /// Shares that a colleague then read.
    public var echoes = 0

    public init() {}
}

/// How far the writing of a world has come.
public struct WorldProgress: Hashable, Sendable {
    public var accountsDone: Int
    public var accounts: Int
    /// Rows of engagements so far.
    public var engagements: Int
}
