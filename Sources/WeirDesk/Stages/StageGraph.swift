/// Which moves between stages exist. Every door asks here, so that no door lets through what another refuses.
public enum StageGraph {
    /// Where a buyer may go from a stage.
    public static func next(after stage: Stage) -> [Stage] {
        switch stage {
        case .prospect: [.lead, .qualified, .disqualified, .suppressed]
        case .lead: [.qualified, .accepted, .disqualified, .suppressed]
        case .qualified: [.released, .lead, .recycled, .disqualified, .suppressed]
        case .released: [.accepted, .qualified, .recycled, .disqualified, .suppressed]
        case .accepted: [.salesQualified, .qualified, .recycled, .disqualified, .suppressed]
        case .salesQualified: [.opportunity, .recycled, .disqualified, .suppressed]
        case .opportunity: [.won, .lost, .suppressed]
        case .won: [.lead, .suppressed]
        case .lost: [.recycled, .lead, .suppressed]
        case .recycled: [.lead, .qualified, .disqualified, .suppressed]
        case .disqualified: [.lead, .suppressed]
        case .suppressed: [.lead]
        }
    }

    /// - Throws: `illegalMove` with what is missing, or what may be done instead.
    public static func check(from: Stage, to: Stage) throws(DeskError) {
        guard !next(after: from).contains(to) else { return }
        throw DeskError(.illegalMove, at: "\(from.rawValue) → \(to.rawValue)", reason(from, to))
    }

    private static func reason(_ from: Stage, _ to: Stage) -> String {
        if from == to { return "the buyer is \(from.name) already" }
        let why: String? =
            switch (from, to) {
            case (.suppressed, _): "a suppressed buyer must not be contacted; lift the suppression first"
            case (.disqualified, _): "a disqualified buyer becomes a lead first, with the reason why"
            case (.opportunity, .recycled), (.opportunity, .disqualified): "an opportunity is won or lost first"
            case (_, .released): "only a qualified buyer is handed over"
            case (_, .accepted): "only a buyer who was handed over, or a lead of Sales' own, is accepted"
            case (_, .salesQualified): "a person accepts the buyer before confirming need, authority and timing"
            case (_, .opportunity): "a buyer is sales-qualified before there is an opportunity"
            case (_, .won), (_, .lost): "only an opportunity is won or lost"
            default: nil
            }
        let ways = next(after: from).map(\.name).joined(separator: ", ")
        return (why.map { $0 + ". " } ?? "") + "From \(from.name) a buyer can become: \(ways)"
    }
}
