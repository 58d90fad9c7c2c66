#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// How often something happened in the account-days during which it could have.
public struct IncidenceRate: Hashable, Sendable {
    public var events: Int
    public var accountDays: Int

    public init(events: Int, accountDays: Int) {
        self.events = events
        self.accountDays = accountDays
    }

    /// A hundred account-quarters of 91.25 days, in account-days × 100.
    private static let hundredQuartersCentidays = 912_500

    /// Events per 100 account-quarters, in tenths, rounded half up; `nil` without account-days.
    public var perHundredQuartersTenths: Int? {
        accountDays == 0
            ? nil : (20 * events * IncidenceRate.hundredQuartersCentidays / 100 + accountDays) / (2 * accountDays)
    }

    /// Whole account-quarters, rounded half up.
    public var accountQuarters: Int { (accountDays * 200 + 9125) / 18_250 }

    /// The share of accounts that would have at least one event in so many days at this rate, in permille, with its
    /// 95% interval; `nil` without account-days.
    ///
    /// 1 − exp(−rate × days), the rate's limits being Byar's approximation to the exact Poisson limits (Breslow and Day,
    /// "Statistical Methods in Cancer Research" II, 1987, formula 2.6).
    public func expectedShare(days: Int) -> (permille: Int, interval: ClosedRange<Int>)? {
        guard accountDays > 0 else { return nil }
        let share = { (events: Double) in
            Int(((1 - exp(-events / Double(accountDays) * Double(days))) * 1000).rounded())
        }
        return (share(Double(events)), share(lowEvents)...share(highEvents))
    }

    private var lowEvents: Double {
        guard events > 0 else { return 0 }
        let n = Double(events)
        let root = 1 - 1 / (9 * n) - Share.z95 / (3 * n.squareRoot())
        return max(0, n * root * root * root)
    }

    private var highEvents: Double {
        let n = Double(events + 1)
        let root = 1 - 1 / (9 * n) + Share.z95 / (3 * n.squareRoot())
        return n * root * root * root
    }
}

/// How many times the rate of one group is that of another, with its interval.
public struct Lift: Hashable, Sendable {
    /// Hundredths: 650 is 6.5 times.
    public var ratioHundredths: Int
    /// 95% interval, hundredths.
    public var interval: ClosedRange<Int>

    /// `nil` where either group has no event: then no ratio can be drawn from these data.
    ///
    /// The interval is log-normal, exp(ln ratio ± 1.96·√(1/a + 1/b)), a and b being the events of the two groups.
    public init?(of group: IncidenceRate, over base: IncidenceRate) {
        guard group.events > 0, base.events > 0, group.accountDays > 0, base.accountDays > 0 else { return nil }
        let ratio =
            Double(group.events) / Double(group.accountDays) * Double(base.accountDays) / Double(base.events)
        let spread = exp(Share.z95 * (1 / Double(group.events) + 1 / Double(base.events)).squareRoot())
        ratioHundredths = Int((ratio * 100).rounded())
        interval = Int((ratio / spread * 100).rounded())...Int((ratio * spread * 100).rounded())
    }
}
