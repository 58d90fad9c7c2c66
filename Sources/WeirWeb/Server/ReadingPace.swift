/// How fast a request has to come in: a grace period, then a least average rate, and never more than so many bytes.
///
/// Someone who sends a byte now and then would otherwise hold a connection for ever (“slow loris”). Pure: time is passed in
/// as whole milliseconds of a clock that never jumps.
package struct ReadingPace {
    package enum Verdict: Equatable {
        /// Look again at this time.
        case wait(until: Int64)
        case tooSlow
    }

    /// Milliseconds granted before the rate counts.
    package let graceMillis: Int64
    /// Bytes a second.
    package let minimumRate: Int64
    /// Bytes of a body after which nothing more is read.
    package let maximumBytes: Int64

    private(set) var isReading = false
    private var startMillis: Int64 = 0
    private var bytes: Int64 = 0

    package init(graceMillis: Int64, minimumRate: Int64, maximumBytes: Int64) {
        self.graceMillis = graceMillis
        self.minimumRate = max(1, minimumRate)
        self.maximumBytes = maximumBytes
    }

    /// A request's head has come.
    /// - Returns: when to look at the pace for the first time.
    package mutating func begin(at millis: Int64) -> Int64 {
        isReading = true
        startMillis = millis
        bytes = 0
        return millis + graceMillis
    }

    /// Some of the body has come.
    /// - Returns: whether more may come.
    package mutating func took(_ count: Int) -> Bool {
        bytes += Int64(count)
        return bytes <= maximumBytes
    }

    /// All of the body has come.
    package mutating func end() { isReading = false }

    /// Whether the body comes fast enough, looked at `millis`.
    package func verdict(at millis: Int64) -> Verdict {
        let deadline = startMillis + graceMillis + bytes * 1000 / minimumRate
        return millis >= deadline ? .tooSlow : .wait(until: deadline)
    }
}
