import WeirAgreement
import WeirFacts

/// What a person does with a hand-off.
public enum Disposition: Hashable, Sendable, Codable {
    case accept
    /// For one of the agreement's reasons.
    case reject(reason: String)
    /// Back to Marketing; without a day, after as many days as the agreement says.
    case recycle(reason: String, until: CivilDay?)
    /// Out of sight until then. The clocks go on.
    case snooze(until: Instant)
    /// Sales is in touch already: this one joins another hand-off.
    case alreadyWorking(into: String)
    case reassign(to: String)
    /// Talked with the buyer, both ways.
    case contacted
    case confirm(BANTAnswer)
    /// Need, authority, timing and so on are confirmed as agreed.
    case salesQualify

    /// In words, as in “accepted by ana”.
    public var word: String {
        switch self {
        case .accept: "accepted"
        case .reject(let reason): "rejected (\(reason))"
        case .recycle(let reason, _): "recycled (\(reason))"
        case .snooze: "snoozed"
        case .alreadyWorking(let other): "merged into \(other)"
        case .reassign(let name): "handed on to \(name)"
        case .contacted: "contacted"
        case .confirm(let answer): "\(answer.letter.rawValue) recorded"
        case .salesQualify: "sales-qualified"
        }
    }
}

/// Why Sales may say no.
public enum RejectionKind: String, Hashable, Sendable, Codable {
    /// The record is wrong: it should not have been handed over so. The buyer is qualified as before, and placed anew with
    /// what is known by then; who refused them does not get them again.
    case procedural
    /// The record is right, and Sales disagrees. The buyer comes back after as many days as the agreement says for the
    /// reason; where it says nothing, they are no buyer.
    case judgement
}

extension DispositionReasons {
    /// - Throws: `badReason` with the reasons there are.
    func kind(of reason: String) throws(DeskError) -> RejectionKind {
        if rejectProcedural.contains(reason) { return .procedural }
        if rejectJudgement.contains(reason) { return .judgement }
        throw DeskError(
            .badReason, at: reason.isEmpty ? "reason" : reason,
            "a rejection needs one of these reasons: "
                + (rejectProcedural + rejectJudgement).joined(separator: ", "))
    }
}
