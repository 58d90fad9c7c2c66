/// The mistakes found so far. One reading has one list, and everything that reads adds to it and goes on.
final class ProblemList {
    /// A hostile file could hold hundreds of thousands of mistakes; nobody reads more than this.
    static let most = 500

    let file: String
    private var found: [AgreementProblem] = []
    private var leftOut = false
    /// Comparisons of words that are left for suggestions, so that a hostile file cannot make them expensive.
    private var comparisons = 20_000

    init(file: String) {
        self.file = file
    }

    var isEmpty: Bool { found.isEmpty }
    var count: Int { found.count }

    func add(_ code: AgreementProblem.Code, at place: Place, _ whatIsWrong: String, _ whatWouldBeRight: String) {
        guard found.count < ProblemList.most else {
            leftOut = true
            return
        }
        found.append(
            AgreementProblem(
                file: file, line: place.line, column: place.column, code: code, whatIsWrong: whatIsWrong,
                whatWouldBeRight: whatWouldBeRight))
    }

    /// Every mistake once, in the order of the text.
    var inOrder: [AgreementProblem] {
        var problems = Set(found).sorted()
        if leftOut, let last = problems.last {
            problems.append(
                AgreementProblem(
                    file: file, line: last.line, column: last.column, code: .tooManyProblems,
                    whatIsWrong: "there are more than \(ProblemList.most) mistakes, and the rest are not listed",
                    whatWouldBeRight: "correct these and check again"))
        }
        return problems
    }

    /// The nearest of some words, if it is near enough to have been meant.
    func nearest(to word: String, among candidates: [String]) -> String? {
        let longest = 64
        let typed = Array(word.lowercased().unicodeScalars.prefix(longest + 1))
        guard typed.count <= longest else { return nil }
        // Short names differ by little without being alike: only their case is forgiven.
        let tolerance = typed.count <= 2 ? 0 : max(1, min(4, (typed.count + 1) / 3))
        var best: (distance: Int, name: String)?
        for candidate in candidates where comparisons > 0 {
            let scalars = Array(candidate.lowercased().unicodeScalars.prefix(longest + 1))
            guard abs(scalars.count - typed.count) <= tolerance else { continue }
            comparisons -= 1
            let distance = editDistance(typed, scalars)
            guard distance <= tolerance else { continue }
            if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }
}

/// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
