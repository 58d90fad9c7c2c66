import WeirFacts

/// How restless the definition is: in and out again, for accounts or for buyers.
public struct Flapping: Hashable, Sendable {
    /// A new spell so soon after the last one counts as a return.
    public static let returnWithinDays = 30
    /// A spell of fewer days is short.
    public static let shortDays = 7

    /// Of the spells that began in the period, those that began within 30 days of the same one's last leaving.
    public var returned: Share
    /// Of the spells that began in the period and ended or lasted 7 days, those that ended before the 7th.
    public var short: Share

    init(_ stays: [Stay], from: CivilDay, to: CivilDay) {
        var returns = 0
        var entries = 0
        var shortOnes = 0
        var settled = 0
        for group in Dictionary(grouping: stays, by: \.id).values {
            let spells = group.sorted { ($0.entered, $0.left ?? .max) < ($1.entered, $1.left ?? .max) }
            for (position, spell) in spells.enumerated() where spell.entered >= from {
                entries += 1
                if position > 0, let lastLeft = spells[position - 1].left,
                    lastLeft.distance(to: spell.entered) <= Flapping.returnWithinDays
                {
                    returns += 1
                }
                let lasted = spell.entered.distance(to: spell.left ?? to)
                if spell.left != nil || lasted >= Flapping.shortDays { settled += 1 }
                if spell.left != nil && lasted < Flapping.shortDays { shortOnes += 1 }
            }
        }
        returned = Share(returns, of: entries)
        short = Share(shortOnes, of: settled)
    }
}
