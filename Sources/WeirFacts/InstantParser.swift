/// Reads points in time as business systems write them.
///
/// Understood: ISO 8601 with `T` or a space, with or without seconds, fractions (up to nine digits, cut to the
/// millisecond) and offset (`Z`, `UTC`, `GMT`, `+02:00`, `+0200`, `+02`, and `Z-0300` as Salesforce's Data Loader has
/// it, where the number counts); the basic form `20240115T103000Z`; a day alone (its first instant);
/// `07/15/2009 2:14 PM`; `15.07.2009`; `15 Jul 2009`; `July 15, 2009`; seconds, milliseconds, microseconds or
/// nanoseconds since 1970 (10, 13, 16 or 19 digits); and Excel's day numbers (`45292.5`).
/// Years run from 1900 to 9999. Integers throughout: nothing is rounded through a `Double`.
public struct InstantParser: Sendable {
    /// How `03/04/2024` is read when both readings exist. An impossible month (`15/04/2024`) is read the other way.
    public enum SlashOrder: String, Sendable { case monthFirst, dayFirst }

    /// Why a text is not a point in time.
    public enum Problem: Error, Hashable, Sendable {
        case empty, notATime, noSuchDay, noSuchTime, yearOutOfRange, unknownZone
    }

    public var slashOrder: SlashOrder
    /// Whether a bare number of five digits, with or without decimals, is a day number of a spreadsheet.
    public var readsSerialDays: Bool
    /// For times that name no zone: given the wall clock as seconds since 1970-01-01 00:00 on that wall, how many
    /// seconds the zone is ahead of UTC then. `nil` reads such times as UTC.
    public var secondsAheadOfUTC: (@Sendable (_ wallSeconds: Int64) -> Int64)?

    public init(
        slashOrder: SlashOrder = .monthFirst, readsSerialDays: Bool = true,
        secondsAheadOfUTC: (@Sendable (_ wallSeconds: Int64) -> Int64)? = nil
    ) {
        self.slashOrder = slashOrder
        self.readsSerialDays = readsSerialDays
        self.secondsAheadOfUTC = secondsAheadOfUTC
    }

    /// The instant that `text` names.
    public func instant(_ text: some StringProtocol) throws(Problem) -> Instant {
        let bytes = Array(text.utf8)
        return try instant(bytes.span)
    }

    /// The instant that UTF-8 `text` names; white space around it is passed over.
    public func instant(_ text: Span<UInt8>) throws(Problem) -> Instant {
        let wall = try wallTime(text)
        return instant(wall)
    }

    /// The day that `text` names, as written: its time and zone, where it has them, do not move it.
    public func day(_ text: some StringProtocol) throws(Problem) -> CivilDay {
        let bytes = Array(text.utf8)
        return try wallTime(bytes.span).day
    }

    private func wallTime(_ text: Span<UInt8>) throws(Problem) -> WallTime {
        var scanner = TimeScanner(start: 0, end: text.count)
        scanner.trim(text)
        if scanner.isAtEnd { throw .empty }
        if let wall = try scanner.plainISO(text) { return wall }
        return try scanner.wallTime(text, slashOrder: slashOrder, readsSerialDays: readsSerialDays)
    }

    private func instant(_ wall: WallTime) -> Instant {
        let milliseconds = Int64(wall.day.number) * 86_400_000 + wall.millisecondOfDay
        if let offset = wall.offsetSeconds { return Instant(milliseconds: milliseconds - offset * 1000) }
        guard let secondsAheadOfUTC else { return Instant(milliseconds: milliseconds) }
        let ahead = secondsAheadOfUTC(floorDivide(milliseconds, by: 1000))
        return Instant(milliseconds: milliseconds - ahead * 1000)
    }
}

/// What a clock on the wall showed.
struct WallTime {
    var day: CivilDay
    /// 0...86,400,000: midnight at the end of a day is allowed.
    var millisecondOfDay: Int64 = 0
    /// Seconds ahead of UTC; `nil` if the text named no zone.
    var offsetSeconds: Int64?
}

extension InstantParser.Problem: CustomStringConvertible {
    /// What is wrong, to be put after the text itself.
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .notATime: "is not a date or time; write it as 2026-03-27 or 2026-03-27T16:50:00Z"
        case .noSuchDay: "names a day that does not exist"
        case .noSuchTime: "names a time of day that does not exist"
        case .yearOutOfRange: "is not in the years 1900 to 9999"
        case .unknownZone: "names a time zone that is not known; write the offset, e.g. +02:00"
        }
    }
}
