import WeirAgreement
import WeirFacts

extension BusinessCalendar {
    /// Open time between two instants, milliseconds; 0 if `end` is not after `start`.
    public func elapsed(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        var spans = OpenSpans(self, from: start.milliseconds)
        var total: Int64 = 0
        while let span = spans.next(), span.from < end.milliseconds {
            total += max(min(span.to, end.milliseconds) - max(span.from, start.milliseconds), 0)
        }
        return total
    }

    /// Whether work is done at an instant.
    public func isOpen(at instant: Instant) -> Bool {
        guard let span = openSpan(from: instant.milliseconds) else { return false }
        return span.from <= instant.milliseconds
    }

    /// The first open instant from `start` on, which may be `start`.
    public func firstOpen(from start: Instant) throws(DeskError) -> Instant {
        guard let span = openSpan(from: start.milliseconds) else { throw neverOpen(start) }
        return Instant(milliseconds: max(span.from, start.milliseconds))
    }

    /// The first stretch that ends after an instant.
    func openSpan(from instant: Int64) -> OpenSpan? {
        var spans = OpenSpans(self, from: instant)
        while let span = spans.next() { if span.to > instant { return span } }
        return nil
    }

    /// When a promise made at `start` is due.
    ///
    /// - `N business minutes` and `N business hours`: the first instant by which so much open time has passed; work that
    ///   fills a day is due when that day closes, not when the next one opens. None at all is due at the first open
    ///   instant.
    /// - `N business days`: from the first open instant, the same local time on the Nth later day that has any hours;
    ///   if that is closed then, the end of the last hours before it that day, or else the beginning of the first.
    /// - `N minutes`, `hours` and `days` are elapsed time, a day being 24 hours, open or not.
    ///
    /// - Throws: `neverOpen` where the calendar ends before so much time is open, `badDuration` for a negative count,
    ///   `outOfRange` for years before 1970 or after 2099.
    public func due(from start: Instant, within duration: ServiceDuration) throws(DeskError) -> Instant {
        guard ZoneTable.span.contains(start.milliseconds) else { throw outOfRange(start) }
        guard duration.count >= 0, duration.count <= 50_000_000 else {
            throw DeskError(.badDuration, at: "\(duration.count)", "a duration is from 0 to 50,000,000")
        }
        let count = Int64(duration.count)
        switch duration.unit {
        case .minutes: return try wall(start, count * 60_000)
        case .hours: return try wall(start, count * 3_600_000)
        case .days: return try wall(start, count * 86_400_000)
        case .businessMinutes: return try due(from: start, openMillis: count * 60_000)
        case .businessHours: return try due(from: start, openMillis: count * 3_600_000)
        case .businessDays: return try due(from: start, businessDays: duration.count)
        }
    }

    private func wall(_ start: Instant, _ milliseconds: Int64) throws(DeskError) -> Instant {
        let due = Instant(milliseconds: start.milliseconds + milliseconds)
        guard ZoneTable.span.contains(due.milliseconds) else { throw outOfRange(due) }
        return due
    }

    /// The first instant by which `openMillis` of open time have passed since `start`.
    public func due(from start: Instant, openMillis: Int64) throws(DeskError) -> Instant {
        var spans = OpenSpans(self, from: start.milliseconds)
        var left = openMillis
        while let span = spans.next() {
            let from = max(span.from, start.milliseconds)
            guard span.to > from else { continue }
            if left <= span.to - from { return Instant(milliseconds: from + left) }
            left -= span.to - from
        }
        throw neverOpen(start)
    }

    private func due(from start: Instant, businessDays count: Int) throws(DeskError) -> Instant {
        let open = try firstOpen(from: start)
        guard count > 0 else { return open }
        let wall = zone.wall(at: open)
        var day = zone.day(of: open)
        let timeOfDay = wall - Int64(day.number) * 86_400_000
        let end = min(lastPossibleDay ?? .max, Int32(ZoneTable.span.upperBound / 86_400_000))
        var left = count
        var spans: [OpenSpan] = []
        while left > 0 {
            day = day.advanced(by: 1)
            guard day.number <= end else { throw neverOpen(start) }
            guard !hours(on: day).isEmpty else { continue }
            spans = openSpans(on: day)
            if !spans.isEmpty { left -= 1 }
        }
        let same = zone.milliseconds(ofWall: Int64(day.number) * 86_400_000 + timeOfDay)
        if spans.contains(where: { $0.from <= same && same < $0.to }) { return Instant(milliseconds: same) }
        let before = spans.last { $0.to <= same }
        return Instant(milliseconds: before?.to ?? spans[0].from)
    }

    /// The open stretches of one civil day, in order.
    public func openSpans(on day: CivilDay) -> [OpenSpan] {
        let midnight = Int64(day.number) * 86_400_000
        let spans = hours(on: day).map { hours in
            OpenSpan(
                from: zone.milliseconds(ofWall: midnight + Int64(hours.from) * 60_000),
                to: zone.milliseconds(ofWall: midnight + Int64(hours.to) * 60_000))
        }.filter { $0.from < $0.to }
        return zone.gapDays.contains(day.number) ? OpenSpan.joined(spans) : spans
    }

    private func neverOpen(_ start: Instant) -> DeskError {
        DeskError(
            .neverOpen, at: "\(start)",
            "the calendar has too few hours after this to hold the time asked for; give the week some hours")
    }

    private func outOfRange(_ instant: Instant) -> DeskError {
        DeskError(.outOfRange, at: "\(instant)", "business time is known for the years 1970 to 2099")
    }
}
