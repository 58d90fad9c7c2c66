import WeirAgreement

/// How many form posts were accepted, sent to review and refused, and for what.
public struct GateTally: Hashable, Sendable, Encodable {
    /// How often a class was given.
    public struct Count: Hashable, Sendable, Encodable {
        public var code: String
        public var posts: Int
    }

    public private(set) var posts = 0
    public private(set) var accepted = 0
    public private(set) var reviewed = 0
    public private(set) var refused = 0
    /// Classes that occurred, those met first before others; a post may have several.
    public private(set) var classes: [Count] = []

    public init() {}

    public mutating func add(_ verdict: GateVerdict) {
        posts += 1
        switch verdict.answer {
        case .accept: accepted += 1
        case .review: reviewed += 1
        case .refuse: refused += 1
        }
        for found in verdict.classes {
            if let place = classes.firstIndex(where: { $0.code == found.rawValue }) {
                classes[place].posts += 1
            } else {
                classes.append(Count(code: found.rawValue, posts: 1))
            }
        }
    }

    /// One line: `1,000 posts: 700 accepted, 200 to review, 100 refused.`
    public var headline: String {
        "\(Words.count(posts)) posts: \(Words.count(accepted)) accepted, \(Words.count(reviewed)) to review, "
            + "\(Words.count(refused)) refused."
    }
}
