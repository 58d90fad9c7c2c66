/// When an account and its buyers were qualified.
public struct AccountLife: Sendable, Hashable {
    /// One stay of an account in the qualified state.
    public struct Stay: Sendable, Hashable {
        public var entered: Int32
        /// `nil`: still qualified at the end. On the day of leaving it no longer is.
        public var left: Int32?
        public var enteredScoreMilli: Int64
        public var leftScoreMilli: Int64?
        /// A raised hand let it in; the gate alone would not have.
        public var byRaisedHand: Bool
        /// Position of the fact that let it in; `nil` at a day's start.
        public var fact: Int?
    }

    public struct BuyerStay: Sendable, Hashable {
        public var buyer: Int
        public var entered: Int32
        public var left: Int32?
        public var engagementMilli: Int64
    }

    public var stays: [Stay] = []
    public var buyerStays: [BuyerStay] = []

    public init() {}
}

extension AccountLife {
    /// Takes in the transitions that one fact caused.
    /// - Parameter fold: as it stands right after them.
    mutating func add(_ transitions: some Sequence<Transition>, after fold: AccountFold) {
        for transition in transitions {
            switch (transition.subject, transition.change) {
            case (.account, .entered):
                // Right after the fact, the standing is the one it was let in with. At a day's start only the gate
                // lets in: a hand that was up already would have done so before.
                let byGate =
                    transition.fact == nil
                    || fold.isMet(fold.compiled.rules.enter, by: fold.measure(on: transition.day))
                stays.append(
                    Stay(
                        entered: transition.day, left: nil, enteredScoreMilli: transition.scoreMilli,
                        leftScoreMilli: nil, byRaisedHand: !byGate, fact: transition.fact))
            case (.account, .left):
                if let last = stays.indices.last {
                    stays[last].left = transition.day
                    stays[last].leftScoreMilli = transition.scoreMilli
                }
            case (.buyer(let buyer), .entered):
                buyerStays.append(
                    BuyerStay(
                        buyer: buyer, entered: transition.day, left: nil, engagementMilli: transition.scoreMilli))
            case (.buyer(let buyer), .left):
                if let last = buyerStays.lastIndex(where: { $0.buyer == buyer }) {
                    buyerStays[last].left = transition.day
                }
            }
        }
    }
}

extension HistoryFold {
    /// When an account and its buyers were qualified, up to and including a day.
    public mutating func life(of account: Int, in history: History, until: Int32) -> AccountLife {
        var life = AccountLife()
        if isOutOfReach(account, in: history) { return life }
        run(account, in: history, until: until) { fold, transitions in life.add(transitions, after: fold) }
        return life
    }

    /// The account after every fact, for whoever looks for the moment it came closest.
    /// - Parameter visit: called with the fold right after each fact has settled, and the fact's position.
    public mutating func visit(
        _ account: Int, in history: History, until: Int32, _ visit: (borrowing AccountFold, Int) -> Void
    ) {
        var position = 0
        run(account, in: history, until: until, everyFact: true) { fold, _ in
            visit(fold, position)
            position += 1
        }
    }
}
