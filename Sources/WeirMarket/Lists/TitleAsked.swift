import WeirAgreement

/// What an order asks of a title, and what is wrong with one.
struct TitleAsked: Sendable {
    private let line: ListOrder.Line
    private let keywords: [[Substring]]
    private let group: BuyingGroup

    init(_ line: ListOrder.Line, _ group: BuyingGroup) {
        self.line = line
        self.group = group
        keywords = line.roles.isEmpty ? line.titleKeywords.map(TitleAsked.words) : []
    }

    /// The reasons against a title; none if it will do. `nil` for the title is a blank one.
    func reasons(_ title: String?, _ placing: TitlePlacing) -> [LineReason] {
        guard line.asksOfTitle else { return [] }
        guard let title else { return [LineReason(.unreadableTitle, "there is no title; \(asked) is ordered")] }
        let asksPlace = !(line.roles.isEmpty && line.functions.isEmpty && line.levels.isEmpty)
        if asksPlace && placing.isUnknown {
            return [
                LineReason(
                    .unreadableTitle, "the title “\(title)” says neither function nor level; \(asked) is ordered")
            ]
        }
        var reasons: [LineReason] = []
        if let reason = functionReason(title, placing) { reasons.append(reason) }
        if let reason = levelReason(title, placing) { reasons.append(reason) }
        if reasons.isEmpty, !line.roles.isEmpty, placing.role.map(line.roles.contains) != true {
            let role = placing.role.map { group.roles[$0].name } ?? "no role of the buying group"
            reasons.append(LineReason(.wrongRole, "the title “\(title)” is \(role); \(asked) is ordered"))
        }
        if !keywords.isEmpty {
            let words = TitleAsked.words(title)
            if !keywords.contains(where: { TitleAsked.contains(words, $0) }) {
                let wanted = Words.list(line.titleKeywords, "or")
                reasons.append(LineReason(.wrongTitle, "the title “\(title)” does not have \(wanted)"))
            }
        }
        return reasons
    }

    /// What is ordered, in words: `champion`, `director or vp in marketing`.
    private var asked: String {
        var words: [String] = []
        if !line.roles.isEmpty { words.append(Words.list(line.roles.map { group.roles[$0].name }, "or")) }
        if !line.levels.isEmpty { words.append(Words.list(line.levels.map { group.levels[$0].name }, "or")) }
        if !line.functions.isEmpty {
            words.append("in " + Words.list(line.functions.map { group.functions[$0].name }, "or"))
        }
        return words.isEmpty ? "a title" : words.joined(separator: " ")
    }

    private func functionReason(_ title: String, _ placing: TitlePlacing) -> LineReason? {
        let roles = line.roles.map { group.roles[$0] }
        let fitsRole = roles.isEmpty || roles.contains { $0.functions.isEmpty || !disjoint($0.functions, placing) }
        let fitsLine = line.functions.isEmpty || !disjoint(line.functions, placing)
        if fitsRole && fitsLine { return nil }
        let wanted = line.functions.isEmpty ? Array(Set(roles.flatMap(\.functions))).sorted() : line.functions
        let has =
            placing.functions.isEmpty
            ? "names no function" : "is \(Words.list(placing.functions.map { group.functions[$0].name }))"
        let names = Words.list(wanted.map { group.functions[$0].name }, "or")
        return LineReason(.wrongFunction, "the title “\(title)” \(has); \(names) is ordered")
    }

    private func levelReason(_ title: String, _ placing: TitlePlacing) -> LineReason? {
        let roles = line.roles.map { group.roles[$0] }
        // Of several roles, only those that the function fits are meant.
        let meant = roles.filter { $0.functions.isEmpty || !disjoint($0.functions, placing) }
        let judged = meant.isEmpty ? roles : meant
        func fits(_ levels: [Int]) -> Bool { levels.isEmpty || placing.level.map(levels.contains) == true }
        let fitsRole = judged.isEmpty || judged.contains { fits($0.levels) }
        if fitsRole && fits(line.levels) { return nil }
        let wanted = line.levels.isEmpty ? Array(Set(judged.flatMap(\.levels))).sorted() : line.levels
        let has = placing.level.map { "is \(group.levels[$0].name)" } ?? "names no level"
        let names = Words.list(wanted.map { group.levels[$0].name }, "or")
        return LineReason(.wrongLevel, "the title “\(title)” \(has); \(names) is ordered")
    }

    private func disjoint(_ functions: [Int], _ placing: TitlePlacing) -> Bool {
        !placing.functions.contains(where: functions.contains)
    }

    private static func words(_ text: String) -> [Substring] {
        TextFolding.fold(text).split { !$0.isLetter && !$0.isNumber }
    }

    private static func contains(_ words: [Substring], _ keyword: [Substring]) -> Bool {
        guard !keyword.isEmpty, words.count >= keyword.count else { return false }
        return (0...words.count - keyword.count).contains { words[$0..<$0 + keyword.count].elementsEqual(keyword) }
    }
}
