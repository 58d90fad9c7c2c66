import WeirFold

/// Section 2: the buying group.
extension AgreementDecoder {
    mutating func buyingGroup(_ node: Node?) -> BuyingGroup {
        let fields = Fields(node, .buyingGroup, problems)
        let functions = readFunctions(fields["functions"])
        let levels = readLevels(fields["levels"])
        let roles = readRoles(fields["roles"])
        let noRole = Fields(fields["no_role"], .noRole, problems)
        return BuyingGroup(
            functions: functions,
            levels: levels,
            roles: roles,
            noRoleWeightPermille: weight(noRole["weight"]),
            wanted: numbered(fields["wanted"], "wanted", in: self.roles) { $0.whole(Bounds.positiveCount, problems) }
                .map { .init(role: $0.number, count: $0.value) })
    }

    private mutating func readFunctions(_ node: Node?) -> [BuyingGroup.Function] {
        let entries = node?.named(problems, "functions") ?? []
        functions.isUnknown = node != nil && entries.isEmpty
        return entries.map { entry in
            functions.add(entry.key)
            return .init(name: entry.key, keywords: entry.value.texts(problems))
        }
    }

    private mutating func readLevels(_ node: Node?) -> [BuyingGroup.Level] {
        let items = node?.items(problems) ?? []
        levels.isUnknown = node != nil && items.isEmpty
        if items.count > Bounds.levels, let node {
            problems.add(.tooMany, at: node.place, "there are \(items.count) levels", "at most \(Bounds.levels)")
        }
        var found: [BuyingGroup.Level] = []
        var first: [String: (level: String, place: Place)] = [:]
        var rest: String?
        for item in items {
            guard let entry = levelEntry(item) else { continue }
            let keywords = entry.value.texts(problems, mayBeEmpty: true)
            if case .sequence(let nodes) = entry.value.content {
                if nodes.isEmpty, let rest {
                    problems.add(
                        .ambiguousKeyword, at: entry.value.place,
                        "\(quoted(rest)) has no keywords either, and only one level can take the rest",
                        "give this level keywords")
                } else if nodes.isEmpty {
                    rest = entry.key
                }
                reportShared(nodes, entry.key, &first)
            }
            if levels.names.contains(entry.key) {
                problems.add(
                    .duplicateName, at: entry.keyPlace, "the level \(quoted(entry.key)) is there already",
                    "keep one of the two")
                continue
            }
            levels.add(entry.key)
            found.append(.init(name: entry.key, keywords: keywords))
        }
        return found
    }

    /// Each item of the levels is one name with its keywords.
    private func levelEntry(_ item: Node) -> Node.Entry? {
        let entries = item.named(problems, "a level", mayBeEmpty: true)
        if entries.count == 1 { return entries[0] }
        if case .mapping = item.content {
            problems.add(
                .wrongType, at: item.place, "this item has \(entries.count) levels",
                "write one level an item, so that their order is plain: '- vp: [vp, vice president]'")
        }
        return nil
    }

    /// A keyword of two levels would place one title on both.
    private func reportShared(
        _ keywords: [Node], _ level: String, _ first: inout [String: (level: String, place: Place)]
    ) {
        for node in keywords {
            guard case .scalar(let keyword, _) = node.content else { continue }
            let folded = keyword.lowercased()
            if let before = first[folded], before.level != level {
                problems.add(
                    .ambiguousKeyword, at: node.place,
                    "\(quoted(keyword)) is a keyword of the level \(quoted(before.level)) too (line \(before.place.line))",
                    "keep it in one level")
            } else {
                first[folded] = (level, node.place)
            }
        }
    }

    private mutating func readRoles(_ node: Node?) -> [BuyingGroup.Role] {
        let entries = node?.named(problems, "roles") ?? []
        roles.isUnknown = entries.isEmpty
        if entries.count > RoleSet.capacity, let node {
            problems.add(
                .tooMany, at: node.place, "there are \(entries.count) roles", "at most \(RoleSet.capacity)")
        }
        var found: [BuyingGroup.Role] = []
        for entry in entries {
            let mistakesBefore = problems.count
            let fields = Fields(entry.value, .role, problems)
            roles.add(entry.key)
            let role = BuyingGroup.Role(
                name: entry.key, functions: numbers(fields["functions"], in: functions),
                levels: numbers(fields["levels"], in: levels), weightPermille: weight(fields["weight"]))
            // A role whose references are wrong might be anything.
            let isSound = problems.count == mistakesBefore
            if isSound, found.count < RoleSet.capacity, let wider = found.first(where: role.isPart) {
                problems.add(
                    .unreachable, at: entry.keyPlace,
                    "nobody gets the role \(quoted(role.name)): who fits it fits \(quoted(wider.name)) before it",
                    "write the narrower role first")
            }
            found.append(isSound ? role : role.nobody)
        }
        return found
    }

    func weight(_ node: Node?) -> UInt32 {
        UInt32(node?.thousandths(Bounds.weight, problems) ?? 0)
    }
}

extension BuyingGroup.Role {
    /// Whether everybody who fits this role fits the other. An empty list stands for any.
    fileprivate func isPart(of other: BuyingGroup.Role) -> Bool {
        func isPart(_ mine: [Int], _ theirs: [Int]) -> Bool {
            theirs.isEmpty || (!mine.isEmpty && Set(mine).isSubset(of: theirs))
        }
        return isPart(functions, other.functions) && isPart(levels, other.levels)
    }

    /// The role with functions and levels that exist nowhere: stands in for one that was reported as wrong.
    fileprivate var nobody: BuyingGroup.Role {
        BuyingGroup.Role(name: name, functions: [-1], levels: [-1], weightPermille: weightPermille)
    }
}
