/// Clause 2: the buying group. Clause 3: signals.
extension Terms {
    mutating func addBuyingGroup() {
        clause = 2
        let group = agreement.buyingGroup
        for function in group.functions {
            item("function.\(function.name)", words.sentence(function)) { terms in
                terms.members(
                    "function.\(function.name).keywords", "The function \(terms.words.abbreviated(function.name))",
                    "has among its keywords", function.keywords.map(terms.words.inQuotes))
            }
        }
        order("functions", "The functions", "are written in the order", group.functions.map(\.name))
        for level in group.levels {
            let subject = "The level \(words.abbreviated(level.name))"
            item("level.\(level.name)", "\(subject) is there") { terms in
                terms.members(
                    "level.\(level.name).keywords", subject, "has among its keywords",
                    level.keywords.map(terms.words.inQuotes))
            }
        }
        order("levels", "The levels", "are, from the most senior,", group.levels.map(\.name))
        for role in group.roles { addRole(role) }
        order("roles", "The roles", "are tried in the order", group.roles.map { words.plain($0.name) })
        weight("no_role", "A buyer without a role", group.noRoleWeightPermille)
        for seat in group.wanted {
            say(
                "wanted.\(group.roles[seat.role].name)", "In every account we", "look for",
                words.count(seat.count, words.role(seat.role)))
        }
        order("wanted", "The seats we look for", "are written in the order", group.wanted.map { words.role($0.role) })
    }

    private mutating func addRole(_ role: BuyingGroup.Role) {
        let group = agreement.buyingGroup
        let key = "role.\(role.name)"
        let subject = "The role \(words.plain(role.name))"
        let functions = role.functions.map { words.abbreviated(group.functions[$0].name) }
        let levels = role.levels.map { words.abbreviated(group.levels[$0].name) }
        item(key, words.sentence(role)) { terms in
            if !functions.isEmpty { terms.members("\(key).functions", "\(subject), by function,", "covers", functions) }
            if !levels.isEmpty { terms.members("\(key).levels", "\(subject), by level,", "covers", levels) }
            terms.weight("\(key).weight", subject, role.weightPermille)
        }
    }

    private mutating func weight(_ key: String, _ subject: String, _ permille: UInt32) {
        say(
            key, subject, "counts with the weight", words.number(Int64(permille)), amount: Int64(permille),
            looser: .higher)
    }

    mutating func addSignals() {
        clause = 3
        for category in agreement.categories { addCategory(category) }
        order(
            "categories", "The categories", "are numbered in the order",
            agreement.categories.map { words.plain($0.name) })
        for signal in agreement.signals { addSignal(signal) }
        order("signals", "The signals", "are numbered in the order", agreement.signals.map { words.plain($0.name) })
        say(
            "engaged_at", "A buyer", "is engaged from", words.points(agreement.engagedAtMilli),
            amount: agreement.engagedAtMilli, looser: .lower)
        say(
            "breadth", "Each role among the engaged buyers", "is worth", words.points(agreement.breadthMilli),
            amount: Int64(agreement.breadthMilli), looser: .higher)
        if let echo = agreement.echo {
            item("echo", words.echo, whenNew: .loosens) { $0.addEcho(echo) }
        }
    }

    private mutating func addCategory(_ category: Category) {
        let key = "category.\(category.name)"
        item(key, words.sentence(category)) { terms in
            let subject = "Points in \(terms.words.plain(category.name))"
            terms.fading(key, subject, category.halfLifeDays, category.capMilli)
        }
    }

    /// Decay and cap, which categories and echo share.
    private mutating func fading(_ key: String, _ subject: String, _ halfLife: Int?, _ cap: UInt32?) {
        say(
            "\(key).half_life", subject, "have", halfLife.map { "a half-life of \(words.days($0))" } ?? "no decay",
            amount: halfLife.map(Int64.init) ?? .max, looser: .higher)
        say(
            "\(key).cap", subject, "have", cap.map { "a cap of \(words.points($0))" } ?? "no cap",
            amount: cap.map(Int64.init) ?? .max, looser: .higher)
    }

    private mutating func addSignal(_ signal: Signal) {
        let key = "signal.\(signal.name)"
        let subject = words.inQuotes(words.capitalized(words.plain(signal.name)))
        let category = words.category(signal.category)
        let isWorthMore: AgreementDifference.Effect? =
            signal.handRaise ? nil : signal.pointsMilli < 0 ? .tightens : signal.pointsMilli > 0 ? .loosens : nil
        item(key, words.sentence(signal), whenNew: isWorthMore) { terms in
            terms.say(
                "\(key).points", subject, "is worth", terms.words.points(signal.pointsMilli),
                amount: Int64(signal.pointsMilli), looser: .higher)
            terms.say("\(key).category", subject, "counts in", category)
            // Fewer that count of a signal that costs points let more through.
            terms.say(
                "\(key).limit", subject, "counts",
                signal.limitPerDay.map { "at most \(terms.words.count($0, "time")) a day" }
                    ?? "as often as it happens",
                amount: signal.limitPerDay.map(Int64.init) ?? .max, looser: signal.pointsMilli > 0 ? .higher : nil)
            terms.say("\(key).consumes", subject, "is", signal.consumes ? "consuming content" : "not consuming content")
            terms.say("\(key).shares", subject, "is", signal.shares ? "sharing content" : "not sharing content")
            terms.say(
                "\(key).hand_raise", subject, "is", signal.handRaise ? "a raised hand" : "no raised hand",
                amount: signal.handRaise ? 1 : 0, looser: .higher)
        }
    }

    private mutating func addEcho(_ echo: Echo) {
        say(
            "echo.window", "Shared content", "is remembered for", words.days(echo.windowDays),
            amount: Int64(echo.windowDays), looser: .higher)
        say(
            "echo.points", "Shared content that is consumed", "is worth", words.points(echo.pointsMilli),
            amount: Int64(echo.pointsMilli), looser: .higher)
        say(
            "echo.upward_points", "Shared content that a more senior colleague consumes", "is worth",
            words.points(echo.upwardPointsMilli), amount: Int64(echo.upwardPointsMilli), looser: .higher)
        fading("echo", "Points for shared content", echo.halfLifeDays, echo.capMilli)
    }
}
