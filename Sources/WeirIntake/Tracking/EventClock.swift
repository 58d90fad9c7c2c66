import WeirFacts

/// Sets the sender's clock right.
///
/// As Segment documents it: an event happened as long before its receipt as its `timestamp` lies before its `sentAt`,
/// so a clock that is wrong by any amount does no harm.
struct EventClock {
    let receivedAt: Instant
    let limits: TrackingLimits
    /// The sender says that these are past events; their times are taken as they are.
    let isHistorical: Bool

    /// No tracking client is older than this; a clock that shows less was never set.
    private static let oldestBelievable = CivilDay(number: 14_610)

    /// When it happened, never after its receipt, and whether it claimed to happen well after.
    func time(originalAt: Instant?, sentAt: Instant?) -> (at: Instant, isFromFuture: Bool) {
        guard let originalAt else { return (receivedAt, false) }
        var at = originalAt
        if !isHistorical, let sentAt, !isSentAgain(sentAt) {
            at = Instant(milliseconds: receivedAt.milliseconds - (sentAt.milliseconds - originalAt.milliseconds))
        }
        let isFromFuture = at.milliseconds > receivedAt.milliseconds + limits.futureToleranceMillis
        return (min(at, receivedAt), isFromFuture)
    }

    /// A stored event that is sent again still carries its old `sentAt`; the formula would move it to today.
    private func isSentAgain(_ sentAt: Instant) -> Bool {
        let lag = receivedAt.milliseconds - sentAt.milliseconds
        return lag > limits.largestLagMillis && sentAt.utcDay >= EventClock.oldestBelievable
    }
}
