/// Takes the acts of one account after another, in the order in which they are recorded.
protocol ActReceiver {
    /// What may go wrong while taking an act; `Never` if nothing can.
    associatedtype Failure: Error

    /// - Parameter record: whether the act is recorded in time, late, or for the second time.
    mutating func receive(_ act: Act, _ record: Record) throws(Failure)
}

/// How an act came to be recorded.
enum Record: UInt8 {
    case inTime, late, again
}

/// Only counts. Used to find out how many acts settings give before the real ones are made.
struct ActCount: ActReceiver {
    var count = 0

    mutating func receive(_ act: Act, _ record: Record) throws(Never) { count += 1 }
}

/// Keeps an account's acts, for tests and for looking at one account.
struct ActList: ActReceiver {
    var acts: [(act: Act, record: Record)] = []

    mutating func receive(_ act: Act, _ record: Record) throws(Never) { acts.append((act, record)) }
}
