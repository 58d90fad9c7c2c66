import Synchronization

/// How long things took: counts below fixed bounds. Measured in whole microseconds, shown in seconds as the convention is.
final class Histogram: Sendable {
    let name: String
    let help: String
    let labels: [String]
    /// Microseconds; each bucket holds what took at most so long.
    static let bounds = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000,
    ]

    private struct Series {
        var counts = [Int](repeating: 0, count: Histogram.bounds.count + 1)
        var sumMicros = 0
    }
    private let series = Mutex<[[String]: Series]>([:])

    init(_ name: String, _ help: String, labels: [String] = []) {
        self.name = name
        self.help = help
        self.labels = labels
    }

    func record(_ duration: Duration, _ values: String...) {
        let micros = duration.inMicroseconds
        let bucket = Histogram.bounds.firstIndex { micros <= $0 } ?? Histogram.bounds.count
        series.withLock {
            $0[values, default: Series()].counts[bucket] += 1
            $0[values, default: Series()].sumMicros += micros
        }
    }

    func write(into page: inout MeterPage) {
        page.begin(name, help, "histogram")
        let all = series.withLock { $0 }
        for (values, series) in all.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let given = Array(zip(labels, values))
            var total = 0
            for (index, count) in series.counts.enumerated() {
                total += count
                let bound = index < Histogram.bounds.count ? seconds(Histogram.bounds[index]) : "+Inf"
                page.sample(name + "_bucket", total, labels: given + [("le", bound)])
            }
            page.sample(name + "_sum", written: seconds(series.sumMicros), labels: given)
            page.sample(name + "_count", total, labels: given)
        }
    }
}

extension Duration {
    var inMicroseconds: Int { Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000) }
}

/// Microseconds as seconds, exactly: `0.0025`.
func seconds(_ micros: Int) -> String {
    let rest = micros % 1_000_000
    guard rest != 0 else { return String(micros / 1_000_000) }
    var digits = String(String(1_000_000 + rest).dropFirst())
    while digits.last == "0" { digits.removeLast() }
    return "\(micros / 1_000_000).\(digits)"
}
