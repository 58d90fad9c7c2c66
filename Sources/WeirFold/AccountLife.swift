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
    /// Takes in changes of status, in order.
    mutating func add(_ transitions: some Sequence<Transition>) {
        for transition in transitions {
            switch (transition.subject, transition.change) {
            case (.account, .entered):
                stays.append(
                    Stay(
                        entered: transition.day, left: nil, enteredScoreMilli: transition.scoreMilli,
                        leftScoreMilli: nil, byRaisedHand: transition.byRaisedHand, fact: transition.fact))
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
    /// When an account and its buyers were qualified, up to and including a day, under the first variant.
    public mutating func life(of account: Int, in history: some HistoryColumns, until: Int32) -> AccountLife {
        var life = AccountLife()
        decide(account, in: history, until: until) { variant, transitions in
            if variant == 0 { life.add(transitions) }
        }
        return life
    }

    /// The same under every variant.
    public mutating func lives(of account: Int, in history: some HistoryColumns, until: Int32) -> [AccountLife] {
        var lives = Array(repeating: AccountLife(), count: variantCount)
        decide(account, in: history, until: until) { variant, transitions in lives[variant].add(transitions) }
        return lives
    }
}
