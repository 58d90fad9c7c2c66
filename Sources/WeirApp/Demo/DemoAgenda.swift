import WeirDesk
import WeirFacts

/// What is still to happen, in order.
struct DemoAgenda {
    enum Event {
        case arrives(DeskInput)
        case does(DemoStep, handOff: String)
        case deal(DeskInput.OpportunityChange, buyer: String)
    }

    /// The next comes last.
    private var events: [(at: Instant, event: Event)] = []

    var nextAt: Instant? { events.last?.at }

    /// Of two at one instant the one that was added first comes first.
    mutating func add(_ event: Event, at instant: Instant) {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if events[middle].at > instant { low = middle + 1 } else { high = middle }
        }
        events.insert((instant, event), at: low)
    }

    mutating func take(until instant: Instant) -> Event? {
        guard let next = events.last, next.at <= instant else { return nil }
        events.removeLast()
        return next.event
    }
}
