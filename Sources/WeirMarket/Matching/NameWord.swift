/// One word of a company's name, as it compares.
struct NameWord: Hashable, Sendable {
    /// What a word does in a name, and so what its absence from the other name says.
    enum Kind: UInt8, Sendable {
        /// The company's own word.
        case name
        /// "of", "and", "the".
        case stop
        /// What any company may add or leave out: "group", "technologies".
        case descriptor
        /// The trade: "insurance", "airlines". Often left out, sometimes what tells two companies apart.
        case trade
        /// A country, state or large city: a branch, or another company of the name.
        case place
        /// What makes it another legal being: "fund", "trust", "acquisition".
        case vehicle
        /// A number or a Roman one.
        case number

        /// Whether it tells companies apart better than the trade does.
        var isTelling: Bool { self == .name || self == .place || self == .number }
    }

    let text: String
    let kind: Kind
    /// How telling it is, 1 to 100, where both names have it.
    let weight: Int32
    /// What it costs where the other name lacks it, 1 to 100.
    let absence: Int32
    /// Whether it is a common word, which is seldom another one misspelt.
    let isCommon: Bool

    init(_ text: String) {
        self.text = text
        let common = WordWeights.weight(text)
        isCommon = common != nil
        kind = WordKinds.kind(text)
        let telling = common ?? 100
        switch kind {
        case .name: (weight, absence) = (telling, telling)
        case .stop: (weight, absence) = (2, 1)
        case .descriptor: (weight, absence) = (min(telling, 14), 10)
        case .trade: (weight, absence) = (min(telling, 40), 26)
        case .place: (weight, absence) = (min(telling, 50), 55)
        case .vehicle: (weight, absence) = (min(telling, 30), 80)
        case .number: (weight, absence) = (60, 90)
        }
    }

    var isTelling: Bool { kind.isTelling }
}
