import WeirAgreement
import WeirFacts

/// Criteria, compiled once: attributes resolved to slots, texts folded, lists made into sets.
///
/// **How they answer.** All lines must hold. Where there is an `or`, it stands in for *all* the other lines of its
/// own criteria; without other lines it alone decides. An unknown attribute makes its line unknown, unless the line
/// says `is_known: false`, which then holds whatever else the line asks; `is_known` itself is never unknown. `not` of
/// an unknown stays unknown, so a company is not let in because nothing is known of it.
public struct CompiledCriteria: Sendable, Hashable {
    var lines: [CompiledLine]
    /// At most one.
    var alternative: [CompiledCriteria]

    /// The slots of the attributes they ask.
    var slots: [Int] {
        lines.flatMap { line -> [Int] in
            switch line {
            case .attribute(let slot, _): [slot]
            case .inList: []
            case .not(let criteria): criteria.slots
            }
        } + alternative.flatMap(\.slots)
    }

    /// Whether a company meets them.
    public func answer(_ company: CompanyAttributes) -> Answer {
        var answer = Answer.yes
        for line in lines {
            answer = answer.and(line.answer(company))
            if answer == .no && alternative.isEmpty { return .no }
        }
        return answerWithAlternative(answer, company)
    }

    /// The answer, when that of the lines is known.
    func answerWithAlternative(_ ofLines: Answer, _ company: CompanyAttributes) -> Answer {
        if alternative.isEmpty { return ofLines }
        let instead = alternative[0].answer(company)
        return lines.isEmpty ? instead : ofLines.or(instead)
    }
}

/// One line of criteria.
enum CompiledLine: Sendable, Hashable {
    case attribute(slot: Int, tests: [CompiledTest])
    case inList(CompanyMatcher)
    case not(CompiledCriteria)

    func answer(_ company: CompanyAttributes) -> Answer {
        switch self {
        case .attribute(let slot, let tests):
            CompiledLine.answer(company[slot], tests)
        case .inList(let matcher): matcher.answer(company)
        case .not(let criteria): criteria.answer(company).negated
        }
    }

    private static func answer(_ slot: CompanyAttributes.Slot, _ tests: [CompiledTest]) -> Answer {
        if !slot.isKnown && tests.contains(.isUnknown) { return .yes }
        var answer = Answer.yes
        for test in tests { answer = answer.and(test.answer(slot)) }
        return answer
    }
}

/// What compiles criteria against the attributes and lists of one agreement.
struct CriteriaCompiler: Sendable {
    let layout: AttributeLayout
    private let lists: [String: CompanyMatcher]

    init(layout: AttributeLayout, lists: [CompanyList]) {
        self.layout = layout
        self.lists = Dictionary(lists.map { ($0.name, CompanyMatcher($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func compile(_ criteria: Criteria, at place: String) throws(MarketError) -> CompiledCriteria {
        var lines: [CompiledLine] = []
        for line in criteria.lines { lines.append(try compile(line, at: place)) }
        var alternative: [CompiledCriteria] = []
        if let other = criteria.alternative.first { alternative = [try compile(other, at: place + ".or")] }
        return CompiledCriteria(lines: lines, alternative: alternative)
    }

    func compile(_ line: Criterion, at place: String) throws(MarketError) -> CompiledLine {
        switch line {
        case .attribute(let name, let tests):
            let compiler = try testCompiler(for: name, at: "\(place).\(name)")
            var compiled: [CompiledTest] = []
            for test in tests { compiled.append(try compiler.compile(test)) }
            return .attribute(slot: compiler.slot, tests: compiled)
        case .inList(let name):
            guard let list = lists[name] else {
                throw MarketError(
                    .unknownList, at: "\(place).in_list",
                    "there is no list “\(name)”; add it under lists, or name one of \(Words.list(lists.keys.sorted()))")
            }
            return .inList(list)
        case .not(let criteria):
            return .not(try compile(criteria, at: place + ".not"))
        }
    }

    func testCompiler(for attribute: String, at place: String) throws(MarketError) -> TestCompiler {
        guard let slot = layout.slot(attribute) else {
            throw MarketError(
                .unknownAttribute, at: place,
                "there is no attribute “\(attribute)”; declare it under attributes, or use one of "
                    + Words.list(layout.declarations.map(\.name), "or", limit: 40))
        }
        return TestCompiler(attribute: layout.declarations[slot], slot: slot, place: place)
    }
}
