/// Clause 3: signals.
extension Words {
    var signals: [String] {
        ["What a buyer does earns the buyer points of engagement, which are kept by category."]
            + agreement.categories.map(sentence) + agreement.signals.map(sentence)
            + ["A buyer is engaged from \(points(agreement.engagedAtMilli)) of engagement."]
            + [breadth, echo, score]
    }

    func sentence(_ category: Category) -> String {
        let decay = category.halfLifeDays.map { "fall to half every \(days($0))" } ?? "do not fade"
        let cap =
            category.capMilli.map { "and no buyer holds more than \(number(Int64($0)))" } ?? "and have no upper limit"
        return "Points in \(plain(category.name)) \(decay), \(cap)."
    }

    func sentence(_ signal: Signal) -> String {
        let verb = signal.pointsMilli < 0 ? "costs" : "is worth"
        let worth = points(Int64(signal.pointsMilli).magnitude)
        var extras: [String] = []
        if signal.consumes { extras.append("counts as consuming content") }
        if signal.shares { extras.append("counts as sharing content") }
        if signal.handRaise { extras.append("is a raised hand") }
        let limit = signal.limitPerDay.map {
            "; at most \(number($0)) \($0 == 1 ? "counts" : "count") per buyer and day"
        }
        let name = inQuotes(capitalized(plain(signal.name)))
        let what = all(["\(verb) \(worth) in \(category(signal.category))"] + extras)
        return "\(name) \(what)\(limit ?? "")."
    }

    var breadth: String {
        if agreement.breadthMilli == 0 { return "No points are given for the number of roles that are engaged." }
        return "The account earns \(points(agreement.breadthMilli)) for each distinct role among its engaged buyers."
    }

    var echo: String {
        guard let echo = agreement.echo else { return "No points are given when shared content is consumed." }
        let decay = echo.halfLifeDays.map { "fall to half every \(days($0))" } ?? "do not fade"
        let cap =
            echo.capMilli.map { "an account holds no more than \(number(Int64($0))) of them" } ?? "have no upper limit"
        return
            "When a buyer consumes content that a colleague shared with them at most \(days(echo.windowDays)) before, "
            + "the account earns \(points(echo.pointsMilli)), or \(number(Int64(echo.upwardPointsMilli))) if the one who "
            + "consumes it is known to be the more senior. These points \(decay), and \(cap)."
    }

    private var score: String {
        "The score of an account is its points for fit, plus the engagement of each of its buyers times the weight of "
            + "the buyer's role, plus its points for shared content and for the number of roles that are engaged."
    }
}
