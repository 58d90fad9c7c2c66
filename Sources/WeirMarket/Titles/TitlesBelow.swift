import WeirAgreement

/// The classifier below an agreement: its departments and levels read as the buying group's functions and levels.
///
/// **The rule.** A department is the function whose name means it (`LabelNames`: "hr" means Human Resources); else the
/// function with the most keywords that the classifier itself reads as that department ("business development" among
/// the keywords of `sales`). A level is the group's level whose name means it, else the first with a keyword read as it
/// ("head of" among the keywords of `director`); for juniors, professionals and seniors else the level without keywords;
/// else the nearest level (`Seniority.nearest`) that was found so. What finds no place stays unknown, and so does what
/// the classifier is not sure enough of.
struct TitlesBelow: Sendable {
    private let classifier: TitleClassifier
    private let threshold: Int
    /// The number of a function for each department, by raw value; of a level for each of ours.
    private let functions: [Int?]
    private let levels: [Int?]

    init(_ group: BuyingGroup, _ classifier: TitleClassifier, threshold: Int) {
        self.classifier = classifier
        self.threshold = threshold
        functions = Department.allCases.map { TitlesBelow.function($0, group, classifier) }
        let placed = Seniority.allCases.map { TitlesBelow.level($0, group, classifier) }
        let hasManagers = placed[Int(Seniority.manager.rawValue)] != nil
        levels = Seniority.allCases.map { level in
            placed[Int(level.rawValue)]
                ?? level.nearest(hasManagers: hasManagers).lazy.compactMap { placed[Int($0.rawValue)] }.first
        }
    }

    private static func function(_ department: Department, _ group: BuyingGroup, _ classifier: TitleClassifier) -> Int?
    {
        if let named = group.functions.firstIndex(where: { LabelNames.department($0.name) == department }) {
            return named
        }
        let counts = group.functions.map { function in
            function.keywords.count { classifier.read($0).department == department }
        }
        guard let most = counts.max(), most > 0 else { return nil }
        return counts.firstIndex(of: most)
    }

    private static func level(_ level: Seniority, _ group: BuyingGroup, _ classifier: TitleClassifier) -> Int? {
        func means(_ name: String) -> Seniority? { LabelNames.seniority(name, hasExecutives: true) }
        if let named = group.levels.firstIndex(where: { means($0.name) == level }) { return named }
        let byKeyword = group.levels.firstIndex { candidate in
            candidate.keywords.contains { classifier.read($0).seniority == level }
        }
        if let byKeyword { return byKeyword }
        return level <= .senior ? group.levels.firstIndex { $0.keywords.isEmpty } : nil
    }

    /// Fills in what the keywords left open.
    func complete(_ placing: inout TitlePlacing, _ title: String) {
        guard placing.functions.isEmpty || placing.level == nil else { return }
        let reading = classifier.read(title)
        var evidence: [TitleReading.Evidence]?
        func words(_ part: TitleReading.Part, _ placed: TitlePlacing.Part) -> [TitlePlacing.Evidence] {
            let found = evidence ?? reading.evidence(in: title)
            evidence = found
            return found.filter { $0.part == part }
                .map { .init(part: placed, keyword: $0.word, word: $0.number, isClassified: true) }
        }
        if placing.functions.isEmpty, let department = reading.department, reading.departmentPermille >= threshold,
            let number = functions[Int(department.rawValue)]
        {
            placing.functions = [number]
            placing.evidence += words(.department, .function(number))
        }
        if placing.level == nil, let level = reading.seniority, reading.seniorityPermille >= threshold,
            let number = levels[Int(level.rawValue)]
        {
            placing.level = number
            placing.evidence += words(.seniority, .level(number))
        }
    }
}
