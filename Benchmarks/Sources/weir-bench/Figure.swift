/// One measured figure, printed as a JSON object on a line of its own.
struct Figure {
    var name: String
    /// What it was measured on, e.g. `1.0M rows`.
    var size: String
    var value: Double
    var unit: String
    var peer: String?
    var peerValue: Double?
    /// Whether the figure is a time against a peer's, so that it is worth saying how many times faster ours is.
    var isRace = false

    /// How many times the peer's figure ours is: below 1 is less.
    var ratio: Double? { peerValue.map { value / $0 } }

    func show() {
        var members = [
            "\"name\": \"\(name)\"", "\"size\": \"\(size)\"", "\"value\": \(Figure.short(value))",
            "\"unit\": \"\(unit)\"",
        ]
        if let peer, let peerValue, let ratio {
            members += [
                "\"peer\": \"\(peer)\"", "\"peer_value\": \(Figure.short(peerValue))",
                "\"ratio\": \(Figure.short(ratio))",
            ]
            if isRace { members.append("\"times_faster\": \(Figure.short(1 / ratio))") }
        }
        Progress.figure("{" + members.joined(separator: ", ") + "}")
    }

    /// Four significant digits are more than these machines can tell apart.
    private static func short(_ value: Double) -> Double {
        if value == 0 || !value.isFinite { return 0 }
        var scale = 1.0
        while abs(value) * scale < 1000 { scale *= 10 }
        while abs(value) * scale >= 10_000 { scale /= 10 }
        return (value * scale).rounded() / scale
    }
}

extension [Double] {
    /// The middle value; of an even count the lower of the two.
    var median: Double { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}
