/// When in the day people act.
enum DayHours {
    /// Local hours, each as often as it is busy, in 64 places.
    private static let hours: [UInt8] = {
        let parts: [(hour: UInt8, places: Int)] = [
            (7, 2), (8, 5), (9, 8), (10, 9), (11, 8), (12, 4), (13, 5), (14, 7), (15, 6), (16, 4), (17, 2), (19, 1),
            (20, 1), (21, 1), (22, 1),
        ]
        return parts.flatMap { Array(repeating: $0.hour, count: $0.places) }
    }()

    /// A second of the UTC day in an hour people are up. A local evening far to the west or east wraps round to the
    /// other end of the same UTC day, so that a day's acts stay on their day.
    static func second(hoursAhead: Int, _ chance: inout SeededGenerator) -> Int {
        let draw = chance.below(64 * 3600)
        let local = Int(hours[draw & 63]) * 3600 + draw / 64
        return (local - hoursAhead * 3600 + 86_400) % 86_400
    }
}
