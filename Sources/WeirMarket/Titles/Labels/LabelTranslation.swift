/// How our departments and levels read in somebody else's list of labels.
///
/// A label that means one of our classes (`LabelNames`) stands for it. A class of ours that the list lacks takes the
/// nearest one the list has: for departments those of `Department.nearest` and then "other", for levels the order of
/// `nearest`.
public struct LabelTranslation: Hashable, Sendable {
    /// One of our classes and the label it becomes; `nil` where the list has nothing near.
    public struct Line: Hashable, Sendable, Encodable {
        public var ours: String
        public var label: String?
    }

    /// The list's labels as first written, in order of their names.
    public let labels: [String]
    /// Labels that no list known to us uses, and the class of ours that they most likely mean.
    public let guessed: [Line]
    /// Labels that mean none of our classes: nothing can be translated to them.
    public let notUnderstood: [String]
    /// For each of our classes, by raw value, the number of its label.
    private let numbers: [Int?]
    /// The number of the label that takes what is unknown.
    let numberForUnknown: Int?
    private let numberByKey: [String: Int]
    private let names: [String]
    /// Raw values of our classes that the list has by name.
    private let present: Set<Int>

    /// Whether more of these labels name levels than functions.
    public static func areLevels(_ labels: some Sequence<String>) -> Bool {
        let labels = Set(labels)
        return labels.count { LabelNames.seniority($0, hasExecutives: false) != nil }
            > labels.count { LabelNames.department($0) != nil }
    }

    /// Reads a list of departments from the labels in use.
    public static func departments(_ labels: some Sequence<String>) -> LabelTranslation {
        LabelTranslation(
            labels, names: Department.allCases.map(\.name),
            meaning: { LabelNames.department($0).map { Int($0.rawValue) } },
            likely: { LabelNames.likelyDepartment($0).map { Int($0.rawValue) } },
            nearest: { ours, _ in
                let department = Department(rawValue: UInt8(ours)) ?? .other
                return ([department] + department.nearest + [.other]).map { Int($0.rawValue) }
            },
            unknown: Int(Department.other.rawValue))
    }

    /// Reads a list of levels from the labels in use.
    public static func seniorities(_ labels: some Sequence<String>) -> LabelTranslation {
        let labels = Array(labels)
        let hasExecutives = labels.contains { LabelNames.seniority($0, hasExecutives: true) == .executive }
        return LabelTranslation(
            labels, names: Seniority.allCases.map(\.name),
            meaning: { LabelNames.seniority($0, hasExecutives: hasExecutives).map { Int($0.rawValue) } },
            likely: { LabelNames.likelySeniority($0).map { Int($0.rawValue) } },
            nearest: { ours, present in
                let level = Seniority(rawValue: UInt8(ours)) ?? .professional
                let hasManagers = present.contains(Int(Seniority.manager.rawValue))
                return ([level] + level.nearest(hasManagers: hasManagers)).map { Int($0.rawValue) }
            },
            unknown: Int(Seniority.professional.rawValue))
    }

    private init(
        _ written: some Sequence<String>, names: [String], meaning: (String) -> Int?, likely: (String) -> Int?,
        nearest: (Int, Set<Int>) -> [Int], unknown: Int
    ) {
        var labels: [String] = []
        var byMeaning: [Int: Int] = [:]
        var byKey: [String: Int] = [:]
        var notUnderstood: [String] = []
        var guessed: [Line] = []
        for label in Set(written).sorted() where byKey[LabelNames.key(label)] == nil && !LabelNames.key(label).isEmpty {
            let known = meaning(label)
            let ours = known ?? likely(label)
            if known == nil, let ours { guessed.append(Line(ours: names[ours], label: label)) }
            let number = ours.flatMap { byMeaning[$0] } ?? labels.count
            if number == labels.count { labels.append(label) }
            if let ours { byMeaning[ours] = number } else { notUnderstood.append(label) }
            byKey[LabelNames.key(label)] = number
        }
        self.labels = labels
        self.notUnderstood = notUnderstood
        self.guessed = guessed
        self.names = names
        numberByKey = byKey
        let present = Set(byMeaning.keys)
        self.present = present
        numbers = names.indices.map { ours in nearest(ours, present).lazy.compactMap { byMeaning[$0] }.first }
        numberForUnknown = byMeaning[unknown]
    }

    /// How each of our classes reads.
    public var lines: [Line] {
        names.indices.map { Line(ours: names[$0], label: numbers[$0].map { labels[$0] }) }
    }

    /// The number of a label of the list, however it is written.
    func number(of label: String) -> Int? { numberByKey[LabelNames.key(label)] }

    func number(_ department: Department) -> Int? { numbers[Int(department.rawValue)] }

    /// A manager whose title says "senior" too is a senior where the list has no managers.
    func number(_ level: Seniority, other: Seniority?) -> Int? {
        let senior = Int(Seniority.senior.rawValue)
        let lacksManagers = !present.contains(Int(Seniority.manager.rawValue))
        if level == .manager && other == .senior && lacksManagers && present.contains(senior) { return numbers[senior] }
        return numbers[Int(level.rawValue)]
    }
}

extension Seniority {
    /// The levels nearest to this one, nearest first. "Head of" leads people; a list that knows leads but no managers
    /// means those by "lead", any other means its directors.
    func nearest(hasManagers: Bool) -> [Seniority] {
        switch self {
        case .junior: [.professional, .senior]
        case .professional: [.junior, .senior]
        case .senior: [.professional, .lead]
        case .lead: [.manager, .senior, .head, .director]
        case .manager: [.lead, .head, .director, .executive]
        case .head: hasManagers ? [.director, .manager, .lead, .executive] : [.lead, .director, .executive]
        case .director: [.vicePresident, .head, .executive, .manager, .lead]
        case .vicePresident: [.director, .executive, .head, .manager]
        case .owner: [.executive, .director]
        case .executive: [.owner, .vicePresident, .director, .manager, .lead]
        }
    }
}
