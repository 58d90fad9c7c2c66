import WeirFacts

/// What sources said of companies and people of late, so that saying it again costs a look in memory: most events
/// repeat what the one before them said of their person.
///
/// Who says the same again says nothing new, unless the record has changed since; whoever changes one tells it first
/// (``change(_:)``). It is bounded: when it is full it starts over, and what it forgets is looked up again.
final class SaidOfLate {
    enum Record: Hashable {
        case account(Int64)
        case buyer(Int64)
    }

    /// What was said and by whom, as 128 bits of a hash with a secret seed: two that differ do not meet in practice,
    /// and the words themselves need no room.
    struct Words: Hashable {
        private let first: Int
        private let second: Int

        init(_ said: some Hashable, source: Int64) {
            func hash(_ salt: Bool) -> Int {
                var hasher = Hasher()
                hasher.combine(salt)
                hasher.combine(source)
                hasher.combine(said)
                return hasher.finalize()
            }
            first = hash(false)
            second = hash(true)
        }
    }

    private var said: [Words: (record: Record, edition: Int)] = [:]
    /// How often a record has changed, of those that something was said of.
    private var editions: [Record: Int] = [:]
    private let capacity: Int

    /// - Parameter capacity: how much is remembered, in things said; each takes about 100 bytes.
    init(capacity: Int = 1 << 16) { self.capacity = capacity }

    /// Whether it was said before and nothing has changed the record since.
    func isRepeated(_ words: Words) -> Bool {
        guard let (record, edition) = said[words] else { return false }
        return editions[record] == edition
    }

    func remember(_ words: Words, of record: Record) {
        if said.count >= capacity { forgetAll() }
        let edition = editions[record] ?? 0
        editions[record] = edition
        said[words] = (record, edition)
    }

    /// A record is about to change.
    func change(_ record: Record) {
        if let edition = editions[record] { editions[record] = edition + 1 }
    }

    func forgetAll() {
        said.removeAll(keepingCapacity: true)
        editions.removeAll(keepingCapacity: true)
    }
}
