/// What the fold holds of one buyer besides its scores.
struct BuyerState {
    /// Day to which the stored scores were last folded.
    var foldedDay: Int32
    /// How many engagements of up to four limited signals counted on that day, 16 bits each.
    var counts: UInt64 = 0
    /// Day of the last raised hand; `never` before.
    var raisedDay: Int32 = BuyerState.never
    /// The engagement when it was last folded or measured, millipoints; see ``Ceilings``.
    var ceilingMilli: Int64 = 0
    /// The engagement from which a status must be asked whether this buyer is qualified; `Int64.max` while none would
    /// change.
    var watchMilli: Int64 = .max
    /// Permille.
    var weight: Int64
    /// Number of the role; −1 is none.
    var role: Int16 = -1
    /// Number of the level, 0 the most senior; −1 is unknown.
    var level: Int16 = -1
    /// Whether a fact has named this buyer.
    var isKnown = false

    static let never = Int32.min / 2

    func hasRaisedHand(on day: Int32, within days: Int) -> Bool {
        raisedDay != BuyerState.never && Int(day) - Int(raisedDay) < days
    }
}

/// How many engagements of one limited signal a buyer made on a day.
struct DailyCount {
    var day: Int32 = BuyerState.never
    var count: Int32 = 0
}
