/// Clause 2: the buying group.
extension Words {
    var buyingGroup: [String] {
        let group = agreement.buyingGroup
        var sentences: [String] = []
        if !group.functions.isEmpty || !group.levels.isEmpty {
            sentences.append(
                "A job title places a person in functions and on a level by the keywords below: whole words in any "
                    + "case, the longest keyword first.")
        }
        sentences += group.functions.map(sentence)
        if let first = group.levels.first {
            let rest = group.levels.dropFirst().map { "below it \(abbreviated($0.name)) \(keywords($0))" }
            sentences.append(
                "The most senior level is \(abbreviated(first.name)) \(keywords(first))"
                    + rest.map { ", \($0)" }.joined() + ".")
        }
        sentences.append("A buyer takes the first of the following roles that fits.")
        sentences += group.roles.map(sentence)
        sentences.append("The engagement of a buyer without a role \(times(group.noRoleWeightPermille)).")
        if !group.wanted.isEmpty {
            let seats = group.wanted.map { count($0.count, role($0.role)) }
            sentences.append("In every account we look for \(all(seats)).")
        }
        return sentences
    }

    func sentence(_ function: BuyingGroup.Function) -> String {
        "The function \(abbreviated(function.name)) has the keywords \(all(function.keywords.map(inQuotes)))."
    }

    private func keywords(_ level: BuyingGroup.Level) -> String {
        level.keywords.isEmpty
            ? "(every title with a function that no other level claims)"
            : "(keywords: \(all(level.keywords.map(inQuotes))))"
    }

    func sentence(_ role: BuyingGroup.Role) -> String {
        let group = agreement.buyingGroup
        var conditions: [String] = []
        if !role.functions.isEmpty {
            conditions.append("works in \(any(role.functions.map { abbreviated(group.functions[$0].name) }))")
        }
        if !role.levels.isEmpty {
            conditions.append("is on the level \(any(role.levels.map { abbreviated(group.levels[$0].name) }))")
        }
        let who = all(conditions)
        if conditions.isEmpty {
            return "Everybody whom no role before it takes is \(a(plain(role.name))); the engagement of this role "
                + "\(times(role.weightPermille))."
        }
        return "\(capitalized(a(plain(role.name)))) \(who); the engagement of this role \(times(role.weightPermille))."
    }
}
