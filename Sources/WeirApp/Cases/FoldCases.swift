import Foundation
import WeirFold

/// Answers cases in the format of `spec/vectors.jsonl`, so that conformance can be checked from outside.
public enum FoldCases {
    /// Answers one case.
    /// - Parameters:
    ///   - line: one JSON object.
    ///   - inBatch: through columns, as a backtest folds, instead of one fact at a time; the answers are the same.
    /// - Returns: one JSON object with `id`, `transitions` and `scores`, on one line.
    public static func answer(_ line: some DataProtocol, inBatch: Bool) throws -> Data {
        let question = try JSONDecoder().decode(FoldQuestion.self, from: Data(line))
        let answer = try inBatch ? question.answerInBatch() : question.answerIncrementally()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(answer)
    }
}

/// What is answered: the names are the format's.
struct FoldAnswer: Encodable {
    struct Change: Encodable {
        var day: Int32
        var fact: Int?
        var who: Who
        var change: String
        var score: Int64

        enum Key: CodingKey { case day, fact, who, change, score }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(day, forKey: .day)
            // The format has a null, not an absent member.
            try box.encode(fact, forKey: .fact)
            try box.encode(who, forKey: .who)
            try box.encode(change, forKey: .change)
            try box.encode(score, forKey: .score)
        }
    }

    enum Who: Encodable {
        case account
        case buyer(Int)

        func encode(to encoder: any Encoder) throws {
            var box = encoder.singleValueContainer()
            switch self {
            case .account: try box.encode("account")
            case .buyer(let number): try box.encode(number)
            }
        }
    }

    struct Buyer: Encodable {
        var number: Int
        var engagementMilli: Int64
        var isQualified: Bool

        func encode(to encoder: any Encoder) throws {
            var box = encoder.unkeyedContainer()
            try box.encode(number)
            try box.encode(engagementMilli)
            try box.encode(isQualified)
        }
    }

    struct Score: Encodable {
        var day: Int32
        var score: Int64
        var engaged_buyers: Int
        var roles: [Int]
        var echo: Int64
        var qualified: Bool
        var buyers: [Buyer]
    }

    var id: String
    var transitions: [Change]
    var scores: [Score]
}

extension FoldAnswer.Change {
    init(_ transition: Transition) {
        let who: FoldAnswer.Who =
            switch transition.subject {
            case .account: .account
            case .buyer(let number): .buyer(number)
            }
        self.init(
            day: transition.day, fact: transition.fact, who: who,
            change: transition.change == .entered ? "entered" : "left", score: transition.scoreMilli)
    }
}

extension FoldAnswer.Score {
    init(_ fold: AccountFold, on day: Int32) {
        let standing = fold.measure(on: day)
        self.init(
            day: day, score: standing.scoreMilli, engaged_buyers: standing.engagedBuyers,
            roles: standing.engagedRoles.members, echo: standing.echoMilli, qualified: fold.isQualified,
            buyers: fold.knownBuyers.map {
                FoldAnswer.Buyer(
                    number: $0, engagementMilli: fold.engagementMilli(of: $0, on: day),
                    isQualified: fold.isBuyerQualified($0))
            })
    }
}

extension FoldCases {
    /// A decoding error in words: where in the object, and what is wrong.
    public static func describe(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
            return keys.isEmpty ? "the case" : keys.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return "\(path(context)): “\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(path(context)): \(context.debugDescription)"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "not a JSON object: \(context.underlyingError.map { "\($0)" } ?? context.debugDescription)"
                : "\(path(context)): \(context.debugDescription)"
        @unknown default: return "cannot be read"
        }
    }
}
