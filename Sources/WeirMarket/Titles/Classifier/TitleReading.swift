/// What the classifier makes of a title. Nothing is guessed: what it does not know stays `nil`.
public struct TitleReading: Hashable, Sendable {
    /// What a word told.
    public enum Part: String, Hashable, Sendable {
        case department, seniority
    }

    /// A word of the title that decided.
    public struct Evidence: Hashable, Sendable {
        public var part: Part
        /// As the title has it.
        public var word: String
        /// Its number in the title, from 0.
        public var number: Int
    }

    public internal(set) var department: Department?
    public internal(set) var seniority: Seniority?
    /// How many of a thousand such answers are right, roughly; 0 where there is none. Measured: see docs/market.md.
    public internal(set) var departmentPermille: Int = 0
    public internal(set) var seniorityPermille: Int = 0
    /// A lower level that another word of the title names: `senior` of "Senior Sales Manager". A list of levels that
    /// has no managers still has seniors.
    public internal(set) var otherSeniority: Seniority?
    /// A bit for each word of the title that decided, the first word lowest.
    var departmentWords: UInt64 = 0
    var seniorityWords: UInt64 = 0

    /// Neither part is known.
    public var isUnknown: Bool { department == nil && seniority == nil }

    /// The words that decided, in the title's order.
    /// - Parameter title: the title that was read.
    public func evidence(in title: String) -> [Evidence] {
        var evidence: [Evidence] = []
        for (number, word) in TitleText.written(title).enumerated().prefix(64) {
            let bit: UInt64 = 1 << UInt64(number)
            if departmentWords & bit != 0 { evidence.append(.init(part: .department, word: word, number: number)) }
            if seniorityWords & bit != 0 { evidence.append(.init(part: .seniority, word: word, number: number)) }
        }
        return evidence
    }
}
