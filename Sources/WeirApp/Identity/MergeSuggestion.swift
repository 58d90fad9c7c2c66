import WeirFacts
import WeirLedger
import WeirMarket

/// Two records that look like one, for a person to judge. Nothing is merged because it looks alike.
public struct MergeSuggestion: Hashable, Sendable {
    public var kind: RecordKind
    /// `acc_7` or `buy_7`; the older of the two.
    public var first: String
    public var second: String
    public var firstName: String
    public var secondName: String
    public var strength: CompanyCandidate.Strength
    /// Why, in plain words, the most telling first.
    public var evidence: [String]
}

extension Workspace {
    /// Pairs of records that look like one: those that leave no doubt first, then by the ids.
    /// - Parameter weak: whether pairs that somebody has to look at closely are told too.
    public func suggestMerges(_ kind: RecordKind, weak: Bool) throws -> [MergeSuggestion] {
        let found = try kind == .account ? suggestAccounts() : suggestBuyers()
        return found.filter { weak || $0.strength == .strong }.sorted {
            ($0.strength == .strong ? 0 : 1, $0.first.count, $0.first, $0.second)
                < ($1.strength == .strong ? 0 : 1, $1.first.count, $1.first, $1.second)
        }
    }

    /// Every account is looked for among those that are younger, by name and country; two domains that differ are
    /// evidence and no obstacle, as one company often has several.
    private func suggestAccounts() throws -> [MergeSuggestion] {
        let finder = try CompanyFinder(self, mail: try mailDomains())
        let records = finder.index.records
        let answers = CompanySearch([finder]).find(
            records.map { CompanyQuery(name: $0.name, country: $0.country) }, limit: 6)
        var suggestions: [MergeSuggestion] = []
        for (record, found) in zip(records, answers) {
            guard let own = Int64(record.id) else { continue }
            for other in found where other.account > own {
                suggestions.append(
                    MergeSuggestion(
                        kind: .account, first: RecordID.account.text(own), second: RecordID.account.text(other.account),
                        firstName: record.name, secondName: other.name,
                        strength: other.match.class == .strong ? .strong : .weak, evidence: other.match.evidence))
            }
        }
        return suggestions
    }

    private func suggestBuyers() throws -> [MergeSuggestion] {
        let people = try ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in
            try reader.buyers(after: 0, limit: .max).filter { !$0.isAnonymous && ($0.name != nil || $0.email != nil) }
        }
        var companies: [Int64: String] = [:]
        try ledger.forEachAccountName { account, name, domain, _ in companies[account] = name ?? domain }
        var names: [String: String] = [:]
        let entries = people.map { person in
            let id = RecordID.buyer.text(person.id)
            names[id] = person.name ?? person.email
            return PersonEntry(
                id: id, given: person.name, email: person.email, company: person.account.flatMap { companies[$0] })
        }
        return PersonMatcher().duplicates(in: entries).map { found in
            let isOlder = (found.first.count, found.first) < (found.second.count, found.second)
            let (first, second) = isOlder ? (found.first, found.second) : (found.second, found.first)
            return MergeSuggestion(
                kind: .buyer, first: first, second: second, firstName: names[first] ?? "",
                secondName: names[second] ?? "", strength: found.class == .strong ? .strong : .weak,
                evidence: found.evidence.map(\.finding))
        }
    }
}
