/// Where a job title stands in the buying group, and which of its words decided.
public struct TitlePlacing: Hashable, Sendable {
    /// What a keyword placed the title in.
    public enum Part: Hashable, Sendable {
        /// Number of the function.
        case function(Int)
        /// Number of the level.
        case level(Int)
    }

    /// A keyword of the agreement that was found and counted, or a word that the classifier below went by.
    public struct Evidence: Hashable, Sendable {
        public var part: Part
        /// As the agreement writes it; a word of the title where `isClassified`.
        public var keyword: String
        /// Number of its first word in the title, from 0.
        public var word: Int
        /// No keyword told it, but the classifier below the agreement.
        public var isClassified = false
    }

    /// Numbers of the functions, ascending; none when no keyword fits.
    public var functions: [Int] = []
    /// Number of the level, 0 the most senior; `nil` when nothing tells it.
    public var level: Int?
    /// Number of the role; `nil` when none fits.
    public var role: Int?
    /// In the order of the title's words. Several levels may be named; the most senior counted.
    public var evidence: [Evidence] = []

    /// Nothing in the title was recognised.
    public var isUnknown: Bool { functions.isEmpty && level == nil }
}
