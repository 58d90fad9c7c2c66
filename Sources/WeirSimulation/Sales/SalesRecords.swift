/// What Sales said after following a lead up.
struct Disposition {
    enum Verdict: String { case accept, reject, recycle }

    var account: Int
    var seat: Int
    var verdict: Verdict
    var reason: String?
    var day: Int
    var second: Int
    var by: String
}

/// A deal that Sales opened.
struct Opportunity {
    enum Outcome: String { case open, won, lost }

    /// Where it came from.
    enum Source: String {
        case lead
        case raisedHand = "raised_hand"
        case calling
    }

    var account: Int
    var seat: Int
    /// The need behind it; `nil` for one that never had a chance.
    var need: Int?
    var source: Source
    var opened: Int
    /// Day on which it closes; it may lie behind the window, and then it is still open.
    var closes: Int
    var wins: Bool
    /// In hundredths.
    var amount: Int
    var lossReason: String

    func outcome(days: Int) -> Outcome { closes >= days ? .open : wins ? .won : .lost }

    /// The stage it has reached when the window ends.
    func stage(days: Int) -> String {
        switch outcome(days: days) {
        case .won: return "closed_won"
        case .lost: return "closed_lost"
        case .open:
            let passed = (days - opened) * 4 / max(1, closes - opened)
            return ["discovery", "evaluation", "proposal", "negotiation"][min(3, passed)]
        }
    }
}

/// What Sales did at one account, as far as it leaves engagements behind.
struct Touch {
    var account: Int
    /// Day of the first call, or of the opening where Sales called unasked.
    var day: Int
    var seat: Int
    var isAccepted: Bool
    /// Days of the opportunity that came of it.
    var opportunity: ClosedRange<Int>?
    var need: Int?
}

/// What became of a need. Kept for every need of the world, so it is small.
enum Fate: String {
    /// No lead came of it.
    case missed
    /// A lead waited until it was forgotten.
    case neverCalled = "never_called"
    /// Sales called, and did not see it.
    case refused
    case accepted
    case opportunity
}
