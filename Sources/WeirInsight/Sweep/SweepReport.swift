import WeirFacts

/// Many variants of a definition over the same history: what each costs and brings, and which no other beats.
public struct SweepReport: Hashable, Sendable {
    /// A value of the agreement that is set to others.
    public struct Setting: Hashable, Sendable {
        /// `qualified_account.enter.score`.
        public var path: String
        /// As the agreement has it.
        public var written: String

        public init(path: String, written: String) {
            self.path = path
            self.written = written
        }
    }

    /// The definition with one value for each setting.
    public struct Variant: Hashable, Sendable {
        /// In the order of the settings, as they would be written.
        public var values: [String]
        /// Whether it is the agreement as it is written.
        public var isCurrent: Bool
        public var numbers: SweepNumbers

        public init(values: [String], isCurrent: Bool, numbers: SweepNumbers) {
            self.values = values
            self.isCurrent = isCurrent
            self.numbers = numbers
        }
    }

    /// Values that together make no sound agreement.
    public struct LeftOut: Hashable, Sendable {
        public var values: [String]
        /// Where the agreement contradicts itself, and what would be right.
        public var reason: String

        public init(values: [String], reason: String) {
            self.values = values
            self.reason = reason
        }
    }

    public var title: String
    /// `unsigned draft`; stands at the head of every section.
    public var banner: String?
    public var from: CivilDay
    public var to: CivilDay
    public var horizonDays: Int
    public var settings: [Setting]
    public var variants: [Variant]
    public var leftOut: [LeftOut]
    /// For each variant the number of the one that beats it, itself beaten by none; `nil` on the frontier.
    public let beatenBy: [Int?]

    /// - Parameter variants: all over the same period, so that they can be weighed against each other.
    public init(
        title: String, banner: String?, from: CivilDay, to: CivilDay, horizonDays: Int, settings: [Setting],
        variants: [Variant], leftOut: [LeftOut]
    ) {
        self.title = title
        self.banner = banner
        self.from = from
        self.to = to
        self.horizonDays = horizonDays
        self.settings = settings
        self.variants = variants
        self.leftOut = leftOut
        let best = variants.indices.filter { number in
            !variants.contains { $0.numbers.beats(variants[number].numbers) }
        }
        let unbeaten = Set(best)
        beatenBy = variants.indices.map { number in
            if unbeaten.contains(number) { return nil }
            let victors = best.filter { variants[$0].numbers.beats(variants[number].numbers) }
            // Where acceptance can be told of some only, one that is itself beaten may be all there is.
            return victors.max { variants[$0].merit < variants[$1].merit }
                ?? variants.indices.first { variants[$0].numbers.beats(variants[number].numbers) }
        }
    }

    /// Numbers of the variants that none beats, by volume.
    public var frontier: [Int] {
        variants.indices.filter { beatenBy[$0] == nil }
            .sorted { (variants[$0].numbers.buyersEntered, $0) < (variants[$1].numbers.buyersEntered, $1) }
    }

    /// The variant that finds the most wins of those whose mean week the teams can follow up; `nil` where there is none, or
    /// no team is named.
    public var bestWithinCapacity: Int? {
        variants.indices.filter { variants[$0].numbers.fitsCapacity == true }
            .max { (variants[$0].merit, $1) < (variants[$1].merit, $0) }
    }
}

extension SweepReport.Variant {
    /// More wins are better, then fewer follow-ups.
    fileprivate var merit: Merit { Merit(wins: numbers.winsFound.count, buyers: numbers.buyersEntered) }
}

private struct Merit: Comparable {
    var wins: Int
    var buyers: Int

    static func < (a: Merit, b: Merit) -> Bool { (a.wins, b.buyers) < (b.wins, a.buyers) }
}
