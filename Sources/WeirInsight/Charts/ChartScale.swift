/// From values to places along an axis.
package struct ChartScale {
    /// The greatest value on the axis.
    package let limit: Int
    /// Where 0 and the limit lie.
    package let start: Double
    package let end: Double

    package init(limit: Int, start: Double, end: Double) {
        self.limit = limit
        self.start = start
        self.end = end
    }

    package func place(_ value: Int) -> Double {
        start + (end - start) * Double(value) / Double(max(1, limit))
    }

    /// Values for the marks of an axis from 0 to at least `most`: three to five steps of 1, 2 or 5 times a power of ten.
    package static func ticks(to most: Int) -> [Int] {
        var step = 1
        let factors = [2, 5, 10]
        var magnitude = 1
        var next = 0
        while step * 4 < most {
            step = magnitude * factors[next]
            next += 1
            if next == factors.count {
                next = 0
                magnitude *= 10
            }
        }
        let steps = max(1, (most + step - 1) / step)
        return (0...steps).map { $0 * step }
    }
}
