import WeirFacts

/// What an event says of people and companies.
extension TrackedEvent {
    /// The id under which the person's acts are kept: the user's, else the visitor's.
    public var personID: String? { userID ?? anonymousID }

    /// People, companies and links between ids that the event speaks of.
    public func facts(_ reading: TraitReading) -> TrackedFacts {
        let person = kind == .identify ? traits : contextTraits
        // Most acts say nothing of anybody.
        if kind != .group, person.isEmpty, groupID == nil { return TrackedFacts(links: links) }
        let email = email
        let company = CompanyTraits(of: self, person: person, email: email, reading)
        let account = company.account(observedAt: at)
        return TrackedFacts(
            buyer: buyer(person, email, at: account), account: company.saysSomething ? account : nil, links: links)
    }

    private func buyer(_ person: JSONObject, _ email: String?, at account: AccountSeen) -> BuyerSeen? {
        guard personID != nil || email != nil else { return nil }
        let name = TrackedEvent.fullName(person)
        let title = TrackedEvent.title(person)
        let belongs = account.id != nil || account.domain != nil || account.name != nil
        guard email != nil || name != nil || title != nil || belongs else { return nil }
        // Where an id or a domain names the company, the name is the company's own affair.
        return BuyerSeen(
            id: personID, email: email, name: name, title: title, accountID: account.id, accountDomain: account.domain,
            accountName: account.id == nil && account.domain == nil ? account.name : nil, observedAt: at)
    }

    private var links: [IdentityLink] {
        guard let userID else { return [] }
        let (former, kind): (String?, IdentityLink.Kind) =
            switch self.kind {
            case .identify: (anonymousID, .identified)
            case .alias: (previousID ?? anonymousID, .aliased)
            default: (nil, .identified)
            }
        guard let former, former != userID else { return [] }
        return [IdentityLink(kind: kind, from: former, userID: userID, messageID: messageID, at: at)]
    }

    private static func fullName(_ traits: JSONObject) -> String? {
        if let name = traits.words("name") { return name }
        let parts = [traits.words("firstName"), traits.words("lastName")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The job title; a form of address in its place is none.
    private static func title(_ traits: JSONObject) -> String? {
        ["title", "jobTitle", "position"].lazy.compactMap(traits.words).first { !honorifics.contains($0.lowercased()) }
    }

    private static let honorifics: Set<String> = [
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "sir", "dr", "dr.", "prof", "prof.", "herr",
        "frau",
    ]
}

extension JSONObject {
    /// A trait's text, trimmed; `nil` where there is none.
    func words(_ name: String) -> String? {
        guard let text = value(likely: name)?.plainText else { return nil }
        let trimmed = CSVDialect.trimmed(text)
        return trimmed.isEmpty || trimmed.utf8.count > 1024 ? nil : trimmed
    }
}
