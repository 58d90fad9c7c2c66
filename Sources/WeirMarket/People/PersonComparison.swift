/// Two records compared field by field. A field that either lacks says nothing.
struct PersonComparison {
    private(set) var agreements: [FieldAgreement] = []

    var weight: Int { agreements.reduce(0) { $0 + $1.weight } }

    init(_ a: PreparedPerson, _ b: PreparedPerson) {
        code(.number, a.number, b.number, .number)
        email(a, b)
        code(.phone, a.phone, b.phone, .phone)
        names(a, b)
        code(.birthDate, a.birthDate, b.birthDate, .birthDate)
        places(a, b)
        company(a, b)
    }

    private mutating func add(_ field: FieldAgreement.Field, _ finding: String, _ weight: Int) {
        agreements.append(FieldAgreement(field: field, finding: finding, weight: weight))
    }

    /// Numbers: an edit apart is nearly the same.
    private mutating func code(_ field: FieldAgreement.Field, _ a: String, _ b: String, _ weights: FieldWeights) {
        if a.isEmpty || b.isEmpty { return }
        let name = field == .birthDate ? "date of birth" : field.rawValue
        if a == b {
            add(field, "same \(name)", weights.same)
        } else if a.utf8.count >= 6, b.utf8.count >= 6, EditDistance.between(a.utf8, b.utf8, atMost: 1) <= 1 {
            add(field, "\(name) but for one digit", weights.near)
        } else if field == .birthDate, a.utf8.count == 8, b.utf8.count == 8, isTurned(a, b) {
            add(field, "date of birth with day and month changed over", weights.near)
        } else {
            add(field, "another \(name)", weights.other)
        }
    }

    private func isTurned(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a[..<4] == b[..<4] && a[4..<6] == b[6..<8] && a[6..<8] == b[4..<6]
            || a[4...] == b[4...] && a[..<2] == b[2..<4] && a[2..<4] == b[..<2]
    }

    private mutating func email(_ a: PreparedPerson, _ b: PreparedPerson) {
        guard let left = a.email, let right = b.email else { return }
        // A mailbox that only repeats the name must not count what the names have already said a second time.
        let repeatsNames = a.hasNamedMailbox && b.hasNamedMailbox
        if left == right {
            add(.email, "same e-mail address", FieldWeights.email.same)
        } else if left.local == right.local, left.local.utf8.count >= 6 {
            let weight = repeatsNames ? 0 : FieldWeights.email.near
            add(.email, "same name of the mailbox at another domain", weight)
        } else if left.host == right.host, repeatsNames, a.given != b.given || a.family != b.family,
            !FreeMailDomains.isFree(left.host)
        {
            add(.email, "each has a mailbox of their own name there", FieldWeights.ownMailboxes)
        } else if left.host == right.host, left.local.utf8.count >= 6,
            EditDistance.between(left.local.utf8, right.local.utf8, atMost: 1) <= 1
        {
            add(.email, "e-mail address but for one letter", FieldWeights.email.near)
        } else {
            add(.email, "another e-mail address", FieldWeights.email.other)
        }
    }

    private mutating func names(_ a: PreparedPerson, _ b: PreparedPerson) {
        let straight = PersonComparison.names(a.given, a.family, b.given, b.family)
        let turned = PersonComparison.names(a.given, a.family, b.family, b.given)
        if turned.reduce(0, { $0 + $1.weight }) > straight.reduce(0, { $0 + $1.weight }) + 60 {
            agreements += turned
            add(.name, "given and family name changed over", -15)
        } else {
            agreements += straight
        }
    }

    private static func names(_ given: String, _ family: String, _ givenB: String, _ familyB: String)
        -> [FieldAgreement]
    {
        var found: [FieldAgreement] = []
        if !family.isEmpty, !familyB.isEmpty {
            let (finding, weight) = name(family, familyB, .family, "family")
            found.append(FieldAgreement(field: .family, finding: finding, weight: weight))
        }
        if !given.isEmpty, !givenB.isEmpty {
            let (finding, weight) = name(given, givenB, .given, "given")
            found.append(FieldAgreement(field: .given, finding: finding, weight: weight))
        }
        return found
    }

    private static func name(_ a: String, _ b: String, _ weights: FieldWeights, _ kind: String) -> (String, Int) {
        if a == b { return ("same \(kind) name", weights.same) }
        let isGiven = kind == "given"
        let (first, second) = (
            a.split(separator: " ").first.map(String.init) ?? a,
            b.split(separator: " ").first.map(String.init) ?? b
        )
        if isGiven, first == second { return ("same first given name", weights.same - 10) }
        if isGiven, Nicknames.areSame(first, second) { return ("“\(a)” is a form of “\(b)”", weights.near + 10) }
        let alike = JaroWinkler.permille(a, b)
        if alike >= 860 { return ("“\(a)” is nearly “\(b)”", weights.near) }
        if isGiven, min(first.utf8.count, second.utf8.count) == 1, first.utf8.first == second.utf8.first {
            return ("initial of the given name", 20)
        }
        let sound = SoundKey.key(a)
        if !sound.isEmpty, sound == SoundKey.key(b) { return ("“\(a)” sounds like “\(b)”", weights.near / 2) }
        if alike >= 760 { return ("“\(a)” is somewhat like “\(b)”", weights.near / 3) }
        return ("another \(kind) name", weights.other)
    }

    private mutating func places(_ a: PreparedPerson, _ b: PreparedPerson) {
        if !a.postcode.isEmpty, !b.postcode.isEmpty {
            if a.postcode == b.postcode {
                add(.postcode, "same postcode", FieldWeights.postcode.same)
            } else if EditDistance.between(a.postcode.utf8, b.postcode.utf8, atMost: 1) <= 1 {
                add(.postcode, "postcode but for one digit", FieldWeights.postcode.near)
            } else {
                add(.postcode, "another postcode", FieldWeights.postcode.other)
            }
        }
        if !a.city.isEmpty, !b.city.isEmpty {
            let alike = JaroWinkler.permille(a.city, b.city)
            if alike == 1000 {
                add(.city, "same town", FieldWeights.city.same)
            } else if alike >= 860 {
                add(.city, "nearly the same town", FieldWeights.city.near)
            } else {
                add(.city, "another town", FieldWeights.city.other)
            }
        }
        if !a.street.isEmpty, !b.street.isEmpty {
            let share = PersonComparison.sharedWords(a.street, b.street)
            if share == 1000 {
                add(.street, "same street", FieldWeights.street.same)
            } else if share >= 550 {
                add(.street, "nearly the same street", FieldWeights.street.near)
            } else if share >= 300 {
                add(.street, "parts of the street", FieldWeights.street.near / 4)
            } else {
                add(.street, "another street", FieldWeights.street.other)
            }
        }
    }

    /// Of the words of both, those that the other has too, spelt alike. In thousandths.
    private static func sharedWords(_ a: [String], _ b: [String]) -> Int {
        if a == b { return 1000 }
        var left = b
        var shared = 0
        for word in a {
            let best = left.indices.max { JaroWinkler.permille(word, left[$0]) < JaroWinkler.permille(word, left[$1]) }
            guard let best else { break }
            let isNumber = word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
            let alike = JaroWinkler.permille(word, left[best])
            if alike == 1000 || !isNumber && alike >= 850 {
                shared += alike
                left.remove(at: best)
            }
        }
        return min(999, shared * 2 / (a.count + b.count))
    }

    private mutating func company(_ a: PreparedPerson, _ b: PreparedPerson) {
        guard !a.company.isEmpty, !b.company.isEmpty else { return }
        var best: Int32 = 0
        for left in a.company {
            for right in b.company { best = max(best, NameSimilarity.permille(left, right)) }
        }
        switch MatchThresholds.shipped.class(Int(best)) {
        case .strong: add(.company, "same company", FieldWeights.company.same)
        case .weak: add(.company, "perhaps the same company", FieldWeights.company.near)
        case .none: add(.company, "another company", FieldWeights.company.other)
        }
    }
}
