/// The units of the language, each with its bounds.
extension Shape {
    static let points = Shape.decimal(Bounds.points)
    static let positivePoints = Shape.decimal(Bounds.cap)
    static let score = Shape.decimal(Bounds.score)
    static let weight = Shape.decimal(Bounds.weight)
    static let days = Shape.pattern("^[0-9]+ (days?|weeks?)$", example: "30 days")
    static let serviceTime = Shape.pattern(
        "^[0-9]+ (business )?(minutes?|hours?|days?)$", example: "4 business hours")
    static let businessDays = Shape.pattern("^[0-9]+ business days?$", example: "10 business days")
    static let share = Shape.pattern("^[0-9]+(\\.[0-9])?%$", example: "30%")
    static let monthDay = Shape.pattern("^[0-9]{2}-[0-9]{2}$", example: "02-01")
    static let hours = Shape.pattern("^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$", example: "09:00-17:30")
    static let sha256 = Shape.pattern("^[0-9a-f]{64}$", example: String(repeating: "0", count: 64))
    static let country = Shape.pattern("^[A-Z]{2}$", example: "GB")
    static let names = Shape.list(.text, atLeast: 1)

    static func choice<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> Shape {
        .choice(Choice.allCases.map(\.rawValue))
    }
}

/// What numbers may be. Points, scores and weights are thousandths.
enum Bounds {
    /// A signal's or an entry's points: 32-bit signed millipoints.
    static let points = Int64(Int32.min)...Int64(Int32.max)
    /// Caps, breadth and echo: 32-bit unsigned millipoints.
    static let cap = 0...Int64(UInt32.max)
    /// Thresholds: far beyond any score, and far below overflow.
    static let score: ClosedRange<Int64> = 0...1_000_000_000_000
    /// ×0 to ×1000.
    static let weight: ClosedRange<Int64> = 0...1_000_000
    /// At least 0.001, so that a buyer who did nothing is not engaged.
    static let engaged: ClosedRange<Int64> = 1...1_000_000_000_000
    /// A hundred years.
    static let days = 0...36_500
    static let count = 0...1_000_000
    static let positiveCount = 1...1_000_000
    /// The most entries of one matrix row that has ranges: each is compared with each before it.
    static let ranges = 256
    static let levels = 255
    static let name = 100
    static let text = 10_000
}
