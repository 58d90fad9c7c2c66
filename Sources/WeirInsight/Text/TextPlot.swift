/// Small plots of characters.
struct TextPlot {
    let options: TextOptions

    private var levels: [Character] { Array(options.isASCII ? "_.:-=+*#" : "▁▂▃▄▅▆▇█") }

    /// One sign for each value, as high as its part of the greatest; the lowest sign is 0 and nothing else.
    func spark(_ values: [Int]) -> String {
        guard let most = values.max(), most > 0 else { return String(repeating: levels[0], count: values.count) }
        return String(values.map { levels[(max(0, $0) * 7 + most - 1) / most] })
    }

    /// A bar as long as its part of the greatest, at least one sign for anything above 0.
    func bar(_ value: Int, of most: Int, width: Int) -> String {
        guard value > 0, most > 0 else { return "" }
        return String(repeating: options.plain("█"), count: max(1, (value * width + most / 2) / most))
    }

    /// A share from 0 to 1000 permille as a bar, with its interval marked behind: `██████░░░`.
    func intervalBar(_ permille: Int, _ interval: ClosedRange<Int>, scale: Int, width: Int) -> String {
        let place = { (value: Int) in (min(value, scale) * width + scale / 2) / max(1, scale) }
        let solid = place(permille)
        let faint = max(0, place(interval.upperBound) - solid)
        return String(repeating: options.plain("█"), count: solid)
            + String(repeating: options.plain("░"), count: faint)
    }

    /// The last value of each group: a stock is not summed.
    static func last(_ values: [Int], every size: Int) -> [Int] {
        stride(from: 0, to: values.count, by: size).map { values[min($0 + size, values.count) - 1] }
    }

    /// Values summed in groups, so that no more than `most` remain.
    static func grouped(_ values: [Int], most: Int) -> (values: [Int], size: Int) {
        let size = max(1, (values.count + most - 1) / most)
        let groups = stride(from: 0, to: values.count, by: size).map { start in
            values[start..<min(start + size, values.count)].reduce(0, +)
        }
        return (groups, size)
    }
}
