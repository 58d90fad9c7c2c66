import WeirFacts

/// Who or what did something.
public enum Actor: Hashable, Sendable, Codable, CustomStringConvertible {
    /// A person in Sales or Marketing, by name.
    case person(String)
    /// Weir itself: a rule of the agreement, time, or a recorded fact.
    case system(String)

    public var isPerson: Bool {
        if case .person = self { return true }
        return false
    }

    public var description: String {
        switch self {
        case .person(let name): name
        case .system(let what): what
        }
    }
}

/// One move of one buyer.
public struct StageMove: Hashable, Sendable, Codable {
    public var from: Stage
    public var to: Stage
    public var at: Instant
    /// How long the buyer was in `from`.
    public var stayedMillis: Int64
    public var actor: Actor
    public var reason: String?
    /// The agreement's version under which it was decided: the hash of its text.
    public var agreement: String
    /// Numbers of the facts it rests on.
    public var facts: [Int64]
}

/// A buyer's stage, and the way there.
///
/// INVARIANT: `stage` is where the last move led, moves join end to end, and their times never go back.
public struct StageHistory: Hashable, Sendable {
    public private(set) var stage: Stage
    public private(set) var since: Instant
    public private(set) var moves: [StageMove] = []

    public init(_ stage: Stage = .prospect, at instant: Instant) {
        self.stage = stage
        since = instant
    }

    /// Moves the buyer.
    /// - Throws: `illegalMove` where the graph has no such move, or it would lie before the last one.
    public mutating func move(
        to next: Stage, at now: Instant, by actor: Actor, reason: String? = nil, agreement: String, facts: [Int64] = []
    ) throws(DeskError) -> StageMove {
        try StageGraph.check(from: stage, to: next)
        guard now >= since else {
            throw DeskError(
                .illegalMove, at: "\(now)", "the buyer became \(stage.name) at \(since); a move cannot lie before that")
        }
        if next == .recycled || next == .disqualified, reason == nil {
            throw DeskError(.badReason, at: next.rawValue, "say why: a buyer is not \(next.name) without a reason")
        }
        let move = StageMove(
            from: stage, to: next, at: now, stayedMillis: now.milliseconds - since.milliseconds, actor: actor,
            reason: reason, agreement: agreement, facts: facts)
        moves.append(move)
        stage = next
        since = now
        return move
    }

    /// The stage at an instant, as it was then; before the first move, the one the buyer began in.
    public func stage(at instant: Instant) -> Stage {
        if let last = moves.last(where: { $0.at <= instant }) { return last.to }
        return moves.first?.from ?? stage
    }
}
