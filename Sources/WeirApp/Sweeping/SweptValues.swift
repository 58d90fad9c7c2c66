import WeirFacts

/// A path of the agreement and the values to try there: `qualified_account.enter.score=60..140:10`.
struct SweptValues: Hashable, Sendable {
    /// The most combinations of one sweep, and so the most values of one path.
    static let most = 256

    var path: String
    /// As given, or as counted: each once, in order.
    var values: [String]

    /// - Parameter text: `PATH=FROM..TO:STEP`, with a step of 1 where none is said, or `PATH=VALUE,VALUE`.
    init(_ text: String) throws(AppError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw SweptValues.usage(text, "say which values to try: PATH=60..140:10 or PATH=60,80,100")
        }
        path = parts[0].trimmed
        values =
            try parts[1].contains("..") ? SweptValues.range(parts[1], of: text) : SweptValues.list(parts[1], of: text)
        guard values.count <= SweptValues.most else { throw SweptValues.tooMany(text, values.count) }
    }

    private static func list(_ values: Substring, of text: String) throws(AppError) -> [String] {
        var found: [String] = []
        for value in values.split(separator: ",", omittingEmptySubsequences: false) {
            guard !value.trimmed.isEmpty else { throw usage(text, "there is an empty value between two commas") }
            if !found.contains(value.trimmed) { found.append(value.trimmed) }
        }
        return found
    }

    private static func range(_ values: Substring, of text: String) throws(AppError) -> [String] {
        let halves = values.split(separator: ":", omittingEmptySubsequences: false)
        let ends = (halves.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        // 0.5..2 falls into 0, 5, nothing, 2: the two ends are what stands around the nothing.
        guard (1...2).contains(halves.count), let gap = ends.firstIndex(of: ""),
            let from = FixedNumber(ends[..<gap].joined(separator: ".").trimmed),
            let to = FixedNumber(ends[(gap + 1)...].joined(separator: ".").trimmed),
            let step = FixedNumber(halves.count == 2 ? halves[1].trimmed : "1")
        else { throw usage(text, "write a range as FROM..TO:STEP with plain numbers, such as 60..140:10") }
        guard step.thousandths > 0 else { throw usage(text, "the step must be above 0") }
        guard from <= to else { throw usage(text, "it begins at \(from), above its end \(to)") }
        let (span, overflow) = to.thousandths.subtractingReportingOverflow(from.thousandths)
        guard !overflow, span / step.thousandths < Int64(most) else {
            throw tooMany(text, overflow ? nil : Int(span / step.thousandths) + 1)
        }
        return stride(from: from.thousandths, through: to.thousandths, by: Int64.Stride(step.thousandths)).map {
            FixedNumber(thousandths: $0).description
        }
    }

    private static func tooMany(_ text: String, _ count: Int?) -> AppError {
        usage(
            text, "that makes \(count.map(String.init) ?? "far too many") variants; at most \(most) are tried at once")
    }

    private static func usage(_ text: String, _ why: String) -> AppError { AppError(.usage, "--sweep \(text): \(why)") }
}

extension StringProtocol {
    /// Without spaces at the ends.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
