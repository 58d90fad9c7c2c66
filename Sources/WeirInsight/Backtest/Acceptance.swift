/// What Sales answered to hand-offs of accounts that were qualified on the day of the answer, and to all others.
public struct Acceptance: Hashable, Sendable {
    public struct Reason: Hashable, Sendable {
        public var reason: String
        public var isProcedural: Bool
        public var count: Int
    }

    /// Accepted, of the answers for accounts qualified at the time.
    public var qualified: Share
    /// Accepted, of the answers for accounts that this definition would not have handed over then.
    public var others: Share
    /// Of the qualified.
    public var rejected: Int
    public var recycled: Int
    /// Why the qualified were rejected, most frequent first.
    public var rejectReasons: [Reason]

    /// `nil` without any answer in the period.
    init?(_ timeline: BacktestTimeline) {
        let input = timeline.input
        let answers = input.dispositions.filter { $0.day >= input.from && $0.day <= input.to }
        if answers.isEmpty { return nil }
        var inside: [BacktestDisposition] = []
        var outside: [BacktestDisposition] = []
        for answer in answers {
            let wasQualified = timeline.history(of: answer.accountID)?.isQualified(on: answer.day) ?? false
            if wasQualified { inside.append(answer) } else { outside.append(answer) }
        }
        qualified = Share(inside.count { $0.verdict == .accept }, of: inside.count)
        others = Share(outside.count { $0.verdict == .accept }, of: outside.count)
        let rejections = inside.filter { $0.verdict == .reject }
        rejected = rejections.count
        recycled = inside.count { $0.verdict == .recycle }
        rejectReasons = Dictionary(grouping: rejections) { $0.reason ?? "no reason given" }
            .map {
                Reason(reason: $0.key, isProcedural: $0.value.contains(where: \.isProcedural), count: $0.value.count)
            }
            .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    }
}
