extension FoldRules {
    /// The part of the rules that decides who is qualified; all else is the score.
    ///
    /// Definitions that differ in nothing but their gates share one account of the scores, so a sweep over thresholds
    /// folds the facts once.
    public struct Gates: Hashable, Sendable {
        public var enter: Gate
        public var stay: Gate
        public var dwellDays: Int
        public var cooldownDays: Int
        public var actNow: ActNow?
        public var buyer: Buyer

        /// Whether one settling leaves nothing to change: true when staying asks no more than entering, which every
        /// agreement guarantees. Then only a fact's own buyer, or a change of the account, can move a buyer.
        var settlesAtOnce: Bool { stay.asksNoMore(than: enter) && buyer.stayMilli <= buyer.enterMilli }

        /// Whether whoever is qualified under both stays so under the same conditions.
        func keep(like other: Gates) -> Bool {
            stay == other.stay && buyer == other.buyer && actNow == other.actNow && dwellDays == other.dwellDays
        }

        /// The worst tier with which an account or a buyer can become qualified.
        var mostLenientTier: Int { max(enter.tier, actNow?.tier ?? -1, buyer.tier) }
    }

    public var gates: Gates {
        get {
            Gates(
                enter: enter, stay: stay, dwellDays: dwellDays, cooldownDays: cooldownDays, actNow: actNow,
                buyer: buyer)
        }
        set {
            enter = newValue.enter
            stay = newValue.stay
            dwellDays = newValue.dwellDays
            cooldownDays = newValue.cooldownDays
            actNow = newValue.actNow
            buyer = newValue.buyer
        }
    }
}
