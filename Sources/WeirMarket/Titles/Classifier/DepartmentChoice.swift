/// The department that the words found in a title point to.
struct DepartmentChoice {
    private(set) var best: Department?
    private(set) var permille = 0
    private(set) var words: UInt64 = 0
    /// The lists say so little that the model has to be asked.
    private(set) var needsModel = true
    /// Weight for each department; the raw value is the place.
    private var scores = SIMD32<Int16>(repeating: 0)

    init(_ phrases: [FoundPhrase], _ text: TitleText) {
        var order: Int16 = 0
        var title = -1
        for phrase in phrases where phrase.what < PhraseTable.nothing {
            let department = Int(phrase.what)
            // Squares let one strong word beat two weak ones; of equal words the earlier counts a little more.
            var weight = Int16(phrase.weight) * Int16(phrase.weight) * 4
            if text.hasStrokes {
                let number = text.titleNumber(phrase.start)
                if title < 0 { title = number }
                if number != title { weight /= 2 }
            }
            weight -= min(order, 8)
            order += 1
            let known = scores[department]
            scores[department] = max(known, weight) + min(known, weight) / 4
        }
        guard order > 0 else { return }
        decide()
        // The words for a company's management are weak, as any other beats them; alone they leave no doubt.
        let managesAlone =
            best == .generalManagement && permille > 0 && scores[Int(Department.generalManagement.rawValue)] > 90
        if managesAlone { permille = max(permille, 870) }
        needsModel = !managesAlone && scores[Int(best?.rawValue ?? 0)] < DepartmentChoice.limit
        collectWords(phrases, text)
    }

    private mutating func decide() {
        var top = 0
        var second = -1
        for place in 1..<DepartmentChoice.count {
            if scores[place] > scores[top] {
                second = top
                top = place
            } else if second < 0 || scores[place] > scores[second] {
                second = place
            }
        }
        best = Department(rawValue: UInt8(top))
        let margin = scores[top] - (second < 0 ? 0 : max(0, scores[second]))
        permille = DepartmentChoice.permille(Int(scores[top]), Int(margin))
    }

    private static func permille(_ top: Int, _ margin: Int) -> Int {
        let base = top >= 380 ? 900 : top >= 300 ? 890 : top >= 230 ? 870 : top >= 180 ? 820 : top >= 130 ? 720 : 600
        return margin >= 100 ? base : margin >= 40 ? base * 9 / 10 : base * 7 / 10
    }

    /// Adds what the model makes of the title's words.
    mutating func ask(_ model: DepartmentModel, _ phrases: [FoundPhrase], _ text: TitleText) {
        let answer = model.read(text)
        guard answer.known > 0 else { return }
        scores &+= answer.bounded &* DepartmentChoice.modelShare
        decide()
        permille = min(permille, 850)
        collectWords(phrases, text)
        if words == 0 { words = answer.words }
    }

    /// Below this weight, that of one word of 7, the lists alone do not decide.
    private static let limit: Int16 = 190
    /// What a quarter of a natural logarithm of the model counts beside the lists; chosen on the tuning half of the
    /// hand-labelled titles.
    private static let modelShare: Int16 = 20
    private static let count = Department.allCases.count

    private mutating func collectWords(_ phrases: [FoundPhrase], _ text: TitleText) {
        words = 0
        for phrase in phrases where phrase.what == best?.rawValue { words |= text.wordBits(phrase.start, phrase.end) }
    }
}
