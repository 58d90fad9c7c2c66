/// How many sessions there must be for the number of engagements asked for.
///
/// It makes the acts of a sample of accounts without writing them, once at the natural number of sessions and once at
/// twice as many. The number of acts is a straight line in the number of sessions, so two points give the rest.
struct Volume {
    /// Permille of the natural number of sessions, for ordinary accounts.
    private(set) var ordinary = 1000
    /// For the largest accounts, where they have a share of their own.
    private(set) var giants: [Int] = []

    private static let sampled = 400

    init(
        settings: WorldSettings, teller: StoryTeller, walk: AccountWalk, touches: @escaping (Int) -> ArraySlice<Touch>
    ) {
        let share = settings.largestAccountSharePermille
        let giantCount = share > 0 ? min(StoryTeller.giants, settings.accounts - 1) : 0
        guard settings.engagements != nil || giantCount > 0 else { return }
        var measure = Measure(teller: teller, walk: walk, touches: touches)
        let rest = giantCount..<settings.accounts
        let step = max(1, rest.count / Volume.sampled)
        let sample = Array(stride(from: rest.lowerBound, to: rest.upperBound, by: step))
        let line = measure.line(of: sample).times(rest.count, over: sample.count)

        let shares: [Int] = (0..<giantCount).map { share >> $0 }
        let ordinaryShare: Int = shares.reduce(1000, -)
        let total = settings.engagements ?? line.atNatural * 1000 / max(1, ordinaryShare)
        // At most 4 × 10^9 × 10^3: no overflow.
        ordinary = line.scale(for: total * ordinaryShare / 1000)
        for index in 0..<giantCount {
            giants.append(measure.line(of: [index]).scale(for: total * shares[index] / 1000))
        }
    }

    func scale(of account: Int) -> Int {
        giants.indices.contains(account) ? giants[account] : ordinary
    }

    /// Number of acts as a straight line: so many at the natural number of sessions, so many at twice as many.
    private struct Line {
        var atNatural: Int
        var atDouble: Int

        func times(_ count: Int, over sample: Int) -> Line {
            Line(atNatural: atNatural * count / max(1, sample), atDouble: atDouble * count / max(1, sample))
        }

        /// The permille of sessions at which there are `target` acts, at least 1 in 1000.
        func scale(for target: Int) -> Int {
            let rise = max(1, atDouble - atNatural)
            let (scaled, overflow) = (target - atNatural).multipliedReportingOverflow(by: 1000)
            return overflow ? 1000 : max(1, min(1_000_000_000, 1000 + scaled / rise))
        }
    }

    private struct Measure {
        let teller: StoryTeller
        var walk: AccountWalk
        let touches: (Int) -> ArraySlice<Touch>

        mutating func line(of accounts: [Int]) -> Line {
            Line(atNatural: acts(of: accounts, 1000), atDouble: acts(of: accounts, 2000))
        }

        private mutating func acts(of accounts: [Int], _ scale: Int) -> Int {
            var count = ActCount()
            for account in accounts {
                walk.walk(teller.story(account), touches: touches(account), scalePermille: scale, into: &count)
            }
            return count.count
        }
    }
}
