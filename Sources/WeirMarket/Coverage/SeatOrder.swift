import WeirAgreement
import WeirFacts

/// Where an account is, as an order names it to somebody outside.
public struct AccountAddress: Hashable, Sendable {
    public var name: String
    public var domain: String?
    public var country: String?

    public init(name: String, domain: String? = nil, country: String? = nil) {
        self.name = name
        self.domain = domain
        self.country = country
    }
}

extension ListOrder {
    /// An order for the people of missing seats, one line a seat, for a list vendor or an SDR.
    ///
    /// A line names the role with its functions and levels, and the agreement's keywords of those functions for whoever
    /// searches; the note says what the person would change. What comes back is judged by `ListCheck` against it.
    ///
    /// - Parameters:
    ///   - gaps: in the order in which to look.
    ///   - address: of an account, by its number.
    public init(
        _ gaps: some Sequence<SeatGap>, _ group: BuyingGroup, required: [String] = [], price: Money? = nil,
        address: (Int64) throws -> AccountAddress
    ) rethrows {
        self.init(
            lines: try gaps.map { gap in
                let at = try address(gap.account)
                let role = group.roles[gap.role]
                return Line(
                    company: at.name, domain: at.domain, country: at.country, roles: [gap.role],
                    functions: role.functions, levels: role.levels,
                    titleKeywords: role.functions.flatMap { group.functions[$0].keywords }, quantity: gap.missing,
                    required: required, price: price, note: gap.effect.words(group))
            })
    }

    /// The order as a letter: one paragraph a company, in plain words.
    public func plainText(_ group: BuyingGroup) -> String {
        var text = "We are looking for \(Words.count(quantity)) people, in this order:\n"
        var last: String?
        for line in lines {
            let place = [line.company ?? "any target account", line.domain, line.country].compactMap(\.self)
                .joined(separator: ", ")
            if place != last { text += "\n\(place)\n" }
            last = place
            let who = line.roles.isEmpty ? "person" : Words.list(line.roles.map { group.roles[$0].name }, "or")
            text += "  \(Words.count(line.quantity)) × \(who)"
            let functions = line.functions.map { group.functions[$0].name }
            let levels = line.levels.map { group.levels[$0].name }
            if !functions.isEmpty { text += " in \(Words.list(functions, "or", limit: 20))" }
            if !levels.isEmpty { text += ", \(Words.list(levels, "or", limit: 20))" }
            text += "\n"
            if !line.titleKeywords.isEmpty {
                text += "    titles with: \(Words.list(line.titleKeywords, "or", limit: 40))\n"
            }
            if !line.required.isEmpty { text += "    each with: \(Words.list(line.required, limit: 20))\n" }
            if let price = line.price { text += "    \(Words.money(price)) for each accepted person\n" }
            if let note = line.note { text += "    why: \(note)\n" }
        }
        return text
    }
}
