/// The fixed choices of the language, in words.
extension ReleaseRule.Order {
    var words: String {
        switch self {
        case .raisedHand: "who raised a hand"
        case .tier: "the better tier"
        case .score: "the higher score"
        case .age: "what has waited longest"
        }
    }
}

extension ServiceLevels.OnBreach {
    var words: String {
        switch self {
        case .notifyManager: "the manager is told"
        case .reassign: "the hand-off is given to somebody else"
        case .recycle: "the hand-off is recycled"
        }
    }
}

extension Attribution.Sourced {
    var words: String {
        switch self {
        case .firstTouch: "whoever made the first touch"
        case .leadCreation: "whoever created the lead"
        case .opportunityCreation: "whoever created the opportunity"
        }
    }
}

extension Attribution.Model {
    var words: String {
        switch self {
        case .first: "first touch"
        case .last: "last touch"
        case .linear: "linear"
        case .u: "U-shaped"
        case .w: "W-shaped"
        case .timeDecay: "time decay"
        case .markov: "Markov"
        case .shapley: "Shapley"
        }
    }
}
