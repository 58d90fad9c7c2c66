import WeirFacts

/// People who are known by more than one id, and visitors who turn out to be people.
extension Identities {
    /// A visitor by a browser's or a device's id; the person, once a log-in has told who that is.
    func visitor(id: String) throws -> Int64 {
        var id = Identities.visitorID(id)
        return try id.withUTF8 { bytes in
            if let known = buyersByID[bytes] { return known }
            let text = String(decoding: bytes, as: UTF8.self)
            let buyer = try find(findBuyer, key(id: text)) ?? newBuyer(NewBuyer(id: text, isAnonymous: true))
            buyersByID.insert(bytes, buyer)
            return buyer
        }
    }

    /// Visitors' ids stand apart from people's, whatever a client calls either.
    static func visitorID(_ id: String) -> String { "visitor:" + id }

    /// A visitor gave an address, and is somebody from now on.
    func makeKnown(_ visitor: Int64) throws {
        guard try isVisitor(visitor) else { return }
        try journal?.touch(buyer: visitor)
        setKnown.bind(visitor, at: 1)
        try setKnown.run()
        try buyerAliases.regroup(visitor)
    }

    /// From now on a former id means this person too. What was recorded under it becomes theirs where nobody was known
    /// by it: a visitor, or, where `takesPeople`, a person of whom nothing was ever said. Two people are never made one.
    func link(_ buyer: Int64, formerID: String, takesPeople: Bool) throws {
        guard let other = try find(findBuyer, key(id: formerID)) else {
            try add(addBuyerKey, key(id: formerID), buyer)
            return
        }
        guard other != buyer, try isVisitor(other) || (takesPeople && buyerAliases.isMention(other)) else { return }
        try buyerAliases.add(other, means: buyer)
        remember(id: formerID, buyer)
    }

    private func remember(id: String, _ buyer: Int64) {
        var id = id
        id.withUTF8 { buyersByID.insert($0, buyer) }
    }

    private func isVisitor(_ buyer: Int64) throws -> Bool {
        isAnonymous.bind(buyer, at: 1)
        defer { isAnonymous.reset() }
        return try isAnonymous.step() && isAnonymous.int(0) == 1
    }

    /// Where an id was only ever mentioned, or is a visitor's, and the address that now comes with it is a known
    /// person's, they are one.
    func reconcile(_ seen: BuyerSeen) throws {
        guard let id = seen.id, let email = seen.email, let mention = try find(findBuyer, key(id: id)),
            let person = try find(findBuyer, "e:" + email), mention != person,
            try isVisitor(mention) || buyerAliases.isMention(mention)
        else { return }
        try buyerAliases.add(mention, means: person)
        remember(id: id, person)
    }

    /// Somebody at an account, we do not know who.
    func anonymousBuyer(accountID: String) throws -> Int64 {
        let account = try account(id: accountID)
        return try anonymous(key: "a:\(account)", account: account, domain: nil)
    }

    /// Somebody at a domain, we do not know who; placed on the account of that domain when there is one.
    func anonymousBuyer(domain: String) throws -> Int64 {
        try anonymous(key: "v:" + domain, account: nil, domain: domain)
    }

    private func anonymous(key: String, account: Int64?, domain: String?) throws -> Int64 {
        if let known = try find(findBuyer, key) { return known }
        let buyer = try insertBuyer(account: account, domain: domain, external: nil, anonymous: true)
        try add(addBuyerKey, key, buyer)
        return buyer
    }
}
