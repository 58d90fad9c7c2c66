import WeirFacts

/// What an event says of a company: a group call in its traits, any other in the person's `company` or by their
/// address.
struct CompanyTraits {
    private let id: String?
    private let name: String?
    private let domain: String?
    private let traits: JSONObject
    private let reading: TraitReading

    init(of event: TrackedEvent, person: JSONObject, email: String?, _ reading: TraitReading) {
        self.reading = reading
        let said = person.value(likely: "company")
        let traits: JSONObject
        if event.kind == .group {
            traits = event.traits
        } else if case .object(let company)? = said {
            traits = company
        } else {
            traits = JSONObject()
        }
        self.traits = traits
        let ownID = event.kind == .group ? nil : traits.words("id").flatMap { JunkID.isJunk($0) ? nil : $0 }
        let id = event.groupID ?? ownID
        let name = traits.words("name") ?? (event.kind == .group ? nil : said?.plainText.map(CSVDialect.trimmed))
        let site = ["website", "domain", "url"].lazy.compactMap { traits.words($0) }.first
        let ownDomain = site.flatMap(CompanyTraits.host).flatMap { reading.companyDomain("somebody@" + $0) }
        // Whoever acts for a company whose id is given may write from another's address: an agency's, a parent's.
        let mailDomain = ownDomain == nil && id == nil ? email.flatMap(reading.companyDomain) : nil
        self.id = id
        domain = ownDomain ?? mailDomain
        // What people type for their company is loose; beside their address it counts only where the two agree.
        let agrees = mailDomain.map { CompanyTraits.isAlike(name ?? "", $0) } ?? true
        self.name = agrees ? name.flatMap { $0.isEmpty ? nil : $0 } : nil
    }

    private static func isAlike(_ name: String, _ domain: String) -> Bool {
        let first = name.lowercased().split { !$0.isLetter && !$0.isNumber }.first ?? ""
        return first.utf8.count > 1 && domain.contains(first)
    }

    /// Whether it says more than an id that somebody belongs to.
    var saysSomething: Bool { name != nil || domain != nil || (id != nil && !traits.isEmpty) }

    func account(observedAt: Instant) -> AccountSeen {
        var account = AccountSeen(
            id: id, name: name, domain: domain, observedAt: observedAt)
        if saysNoMoreThanItsName { return account }
        for trait in CompanyTraits.standard {
            guard let value = trait.paths.lazy.compactMap({ traits.value(at: $0) }).first else { continue }
            take(value, as: trait.attribute, reading.attributeTypes[trait.attribute] ?? trait.type, into: &account)
        }
        for (attribute, type) in reading.attributeTypes where account.attributes[attribute] == nil {
            guard attribute != "name", attribute != "domain", let value = traits.value(likely: attribute) else {
                continue
            }
            take(value, as: attribute, type, into: &account)
        }
        return account
    }

    /// Most events name the company and describe it no further; looking for each attribute would find nothing.
    private var saysNoMoreThanItsName: Bool {
        traits.members.allSatisfy { member in
            member.name == "name" || (member.name == "id" && reading.attributeTypes["id"] == nil)
        }
    }

    private static let standard: [(attribute: String, type: AttributeType, paths: [String])] = [
        ("industry", .text, ["industry"]),
        ("country", .text, ["country", "address.country"]),
        ("region", .text, ["region", "state", "address.state"]),
        ("city", .text, ["city", "address.city"]),
        ("employees", .number, ["employees", "employeeCount", "companySize", "size"]),
        ("revenue", .number, ["revenue", "annualRevenue"]),
        ("founded", .number, ["founded", "foundedYear"]),
        ("parent", .text, ["parent", "parentCompany"]),
        ("tags", .set, ["tags"]),
        ("owner", .text, ["owner"]),
    ]

    /// A `null` erases; what cannot be read as the type is left out, and stays in the event's bytes.
    private func take(_ value: JSONValue, as name: String, _ type: AttributeType, into account: inout AccountSeen) {
        if value.isNull {
            account.attributes.updateValue(nil, forKey: name)
        } else if let attribute = AttributeValue(trait: value, type, defaultCurrency: reading.defaultCurrency) {
            account.attributes[name] = attribute
        }
    }

    /// The host name of a web address, small letters.
    private static func host(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let range = DomainText.find(bytes.span, TextRange(start: 0, count: bytes.count)) else { return nil }
        return String(decoding: bytes[range.start..<range.end], as: UTF8.self).lowercased()
    }
}

extension AttributeValue {
    /// A trait read as a type of attribute; `nil` where it cannot be.
    init?(trait: JSONValue, _ type: AttributeType, defaultCurrency: String) {
        if type == .set {
            let members: [String]
            if case .list(let items) = trait {
                members = items.compactMap(\.plainText)
            } else {
                members = trait.plainText.map(RowReader.members(of:)) ?? []
            }
            guard !members.isEmpty else { return nil }
            self = .set(members)
            return
        }
        guard let text = trait.plainText.map(CSVDialect.trimmed), !text.isEmpty, text.utf8.count <= 1024 else {
            return nil
        }
        let rules = ValueRules(times: InstantParser(readsSerialDays: false), defaultCurrency: defaultCurrency)
        switch type {
        case .text: self = .text(text)
        case .number:
            guard let scaled = try? NumberText(text, rules).number.scaled(places: 3) else { return nil }
            self = .number(FixedNumber(thousandths: scaled.value))
        case .money:
            guard let number = try? NumberText(text, rules), let scaled = number.number.scaled(places: 2) else {
                return nil
            }
            self = .money(Money(minorUnits: scaled.value, currency: number.currency ?? defaultCurrency))
        case .date:
            guard let day = try? rules.times.day(text) else { return nil }
            self = .date(day)
        case .yesNo:
            guard let answer = YesNoText.read(text) else { return nil }
            self = .yesNo(answer)
        case .set: return nil
        }
    }
}
