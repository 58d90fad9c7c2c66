import WeirAgreement
import WeirFacts

/// One thing that was learned about need, fit, budget, authority or timing.
public struct BANTAnswer: Hashable, Sendable, Codable {
    public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable { case yes, no, unclear }

    public var letter: SalesQualified.Letter
    public var verdict: Verdict
    /// In words: “100,000 EUR this year”.
    public var value: String
    /// The buyer who said so; `nil` if nobody did and it was concluded.
    public var saidBy: String?
    /// Who wrote it down. Only what a person wrote down confirms anything.
    public var recordedBy: Actor
    public var at: Instant
    /// How sure the one who wrote it down is, permille.
    public var surePermille: Int
    /// Where it can be looked up: a call, a mail.
    public var evidence: String

    public init(
        letter: SalesQualified.Letter, verdict: Verdict, value: String, saidBy: String?, recordedBy: Actor,
        at: Instant, surePermille: Int, evidence: String
    ) {
        self.letter = letter
        self.verdict = verdict
        self.value = value
        self.saidBy = saidBy
        self.recordedBy = recordedBy
        self.at = at
        self.surePermille = surePermille
        self.evidence = evidence
    }
}

extension BANTAnswer {
    /// Whose word it is: what one voice says later takes the place of what it said before.
    fileprivate enum Voice: Hashable {
        case said(String)
        /// Nobody said it; who wrote it down concluded it.
        case concluded(Actor)
    }

    fileprivate var voice: Voice { saidBy.map(Voice.said) ?? .concluded(recordedBy) }
}

/// All that was learned, nothing overwritten.
public struct BANTBook: Hashable, Sendable, Codable {
    /// What is known about one letter.
    public struct Standing: Hashable, Sendable {
        public var letter: SalesQualified.Letter
        /// The latest; `nil`: not asked yet.
        public var latest: BANTAnswer?
        /// The last words of other voices that say otherwise; latest first.
        public var conflicts: [BANTAnswer]
        /// The latest word that a person wrote down is yes.
        public var isConfirmed: Bool
    }

    public private(set) var answers: [BANTAnswer] = []

    public init() {}

    mutating func add(_ answer: BANTAnswer) throws(DeskError) {
        guard (0...1000).contains(answer.surePermille) else {
            throw DeskError(.notAllowed, at: answer.letter.rawValue, "how sure is from 0 to 1000 permille")
        }
        guard !answer.value.isEmpty || !answer.evidence.isEmpty else {
            throw DeskError(.notAllowed, at: answer.letter.rawValue, "say what was said, or where it can be looked up")
        }
        answers.append(answer)
    }

    public func standing(_ letter: SalesQualified.Letter) -> Standing {
        let all = answers.enumerated().filter { $0.element.letter == letter }
            .sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element)
        var heard: Set<BANTAnswer.Voice> = []
        var conflicts: [BANTAnswer] = []
        for answer in all where heard.insert(answer.voice).inserted {
            if let latest = all.first, answer.verdict != latest.verdict { conflicts.append(answer) }
        }
        return Standing(
            letter: letter, latest: all.first, conflicts: conflicts,
            isConfirmed: all.first { $0.recordedBy.isPerson }?.verdict == .yes)
    }

    /// What is missing before the buyer is sales-qualified; empty: nothing.
    public func missing(for rule: SalesQualified) -> [String] {
        let confirmed = SalesQualified.Letter.allCases.filter { standing($0).isConfirmed }
        var missing = rule.confirmed.filter { !confirmed.contains($0) }.map { "\($0.rawValue) is not confirmed" }
        if confirmed.count < rule.atLeast {
            missing.append("\(confirmed.count) of at least \(rule.atLeast) are confirmed")
        }
        return missing
    }
}
