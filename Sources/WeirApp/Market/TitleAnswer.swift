import Foundation
import WeirAgreement
import WeirMarket

/// A title as read by the classifier, and, under an agreement, where it stands in the buying group.
public struct TitleAnswer: Encodable, Sendable {
    public var title: String
    /// `nil` where nothing tells it. Under an agreement its functions, joined by `+`.
    public var function: String?
    public var level: String?
    /// Only under an agreement.
    public var role: String?
    /// Permille; `nil` where an agreement's keyword told it, and where it is unknown.
    public var functionPermille: Int?
    public var levelPermille: Int?
    /// The words that decided.
    public var functionWords: [String]
    public var levelWords: [String]

    /// By the classifier alone.
    public init(_ title: String, by classifier: TitleClassifier) {
        let reading = classifier.read(title)
        let evidence = reading.evidence(in: title)
        self.title = title
        function = reading.department?.name
        level = reading.seniority?.name
        functionPermille = reading.department == nil ? nil : reading.departmentPermille
        levelPermille = reading.seniority == nil ? nil : reading.seniorityPermille
        functionWords = evidence.filter { $0.part == .department }.map(\.word)
        levelWords = evidence.filter { $0.part == .seniority }.map(\.word)
    }

    /// By an agreement's keywords, and below them by the classifier.
    public init(_ title: String, group: BuyingGroup, reader: TitleReader, classifier: TitleClassifier) {
        let placing = reader.read(title)
        let reading = classifier.read(title)
        self.title = title
        let functions = placing.functions.map { group.functions[$0].name }
        function = functions.isEmpty ? nil : functions.joined(separator: "+")
        level = placing.level.map { group.levels[$0].name }
        role = placing.role.map { group.roles[$0].name }
        functionWords = []
        levelWords = []
        for evidence in placing.evidence {
            switch evidence.part {
            case .function:
                functionWords.append(evidence.keyword)
                if evidence.isClassified { functionPermille = reading.departmentPermille }
            case .level:
                levelWords.append(evidence.keyword)
                if evidence.isClassified { levelPermille = reading.seniorityPermille }
            }
        }
    }

    /// One line for a terminal: title, function, level, role, confidence, words.
    public var line: String {
        func part(_ name: String, _ value: String?, _ permille: Int?, _ words: [String]) -> String {
            guard let value else { return "\(name) unknown" }
            let sure = permille.map { " \($0 / 10) %" } ?? ""
            return "\(name) \(value)\(sure)" + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
        }
        var parts = [
            part("function", function, functionPermille, functionWords),
            part("level", level, levelPermille, levelWords),
        ]
        if let role { parts.append("role \(role)") }
        return "\(title): " + parts.joined(separator: "; ")
    }

    /// Several answers as one array, keys in snake case and sorted.
    public static func json(_ answers: [TitleAnswer]) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answers), as: UTF8.self)
    }
}
