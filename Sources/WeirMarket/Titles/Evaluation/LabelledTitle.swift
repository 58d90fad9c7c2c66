/// A title with the labels that somebody gave it; empty where there is none.
public struct LabelledTitle: Hashable, Sendable {
    public var title: String
    public var function: String
    public var level: String

    public init(title: String, function: String, level: String) {
        self.title = title
        self.function = function
        self.level = level
    }
}
