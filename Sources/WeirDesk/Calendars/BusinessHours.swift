import WeirAgreement
import WeirFacts

/// Hours of one day as they are written: `09:00-12:30`, `22:00-24:00`.
public enum BusinessHours {
    /// Reads the intervals of a day and puts them in order.
    ///
    /// - Parameters:
    ///   - texts: intervals such as `09:00-12:30`; times run from `00:00` to `24:00`.
    ///   - place: the field they stand in, for the error.
    /// - Throws: `badHours`, saying which interval, where one cannot be read, ends before it begins, or overlaps
    ///   another. Intervals may touch; those that do become one.
    public static func read(_ texts: [String], at place: String) throws(DeskError) -> [WorkingCalendar.Hours] {
        var hours: [WorkingCalendar.Hours] = []
        for (index, text) in texts.enumerated() {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = minute(ends[0]), let to = minute(ends[1]) else {
                throw DeskError(
                    .badHours, at: "\(place)[\(index)]", "“\(text)” is not an interval; write it as 09:00-12:30")
            }
            hours.append(.init(from: from, to: to))
        }
        return try ordered(hours, at: place)
    }

    /// Puts the intervals of a day in order and joins those that touch.
    public static func ordered(
        _ hours: [WorkingCalendar.Hours], at place: String
    ) throws(DeskError) -> [WorkingCalendar.Hours] {
        var joined: [WorkingCalendar.Hours] = []
        for next in hours.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            guard 0 <= next.from, next.from < next.to, next.to <= 1440 else {
                throw DeskError(
                    .badHours, at: place,
                    "\(next.text) does not begin before it ends; write hours past midnight as two: 22:00-24:00 on one "
                        + "day, 00:00-06:00 on the next")
            }
            guard let last = joined.last else {
                joined.append(next)
                continue
            }
            guard last.to <= next.from else {
                throw DeskError(.badHours, at: place, "\(last.text) and \(next.text) overlap; make them one")
            }
            if last.to == next.from { joined[joined.count - 1].to = next.to } else { joined.append(next) }
        }
        return joined
    }

    /// Minutes since midnight of `09:30`, with one or two digits for the hour.
    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
}

extension WorkingCalendar.Hours {
    /// As it is written: `09:00-12:30`.
    public var text: String { "\(Self.clock(from))-\(Self.clock(to))" }

    private static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
