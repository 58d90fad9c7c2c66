import Foundation

/// A bar with rate and time left on a terminal; a plain line every few seconds elsewhere.
final class ProgressLine {
    private let label: String
    private let unit: String
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?
    private var isDrawn = false

    init(_ label: String, unit: String) {
        self.label = label
        self.unit = unit
    }

    /// - Parameters:
    ///   - done: share of the work done, 0 to 1; `nil` where the whole is not known.
    ///   - count: things done so far.
    func show(done: Double?, count: Int) {
        let now = ContinuousClock.now
        let interval: Duration = Terminal.showsProgress ? .milliseconds(100) : .seconds(5)
        if now - (lastShown ?? (Terminal.showsProgress ? start - interval : start)) < interval { return }
        lastShown = now
        let seconds = (now - start).inSeconds
        let rate = seconds > 0 ? Double(count) / seconds : 0
        var text = "\(label): \(grouped(count)) \(unit), \(grouped(Int(rate)))/s"
        if let done, done > 0, seconds > 0.5 {
            text += ", \(Int(done * 100))%, \(left(seconds / done - seconds)) left"
        }
        guard Terminal.showsProgress else {
            Terminal.error(text)
            return
        }
        let width = 24
        let full = Int((done ?? 0) * Double(width))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        Terminal.raw("\r\u{1B}[2K" + (done == nil ? "" : bar + " ") + text)
        isDrawn = true
    }

    /// Takes the bar away.
    func end() {
        if isDrawn { Terminal.raw("\r\u{1B}[2K") }
        isDrawn = false
    }

    /// Seconds since the beginning.
    var seconds: Double { (ContinuousClock.now - start).inSeconds }

    private func left(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// A count with thousands set apart: `1,240`.
func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (count < 0 ? "-" : "") + groups.joined(separator: ",")
}
