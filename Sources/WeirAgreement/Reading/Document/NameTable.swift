/// The names that one part of the agreement declares, so that others may refer to them.
struct NameTable {
    /// One of them, as a message calls it: `role`.
    let what: String
    let code: AgreementProblem.Code
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]
    /// Set when the declaring part is missing or broken: then its names are not known, and none is reported unknown.
    var isUnknown = false

    init(_ what: String, _ code: AgreementProblem.Code, _ names: [String] = []) {
        self.what = what
        self.code = code
        names.forEach { add($0) }
    }

    mutating func add(_ name: String) {
        if numbers[name] == nil { numbers[name] = names.count }
        names.append(name)
    }

    /// The number of the name that stands in a node; `nil` after reporting that there is no such.
    func number(_ node: Node, _ problems: ProblemList) -> Int? {
        guard let (name, _) = node.scalar(problems, "name a \(what)") else { return nil }
        return number(of: name, at: node.place, problems)
    }

    func number(of name: String, at place: Place, _ problems: ProblemList) -> Int? {
        if let number = numbers[name] { return number }
        if isUnknown { return nil }
        let right = problems.nearest(to: name, among: names).map { "did you mean \(quoted($0))?" }
        problems.add(
            code, at: place, "there is no \(what) \(quoted(name))",
            right ?? (names.isEmpty ? "none is declared" : "it has \(listed(names.prefix(12).map { $0 }, by: "and"))"))
        return nil
    }
}
