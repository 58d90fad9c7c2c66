import Synchronization

/// A family of counters that only rise, one for each combination of labels. Labels are from small, fixed sets: never an
/// account, a person or a path as it was asked for.
final class Counter: Sendable {
    let name: String
    let help: String
    let labels: [String]
    private let counts = Mutex<[[String]: Int]>([:])

    init(_ name: String, _ help: String, labels: [String] = []) {
        self.name = name
        self.help = help
        self.labels = labels
    }

    func add(_ count: Int = 1, _ values: String...) {
        if count != 0 { counts.withLock { $0[values, default: 0] += count } }
    }

    func write(into page: inout MeterPage) {
        page.begin(name, help, "counter")
        let counts = counts.withLock { $0 }
        if labels.isEmpty, counts.isEmpty { page.sample(name, 0) }
        for (values, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            page.sample(name, count, labels: Array(zip(labels, values)))
        }
    }
}
