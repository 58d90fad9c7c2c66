/// How a number of days is spread: quartiles and a histogram.
public struct DayDistribution: Hashable, Sendable {
    /// One bar: days from `from` to `to`, both included.
    public struct Bin: Hashable, Sendable {
        public var from: Int
        public var to: Int
        public var count: Int
    }

    public var count: Int
    /// Quartiles by nearest rank, so that each is a number of days that really occurred; `nil` with nothing counted.
    public var lowerQuartile: Int?
    public var median: Int?
    public var upperQuartile: Int?
    public var bins: [Bin]

    /// - Parameters:
    ///   - values: days, 0 to `limit`.
    ///   - limit: the most days that can occur; the bins cover 0…`limit` in at most twelve equal steps.
    public init(_ values: [Int], limit: Int) {
        let sorted = values.sorted()
        count = sorted.count
        let atRank = { (quarters: Int) -> Int? in
            sorted.isEmpty ? nil : sorted[(quarters * sorted.count + 3) / 4 - 1]
        }
        lowerQuartile = atRank(1)
        median = atRank(2)
        upperQuartile = atRank(3)
        let width = max(1, (limit + 11) / 12)
        bins = stride(from: 0, to: max(1, limit), by: width).map { Bin(from: $0, to: $0 + width - 1, count: 0) }
        bins[bins.count - 1].to = limit
        for value in sorted {
            bins[min(value / width, bins.count - 1)].count += 1
        }
    }
}
