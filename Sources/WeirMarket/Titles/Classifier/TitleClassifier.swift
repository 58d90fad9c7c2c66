/// What reads any job title into a department and a level, in English, German, French, Spanish, Dutch, Italian and
/// Portuguese, without an agreement.
///
/// **How a title is read.** It is folded, cut and cleaned (`TitleText`); the phrases of the word lists are found
/// (`DepartmentWords`, `SeniorityWords`), the longest first, each using up its letters; words that speak of somebody
/// else are taken out (`GuardWords`). The department with the most weight wins; where the lists say little, a linear
/// model over words, pairs of words and pieces of words decides (`DepartmentModel`, trained on O*NET). Of the levels
/// named in the first of several titles the highest counts. A title whose work is known and that names no level is a
/// professional's. What stays below `threshold` is unknown.
public struct TitleClassifier: Sendable {
    /// Answers that would be right less often than this many times in a thousand are not given.
    public let threshold: Int
    private let table = PhraseTable()
    private let model = DepartmentModel.shipped

    /// With the usual threshold, made once: its tables take a moment.
    public static let shipped = TitleClassifier()

    /// - Parameter threshold: permille; 0 gives every answer there is.
    public init(threshold: Int = 500) {
        self.threshold = threshold
    }

    /// Reads a title. A blank or unrecognised one is unknown.
    public func read(_ title: String) -> TitleReading {
        let text = TitleText(title)
        let phrases = FoundPhrases(text, table)
        var reading = TitleReading()
        var department = DepartmentChoice(phrases.departments, text)
        if department.needsModel && !phrases.speaksOfElsewhere { department.ask(model, phrases.departments, text) }
        if let best = department.best, department.permille >= threshold {
            reading.department = best
            reading.departmentPermille = department.permille
            reading.departmentWords = department.words
        }
        let seniority = SeniorityChoice(phrases.seniorities, text)
        if let best = seniority.best {
            reading.seniority = best
            reading.seniorityPermille = seniority.permille
            reading.seniorityWords = seniority.words
            reading.otherSeniority = seniority.other
        } else if department.best != nil, department.permille >= threshold {
            reading.seniority = .professional
            reading.seniorityPermille = department.permille * SeniorityChoice.impliedPermille / 1000
            reading.seniorityWords = department.words
        }
        if reading.seniorityPermille < threshold {
            reading.seniority = nil
            reading.otherSeniority = nil
            reading.seniorityPermille = 0
            reading.seniorityWords = 0
        }
        return reading
    }
}

extension TitleClassifier {
    /// Reads many titles on as many threads as the machine gives, in their order.
    public func read(_ titles: [String]) async -> [TitleReading] {
        let size = 4_000
        return await withTaskGroup(of: (Int, [TitleReading]).self) { group in
            for start in stride(from: 0, to: titles.count, by: size) {
                group.addTask { (start, titles[start..<min(start + size, titles.count)].map { read($0) }) }
            }
            var parts: [Int: [TitleReading]] = [:]
            for await (start, part) in group { parts[start] = part }
            return stride(from: 0, to: titles.count, by: size).flatMap { parts[$0] ?? [] }
        }
    }
}

extension TitleText {
    /// A bit for each word of the title that these codes belong to.
    func wordBits(_ start: Int, _ end: Int) -> UInt64 {
        let first = UInt64(words[start])
        let last = UInt64(words[end - 1])
        let upTo: UInt64 = last >= 63 ? .max : (1 << (last + 1)) - 1
        return upTo & ~((1 << first) - 1)
    }

    /// How many titles end before this code, where strokes part several.
    func titleNumber(_ position: Int) -> Int {
        var count = 0
        for index in 0..<position where codes[index] == TitleText.stroke { count += 1 }
        return count
    }
}
