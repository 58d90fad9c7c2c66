import WeirFacts

/// The preamble, and clause 1: the market.
extension Terms {
    mutating func addPreamble() {
        clause = 0
        say("name", "The agreement", "is called", words.inQuotes(agreement.name))
        say(
            "solution", "The agreement", "is",
            agreement.solution.map { "for the solution \(words.inQuotes($0))" }
                ?? "for no particular solution")
        say("timezone", "The agreement", "counts days in the time zone", agreement.timeZone)
        say("fiscal_year", "The fiscal year", "starts on", words.date(agreement.fiscalYearStarts))
    }

    mutating func addMarket() {
        clause = 1
        for attribute in agreement.declaredAttributes {
            say(
                "attribute.\(attribute.name)", "The attribute \(words.inQuotes(attribute.name))", "is",
                attribute.type.noun)
        }
        order("attributes", "The attributes", "are declared in the order", agreement.declaredAttributes.map(\.name))
        for list in agreement.lists {
            item("list.\(list.name)", words.sentence(list)) { terms in
                let subject = "The list \(terms.words.inQuotes(list.name))"
                terms.members("list.\(list.name).entries", subject, "names", list.entries)
                terms.say(
                    "list.\(list.name).file", subject, "stands",
                    list.file.map { "in the file \($0.path) (SHA-256 \($0.sha256))" } ?? "in the agreement itself")
            }
        }
        order("lists", "The lists", "are written in the order", agreement.lists.map(\.name))
        let market = agreement.market
        criteria("addressable", "Being addressable", market.addressable, isMarket: true)
        criteria("served", "Being served", market.served, isMarket: true)
        criteria("target", "Being a target", market.target, isMarket: true)
        addMatrix()
        for tier in market.tiers {
            say(
                "tier.\(tier.name)", "Tier \(tier.name)", "begins at", words.points(tier.atLeastMilli),
                amount: tier.atLeastMilli, looser: .lower)
        }
        order("tiers", "The tiers", "are, from the best,", market.tiers.map(\.name))
    }

    /// - Parameter isMarket: whether more companies that fit is looser; not so for routing.
    mutating func criteria(_ key: String, _ subject: String, _ criteria: Criteria, isMarket: Bool) {
        let tightens: AgreementDifference.Effect? = isMarket ? .tightens : nil
        let loosens: AgreementDifference.Effect? = isMarket ? .loosens : nil
        for line in criteria.lines {
            guard case .attribute(let name, let tests) = line else {
                var kind = "not"
                if case .inList = line { kind = "in_list" }
                say("\(key).\(kind)", subject, "asks", "that " + words.condition(line), whenNew: tightens)
                continue
            }
            for test in tests { self.test("\(key).\(name)", subject, name, test, isMarket: isMarket) }
        }
        if let alternative = criteria.alternative.first {
            say(
                "\(key).or", subject, "is granted, whatever else is asked,", "if " + words.condition(alternative),
                whenNew: loosens)
        }
        let names = criteria.lines.map { line -> String in
            if case .attribute(let name, _) = line { name } else { words.condition(line) }
        }
        order("\(key).order", subject, "is asked in the order", names)
    }

    private mutating func test(
        _ key: String, _ subject: String, _ name: String, _ test: AttributeTest, isMarket: Bool
    ) {
        let tightens: AgreementDifference.Effect? = isMarket ? .tightens : nil
        let condition = "that " + words.condition(.attribute(name: name, tests: [test]))
        switch test {
        case .oneOf(let values):
            members(
                "\(key).one_of", subject, "allows the \(words.plain(name))", values.map { words.value($0, of: name) },
                looser: isMarket ? .higher : nil, whenNew: tightens)
        case .atLeast(let bound):
            say(
                "\(key).at_least", subject, "asks", condition, amount: bound.position,
                scale: bound.currency ?? "",
                looser: isMarket ? .lower : nil, whenNew: tightens)
        case .atMost(let bound):
            say(
                "\(key).at_most", subject, "asks", condition, amount: bound.position,
                scale: bound.currency ?? "",
                looser: isMarket ? .higher : nil, whenNew: tightens)
        case .contains: say("\(key).contains", subject, "asks", condition, whenNew: tightens)
        case .startsWith: say("\(key).starts_with", subject, "asks", condition, whenNew: tightens)
        case .isKnown: say("\(key).is_known", subject, "asks", condition, whenNew: tightens)
        }
    }

    private mutating func addMatrix() {
        var seen: [String: Int] = [:]
        for row in agreement.market.matrix {
            let number = seen[row.attribute, default: 0]
            seen[row.attribute] = number + 1
            let key = "matrix.\(row.attribute)#\(number)"
            item(key, words.sentence(row)) { $0.entries(key, row) }
        }
        order("matrix", "The matrix", "asks for", agreement.market.matrix.map(\.attribute))
    }

    private mutating func entries(_ key: String, _ row: MatrixRow) {
        let noun = words.plain(row.attribute)
        switch row.entries {
        case .values(let values):
            for entry in values {
                let value = words.value(entry.value, of: row.attribute)
                points("\(key).\(value)", "the \(noun) \(value)", entry.pointsMilli, isOnly: true)
            }
            order(
                "\(key).order", "The \(noun)", "is compared with",
                values.map { words.value($0.value, of: row.attribute) })
        case .ranges(let ranges):
            for entry in ranges {
                let bounds = words.bounds(entry, of: row.attribute)
                points("\(key).\(bounds)", "\(noun) \(bounds)", entry.pointsMilli, isOnly: false)
            }
            order("\(key).order", "The \(noun)", "is compared with", ranges.map { words.bounds($0, of: row.attribute) })
        }
    }

    /// - Parameter isOnly: whether no other entry can fit what this one fits.
    private mutating func points(_ key: String, _ what: String, _ milli: Int64, isOnly: Bool) {
        let effect: AgreementDifference.Effect? = !isOnly || milli == 0 ? nil : milli > 0 ? .loosens : .tightens
        say(
            key, "A company", "gets, for \(what),", words.points(milli), amount: milli, looser: .higher,
            whenNew: effect)
    }
}
