import WeirDesk
import WeirFacts
import WeirLedger

/// Those who qualified first in one month, and how far they came since.
struct StageCohorts {
    /// Buyers by the month's first day, and by stage.
    private(set) var months: [CivilDay: [Stage: [Int64]]] = [:]

    /// - Parameters:
    ///   - from: cohorts from the month of this day on.
    ///   - end: what happened before this instant counts.
    init(_ books: DeskBooks, _ days: ZonedDays, from: CivilDay, end: Instant) throws {
        let first = from.advanced(by: 1 - from.components.day)
        var (current, month, reached): (Int64?, CivilDay?, Set<Stage>) = (nil, nil, [])
        func close() {
            guard let current, let month, month >= first else { return }
            for stage in reached { months[month, default: [:]][stage, default: []].append(current) }
        }
        try books.forEachMove(since: Instant(milliseconds: .min)) { buyer, to, _, at in
            if buyer != current {
                close()
                (current, month, reached) = (buyer, nil, [])
            }
            guard at < end, let stage = Stage(rawValue: to) else { return }
            if month == nil, stage == .qualified {
                let day = days.day(of: at)
                month = day.advanced(by: 1 - day.components.day)
            }
            if month != nil { reached.insert(stage) }
        }
        close()
    }
}
