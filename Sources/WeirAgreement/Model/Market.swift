import WeirFacts

/// Who belongs: addressable ⊇ served ⊇ target, and how well a company fits.
public struct MarketDefinition: Hashable, Sendable {
    public var addressable: Criteria
    public var served: Criteria
    public var target: Criteria
    public var matrix: [MatrixRow]
    /// Best first; below the last is unfit.
    public var tiers: [Tier]

    public init(
        addressable: Criteria = Criteria(), served: Criteria = Criteria(), target: Criteria = Criteria(),
        matrix: [MatrixRow] = [], tiers: [Tier]
    ) {
        self.addressable = addressable
        self.served = served
        self.target = target
        self.matrix = matrix
        self.tiers = tiers
    }
}

/// Lines that must all hold; or, where `alternative` is given, it instead.
public struct Criteria: Hashable, Sendable {
    public var lines: [Criterion]
    /// `or: {…}`: the other lines, or else these. An array holds at most one (a value type cannot hold itself).
    public var alternative: [Criteria]

    public init(lines: [Criterion] = [], or alternative: Criteria? = nil) {
        self.lines = lines
        self.alternative = alternative.map { [$0] } ?? []
    }

    public var isEmpty: Bool { lines.isEmpty && alternative.isEmpty }
}

/// One line of criteria.
public indirect enum Criterion: Hashable, Sendable {
    /// `attribute: value`, `attribute: [values]` or `attribute: {…}`; every test in it must hold.
    case attribute(name: String, tests: [AttributeTest])
    /// `in_list: NAME`
    case inList(String)
    /// `not: {…}`
    case not(Criteria)
}

/// A test of one attribute's value.
public enum AttributeTest: Hashable, Sendable {
    /// Equal to one of these, without case, accents or surrounding space; for a set, holding one of them.
    case oneOf([AttributeValue])
    case atLeast(AttributeValue)
    case atMost(AttributeValue)
    case contains(String)
    case startsWith(String)
    case isKnown(Bool)
}

/// One row of the qualification matrix: the points of the first entry that fits; a set adds every one present.
public struct MatrixRow: Hashable, Sendable {
    public enum Entries: Hashable, Sendable {
        case values([ValuePoints])
        case ranges([RangePoints])
    }

    public var attribute: String
    public var entries: Entries

    public init(attribute: String, entries: Entries) {
        self.attribute = attribute
        self.entries = entries
    }
}

public struct ValuePoints: Hashable, Sendable {
    public var value: AttributeValue
    public var pointsMilli: Int64

    public init(value: AttributeValue, pointsMilli: Int64) {
        self.value = value
        self.pointsMilli = pointsMilli
    }
}

/// Points for a number, sum of money or date between two bounds, both included.
public struct RangePoints: Hashable, Sendable {
    public var atLeast: AttributeValue?
    public var atMost: AttributeValue?
    public var pointsMilli: Int64

    public init(atLeast: AttributeValue? = nil, atMost: AttributeValue? = nil, pointsMilli: Int64) {
        self.atLeast = atLeast
        self.atMost = atMost
        self.pointsMilli = pointsMilli
    }
}

public struct Tier: Hashable, Sendable {
    public var name: String
    /// Lowest fit points of the tier, millipoints.
    public var atLeastMilli: Int64

    public init(name: String, atLeastMilli: Int64) {
        self.name = name
        self.atLeastMilli = atLeastMilli
    }
}
